/** `ingot fmt`: HCL2 files in the one usual layout, as `packer fmt` has it. */
import { readFile, realpath, stat } from 'node:fs/promises'
import { type Diagnostic, hasErrors } from '../../language/diagnostic'
import { formatSource } from '../../language/hcl/format'
import { parseFile } from '../../language/hcl/index'
import { decodeSource } from '../../language/source-text'
import { alignedDiff } from '../../lib/aligned-diff'
import { writeAtomically } from '../../lib/atomic-file'
import { readAll } from '../../lib/read-all'
import { Failure } from '../../model/failure'
import { type Io, verb } from '../command'
import { toggle, type Values } from '../flags'
import { filesToFormat } from '../fmt-files'
import { printDiagnostics } from '../print-error'

const flags = {
  check: toggle('Change nothing; exit status 3 when something is not formatted.'),
  diff: toggle('Print what changes, as a unified diff.'),
  write: toggle('Change the files. Not with -check.', true),
  recursive: toggle('Folders inside of folders too.'),
} as const

type Wishes = Values<typeof flags>

/** Of `-check`. */
const UNFORMATTED = 3

export const fmt = verb({
  usage: 'fmt [flags] PATH…',
  summary:
    'Lays out HCL2 files (.pkr.hcl, .pkrvars.hcl, .ingot.hcl) in the usual way; prints the names of those that it changes.',
  flags,
  run: async ({ rest, flags: wishes }, io) => {
    if (rest.length === 0)
      throw new Failure('invalid', 'No file or folder was named', { advice: '`.` is this folder, `-` is standard input.' })
    const outcomes: Outcome[] = []
    for (const path of new Set(rest)) {
      if (path === '-') outcomes.push(await standardInput(wishes, io))
      else for (const file of await filesToFormat(path, wishes.recursive)) outcomes.push(await oneFile(file, wishes, io))
    }
    io.document?.set(
      'changed',
      outcomes.flatMap(({ file, changed }) => (changed ? [file] : [])),
    )
    if (outcomes.some(({ failed }) => failed)) return 2
    return wishes.check && outcomes.some(({ changed }) => changed) ? UNFORMATTED : 0
  },
})

interface Outcome {
  readonly file: string
  readonly changed: boolean
  readonly failed: boolean
}

async function oneFile(file: string, wishes: Wishes, io: Io): Promise<Outcome> {
  const bytes = await readFile(file)
  const { before, after } = formatted(bytes, file, io)
  if (after === undefined) return { file, changed: false, failed: true }
  const changed = after !== before
  if (!changed) return { file, changed, failed: false }
  if (!io.document) io.stdout.write(`${file}\n${wishes.diff ? alignedDiff(before, after, file) : ''}`)
  if (wishes.write && !wishes.check) await replace(file, after)
  return { file, changed, failed: false }
}

/** Through a symbolic link to the file itself, which keeps its permissions. */
async function replace(file: string, text: string): Promise<void> {
  const target = await realpath(file)
  await writeAtomically(target, text, (await stat(target)).mode & 0o7777)
}

async function standardInput(wishes: Wishes, io: Io): Promise<Outcome> {
  const file = '<stdin>'
  const { before, after } = formatted(await readAll(io.stdin), file, io)
  if (after === undefined) return { file, changed: false, failed: true }
  io.document?.set('formatted', after)
  if (io.document) return { file, changed: after !== before, failed: false }
  if (wishes.diff) io.stdout.write(alignedDiff(before, after, file))
  else if (!wishes.check) io.stdout.write(after)
  return { file, changed: after !== before, failed: false }
}

/** `after` is undefined, and it is said why, for what does not parse. */
function formatted(bytes: Uint8Array, file: string, io: Io): { readonly before: string; readonly after: string | undefined } {
  const { text } = decodeSource(bytes, file)
  const { diagnostics } = parseFile(bytes, file)
  if (hasErrors(diagnostics)) {
    printDiagnostics(errorsOf(diagnostics), io, { sources: new Map([[file, text]]) })
    return { before: text, after: undefined }
  }
  // A byte order mark is in the one, and as with Packer not in the other.
  return { before: Buffer.from(bytes).toString(), after: formatSource(text) }
}

const errorsOf = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error')

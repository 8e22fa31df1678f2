/** `ingot hcl2_upgrade`: writes a legacy JSON template as HCL2. */
import { readFile, writeFile } from 'node:fs/promises'
import { plugins } from '../../catalog'
import { hasErrors } from '../../language/diagnostic'
import { decodeSource } from '../../language/source-text'
import { fileErrorReason } from '../../lib/file-error'
import { Failure } from '../../model/failure'
import { upgradeTemplate } from '../../template/upgrade/upgrade'
import { verb } from '../command'
import { text, toggle } from '../flags'
import { printDiagnostics } from '../print-error'
import { onlyTemplate } from '../template-flags'

const flags = {
  'output-file': text('FILE', 'Where to write; `-` is the standard output. Default: the template with .pkr.hcl behind its name.'),
  'with-annotations': toggle('Explain the blocks in comments.'),
} as const

export const hcl2Upgrade = verb({
  usage: 'hcl2_upgrade [flags] TEMPLATE.json',
  summary: 'Writes a legacy JSON template as HCL2.',
  flags,
  run: async ({ rest, flags: given }, io) => {
    const file = onlyTemplate(rest)
    const source = await readFile(file).catch((cause: Error) => {
      throw new Failure('invalid', `The template ${file} cannot be read: ${fileErrorReason(cause)}`, { cause })
    })
    if (/\.pkr\.(hcl|json)$/.test(file)) throw new Failure('invalid', `${file} is not a legacy JSON template: its name says HCL2`)
    const { value, diagnostics } = upgradeTemplate({ text: source, file, plugins, annotate: given['with-annotations'] })
    printDiagnostics(diagnostics, io, { sources: new Map([[file, decodeSource(source, file).text]]) })
    if (value === undefined) return 2
    const target = given['output-file'] ?? `${file}.pkr.hcl`
    if (target === '-') io.stdout.write(value)
    else {
      await writeFile(target, value)
      io.stdout.write(`Successfully created ${target}.\n`)
    }
    return hasErrors(diagnostics) ? 1 : 0
  },
})

/** A file as an artifact: for trying out post-processors, and for what a template wants to hand to them. */
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type OptionsOf, text } from '../../language/options/spec'
import type { Artifact } from '../../model/artifact'
import { Failure } from '../../model/failure'
import type { Problem, Source } from '../../model/plugin'

const options = {
  target: text('Path of the file to make; folders on the way to it are made too.', { required: true }),
  content: text('Text to write.'),
  source: text('Path of a file to copy instead.'),
} as const

type Options = OptionsOf<typeof options>

const builderId = 'packer.file'

export const file: Source<typeof options, undefined> = {
  type: 'file',
  summary: 'Writes or copies a file, which is the artifact.',
  builderId,
  reachable: false,
  buildValues: [],
  options,
  check,
  async build(given, context) {
    await context.step('write the file', () => make(given))
    await context.provision({ host: '' }, {})
    return undefined
  },
  publish: async ({ target }) => artifactOf(target),
  async discard(_options, artifact) {
    for (const path of artifact.files) await rm(path, { force: true })
  },
}

function check({ target, content, source }: Options): Problem[] {
  if (target === '') return [{ option: 'target', summary: 'No target', detail: 'target must name the file to make.' }]
  if (content && source)
    return [{ option: 'source', summary: 'Options exclude each other', detail: 'Only one of content and source can be set.' }]
  if (!content && !source)
    return [
      { severity: 'warning', option: 'target', summary: 'The file will be empty', detail: 'Neither content nor source is set.' },
    ]
  return []
}

/** As Packer: what is written may hold a secret, so that only its owner reads it; a copy is an ordinary file. */
async function make({ target, content, source }: Options): Promise<void> {
  try {
    await mkdir(dirname(target), { recursive: true })
    if (!source) return await writeFile(target, content ?? '', { mode: 0o600 })
    await copyFile(source, target)
    await chmod(target, 0o644)
  } catch (cause) {
    throw new Failure('failed', `The file ${target} could not be made: ${(cause as Error).message}`, { cause })
  }
}

/** As Packer's file builder prints it. */
const artifactOf = (target: string): Artifact => ({
  builderId,
  id: 'File',
  description: `Stored file: ${target}`,
  files: [target],
  images: [],
})

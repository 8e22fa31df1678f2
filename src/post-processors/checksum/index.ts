/** The post-processor `checksum`: writes down checksums of an artifact's files. */
import { createReadStream, existsSync } from 'node:fs'
import { appendFile, mkdir } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Artifact } from '../../model/artifact'
import { Failure } from '../../model/failure'
import type { PostProcessContext, PostProcessor, Problem } from '../../model/plugin'
import { type ChecksumOptions, checksumOptions, KINDS } from './options'

export const checksum: PostProcessor<typeof checksumOptions> = {
  type: 'checksum',
  summary: "Writes down checksums of an artifact's files.",
  options: checksumOptions,
  keepsInput: true,
  forcesKeep: true,
  check,
  process,
}

function check({ checksum_types: kinds }: ChecksumOptions): Problem[] {
  const known: readonly string[] = KINDS
  return kinds
    .filter(kind => !known.includes(kind))
    .map(kind => ({ option: 'checksum_types', summary: 'Unknown checksum', detail: `"${kind}" is none of ${KINDS.join(', ')}.` }))
}

/** As in Packer, the artifact goes on with the files of checksums added, but for those that were there before. */
async function process(options: ChecksumOptions, artifact: Artifact, context: PostProcessContext): Promise<Artifact> {
  const { sourceName: BuildName, sourceType: BuilderType } = context.build
  const files = [...artifact.files]
  for (const kind of options.checksum_types) {
    const output = context.render(options.output, { BuildName, BuilderType, ChecksumType: kind })
    const lines = await linesOf(kind, artifact.files, context.signal)
    if (lines.length === 0) continue
    if (!existsSync(output)) files.push(output)
    await add(lines.join(''), output)
  }
  return {
    builderId: 'packer.post-processor.checksum',
    id: '',
    description: `Created artifact from files: ${files.join(', ')}`,
    files,
    images: [],
  }
}

async function linesOf(kind: string, files: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
  const lines: string[] = []
  for (const file of files) lines.push(`${await sumOf(kind, file, signal)}\t${basename(file)}\n`)
  return lines
}

async function sumOf(kind: string, file: string, signal: AbortSignal): Promise<string> {
  const { createHash } = await import('node:crypto')
  const hash = createHash(kind)
  try {
    await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), hash, { signal })
  } catch (cause) {
    signal.throwIfAborted()
    throw new Failure('failed', `No ${kind} checksum of ${file}: ${(cause as Error).message}`, { cause })
  }
  return hash.digest('hex')
}

async function add(lines: string, output: string): Promise<void> {
  try {
    await mkdir(dirname(resolve(output)), { recursive: true })
    await appendFile(output, lines)
  } catch (cause) {
    throw new Failure('failed', `Checksums could not be written to ${output}: ${(cause as Error).message}`, { cause })
  }
}

/** Puts an artifact's files into one archive. */
import { type FileHandle, mkdir, open, realpath, rm } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Artifact } from '../../model/artifact'
import { Failure } from '../../model/failure'
import type { PostProcessContext } from '../../model/plugin'
import { bgzf } from './bgzf'
import { type Format, formatOf } from './format'
import { gzip } from './gzip'
import { contentOf, type Input, inputOf } from './input'
import type { CompressOptions } from './options'
import { tar } from './tar'
import { zip } from './zip'

export async function process(options: CompressOptions, artifact: Artifact, context: PostProcessContext): Promise<Artifact> {
  const { sourceName: BuildName, sourceType: BuilderType } = context.build
  const output = context.render(options.output, { BuildName, BuilderType })
  const format = formatOf(options.format ?? basename(output))
  if (!format.archive && artifact.files.length !== 1)
    throw new Failure('failed', `${output} can hold one file, and the artifact has ${artifact.files.length}`, {
      advice: 'Let the output end in .tar.gz or .zip, which hold any number.',
      evidence: artifact.files.join('\n'),
    })
  const inputs = await Promise.all(artifact.files.map(inputOf))
  await refuseItself(output, inputs)
  context.say(`Writing ${describe(format)} ${output}`)
  await write(output, bytesOf(inputs, format, levelOf(options)), context.signal)
  return {
    builderId: 'packer.post-processor.compress',
    id: '',
    description: `compressed artifacts in: ${output}`,
    files: [output],
    images: [],
  }
}

/** 0 is the default too, and more than the most is the most, as in Packer. */
const levelOf = ({ compression_level: level }: CompressOptions): number => (level ? Math.min(level, 9) : -1)

const describe = ({ archive, compression }: Format): string => [archive, compression].filter(Boolean).join(' with ')

function bytesOf(inputs: readonly Input[], { archive, compression }: Format, level: number): AsyncIterable<Buffer> {
  if (archive === 'zip') return zip(inputs, level)
  const plain = archive === 'tar' ? tar(inputs) : contentOf(inputs[0]!)
  if (compression === 'gzip') return gzip(plain, level)
  return compression === 'bgzf' ? bgzf(plain, level) : plain
}

async function refuseItself(output: string, inputs: readonly Input[]): Promise<void> {
  const target = await realpath(output).catch(() => resolve(output))
  for (const { path } of inputs)
    if ((await realpath(path)) === target)
      throw new Failure('failed', `The archive ${output} would overwrite the file that goes into it`, {
        advice: 'Give the compress post-processor another output.',
      })
}

/** Half an archive is worse than none. */
async function write(output: string, bytes: AsyncIterable<Buffer>, signal: AbortSignal): Promise<void> {
  const failure = (cause: unknown) =>
    new Failure('failed', `The archive ${output} could not be written: ${(cause as Error).message}`, { cause })
  const file = await opened(output).catch(cause => {
    throw failure(cause)
  })
  try {
    await pipeline(Readable.from(bytes, { objectMode: false }), file.createWriteStream(), { signal })
  } catch (cause) {
    await rm(output, { force: true })
    signal.throwIfAborted()
    throw cause instanceof Failure ? cause : failure(cause)
  }
}

async function opened(output: string): Promise<FileHandle> {
  await mkdir(dirname(resolve(output)), { recursive: true })
  return open(output, 'w')
}

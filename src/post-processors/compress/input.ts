/** One file that goes into an archive. */
import { createReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fileErrorReason } from '../../lib/file-error'
import { Failure } from '../../model/failure'

export interface Input {
  readonly path: string
  readonly stats: Stats
}

const CHUNK = 1024 * 1024

/** A link stands for the file that it leads to. */
export async function inputOf(path: string): Promise<Input> {
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Failure('failed', `${path} cannot be put into an archive: ${fileErrorReason(error)}`)
  })
  if (!stats.isFile())
    throw new Failure('failed', `${path} cannot be put into an archive: it is not a file`, {
      advice: 'Name the files: artifice takes patterns such as "folder/*".',
    })
  return { path, stats }
}

/** As much as the file had when it was looked at. */
export async function* contentOf({ path, stats: { size } }: Input): AsyncGenerator<Buffer> {
  if (size === 0) return
  let left = size
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK, end: size - 1 })) {
    left -= (chunk as Buffer).length
    yield chunk as Buffer
  }
  if (left > 0) throw new Failure('failed', `${path} became shorter while it was read`)
}

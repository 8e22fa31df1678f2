/**
 * Deflate on all cores, as pigz does it: pieces are compressed side by side, each with the end of the piece before it as its
 * dictionary, and put together they are one ordinary deflate stream. Machine images are gigabytes; one core would take minutes.
 */
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

const compress = promisify<Buffer, object, Buffer>(deflateRaw)
const PIECE = 1024 * 1024
const WINDOW = 32 * 1024

/** What went in, complete when the stream has ended. */
export interface Tally {
  crc: number
  size: number
}

/** `level` as zlib has it: -1 (its default) to 9. */
export async function* deflated(source: AsyncIterable<Buffer>, level: number, tally: Tally): AsyncGenerator<Buffer> {
  const underWay: Promise<Buffer>[] = []
  let before: Buffer | undefined
  for await (const piece of pieces(source, PIECE)) {
    tally.crc = crc32(piece, tally.crc)
    tally.size += piece.length
    const dictionary = before?.subarray(-WINDOW)
    underWay.push(compress(piece, { level, ...(dictionary && { dictionary }), finishFlush: constants.Z_SYNC_FLUSH }))
    before = piece
    if (underWay.length > availableParallelism()) yield await underWay.shift()!
  }
  for (const piece of underWay) yield await piece
  yield LAST
}

/** An empty last block. */
const LAST = Buffer.from([0x03, 0x00])

/** Chunks of any size as pieces of one size, the last one as long as it comes; none when there is nothing. */
export async function* pieces(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of source) {
    held.push(chunk)
    length += chunk.length
    while (length >= size) {
      const all = Buffer.concat(held)
      yield all.subarray(0, size)
      held = [all.subarray(size)]
      length -= size
    }
  }
  if (length > 0) yield Buffer.concat(held)
}

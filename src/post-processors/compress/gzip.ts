/** A gzip file (RFC 1952) without name and time, so that equal files give equal archives. */
import { deflated, type Tally } from '../../lib/parallel-deflate'

const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

export async function* gzip(source: AsyncIterable<Buffer>, level: number): AsyncGenerator<Buffer> {
  const tally: Tally = { crc: 0, size: 0 }
  yield HEADER
  yield* deflated(source, level, tally)
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(tally.crc, 0)
  trailer.writeUInt32LE(tally.size % 2 ** 32, 4)
  yield trailer
}

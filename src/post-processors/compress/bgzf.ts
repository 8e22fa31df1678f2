/** Blocked gzip, of which a reader can take any part: members of at most 64 KiB that tell their own length (SAM format, section 4.1). */
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'
import { pieces } from '../../lib/parallel-deflate'

const compress = promisify<Buffer, object, Buffer>(deflateRaw)
/** Leaves room for what cannot be made smaller. */
const PIECE = 0xff00
const AT_ONCE = 16
const OVERHEAD = 26

export async function* bgzf(source: AsyncIterable<Buffer>, level: number): AsyncGenerator<Buffer> {
  const underWay: Promise<Buffer>[] = []
  for await (const piece of pieces(source, PIECE)) {
    underWay.push(member(piece, level))
    if (underWay.length > AT_ONCE) yield await underWay.shift()!
  }
  for (const block of underWay) yield await block
  yield await member(Buffer.alloc(0), level)
}

async function member(piece: Buffer, level: number): Promise<Buffer> {
  const data = await compress(piece, { level })
  const header = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, 0x42, 0x43, 2, 0, 0, 0])
  header.writeUInt16LE(data.length + OVERHEAD - 1, 16)
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32(piece), 0)
  trailer.writeUInt32LE(piece.length, 4)
  return Buffer.concat([header, data, trailer])
}

/** A zip archive (PKWARE's APPNOTE 6.3) as Packer writes it: paths as the artifact has them, no times; with Zip64 where it must be. */
import { deflated, type Tally } from '../../lib/parallel-deflate'
import { contentOf, type Input } from './input'

const LARGEST = 0xffffffff
const VERSION = 20
const VERSION_ZIP64 = 45

interface Entry {
  readonly name: Buffer
  readonly flags: number
  readonly zip64: boolean
  readonly offset: number
  readonly crc: number
  readonly size: number
  readonly compressed: number
}

export async function* zip(inputs: readonly Input[], level: number): AsyncGenerator<Buffer> {
  const entries: Entry[] = []
  let offset = 0
  const count = (bytes: Buffer) => {
    offset += bytes.length
    return bytes
  }
  for (const input of inputs) {
    const at = offset
    const name = Buffer.from(input.path.replace(/^(\.{0,2}\/)+/, ''))
    // Sizes come behind the data; names are UTF-8.
    const flags = 0x0008 | (name.some(byte => byte > 127) ? 0x0800 : 0)
    // Deflate makes nothing larger by more than a little.
    const zip64 = input.stats.size > LARGEST - 2 ** 24
    yield count(localHeader(name, flags, zip64))
    const before = offset
    const tally: Tally = { crc: 0, size: 0 }
    for await (const bytes of deflated(contentOf(input), level, tally)) yield count(bytes)
    const entry = { name, flags, zip64, offset: at, ...tally, compressed: offset - before }
    yield count(descriptor(entry))
    entries.push(entry)
  }
  const start = offset
  for (const entry of entries) yield count(centralHeader(entry))
  yield end(entries.length, start, offset - start)
}

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

const version = (zip64: boolean): Buffer => u16(zip64 ? VERSION_ZIP64 : VERSION)
const DEFLATE = u16(8)
const NO_TIME = u32(0)

/** With Zip64 the extra field only says that the descriptor has long sizes. */
function localHeader(name: Buffer, flags: number, zip64: boolean): Buffer {
  const extra = zip64 ? Buffer.concat([u16(1), u16(16), u64(0), u64(0)]) : Buffer.alloc(0)
  const size = zip64 ? u32(LARGEST) : u32(0)
  const fields = [version(zip64), u16(flags), DEFLATE, NO_TIME, u32(0), size, size, u16(name.length), u16(extra.length)]
  return Buffer.concat([u32(0x04034b50), ...fields, name, extra])
}

function descriptor({ crc, size, compressed, zip64 }: Entry): Buffer {
  const sizes = zip64 ? [u64(compressed), u64(size)] : [u32(compressed), u32(size)]
  return Buffer.concat([u32(0x08074b50), u32(crc), ...sizes])
}

function centralHeader({ name, flags, zip64, offset, crc, size, compressed }: Entry): Buffer {
  const long = zip64 || offset >= LARGEST
  const extra = long ? Buffer.concat([u16(1), u16(24), u64(size), u64(compressed), u64(offset)]) : Buffer.alloc(0)
  const [a, b, c] = long ? [u32(LARGEST), u32(LARGEST), u32(LARGEST)] : [u32(compressed), u32(size), u32(offset)]
  const lengths = [u16(name.length), u16(extra.length), u16(0), u16(0), u16(0), u32(0)]
  const fields = [version(long), version(long), u16(flags), DEFLATE, NO_TIME, u32(crc), a, b, ...lengths, c]
  return Buffer.concat([u32(0x02014b50), ...fields, name, extra])
}

function end(count: number, start: number, size: number): Buffer {
  const long = start + size >= LARGEST || count >= 0xffff
  const short = Math.min(count, 0xffff)
  const last = [
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(short),
    u16(short),
    u32(Math.min(size, LARGEST)),
    u32(long ? LARGEST : start),
    u16(0),
  ]
  if (!long) return Buffer.concat(last)
  const record = [u16(VERSION_ZIP64), u16(VERSION_ZIP64), u32(0), u32(0), u64(count), u64(count), u64(size), u64(start)]
  const locator = [u32(0x07064b50), u32(0), u64(start + size), u32(1)]
  return Buffer.concat([u32(0x06064b50), u64(44), ...record, ...locator, ...last])
}

/** Unpacks a tar stream that a machine sent into a folder here. The machine is not trusted: nothing lands outside the folder. */
import { chmodSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const BLOCK = 512

interface Entry {
  readonly name: string
  readonly link: string
  readonly size: number
  readonly mode: number
  readonly seconds: number
  readonly type: string
}

/** Understands ustar, pax and GNU's long names, which covers every tar's default. */
export async function unpack(stream: AsyncIterable<Buffer>, folder: string, onBytes: (count: number) => void): Promise<void> {
  const source = new Blocks(stream)
  let extra: Readonly<Record<string, string>> = {}
  for (;;) {
    const block = await source.take(BLOCK)
    if (block === undefined || block.every(byte => byte === 0)) break
    const entry = withExtra(parse(block), extra)
    if (entry.type === 'x' || entry.type === 'g' || entry.type === 'L' || entry.type === 'K') {
      const body = (await source.content(entry.size)).toString()
      if (entry.type === 'x') extra = { ...extra, ...records(body) }
      if (entry.type === 'L') extra = { ...extra, path: body.replace(/\0.*$/s, '') }
      if (entry.type === 'K') extra = { ...extra, linkpath: body.replace(/\0.*$/s, '') }
      continue
    }
    extra = {}
    await place(entry, folder, source, onBytes)
  }
  await source.drain()
}

async function place(entry: Entry, folder: string, source: Blocks, onBytes: (count: number) => void): Promise<void> {
  const parts = entry.name.split('/').filter(part => part !== '' && part !== '.')
  if (parts.includes('..')) throw new Error(`the archive names a place outside its folder: ${entry.name}`)
  const path = join(folder, ...parts)
  if (parts.length > 0) prepare(folder, parts)
  switch (entry.type) {
    case '5':
      mkdirSync(path, { recursive: true })
      if (parts.length > 0) chmodSync(path, entry.mode | 0o700)
      return
    case '2':
      rmSync(path, { force: true })
      symlinkSync(entry.link, path)
      return
    case '1': {
      const origin = join(folder, ...entry.link.split('/').filter(part => part !== '.' && part !== '..' && part !== ''))
      return writeFileSync(path, readFileSync(origin), { mode: entry.mode })
    }
    case '0':
    case '\0':
    case '7':
      return writeEntry(entry, path, source, onBytes)
    default:
      await source.skip(entry.size)
  }
}

/** Folders on the way are made; a link among them could lead out and is refused. */
function prepare(folder: string, parts: readonly string[]): void {
  let path = folder
  for (const part of parts.slice(0, -1)) {
    path = join(path, part)
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new Error(`the archive writes through a link: ${path}`)
  }
  mkdirSync(dirname(join(folder, ...parts)), { recursive: true })
}

async function writeEntry(entry: Entry, path: string, source: Blocks, onBytes: (count: number) => void): Promise<void> {
  rmSync(path, { force: true })
  const file: FileHandle = await open(path, 'wx', entry.mode)
  try {
    for await (const piece of source.pieces(entry.size)) {
      await file.write(piece)
      onBytes(piece.length)
    }
    await file.chmod(entry.mode)
    await file.utimes(entry.seconds, entry.seconds)
  } finally {
    await file.close()
  }
}

function parse(block: Buffer): Entry {
  const text = (from: number, width: number) => block.toString('utf8', from, from + width).replace(/\0.*$/s, '')
  const octal = (from: number, width: number) =>
    block[from]! & 0x80 ? binary(block.subarray(from, from + width)) : Number.parseInt(text(from, width).trim() || '0', 8)
  const prefix = text(257, 5) === 'ustar' && block[262] === 0 ? text(345, 155) : ''
  return {
    name: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100),
    link: text(157, 100),
    size: octal(124, 12),
    mode: octal(100, 8) & 0o7777,
    seconds: octal(136, 12),
    type: String.fromCharCode(block[156]!),
  }
}

/** GNU's way to write numbers that have no room as octal digits. */
const binary = (bytes: Buffer): number => bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0)

const withExtra = (entry: Entry, extra: Readonly<Record<string, string>>): Entry => ({
  ...entry,
  ...(extra.path !== undefined && { name: extra.path }),
  ...(extra.linkpath !== undefined && { link: extra.linkpath }),
  ...(extra.size !== undefined && { size: Number(extra.size) }),
  ...(extra.mtime !== undefined && { seconds: Number(extra.mtime) }),
})

function records(body: string): Record<string, string> {
  const found: Record<string, string> = {}
  let bytes = Buffer.from(body)
  while (bytes.length > 0) {
    const length = Number.parseInt(bytes.toString('latin1', 0, 20), 10)
    if (!(length > 0)) break
    const [, key, value] = /^\d+ ([^=]+)=(.*)\n$/s.exec(bytes.toString('utf8', 0, length)) ?? []
    if (key !== undefined) found[key] = value!
    bytes = bytes.subarray(length)
  }
  return found
}

/** A stream of chunks of any size, read by exact counts. */
class Blocks {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** Undefined at the end of the stream; throws when it ends within. */
  async take(count: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = []
    let missing = count
    while (missing > 0) {
      const piece = await this.#some(missing)
      if (!piece && missing === count) return undefined
      if (!piece) throw new Error('the archive ends too early')
      parts.push(piece)
      missing -= piece.length
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  }

  async content(size: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const piece of this.pieces(size)) parts.push(piece)
    return Buffer.concat(parts)
  }

  /** The content of an entry, without the padding after it. */
  async *pieces(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      const piece = await this.#some(left)
      if (!piece) throw new Error('the archive ends too early')
      left -= piece.length
      yield piece
    }
    await this.take((BLOCK - (size % BLOCK)) % BLOCK)
  }

  async skip(size: number): Promise<void> {
    for await (const _ of this.pieces(size));
  }

  async drain(): Promise<void> {
    while (await this.#some(Number.POSITIVE_INFINITY));
  }

  async #some(atMost: number): Promise<Buffer | undefined> {
    if (this.#rest.length === 0) {
      const { value, done } = await this.#chunks.next()
      if (done) return undefined
      this.#rest = value
    }
    const piece = this.#rest.subarray(0, atMost)
    this.#rest = this.#rest.subarray(piece.length)
    return piece
  }
}

/**
 * Writes a folder as a tar stream (POSIX ustar, pax headers where ustar has no room), so that it needs one channel and no round
 * trip for each file. Our own and not `tar`: owners are left out, the folder itself is not an entry (its mode over there stays),
 * and links that lead out of the folder are followed, as they would lead nowhere on the machine.
 */
import { createReadStream, lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { TAR_BLOCK, tarHeader, tarPadding } from '../../lib/tar-header'

/** Smaller files are read in one go: opening a stream costs more than they do. */
const SMALL = 256 * 1024

export interface TarEntry {
  /** Relative, with slashes. */
  readonly name: string
  readonly path: string
  readonly stats: Stats
  /** Of a symbolic link that is kept. */
  readonly target?: string
}

/** All below the folder, each folder before what is in it, sorted by name. Sockets, pipes and devices are left out. */
export function listFolder(folder: string): TarEntry[] {
  const root = realpathSync(folder)
  const entries: TarEntry[] = []
  const walk = (path: string, prefix: string, above: readonly string[]) => {
    for (const child of readdirSync(path).sort()) {
      const entry = entryOf(root, join(path, child), prefix + child)
      if (!entry) continue
      entries.push(entry)
      if (!entry.stats.isDirectory()) continue
      const real = realpathSync(entry.path)
      if (above.includes(real)) throw new Error(`${entry.path} is a link that leads back into a folder that holds it`)
      walk(entry.path, `${entry.name}/`, [...above, real])
    }
  }
  walk(root, '', [root])
  return entries
}

function entryOf(root: string, path: string, name: string): TarEntry | undefined {
  const stats = lstatSync(path)
  if (!stats.isSymbolicLink()) return stats.isFile() || stats.isDirectory() ? { name, path, stats } : undefined
  const target = readlinkSync(path)
  const real = realpathOf(path)
  const inside = real === undefined || real === root || real.startsWith(root + sep)
  if (inside && !target.startsWith('/')) return { name, path, stats, target }
  if (real === undefined) return { name, path, stats, target }
  const followed = statSync(path)
  return followed.isFile() || followed.isDirectory() ? { name, path, stats: followed } : undefined
}

function realpathOf(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

export const isFile = ({ stats, target }: TarEntry): boolean => stats.isFile() && target === undefined

/** Of the content of files. */
export const sizeOf = (entries: readonly TarEntry[]): number =>
  entries.reduce((sum, entry) => sum + (isFile(entry) ? entry.stats.size : 0), 0)

/** What an entry takes of the stream. */
export const tarSize = (entry: TarEntry): number =>
  header(entry).reduce((sum, { length }) => sum + length, 0) +
  (isFile(entry) ? Math.ceil(entry.stats.size / TAR_BLOCK) * TAR_BLOCK : 0)

/** `onBytes` hears of the content of files as it is read. */
export async function* tarStream(entries: readonly TarEntry[], onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  let batch: Buffer[] = []
  let size = 0
  const put = (...parts: Buffer[]) => {
    for (const part of parts) size += part.length
    batch.push(...parts)
  }
  for (const entry of entries) {
    put(...header(entry))
    if (isFile(entry)) {
      if (entry.stats.size > SMALL) {
        yield Buffer.concat(batch.splice(0))
        size = 0
        yield* content(entry, onBytes)
      } else {
        const bytes = exactly(readFileSync(entry.path), entry)
        put(bytes)
        onBytes(bytes.length)
      }
      put(tarPadding(entry.stats.size))
    }
    if (size > SMALL) {
      yield Buffer.concat(batch)
      batch = []
      size = 0
    }
  }
  put(Buffer.alloc(2 * TAR_BLOCK))
  yield Buffer.concat(batch)
}

async function* content(entry: TarEntry, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  let left = entry.stats.size
  for await (const chunk of createReadStream(entry.path, { highWaterMark: SMALL, end: left - 1 })) {
    left -= (chunk as Buffer).length
    onBytes((chunk as Buffer).length)
    yield chunk as Buffer
  }
  if (left > 0) throw shrunk(entry)
}

function exactly(bytes: Buffer, entry: TarEntry): Buffer {
  if (bytes.length < entry.stats.size) throw shrunk(entry)
  return bytes.subarray(0, entry.stats.size)
}

const shrunk = (entry: TarEntry) => new Error(`${entry.path} became shorter while it was read`)

function header(entry: TarEntry): Buffer[] {
  const { stats, target } = entry
  const folder = stats.isDirectory()
  const name = Buffer.from(folder ? `${entry.name}/` : entry.name)
  const link = Buffer.from(target ?? '')
  const size = isFile(entry) ? stats.size : 0
  const records = [
    name.length > 100 && record('path', name),
    link.length > 100 && record('linkpath', link),
    size > 0o77777777777 && record('size', Buffer.from(String(size))),
  ].filter(part => part !== false)
  const type = target !== undefined ? '2' : folder ? '5' : '0'
  const block = headerBlock(name, stats.mode & 0o7777, size, stats.mtimeMs / 1000, type, link)
  if (records.length === 0) return [block]
  const extra = Buffer.concat(records)
  return [headerBlock(Buffer.from('pax'), 0o644, extra.length, 0, 'x', Buffer.alloc(0)), extra, tarPadding(extra.length), block]
}

const headerBlock = (name: Buffer, mode: number, size: number, seconds: number, type: string, link: Buffer): Buffer =>
  tarHeader({ name, mode, size, seconds, type, link, format: 'ustar' })

/** `LENGTH key=value\n`, where the length counts itself. */
function record(key: string, value: Buffer): Buffer {
  const rest = key.length + value.length + 3
  let length = rest + String(rest).length
  length = rest + String(length).length
  return Buffer.concat([Buffer.from(`${length} ${key}=`), value, Buffer.from('\n')])
}

/** A tar archive byte for byte as Packer writes it: names without folders, no times, owners by number and by name. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { TAR_BLOCK, tarHeader, tarPadding } from '../../lib/tar-header'
import { contentOf, type Input } from './input'

const LONGEST_NAME = 100

export async function* tar(inputs: readonly Input[]): AsyncGenerator<Buffer> {
  const users = namesIn('/etc/passwd')
  const groups = namesIn('/etc/group')
  for (const input of inputs) {
    const { path, stats } = input
    const name = Buffer.from(basename(path))
    const owner = { uid: stats.uid, gid: stats.gid, user: users.get(stats.uid) ?? '', group: groups.get(stats.gid) ?? '' }
    if (name.length > LONGEST_NAME) yield* longName(name)
    yield tarHeader({ name, mode: stats.mode & 0o7777, size: stats.size, seconds: 0, type: '0', owner, format: 'gnu' })
    yield* contentOf(input)
    yield tarPadding(stats.size)
  }
  yield Buffer.alloc(2 * TAR_BLOCK)
}

/** GNU's entry for the name of the next one. */
function* longName(name: Buffer): Generator<Buffer> {
  const text = Buffer.concat([name, Buffer.alloc(1)])
  yield tarHeader({ name: Buffer.from('././@LongLink'), mode: 0, size: text.length, seconds: 0, type: 'L', format: 'gnu' })
  yield text
  yield tarPadding(text.length)
}

/** The first name of each number. */
function namesIn(file: string): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  for (const line of linesOf(file)) {
    const [name, , id] = line.split(':')
    if (name && id && !names.has(Number(id))) names.set(Number(id), name)
  }
  return names
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

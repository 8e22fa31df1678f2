/** Whether a file is the same here and there: asked after a transfer that went over more than one connection. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { quote } from '../../lib/posix-quote'
import { runCommand } from './command'
import type { Link } from './link'

/** Undefined where the machine has no sha256sum. What one connection carried whole, SSH itself vouches for, and the size is looked at. */
export async function isSameContent(
  link: Link,
  local: string,
  remote: string,
  signal?: AbortSignal,
): Promise<boolean | undefined> {
  let text = ''
  const onStdout = (chunk: Uint8Array) => {
    text += Buffer.from(chunk).toString('latin1')
  }
  const [here, there] = await Promise.all([
    hashOf(local),
    runCommand(link, `exec sha256sum -- ${quote(remote)}`, { signal, onStdout }, false),
  ])
  const [found] = /^\\?[0-9a-f]{64}\b/.exec(text) ?? []
  if (there.status !== 0 || found === undefined) return undefined
  return found.replace('\\', '') === here
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

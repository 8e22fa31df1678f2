/** Whether a file is the same here and there: asked after a transfer that went over more than one connection. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { mapLimited } from '../../lib/limit'
import type { Link } from './link'
import { capture } from './script'

/** Undefined where the machine has no sha256sum. What one connection carried whole, SSH itself vouches for, and the size is looked at. */
export async function isSameContent(
  link: Link,
  local: string,
  remote: string,
  signal?: AbortSignal,
): Promise<boolean | undefined> {
  const [here, there] = await Promise.all([hashOf(local), capture(link, 'exec sha256sum -- "$1"', [remote], { signal })])
  const [found] = /^\\?[0-9a-f]{64}\b/.exec(there.stdout) ?? []
  if (there.status !== 0 || found === undefined) return undefined
  return found.replace('\\', '') === here
}

/** Names of the files, relative to the folder there, that are not the same; none where the machine has no sha256sum. */
export async function differing(
  link: Link,
  files: readonly { readonly local: string; readonly remote: string }[],
  folder: string,
  signal?: AbortSignal,
): Promise<string[]> {
  // Programs disagree on how names with these are written.
  const plain = files.filter(({ remote }) => !/[\\\r\n]/.test(remote))
  const lines = await mapLimited(plain, FILES_AT_ONCE, async ({ local, remote }) => `${await hashOf(local)}  ./${remote}\n`)
  const script = 'cd "$1" && command -v sha256sum > /dev/null || exit 0; LC_ALL=C exec sha256sum -c - 2>&1'
  const { status, stdout } = await capture(link, script, [folder], { signal, stdin: Buffer.from(lines.join('')) })
  return status === 0 ? [] : [...stdout.matchAll(/^(?:\.\/)?(.*): FAILED/gm)].map(found => found[1]!)
}

const FILES_AT_ONCE = 4

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

/** Paths as people write them for scp, whose far side is a shell: `~/x` and `$HOME/x` mean something there. SFTP has no shell. */
import { posix } from 'node:path'
import { runCommand } from './command'
import type { Link } from './link'

/** A path that SFTP takes literally. As with scp the shell sees the folder only, not the file's own name. */
export async function expanded(link: Link, path: string): Promise<string> {
  if (path === '~') return '.'
  // SFTP and commands start in the home folder.
  if (path.startsWith('~/')) return path.replace(/^~\/+/, '') || '.'
  const folder = posix.dirname(path)
  if (!/^~|\$/.test(folder)) return path
  let text = ''
  const onStdout = (chunk: Uint8Array) => {
    text += Buffer.from(chunk).toString()
  }
  const { status } = await runCommand(link, `printf %s ${folder.replaceAll(' ', '\\ ')}`, { onStdout }, false)
  return status === 0 && text !== '' ? posix.join(text, posix.basename(path)) + (path.endsWith('/') ? '/' : '') : path
}

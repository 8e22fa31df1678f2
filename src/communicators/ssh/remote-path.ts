/** Paths as people write them for scp, whose far side is a shell: `~/x` and `$HOME/x` mean something there. SFTP has no shell. */
import { posix } from 'node:path'
import type { Link } from './link'
import { capture } from './script'

/** A path that SFTP takes literally. As with scp the shell sees the folder only, not the file's own name. */
export async function expanded(link: Link, path: string): Promise<string> {
  if (path === '~') return '.'
  // SFTP and commands start in the home folder.
  if (path.startsWith('~/')) return path.replace(/^~\/+/, '') || '.'
  const folder = posix.dirname(path)
  if (!/^~|\$/.test(folder)) return path
  const { status, stdout } = await capture(link, `printf %s ${folder.replaceAll(' ', '\\ ')}`)
  return status === 0 && stdout !== '' ? posix.join(stdout, posix.basename(path)) + (path.endsWith('/') ? '/' : '') : path
}

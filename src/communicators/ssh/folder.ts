/** Folders, both ways: what their tar streams share, and file by file where the machine has no tar. */
import { chmod, lstat, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import type { FileEntryWithStats } from 'ssh2'
import { mapLimited } from '../../lib/limit'
import type { TransferOptions } from '../../model/communicator'
import { fetchFile, sendFile } from './sftp'
import type { SftpSession } from './sftp-session'
import { sizeOf, type TarEntry } from './tar-write'

/** Exit status of our scripts for a machine without tar; tar's own are 0, 1 and 2. */
export const NO_TAR = 96
const PROGRESS_MILLISECONDS = 250
const FILES_AT_ONCE = 16

/** A script's exit status, and what the machine said about it. */
export interface TarEnd {
  readonly status: number | undefined
  readonly said: string
}

/** `total` 0: it is not known. `done` came earlier. */
export function progressOf(total: number, { onProgress }: TransferOptions, done = 0): (count: number) => void {
  let told = 0
  return count => {
    done += count
    if (!onProgress || (Date.now() - told < PROGRESS_MILLISECONDS && done !== total)) return
    told = Date.now()
    onProgress(done, Math.max(total, done))
  }
}

export async function sendEach(sftp: SftpSession, entries: readonly TarEntry[], folder: string, options: TransferOptions) {
  const tell = progressOf(sizeOf(entries), options)
  await makeFolder(sftp, folder)
  for (const { name, stats } of entries.filter(entry => entry.stats.isDirectory())) {
    const path = posix.join(folder, name)
    // It may be there already; if it is not and cannot be, the files in it will say so.
    await sftp.call<void>(done => sftp.raw.mkdir(path, { mode: stats.mode & 0o7777 }, done as never)).catch(() => undefined)
  }
  const others = entries.filter(entry => !entry.stats.isDirectory())
  await mapLimited(others, FILES_AT_ONCE, async ({ name, path, target, stats }) => {
    const remote = posix.join(folder, name)
    if (target === undefined) {
      await sendFile(sftp, path, remote, { from: 0 }, { signal: options.signal })
      tell(stats.size)
    } else {
      await sftp.call<void>(done => sftp.raw.unlink(remote, done as never)).catch(() => undefined)
      await sftp.call<void>(done => sftp.raw.symlink(target, remote, done as never))
    }
  })
}

async function makeFolder(sftp: SftpSession, folder: string): Promise<void> {
  const exists = await sftp
    .call(done => sftp.raw.stat(folder, done))
    .then(
      () => true,
      () => false,
    )
  if (exists) return
  const above = posix.dirname(folder)
  if (above !== folder) await makeFolder(sftp, above)
  await sftp.call<void>(done => sftp.raw.mkdir(folder, done as never))
}

/** The machine is not trusted: nothing is written through a link, which may be one that it named before. */
export async function fetchEach(sftp: SftpSession, remote: string, folder: string, options: TransferOptions): Promise<void> {
  await mkdir(folder, { recursive: true })
  const list = await sftp.call<FileEntryWithStats[]>(done => sftp.raw.readdir(remote, done as never))
  for (const { filename, attrs } of list) {
    if (filename === '.' || filename === '..') continue
    if (filename.includes('/')) throw new Error(`the machine names a file that leads elsewhere: ${filename}`)
    const from = posix.join(remote, filename)
    const to = join(folder, filename)
    options.signal?.throwIfAborted()
    if (attrs.isSymbolicLink()) {
      await rm(to, { force: true })
      await symlink(await sftp.call<string>(done => sftp.raw.readlink(from, done)), to)
    } else if (attrs.isDirectory()) {
      if ((await lstat(to).catch(() => undefined))?.isSymbolicLink())
        throw new Error(`the machine names a folder where a link is: ${to}`)
      await fetchEach(sftp, from, to, options)
    } else if (attrs.isFile()) {
      await rm(to, { force: true })
      // An empty one is not fetched.
      await writeFile(to, '', { flag: 'wx', mode: attrs.mode & 0o777 })
      await fetchFile(sftp, from, to, { from: 0 }, { signal: options.signal })
      await chmod(to, attrs.mode & 0o7777).catch(() => undefined)
    }
  }
}

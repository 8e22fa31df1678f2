/** Disks of light machines are folders: the upper layer of an overlay whose lower one is this host. */
import { execFile } from 'node:child_process'
import { mkdir, rename, rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { DiskStore } from '../machine-kind'

const run = promisify(execFile)

export const folderDisks: DiskStore = {
  async clone(source, target) {
    if (source === undefined) await mkdir(target, { recursive: true })
    else await copy(source, target)
  },
  async capture(disk, target, signal) {
    await copy(disk, target, signal)
  },
  inUse: async () => false,
  remove: path => rm(path, { recursive: true, force: true }),
}

/** `cp` and not `fs.cp`: deletions are kept as device nodes and attributes, which Node does not copy. */
async function copy(source: string, target: string, signal?: AbortSignal): Promise<void> {
  const half = `${target}.half`
  try {
    await rm(half, { recursive: true, force: true })
    await run('cp', ['-a', '--reflink=auto', source, half], { signal })
    await rename(half, target)
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    throw error
  }
}

/** Disks and images as qcow2 files: a disk is an overlay on its image, an image stands alone. */
import { readdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { backupRunning } from '../../platforms/qemu/live-backup'
import { backingFile } from '../../platforms/qemu/qcow2'
import { convertDisk, createDisk, diskInfo } from '../../platforms/qemu/qemu-img'
import type { Qmp } from '../../platforms/qemu/qmp'
import type { DiskStore } from './machine-kind'

/** A disk that a running machine writes: only its qemu knows what is on it. */
export interface Attachment {
  readonly qmp: Qmp
  readonly drive: string
}

const gibibyte = 2 ** 30

export class QemuDisks implements DiskStore {
  /** By absolute path, kept by the machines. */
  readonly attached = new Map<string, Attachment>()

  /** Never smaller than its source: EC2 refuses that before it comes here. */
  async clone(source: string | undefined, target: string, sizeGiB: number): Promise<void> {
    const size = sizeGiB * gibibyte
    if (source === undefined) return createDisk(target, size)
    const { format, virtualSize } = await diskInfo(source)
    await createDisk(target, Math.max(size, virtualSize), { path: resolve(source), format })
  }

  /**
   * A copy of everything, read through all layers: half a gigabyte takes about a second, and nothing needs to be kept for its sake.
   */
  async capture(disk: string, target: string, signal: AbortSignal): Promise<void> {
    const running = this.attached.get(resolve(disk))
    if (!running) return convertDisk(disk, target, { to: 'qcow2', signal })
    const { virtualSize } = await diskInfo(disk)
    await backupRunning(running.qmp, running.drive, virtualSize, target, signal)
  }

  /** Looks at every disk and image beside the path, whoever made them. */
  async inUse(path: string): Promise<boolean> {
    const wanted = resolve(path)
    for (const folder of await neighbours(dirname(wanted))) {
      for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
        const file = join(folder, entry.name)
        if (entry.isFile() && file !== wanted && (await backingFile(file)) === wanted) return true
      }
    }
    return false
  }

  async remove(path: string): Promise<void> {
    await rm(path, { force: true })
    await rm(`${path}.partial`, { force: true })
  }
}

/** The folder and the ones beside it: volumes and snapshots are kept apart. */
async function neighbours(folder: string): Promise<string[]> {
  const above = dirname(folder)
  const beside = await readdir(above, { withFileTypes: true }).catch(() => [])
  return beside.filter(entry => entry.isDirectory()).map(entry => join(above, entry.name))
}

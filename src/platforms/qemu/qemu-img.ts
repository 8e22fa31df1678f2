/** Disk images by qemu-img: overlays, whole copies, and what is behind one. */
import { rename, rm } from 'node:fs/promises'
import { type CommandOptions, run } from './command'

export type DiskFormat = 'qcow2' | 'raw' | 'vmdk' | 'vpc' | 'vhdx' | 'vdi'

export interface DiskInfo {
  readonly format: string
  readonly virtualSize: number
  /** Absolute path of the next image below, when there is one. */
  readonly backingFile?: string
}

/** An empty qcow2 disk, or one that begins with what is on `backing` and keeps only what differs. Sizes in bytes. */
export async function createDisk(
  path: string,
  size: number,
  backing?: { readonly path: string; readonly format: string },
): Promise<void> {
  const below = backing ? ['-b', backing.path, '-F', backing.format] : []
  await run('qemu-img', ['create', '-q', '-f', 'qcow2', '-o', 'cluster_size=64k,lazy_refcounts=on', ...below, path, String(size)])
}

/** Also of a disk that a running machine has open. */
export async function diskInfo(path: string): Promise<DiskInfo> {
  const info = JSON.parse(await run('qemu-img', ['info', '--force-share', '--output=json', path])) as Record<string, unknown>
  const backing = info['full-backing-filename'] ?? info['backing-filename']
  return {
    format: String(info.format),
    virtualSize: Number(info['virtual-size']),
    ...(typeof backing === 'string' && { backingFile: backing }),
  }
}

export interface ConvertOptions extends Pick<CommandOptions, 'signal'> {
  readonly from?: DiskFormat
  readonly to: DiskFormat
  /** Default false: four times smaller needs forty times longer. */
  readonly compress?: boolean
  /** Percent, 0 to 100. */
  readonly onProgress?: (percent: number) => void
}

/** A copy that stands alone. Written beside the target and renamed, so that the target is whole or absent. */
export async function convertDisk(source: string, target: string, options: ConvertOptions): Promise<void> {
  const partial = `${target}.partial`
  // Out-of-order writes and no flush per write: a copy that is cut short is thrown away anyway.
  const how = ['-W', '-T', 'none', '-t', 'unsafe', ...(options.compress ? ['-c'] : []), ...(options.onProgress ? ['-p'] : [])]
  const from = options.from ? ['-f', options.from] : []
  try {
    await run('qemu-img', ['convert', '--force-share', ...how, ...from, '-O', options.to, source, partial], {
      signal: options.signal,
      onLine: line => {
        const percent = /\(([\d.]+)\/100%\)/.exec(line)?.[1]
        if (percent !== undefined) options.onProgress?.(Number(percent))
      },
    })
    options.signal?.throwIfAborted()
    await rename(partial, target)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

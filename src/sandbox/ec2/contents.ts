/** The content behind volumes and snapshots: made, captured, copied and swept, one operation on a volume at a time. */

import type { Cloud } from './cloud'
import { Ec2Error, internalError } from './protocol/error'
import { baseSnapshotId } from './state/public-images'
import type { Snapshot, Volume } from './state/records'
import type { Region } from './state/region'

export class Contents {
  /** Per volume, what is being done with its disk. */
  private readonly busy = new Map<string, Promise<void>>()
  /** Per snapshot in the making, what stops it. */
  private readonly making = new Map<string, AbortController>()
  private sweeping: Promise<void> = Promise.resolve()

  constructor(private readonly cloud: Cloud) {}

  /** Throws EC2's InternalError with the reason when there is no room. */
  async createVolume(region: Region, volume: Volume): Promise<void> {
    const { kind, storage } = this.cloud.options
    try {
      const source = volume.snapshotId === undefined ? undefined : this.contentOf(region, volume.snapshotId)
      await kind.disks.clone(source, storage.volume(volume.id), volume.sizeGiB)
    } catch (error) {
      await kind.disks.remove(storage.volume(volume.id)).catch(() => undefined)
      throw diskFailure(error, `Volume ${volume.id} could not be made`)
    }
  }

  /** Where a snapshot's content is: an own one's or a base image's. */
  contentOf(region: Region, snapshotId: string): string {
    const base = this.cloud.options.baseImages.find(image => baseSnapshotId(region.name, image) === snapshotId)
    return base ? base.disk : this.cloud.options.storage.snapshot(region.snapshots.get(snapshotId).id)
  }

  /**
   * Takes what is on the volume now; resolves when it is taken, or the snapshot has gone to `error`. The record must be in
   * place, as `pending`, and stays so until `complete`.
   */
  take(region: Region, volumeId: string, snapshot: Snapshot): Promise<void> {
    const { storage } = this.cloud.options
    return this.exclusively(volumeId, () => this.fill(region, snapshot, storage.volume(volumeId)))
  }

  /** The same from content that does not change. */
  copy(source: string, region: Region, snapshot: Snapshot): Promise<void> {
    return this.fill(region, snapshot, source)
  }

  /** From taken to `completed`, in the cloud's own time. */
  async complete(snapshot: Snapshot, transition: 'snapshot' | 'image' | 'copy'): Promise<void> {
    const progress = (fraction: number) => {
      if (snapshot.state === 'pending') snapshot.progress = Math.max(snapshot.progress, Math.floor(fraction * 99))
    }
    try {
      await this.cloud.pace(transition, this.making.get(snapshot.id)?.signal, progress)
      // Not taken: the sandbox has ended, and the next one removes what is pending.
      if (snapshot.state === 'error' || snapshot.progress === 0) return
      snapshot.state = 'completed'
      snapshot.progress = 100
      snapshot.completionTime = new Date().toISOString()
    } catch (error) {
      fail(snapshot, (error as Error).message)
    } finally {
      this.making.delete(snapshot.id)
    }
  }

  private async fill(region: Region, snapshot: Snapshot, source: string): Promise<void> {
    const { kind, storage } = this.cloud.options
    const stop = new AbortController()
    this.making.set(snapshot.id, stop)
    try {
      if (region.snapshots.find(snapshot.id) !== undefined)
        await kind.disks.capture(source, storage.snapshot(snapshot.id), AbortSignal.any([stop.signal, this.cloud.ended]))
      snapshot.progress = 10
    } catch (error) {
      if (!this.cloud.ended.aborted) fail(snapshot, diskFailure(error, `Snapshot ${snapshot.id} could not be made`).message)
    }
    if (region.snapshots.find(snapshot.id) !== undefined) return
    // Deleted meanwhile.
    this.making.delete(snapshot.id)
    await this.sweep()
  }

  /** The snapshot's record is gone: stops its making and frees its content as soon as no volume needs it. */
  releaseSnapshot(id: string): Promise<void> {
    this.making.get(id)?.abort()
    return this.sweep()
  }

  /** The volume's record is gone: its disk goes when nothing reads it any more. */
  async releaseVolume(id: string): Promise<void> {
    await this.idle(id)
    await this.sweep()
  }

  /** Resolves when nothing reads or writes the volume's disk on our behalf. */
  async idle(volumeId: string): Promise<void> {
    await this.busy.get(volumeId)
  }

  async exclusively(volumeId: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.busy.get(volumeId) ?? Promise.resolve()).then(work)
    const settled = turn.catch(() => undefined)
    this.busy.set(volumeId, settled)
    void settled.then(() => this.busy.get(volumeId) === settled && this.busy.delete(volumeId))
    return turn
  }

  /**
   * Removes every content that no record names, that no volume is based on and that nobody is making. `odd` takes files under
   * other names too: what a kind had half made when its process ended.
   */
  sweep(odd = false): Promise<void> {
    this.sweeping = this.sweeping
      .then(() => this.sweepNow(odd))
      .catch(error => this.cloud.options.report(`sweep: ${error.message}`))
    return this.sweeping
  }

  private async sweepNow(odd: boolean): Promise<void> {
    const { kind, storage } = this.cloud.options
    // Volumes before snapshots: an overlay that goes frees what it was based on.
    const stored = [...(await storage.stored())].sort((a, b) => (a.name < b.name ? 1 : -1))
    for (const { name, path } of stored) {
      if (this.busy.has(name) || this.making.has(name) || this.named(name)) continue
      if (!odd && !/^(vol|snap)-[0-9a-f]{17}$/.test(name)) continue
      if (!(await kind.disks.inUse(path))) await kind.disks.remove(path)
    }
  }

  private named(id: string): boolean {
    return this.cloud.allRegions.some(region => region.volumes.find(id) ?? region.snapshots.find(id))
  }
}

function fail(snapshot: Snapshot, message: string): void {
  snapshot.state = 'error'
  snapshot.stateMessage = message
}

export function diskFailure(error: unknown, what: string): Ec2Error {
  if (error instanceof Ec2Error) return error
  const { code, message } = error as NodeJS.ErrnoException
  const why = code === 'ENOSPC' || /No space left/i.test(message) ? 'the disk that holds the sandbox is full' : message
  return internalError(`${what}: ${why}.`)
}

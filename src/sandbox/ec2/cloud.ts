/** What the endpoint serves: the regions' records, the contents on disk and the machines, and when they are written down. */

import type { BaseImage, MachineKind, Report } from '../machines/machine-kind'
import type { Pace } from './behaviour/pace'
import { Contents } from './contents'
import { Machines } from './machines'
import type { Ec2Error } from './protocol/error'
import { publicImages } from './state/public-images'
import type { Image } from './state/records'
import { Region, type SavedRegion } from './state/region'

/** Fixed, and not anyone's: the account ID that AWS uses in its documentation. */
export const accountId = '123456789012'

export interface SavedState {
  readonly version: 1
  readonly regions: readonly SavedRegion[]
}

/** Where records and contents are kept; paths only, no knowledge of EC2. */
export interface Storage {
  readonly volume: (id: string) => string
  readonly snapshot: (id: string) => string
  readonly instance: (id: string) => string
  removeInstance(id: string): Promise<void>
  /** Volumes and snapshots whose content is on disk, by ID; also what was left half made under another name. */
  stored(): Promise<readonly { readonly name: string; readonly path: string }[]>
  load(): Promise<SavedState | undefined>
  save(state: SavedState): Promise<void>
}

export interface CloudOptions {
  readonly kind: MachineKind
  readonly storage: Storage
  readonly baseImages: readonly BaseImage[]
  readonly pace: Pace
  /** Whether there is no machine of this type in this zone just now. */
  readonly lacks: (instanceType: string, zone: string) => boolean
  readonly report: Report
}

export class Cloud {
  readonly contents: Contents
  readonly machines: Machines
  private readonly regions = new Map<string, Region>()
  private readonly published = new Map<string, readonly Image[]>()
  private readonly ending = new AbortController()
  /** Aborted when the sandbox ends. */
  readonly ended = this.ending.signal
  private readonly background = new Set<Promise<void>>()
  private queued: Promise<void> | undefined
  private writing: Promise<void> = Promise.resolve()

  constructor(readonly options: CloudOptions) {
    this.contents = new Contents(this)
    this.machines = new Machines(this)
  }

  restore(saved: SavedState): void {
    for (const region of saved.regions) this.regions.set(region.name, Region.restore(region))
  }

  region(name: string): Region {
    const region = this.regions.get(name) ?? Region.fresh(name)
    this.regions.set(name, region)
    return region
  }

  get allRegions(): readonly Region[] {
    return [...this.regions.values()]
  }

  /** The images that others share with everyone: the base images, the same in every region under IDs of its own. */
  publicImages(region: Region): readonly Image[] {
    const images = this.published.get(region.name) ?? publicImages(region.name, this.options.baseImages)
    this.published.set(region.name, images)
    return images
  }

  usableImages(region: Region): readonly Image[] {
    return [...this.publicImages(region), ...region.images.all()]
  }

  /** An image that the account can use in this region; throws InvalidAMIID.NotFound. */
  image(region: Region, id: string): Image {
    return this.publicImages(region).find(image => image.id === id) ?? region.images.get(id)
  }

  /** Writes the state down as it is now. Calls that come while a write is under way share the next one. */
  save(): Promise<void> {
    if (!this.queued) {
      this.queued = this.writing
        .catch(() => undefined)
        .then(() => {
          this.queued = undefined
          return this.options.storage.save({ version: 1, regions: this.allRegions as readonly unknown[] as SavedRegion[] })
        })
      this.writing = this.queued
    }
    return this.queued
  }

  /** As `Pace`, but nobody waits for it once the sandbox ends. */
  readonly pace: Pace = (transition, signal, progress) => {
    const signals = signal ? [signal, this.ended] : [this.ended]
    return this.options.pace(transition, AbortSignal.any(signals), progress)
  }

  /** Machines off, everything under way finished or given up, state written. */
  async close(graceSeconds: number): Promise<void> {
    this.ending.abort()
    await this.machines.close(graceSeconds)
    await this.settled()
  }

  /** Work that outlives the call that began it. It must handle its own failures; a surprise is reported. */
  run(what: string, work: () => Promise<void>): void {
    const running = work()
      .then(() => this.save())
      .catch((error: Error | Ec2Error) => this.options.report(`${what}: ${error.message}`))
      .finally(() => this.background.delete(running))
    this.background.add(running)
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.background.size > 0) await Promise.all(this.background)
    await this.save()
  }
}

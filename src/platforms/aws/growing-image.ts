/**
 * An image in the making. Its snapshots tell how far they are, so they are what is looked at; the image itself is asked for when
 * they are complete, when there are none to see, and now and then, because it can fail for reasons of its own.
 */
import type { Image, Snapshot } from '@aws-sdk/client-ec2'
import type { Ec2 } from './connect'
import { describeImages, describeSnapshots } from './looks'
import type { Pace } from './pace'
import type { Look } from './poller'

export interface GrowingImage {
  readonly snapshots: readonly Snapshot[]
  /** Whether the image was asked for this time; when it was and is absent, AWS does not know it. */
  readonly isAsked: boolean
  readonly image?: Image
}

/** At least every so many looks the image itself. */
const every = 8

export function growingImages(ec2: Ec2): Look<GrowingImage> {
  const looks = new Map<string, number>()
  return async (ids, signal) => {
    // Progress is only for show: without the permission the image alone must do.
    const snapshots = await describeSnapshots(ec2, ids, signal).catch(() => new Map<string, Snapshot[]>())
    signal.throwIfAborted()
    const asked = ids.filter(id => {
      const look = (looks.get(id) ?? 0) + 1
      looks.set(id, look)
      return look % every === 0 || !isGrowing(snapshots.get(id) ?? [])
    })
    const images = asked.length > 0 ? await describeImages(ec2, asked, signal) : new Map<string, Image>()
    for (const [id, image] of images) if (image.State !== 'pending') looks.delete(id)
    return new Map(
      ids.map(id => [id, { snapshots: snapshots.get(id) ?? [], isAsked: asked.includes(id), image: images.get(id) }]),
    )
  }
}

const isGrowing = (snapshots: readonly Snapshot[]): boolean => snapshots.some(each => each.State === 'pending')

/** Percent of all the image's snapshots together, and what they say about the time that is left. */
export class Progress {
  private percent = -1
  /** When it last went on. */
  private since = Date.now()

  constructor(private readonly tell: (percent: number) => void) {}

  hear(snapshots: readonly Snapshot[]): void {
    const percent = snapshots.length > 0 ? Math.floor(share(snapshots)) : -1
    if (percent <= this.percent) return
    this.tell(percent)
    this.percent = percent
    this.since = Date.now()
  }

  /** Milliseconds until most of what is left is done, if it goes on as it did; undefined when nobody can tell. */
  next(waited: number, { jitter }: Pace): number | undefined {
    if (jitter === 0 || this.percent <= 0 || this.percent >= 100) return undefined
    const left = (waited * (100 - this.percent)) / this.percent
    // Where it has come to a halt, it is not looked at every second.
    return Math.min(Math.max((left * 2) / 3, (Date.now() - this.since) / 4, soonest), longest)
  }
}

/** Milliseconds; snapshots may also be done all of a sudden. */
const [soonest, longest] = [1000, 20_000]

function share(snapshots: readonly Snapshot[]): number {
  const size = (snapshot: Snapshot) => snapshot.VolumeSize ?? 1
  const all = snapshots.reduce((sum, each) => sum + size(each), 0)
  const done = snapshots.reduce((sum, each) => sum + size(each) * (Number.parseFloat(each.Progress ?? '0') || 0), 0)
  return done / all
}

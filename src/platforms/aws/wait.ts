/** What can be waited for in a region, and which of AWS's answers mean that waiting is useless. */
import type { Image, Instance } from '@aws-sdk/client-ec2'
import { delay } from '../../lib/abort'
import { Failure } from '../../model/failure'
import type { Ec2 } from './connect'
import { isAws } from './errors'
import { type GrowingImage, growingImages, Progress } from './growing-image'
import { describeImages, describeInstances } from './looks'
import { growing, type Pace, paceFrom, pause } from './pace'
import { Poller } from './poller'

const minutes = 60_000

/** A wait's own limits, where neither template nor environment sets one. */
const limits = {
  running: 10 * minutes,
  // Bare metal takes up to 20 minutes to stop.
  stopped: 30 * minutes,
  terminated: 30 * minutes,
  // A snapshot takes as long as there is changed data: public builds are known that need 4 hours.
  image: 6 * 60 * minutes,
}

/** Milliseconds in which none of this comes to pass on AWS, by what bakes tell, so nobody looks. */
const firsts = { pending: 2000, running: 4000, stopped: 10_000, terminated: 25_000, image: 10_000 }

interface Pollers {
  readonly instances: Poller<Instance>
  readonly images: Poller<Image>
  readonly growing: Poller<GrowingImage>
}

const pollers = new WeakMap<Ec2, Map<string, Pollers>>()

/** Of all builds that look at this region at this pace. */
function pollersOf(ec2: Ec2, { delay, jitter }: Pace): Pollers {
  const paces = pollers.get(ec2) ?? new Map<string, Pollers>()
  pollers.set(ec2, paces)
  const found = paces.get(`${delay} ${jitter}`) ?? {
    instances: new Poller((ids, signal) => describeInstances(ec2, ids, signal), { delay, jitter }),
    images: new Poller((ids, signal) => describeImages(ec2, ids, signal), { delay, jitter }),
    growing: new Poller(growingImages(ec2), { delay, jitter }),
  }
  paces.set(`${delay} ${jitter}`, found)
  return found
}

export interface Patience {
  readonly signal: AbortSignal
  readonly pace?: Pace
}

export interface InstancePatience extends Patience {
  /** When what leads there was asked for, if that was not now: `Date.now()`. */
  readonly since?: number
  /** Hears what is known at each look; somebody who wants to hear is told early. */
  onLook?(instance: Instance): void
}

export function untilInstance(
  ec2: Ec2,
  id: string,
  state: 'running' | 'stopped' | 'terminated',
  patience: InstancePatience,
): Promise<Instance> {
  const started = Date.now()
  const pace = patience.pace ?? paceFrom(ec2.loopback)
  return pollersOf(ec2, pace).instances.wait({
    id,
    ready: instance => {
      if (instance) patience.onLook?.(instance)
      return instanceIn(state, id, instance, Date.now() - started > consistent(ec2))
    },
    what: `instance ${id} to be ${state}`,
    limit: pace.limit ?? limits[state],
    signal: patience.signal,
    ...rhythm(ec2, pace, patience.onLook ? 'pending' : state, started - (patience.since ?? started)),
  })
}

/** `gone`: milliseconds that have gone by already. */
const rhythm = (ec2: Ec2, pace: Pace, what: keyof typeof firsts, gone = 0) => ({
  first: ec2.loopback || pace.jitter === 0 ? 0 : Math.max(firsts[what] - gone, 0),
  next: growing(pace),
})

/** Milliseconds in which a new thing may still be unknown to a part of AWS. */
const consistent = (ec2: Ec2) => (ec2.loopback ? 2000 : 2 * minutes)

function instanceIn(wanted: string, id: string, instance: Instance | undefined, settled: boolean): Instance | undefined {
  const state = instance?.State?.Name
  if (state === wanted) return instance
  if (!instance) {
    if (!settled) return undefined
    if (wanted === 'terminated') return { InstanceId: id }
    throw new Failure('failed', `Instance ${id} does not exist any more`)
  }
  const gone = state === 'terminated' || state === 'shutting-down'
  const halted = wanted === 'running' && (state === 'stopped' || state === 'stopping')
  if (wanted !== 'terminated' && (gone || halted)) throw lost(instance, wanted)
  return undefined
}

function lost(instance: Instance, wanted: string): Failure {
  const reason = instance.StateReason?.Message ?? instance.StateTransitionReason
  const said = reason ? `: ${reason}` : ''
  return new Failure('failed', `Instance ${instance.InstanceId} is ${instance.State?.Name} and will not be ${wanted}${said}`, {
    advice: adviceFor(instance.StateReason?.Code, reason),
  })
}

function adviceFor(code = '', reason = ''): string | undefined {
  if (code === 'Client.VolumeLimitExceeded') return 'The account has used up its quota of EBS storage in this region.'
  if (code === 'Client.InternalError' || /KMS|\bkey\b/i.test(reason))
    return 'AWS says so when it may not use the KMS key of an encrypted volume: check kms_key_id, and the key policy.'
  if (code === 'Client.InstanceInitiatedShutdown')
    return 'Something inside the machine shut it down; a provisioner, for instance.'
  return undefined
}

export interface ImagePatience extends Patience {
  readonly onProgress?: (percent: number) => void
}

/** With `onProgress` for an image that is being made, without for one that should be there already. */
export async function untilImageAvailable(ec2: Ec2, id: string, patience: ImagePatience): Promise<Image> {
  const pace = patience.pace ?? paceFrom(ec2.loopback)
  const started = Date.now()
  const settled = () => Date.now() - started > consistent(ec2)
  const wait = { id, what: `image ${id} to be available`, limit: pace.limit ?? limits.image, signal: patience.signal }
  const { images, growing: making } = pollersOf(ec2, pace)
  if (!patience.onProgress)
    return images.wait({ ...wait, next: growing(pace), ready: image => availableImage(id, image, settled()) })
  const progress = new Progress(patience.onProgress)
  const { first, next } = rhythm(ec2, pace, 'image')
  return making.wait({
    ...wait,
    first,
    next: waited => progress.next(waited, pace) ?? next(waited),
    ready: found => {
      progress.hear(found?.snapshots ?? [])
      return found?.isAsked ? availableImage(id, found.image, settled()) : undefined
    },
  })
}

function availableImage(id: string, image: Image | undefined, settled: boolean): Image | undefined {
  if (image?.State === 'available') return image
  if (image?.State === 'pending' || (!image && !settled)) return undefined
  const reason = image?.StateReason?.Message
  const state = image ? `is ${image.State}` : 'does not exist any more'
  throw new Failure('failed', `Image ${id} ${state}${reason ? `: ${reason}` : ''}`, {
    advice: adviceFor(image?.StateReason?.Code, reason),
  })
}

/**
 * Tries again as long as AWS answers with one of these codes, or what `refused` recognises: what was just made is not known
 * everywhere at once, what is in use is freed with a delay. `between`: milliseconds from a refusal to the next try; the usual pace.
 */
export async function whileRefused<T>(
  ec2: Pick<Ec2, 'loopback'>,
  refused: readonly string[] | ((error: unknown) => boolean),
  limit: number,
  signal: AbortSignal,
  work: () => Promise<T>,
  between?: number,
): Promise<T> {
  const until = Date.now() + limit
  const isRefused = typeof refused === 'function' ? refused : (error: unknown) => isAws(error, ...refused)
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isRefused(error) || Date.now() >= until) throw error
      await delay(between ?? pause(paceFrom(ec2.loopback, {}, {})), signal)
    }
  }
}

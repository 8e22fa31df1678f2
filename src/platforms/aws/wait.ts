/** What can be waited for in a region, and which of AWS's answers mean that waiting is useless. */
import type { Image, Instance, Snapshot } from '@aws-sdk/client-ec2'
import { delay } from '../../lib/abort'
import { Failure } from '../../model/failure'
import type { Ec2 } from './connect'
import { isAws } from './errors'
import { describeImages, describeInstances, describeSnapshots } from './looks'
import { type Pace, paceFrom, pause } from './pace'
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

interface Pollers {
  readonly instances: Poller<Instance>
  readonly images: Poller<Image>
  readonly snapshots: Poller<readonly Snapshot[]>
}

const pollers = new WeakMap<Ec2, Map<string, Pollers>>()

/** Of all builds that look at this region at this pace. */
function pollersOf(ec2: Ec2, { delay, jitter }: Pace): Pollers {
  const paces = pollers.get(ec2) ?? new Map<string, Pollers>()
  pollers.set(ec2, paces)
  const found = paces.get(`${delay} ${jitter}`) ?? {
    instances: new Poller((ids, signal) => describeInstances(ec2, ids, signal), { delay, jitter }),
    images: new Poller((ids, signal) => describeImages(ec2, ids, signal), { delay, jitter }),
    // Progress is worth a third of the calls that the thing itself is.
    snapshots: new Poller((ids, signal) => describeSnapshots(ec2, ids, signal), { delay: 3 * delay, jitter }),
  }
  paces.set(`${delay} ${jitter}`, found)
  return found
}

export interface Patience {
  readonly signal: AbortSignal
  readonly pace?: Pace
}

export function untilInstance(
  ec2: Ec2,
  id: string,
  state: 'running' | 'stopped' | 'terminated',
  patience: Patience,
): Promise<Instance> {
  const started = Date.now()
  const pace = patience.pace ?? paceFrom(ec2.loopback)
  return pollersOf(ec2, pace).instances.wait({
    id,
    ready: instance => instanceIn(state, id, instance, Date.now() - started > consistent(ec2)),
    what: `instance ${id} to be ${state}`,
    limit: pace.limit ?? limits[state],
    signal: patience.signal,
  })
}

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

export async function untilImageAvailable(ec2: Ec2, id: string, patience: ImagePatience): Promise<Image> {
  const pace = patience.pace ?? paceFrom(ec2.loopback)
  const done = new AbortController()
  const signal = AbortSignal.any([patience.signal, done.signal])
  const started = Date.now()
  void followSnapshots(ec2, id, { signal, pace, onProgress: patience.onProgress })
  try {
    return await pollersOf(ec2, pace).images.wait({
      id,
      ready: image => availableImage(id, image, Date.now() - started > consistent(ec2)),
      what: `image ${id} to be available`,
      limit: pace.limit ?? limits.image,
      signal: patience.signal,
    })
  } finally {
    done.abort()
  }
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

/** Percent of all the image's snapshots together. Only for show: when it cannot be told, nothing is shown and nothing fails. */
async function followSnapshots(
  ec2: Ec2,
  id: string,
  { signal, pace, onProgress }: ImagePatience & { pace: Pace },
): Promise<void> {
  if (!onProgress) return
  let last = -1
  const ready = (snapshots: readonly Snapshot[] | undefined) => {
    const percent = snapshots?.length ? Math.floor(progress(snapshots)) : -1
    if (percent > last) onProgress(percent)
    last = Math.max(last, percent)
    return percent >= 100 ? true : undefined
  }
  const what = `snapshots of ${id}`
  await pollersOf(ec2, pace)
    .snapshots.wait({ id, ready, what, limit: limits.image, signal })
    .catch(() => undefined)
}

function progress(snapshots: readonly Snapshot[]): number {
  const size = (snapshot: Snapshot) => snapshot.VolumeSize ?? 1
  const all = snapshots.reduce((sum, each) => sum + size(each), 0)
  const done = snapshots.reduce((sum, each) => sum + size(each) * (Number.parseFloat(each.Progress ?? '0') || 0), 0)
  return done / all
}

/**
 * Tries again as long as AWS answers with one of these codes, or what `refused` recognises: what was just made is not known
 * everywhere at once, what is in use is freed with a delay.
 */
export async function whileRefused<T>(
  ec2: Pick<Ec2, 'loopback'>,
  refused: readonly string[] | ((error: unknown) => boolean),
  limit: number,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const until = Date.now() + limit
  const isRefused = typeof refused === 'function' ? refused : (error: unknown) => isAws(error, ...refused)
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isRefused(error) || Date.now() >= until) throw error
      await delay(pause(paceFrom(ec2.loopback, {}, {})), signal)
    }
  }
}

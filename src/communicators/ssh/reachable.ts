/**
 * Keeps trying until the machine lets us in. Steps are quick, because a machine is ready at a moment that nobody tells us, and
 * every second of waiting is a second of somebody's pipeline.
 */
import type { Client } from 'ssh2'
import { abortable, delay } from '../../lib/abort'
import { type Attempt, attempt, type LinkSettings } from './attempt'
import type { Dial } from './dial'
import { type Obstacle, obstacleOf, stalled } from './obstacle'

/** Port forwarders accept connections that nobody serves yet, so a silent attempt is overlapped by the next, up to so many. */
const OVERLAPPING = 4
const OVERLAP_MILLISECONDS = 2_500

export interface Patience {
  /** Refused log-ins before giving up; 0 without end. */
  readonly logins: number
  /** Milliseconds between attempts: from the first to the longest. */
  readonly first: number
  readonly longest: number
}

/** Rejects with the last Obstacle when it is final or log-ins are used up, and with the signal's reason. */
export async function untilReachable(
  dial: Dial,
  settings: LinkSettings,
  patience: Patience,
  signal: AbortSignal,
  tell: (obstacle: Obstacle) => void,
): Promise<Client> {
  let refused = 0
  // An attempt that is cut short by the end of the time says less than those before it.
  let hasTold = false
  for (let pause = patience.first; ; pause = Math.min(pause * 1.5, patience.longest)) {
    const outcome = await firstToAnswer(dial, settings, OVERLAP_MILLISECONDS, signal, hasTold ? undefined : tell).catch(
      obstacleOf,
    )
    if (!(outcome instanceof Error)) return outcome
    signal.throwIfAborted()
    tell(outcome)
    hasTold = true
    if (outcome.kind === 'authentication') refused++
    if (outcome.final || (patience.logins > 0 && refused >= patience.logins)) throw outcome
    await delay(outcome.kind === 'authentication' ? loginPause(refused) : pause, signal)
  }
}

/** Ten log-ins at this pace last as long as cloud-init needs to install the key, and stay below sshd's penalties for guessing. */
const loginPause = (refused: number): number => Math.min(refused * 1000, 7000)

/** Only the first that is answered goes on; what the others say is not listened to. */
async function firstToAnswer(
  dial: Dial,
  settings: LinkSettings,
  overlap: number,
  signal: AbortSignal,
  tell?: (obstacle: Obstacle) => void,
): Promise<Client> {
  const others = new AbortController()
  const knock = async (): Promise<Attempt> => {
    const one = attempt(await dial(AbortSignal.any([signal, others.signal])), settings)
    others.signal.addEventListener('abort', () => one !== chosen && one.abandon())
    if (others.signal.aborted) one.abandon()
    await Promise.race([one.answered, one.ready])
    return one
  }
  let chosen: Attempt | undefined
  try {
    chosen = await abortable(overlapping(knock, overlap), signal)
  } finally {
    others.abort()
  }
  const giveUp = () => {
    tell?.(stalled())
    chosen.abandon()
  }
  signal.addEventListener('abort', giveUp)
  try {
    return await abortable(chosen.ready, signal)
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

/** The first of several knocks that is answered; each next one starts when those before it stay silent. Fails with the first failure. */
function overlapping(knock: () => Promise<Attempt>, overlap: number): Promise<Attempt> {
  return new Promise((resolve, reject) => {
    let count = 0
    const start = () => {
      if (++count >= OVERLAPPING) clearInterval(timer)
      knock()
        .finally(() => clearInterval(timer))
        .then(resolve, reject)
    }
    const timer = setInterval(start, overlap)
    start()
  })
}

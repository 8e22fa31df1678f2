/** How often and how long is waited, from aws_polling and the environment variables that Packer's users know. */

export interface Pace {
  /** Milliseconds between two looks. */
  readonly delay: number
  /** Share of `delay` by which each pause differs, so that many builds do not ask in step. */
  readonly jitter: number
  /** Milliseconds until giving up, instead of each wait's own limit. */
  readonly limit?: number
}

export interface Polling {
  readonly delay_seconds?: number
  readonly max_attempts?: number
}

/** 3 to 3.5 s: AWS's own waiters grow to 120 s and notice a minute late; Describe calls at this rate are far below any limit. */
const usual: Pace = { delay: 3250, jitter: 0.075 }
/** A sandbox on this machine answers within milliseconds, has no rate limit, and its light machines are ready at once. */
const nearby: Pace = { delay: 250, jitter: 0.25 }
/** What `max_attempts` alone counts in: the seconds between two of Packer's looks. */
const packersDelay = 15

export function paceFrom(loopback: boolean, polling: Polling = {}, env: NodeJS.ProcessEnv = process.env): Pace {
  const seconds = polling.delay_seconds ?? whole(env.AWS_POLL_DELAY_SECONDS)
  const attempts = polling.max_attempts ?? whole(env.AWS_MAX_ATTEMPTS)
  const timeout = whole(env.AWS_TIMEOUT_SECONDS)
  const pace = seconds ? { delay: seconds * 1000, jitter: 0 } : loopback ? nearby : usual
  if (attempts) return { ...pace, limit: attempts * (seconds || packersDelay) * 1000 }
  return timeout ? { ...pace, limit: timeout * 1000 } : pace
}

const whole = (text: string | undefined): number | undefined =>
  text && /^\d+$/.test(text) ? Number(text) || undefined : undefined

/** Nobody minds a twentieth more of a wait; a look every few seconds for half an hour costs calls that others need. */
const share = 0.1
const longest = 15_000

/** For a wait that has lasted `waited` milliseconds: the pace at first, longer pauses in longer waits. What is set is kept to. */
export const growing =
  (pace: Pace) =>
  (waited: number): number =>
    pace.jitter === 0 ? 0 : Math.min(Math.max(waited * share, pause(pace)), longest)

/** Milliseconds between two calls at least, whoever wants them; what is set is kept to. */
export const gap = (pace: Pick<Pace, 'delay' | 'jitter'>): number => (pace.jitter === 0 ? pace.delay : Math.min(pace.delay, 1000))

/** Milliseconds until the next look. */
export const pause = ({ delay, jitter }: Pick<Pace, 'delay' | 'jitter'>): number => delay * (1 + jitter * (2 * Math.random() - 1))

/**
 * Waits of many builds as one: whoever waits for an instance shares one DescribeInstances with everybody who waits for another
 * one in the same region. A thing that is not (yet) known is simply absent from an answer, so it cannot spoil the others'.
 */
import { delay } from '../../lib/abort'
import { Failure } from '../../model/failure'
import { gap, type Pace } from './pace'

/** Answers for as many of the IDs as exist. */
export type Look<T> = (ids: readonly string[], signal: AbortSignal) => Promise<ReadonlyMap<string, T>>

export interface Wait<T, R> {
  readonly id: string
  /** Undefined: not yet. Throws when it will never be. `thing` is undefined as long as the API does not know it. */
  ready(thing: T | undefined): R | undefined
  readonly signal: AbortSignal
  /** Milliseconds. */
  readonly limit: number
  /** "i-1 to stop", for the sentence when the limit is reached. */
  readonly what: string
  /** Milliseconds before the first look: nothing is ready sooner. 0. */
  readonly first?: number
  /** Milliseconds until the next look, by those waited so far; as soon as may be. When others look sooner, all do. */
  next?(waited: number): number
}

interface Waiter<T> {
  readonly wait: Wait<T, unknown>
  readonly began: number
  readonly until: number
  /** When it wants the next look. */
  due: number
  resolve(result: unknown): void
  reject(reason: unknown): void
}

export class Poller<T> {
  private readonly waiters = new Set<Waiter<T>>()
  private round: AbortController | undefined
  /** Ends the pause before a look: somebody has come who wants it sooner. */
  private alarm = new AbortController()

  constructor(
    private readonly look: Look<T>,
    private readonly pace: Pick<Pace, 'delay' | 'jitter'>,
  ) {}

  async wait<R>(wait: Wait<T, R>): Promise<R> {
    wait.signal.throwIfAborted()
    let leave: (() => void) | undefined
    try {
      return await new Promise<R>((resolve, reject) => {
        const began = Date.now()
        const times = { began, until: began + wait.limit, due: began + (wait.first ?? 0) }
        const waiter: Waiter<T> = { wait, ...times, resolve: result => resolve(result as R), reject }
        const interrupted = () => reject(wait.signal.reason)
        leave = () => {
          wait.signal.removeEventListener('abort', interrupted)
          this.waiters.delete(waiter)
          if (this.waiters.size === 0) this.round?.abort()
        }
        wait.signal.addEventListener('abort', interrupted, { once: true })
        this.waiters.add(waiter)
        if (!this.round) void this.rounds()
        else this.alarm.abort()
      })
    } finally {
      leave?.()
    }
  }

  /** Runs as long as anybody waits. */
  private async rounds(): Promise<void> {
    const round = new AbortController()
    this.round = round
    try {
      for (let soonest = 0; this.waiters.size > 0; soonest = Date.now() + gap(this.pace)) {
        await this.untilDue(soonest, round.signal)
        if (this.waiters.size > 0) await this.lookOnce(round.signal)
      }
    } catch (error) {
      if (!round.signal.aborted) for (const waiter of this.waiters) waiter.reject(error)
    } finally {
      this.round = undefined
      if (round.signal.aborted && this.waiters.size > 0) void this.rounds()
    }
  }

  /** Two looks are never closer than the pace says, however many wait. */
  private async untilDue(soonest: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const wanted = Math.min(...[...this.waiters].map(({ due }) => due))
      const milliseconds = Math.max(wanted, soonest) - Date.now()
      if (milliseconds <= 0 || this.waiters.size === 0) return
      this.alarm = new AbortController()
      await delay(milliseconds, AbortSignal.any([signal, this.alarm.signal])).catch(() => signal.throwIfAborted())
    }
  }

  private async lookOnce(signal: AbortSignal): Promise<void> {
    const asked = [...this.waiters]
    const found = await this.look([...new Set(asked.map(({ wait }) => wait.id))], signal)
    const now = Date.now()
    for (const waiter of asked) {
      settle(waiter, found.get(waiter.wait.id))
      waiter.due = now + (waiter.wait.next?.(now - waiter.began) ?? 0)
    }
  }
}

function settle<T>({ wait, until, resolve, reject }: Waiter<T>, thing: T | undefined): void {
  try {
    const result = wait.ready(thing)
    if (result !== undefined) resolve(result)
    else if (Date.now() >= until) reject(tooLong(wait))
  } catch (error) {
    reject(error)
  }
}

function tooLong({ what, limit }: Wait<never, unknown>): Failure {
  const seconds = limit / 1000
  const time = seconds >= 120 ? `${Math.round(seconds / 60)} minutes` : `${seconds} seconds`
  return new Failure('failed', `Waited ${time} for ${what}, in vain`, {
    advice: 'If AWS is only slow, give it more time with aws_polling { max_attempts = … } in the source block.',
  })
}

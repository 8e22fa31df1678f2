/**
 * Calls of many builds as one: what several ask of a region in the same moment goes in one call. Nobody joins a call that is on
 * its way already, so an answer is never older than its question.
 */
import { abortable, delay } from '../../lib/abort'
import { AwsError, isAws } from './errors'

export interface Rhythm {
  /** Milliseconds for which the first waits for company. */
  readonly instant: number
  /** Milliseconds between two calls, in which more may come. */
  readonly spacing: number
  /** At most so many things in one call. */
  readonly size: number
}

interface Question<Item, Answer> {
  readonly item: Item
  readonly signal: AbortSignal
  resolve(answer: Answer): void
  reject(reason: unknown): void
}

export class Batch<Item, Answer> {
  private waiting: Question<Item, Answer>[] = []
  private busy = false
  private last = 0

  /** `send` asks for all items at once; what it resolves with tells each its own answer. */
  constructor(
    private readonly send: (items: readonly Item[], signal: AbortSignal) => Promise<(item: Item) => Answer>,
    private readonly rhythm: Rhythm,
  ) {}

  ask(item: Item, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted()
    const answer = new Promise<Answer>((resolve, reject) => this.waiting.push({ item, signal, resolve, reject }))
    if (!this.busy) void this.rounds()
    return abortable(answer, signal)
  }

  private async rounds(): Promise<void> {
    this.busy = true
    while (this.waiting.length > 0) {
      await delay(Math.max(this.rhythm.instant, this.last + this.rhythm.spacing - Date.now()))
      this.last = Date.now()
      const now = this.waiting.splice(0, this.rhythm.size).filter(({ signal }) => !signal.aborted)
      if (now.length > 0) void this.together(now)
    }
    this.busy = false
  }

  /** When AWS refuses, one of them may be to blame, and the others shall not suffer for it: each is asked for alone. */
  private async together(questions: readonly Question<Item, Answer>[]): Promise<void> {
    const items = [...new Set(questions.map(({ item }) => item))]
    try {
      const answer = await this.send(items, untilAllAbort(questions.map(({ signal }) => signal)))
      for (const { item, resolve } of questions) resolve(answer(item))
    } catch (error) {
      if (items.length > 1 && isOnesFault(error)) for (const question of questions) void this.together([question])
      else for (const { reject } of questions) reject(error)
    }
  }
}

/** Not one that concerns all calls of this kind. */
const isOnesFault = (error: unknown): boolean =>
  error instanceof AwsError &&
  (error.status ?? 500) < 500 &&
  !isAws(error, 'RequestLimitExceeded', 'Throttling*', 'Expired*', 'RequestExpired', 'AuthFailure')

/** A call that nobody waits for any more is given up. */
function untilAllAbort(signals: readonly AbortSignal[]): AbortSignal {
  const distinct = new Set(signals)
  const [only] = distinct
  if (only && distinct.size === 1) return only
  const controller = new AbortController()
  let left = distinct.size
  const one = () => {
    left -= 1
    if (left === 0) controller.abort(only?.reason)
  }
  for (const signal of distinct) signal.addEventListener('abort', one, { once: true })
  return controller.signal
}

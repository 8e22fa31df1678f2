/**
 * The one primitive for holding things. Whatever could be left behind is acquired here: the intent is on disk and the release
 * is queued before the create begins, releases go newest first, and one that fails does not keep the others from theirs.
 */
import { abortable, delay, timeLimit } from '../lib/abort'
import { Failure } from '../model/failure'
import type { HandedOver, Leftover } from '../model/report'
import type { ResourceKind, ResourceRecord } from '../model/resource'
import { Hold } from './hold'
import type { Ledger } from './ledger'

/** Passes over what could not be released at first: often something else had to go before. */
const PASSES = 3
const MILLISECONDS_BETWEEN_PASSES = 2000
/** For one release in one pass, so that one that hangs leaves time for the others. */
const RELEASE_MILLISECONDS = 180_000

export class Scope {
  private readonly holds: Hold[] = []
  private readonly nested: Scope[] = []
  private readonly borrowed = new Map<string, ResourceKind<never>>()
  private closed = false

  constructor(
    private readonly ledger: Ledger,
    private readonly millisecondsBetweenPasses = MILLISECONDS_BETWEEN_PASSES,
  ) {}

  /** A scope that ends before this one does, and at the latest with it. */
  nest(): Scope {
    const scope = new Scope(this.ledger, this.millisecondsBetweenPasses)
    this.nested.push(scope)
    return scope
  }

  /** Takes over what another process left behind. Call it oldest first. */
  adopt(kind: ResourceKind<never>, token: string, id: string | undefined, record?: ResourceRecord): void {
    this.holds.push(new Hold(kind, this.ledger, false, token, id, record))
  }

  /** What another run handed over: it can be released early, and else stays where it is when the scope ends. */
  borrow(kind: ResourceKind<never>, id: string): void {
    this.borrowed.set(id, kind)
  }

  /** `keep`: released only when the scope ends in failure. Rejects at once when `signal` aborts; what succeeds late is released. */
  async acquire<Request, Id extends string>(
    kind: ResourceKind<Request, Id>,
    request: Request,
    signal: AbortSignal,
    keep = false,
  ): Promise<Id> {
    signal.throwIfAborted()
    this.refuseWhenClosed(kind.name)
    const record = kind.record?.(request)
    const hold = new Hold(kind as unknown as ResourceKind<never>, this.ledger, keep, undefined, undefined, record)
    this.holds.push(hold)
    await hold.intend()
    if (signal.aborted || this.closed) {
      await hold.forget()
      signal.throwIfAborted()
      this.refuseWhenClosed(kind.name)
    }
    return abortable(hold.create(token => kind.create(request, token, signal)) as Promise<Id>, signal)
  }

  /** Releases one early. When that fails it stays queued for the end, and the failure is thrown. */
  async release(id: string, signal: AbortSignal): Promise<void> {
    const borrowed = this.borrowed.get(id)
    if (borrowed) {
      await borrowed.release(id as never, signal)
      this.borrowed.delete(id)
      return
    }
    const hold = this.holds.findLast(candidate => candidate.id === id && candidate.held)
    if (!hold) throw new Error(`release of ${id}, which this scope does not hold`)
    await hold.release(signal)
  }

  /** What was kept is the user's from now on: all of it in one write, so that no process ever finds a part of it published. */
  async publish(): Promise<void> {
    await Promise.all(this.holds.filter(hold => hold.keep && hold.held).map(hold => hold.publish()))
  }

  /** What was kept is for another run to publish: this one does not remove it any more. */
  async handOver(): Promise<readonly HandedOver[]> {
    const kept = this.holds.filter(hold => hold.keep && hold.held).map(hold => hold.handedOver())
    await this.publish()
    return kept
  }

  /** The id of the candidate: what was kept last. */
  get candidateId(): string | undefined {
    return this.holds.findLast(hold => hold.keep && hold.held)?.id
  }

  /** Sends what stops cost, for everything at once, and waits for no effect. Failures do not matter: `close` comes after. */
  async hasten(signal: AbortSignal): Promise<void> {
    await Promise.allSettled([...this.nested.map(scope => scope.hasten(signal)), ...this.holds.map(hold => hold.hasten(signal))])
  }

  /** Releases all that is held, newest first, and says what remains. Never throws. */
  async close(signal: AbortSignal): Promise<Leftover[]> {
    this.closed = true
    const remaining: Leftover[] = []
    for (const scope of this.nested.toReversed()) remaining.push(...(await scope.close(signal)))
    let waiting = this.holds.filter(hold => hold.held).reverse()
    for (let pass = 1; ; pass++) {
      const failed: { hold: Hold; error: unknown }[] = []
      for (const hold of waiting) await inTime(hold, signal).catch(error => failed.push({ hold, error }))
      if (failed.length === 0 || pass === PASSES || signal.aborted)
        return [...remaining, ...failed.map(({ hold, error }) => hold.leftover(reasonOf(error)))]
      waiting = failed.map(({ hold }) => hold)
      await delay(this.millisecondsBetweenPasses, signal).catch(() => {})
    }
  }

  /** Leaves everything where it is (-on-error=abort) and says what that is. */
  abandon(reason: string): Leftover[] {
    this.closed = true
    return [
      ...this.nested.flatMap(scope => scope.abandon(reason)),
      ...this.holds.filter(hold => hold.held).map(hold => hold.leftover(reason)),
    ]
  }

  /** Of all that was ever created here and is not the user's: how many there were, and how many are still held. */
  counts(): { held: number; total: number } {
    const own = { held: this.holds.filter(hold => hold.held).length, total: this.holds.filter(hold => hold.answeredFor).length }
    return this.nested.map(scope => scope.counts()).reduce((a, b) => ({ held: a.held + b.held, total: a.total + b.total }), own)
  }

  private refuseWhenClosed(kind: string): void {
    if (this.closed) throw new Failure('interrupted', `No ${kind} is created any more: clean-up has begun`)
  }
}

async function inTime(hold: Hold, signal: AbortSignal): Promise<void> {
  const limit = timeLimit(RELEASE_MILLISECONDS, new Error(`not gone after ${RELEASE_MILLISECONDS / 1000} seconds`))
  try {
    await hold.release(AbortSignal.any([signal, limit.signal]))
  } finally {
    limit.stop()
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

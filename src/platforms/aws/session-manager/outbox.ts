/** Input that was sent and not acknowledged yet: sent again in time, in a window that holds back whoever writes too fast. */

/** Messages; with 1024 bytes in each, 2.5 MB/s at a round trip of 0.1 s. */
const WINDOW = 256
/** Milliseconds before a message is sent again; in between it follows the round trips. */
const SHORTEST_TIMEOUT = 200
const LONGEST_TIMEOUT = 1000
const GRANULARITY = 10
/** A message of whose resends so many were overtaken, by a later one that was acknowledged, had arrived before: agents acknowledge once only. */
const OVERTAKEN = 5

interface Sent {
  readonly frame: Buffer
  readonly firstSent: number
  lastSent: number
  /** Of all frames that went out. */
  order: number
  resends: number
  overtakes: number
  overtaken: boolean
  readonly arrived?: () => void
}

export class Outbox {
  private readonly waiting = new Map<number, Sent>()
  private readonly writers: (() => void)[] = []
  private order = 0
  private roundTrip = 100
  private variation = 0
  private timeout = SHORTEST_TIMEOUT
  /** Milliseconds of the epoch: when something was acknowledged last, or the first came into an empty box. */
  private progress = 0

  constructor(
    private readonly transmit: (frame: Buffer) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Resolves when the next may come. `arrived`: it is acknowledged, or never will be. */
  async put(sequence: number, frame: Buffer, arrived?: () => void): Promise<void> {
    const now = this.now()
    if (this.waiting.size === 0) this.progress = now
    const sent = {
      frame,
      firstSent: now,
      lastSent: now,
      order: ++this.order,
      resends: 0,
      overtakes: 0,
      overtaken: false,
      arrived,
    }
    this.waiting.set(sequence, sent)
    this.transmit(frame)
    if (this.waiting.size >= WINDOW) await new Promise<void>(resume => this.writers.push(resume))
  }

  acknowledged(sequence: number): void {
    const sent = this.waiting.get(sequence)
    if (!sent) return
    this.forget(sequence)
    // The answer to a message that went out twice does not say which of the two it answers.
    if (sent.resends === 0) this.measure(this.now() - sent.firstSent)
    for (const [earlier, other] of this.waiting) {
      if (earlier > sequence) break
      if (other.resends === 0 || other.overtaken || other.order > sent.order) continue
      other.overtaken = true
      if (++other.overtakes >= OVERTAKEN) this.forget(earlier)
    }
  }

  /** Sends again what is overdue; all of it when the way is a new one. */
  resend(all = false): void {
    const now = this.now()
    for (const sent of this.waiting.values()) {
      if (!all && now - sent.lastSent < this.timeout) continue
      Object.assign(sent, { lastSent: now, order: ++this.order, resends: sent.resends + 1, overtaken: false })
      this.transmit(sent.frame)
    }
  }

  /** Milliseconds for which nothing was acknowledged of what waits; 0 when nothing waits. */
  get stalled(): number {
    return this.waiting.size === 0 ? 0 : this.now() - this.progress
  }

  /** Whoever waits for room goes on. */
  close(): void {
    for (const sequence of [...this.waiting.keys()]) this.forget(sequence)
    for (const resume of this.writers.splice(0)) resume()
  }

  private forget(sequence: number): void {
    this.waiting.get(sequence)?.arrived?.()
    this.waiting.delete(sequence)
    this.progress = this.now()
    if (this.waiting.size < WINDOW) for (const resume of this.writers.splice(0)) resume()
  }

  /** As TCP does (RFC 6298). */
  private measure(roundTrip: number): void {
    this.variation = 0.75 * this.variation + 0.25 * Math.abs(this.roundTrip - roundTrip)
    this.roundTrip = 0.875 * this.roundTrip + 0.125 * roundTrip
    const timeout = this.roundTrip + Math.max(GRANULARITY, 4 * this.variation)
    this.timeout = Math.min(LONGEST_TIMEOUT, Math.max(SHORTEST_TIMEOUT, timeout))
  }
}

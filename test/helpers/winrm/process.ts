/** A process on the pretended machine: what it put out and nobody fetched yet, what it is told on its input, and how it ends. */
import { setTimeout as sleep } from 'node:timers/promises'

export type StreamName = 'stdout' | 'stderr'

/** What Windows tells of a process that Ctrl+C ended. */
export const CONTROL_C = 0xc000013a

export class RemoteProcess {
  private readonly waiting: { readonly stream: StreamName; bytes: Buffer }[] = []
  private readonly input: Buffer[] = []
  private readonly stopping = new AbortController()
  private wake: (() => void)[] = []
  private inputEnded = false
  /** Defined when it has ended. */
  exitCode: number | undefined

  constructor(
    /** As `cmd /c` would get it. */
    readonly commandLine: string,
    readonly environment: Readonly<Record<string, string>> = {},
  ) {}

  /** Aborts when the process is to end at once. */
  get signal(): AbortSignal {
    return this.stopping.signal
  }

  write(stream: StreamName, bytes: Buffer): void {
    if (this.exitCode !== undefined || bytes.length === 0) return
    this.waiting.push({ stream, bytes })
    this.changed()
  }

  end(exitCode: number): void {
    this.exitCode ??= exitCode >>> 0
    this.changed()
  }

  stop(): void {
    this.stopping.abort(new Error('the process was ended'))
    this.end(CONTROL_C)
  }

  feed(bytes: Buffer, last: boolean): void {
    this.input.push(bytes)
    this.inputEnded ||= last
    this.changed()
  }

  /** The next piece of its input; undefined at the end. */
  async read(): Promise<Buffer | undefined> {
    for (;;) {
      this.signal.throwIfAborted()
      const next = this.input.shift()
      if (next?.length) return next
      if (!next && this.inputEnded) return undefined
      if (!next) await this.change(60_000)
    }
  }

  get hasOutput(): boolean {
    return this.waiting.length > 0
  }

  /** At most so many bytes of output, in order. */
  take(most: number): { readonly stream: StreamName; readonly bytes: Buffer }[] {
    const taken: { stream: StreamName; bytes: Buffer }[] = []
    for (let left = most; left > 0 && this.waiting.length > 0; ) {
      const first = this.waiting[0]!
      const bytes = first.bytes.subarray(0, left)
      taken.push({ stream: first.stream, bytes })
      left -= bytes.length
      first.bytes = first.bytes.subarray(bytes.length)
      if (first.bytes.length === 0) this.waiting.shift()
    }
    return taken
  }

  /** Resolves at the next output, input or end, or after so many milliseconds. */
  async change(milliseconds: number): Promise<void> {
    const over = new AbortController()
    const woken = new Promise<void>(resolve => this.wake.push(resolve))
    await Promise.race([woken, sleep(milliseconds, undefined, { signal: over.signal, ref: false }).catch(() => undefined)])
    over.abort()
  }

  private changed(): void {
    const wake = this.wake
    this.wake = []
    for (const resolve of wake) resolve()
  }
}

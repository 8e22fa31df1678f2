/** One thing that a run answers for, from the intent to its end; every change of state reaches the journal first. */
import { abortable, timeLimit } from '../lib/abort'
import { Failure } from '../model/failure'
import type { HandedOver, Leftover } from '../model/report'
import type { ResourceKind, ResourceRecord } from '../model/resource'
import type { Ledger } from './ledger'

/** How long a create that was given up on may still take to say what it made. */
const LATE_MILLISECONDS = 15_000

type State = 'intended' | 'created' | 'released' | 'published'

export class Hold {
  private state: State
  private creation: Promise<void> | undefined
  private creating = false
  private releasing: Promise<void> | undefined

  /** `token`, `id` and `record` are given for what another process left; without an id it is looked for. */
  constructor(
    private readonly kind: ResourceKind<never>,
    private readonly ledger: Ledger,
    readonly keep: boolean,
    readonly token = ledger.newToken(),
    public id: string | undefined = undefined,
    private readonly record: ResourceRecord | undefined = undefined,
  ) {
    this.state = id === undefined ? 'intended' : 'created'
  }

  get held(): boolean {
    return this.state === 'intended' || this.state === 'created'
  }

  get answeredFor(): boolean {
    return this.state !== 'published'
  }

  async intend(): Promise<void> {
    const { name: kind, place } = this.kind
    try {
      const { token, record, ledger } = this
      await ledger.journal.append({ type: 'intended', token, kind, place, build: ledger.build, record })
    } catch (cause) {
      this.state = 'released'
      throw new Failure('failed', `The journal could not be written (${(cause as Error).message}), so no ${kind} was created`, {
        advice: 'Free space, or name another folder with INGOT_STATE_DIR.',
        cause,
      })
    }
    this.announce('intended')
  }

  /** The intent came to nothing before anything was asked for. */
  forget(): Promise<void> {
    return this.end('released')
  }

  create(work: (token: string) => Promise<string>): Promise<string> {
    this.creating = true
    const creation = work(this.token).then(
      async id => {
        this.id = id
        this.state = 'created'
        await this.ledger.journal.append({ type: 'created', token: this.token, id })
        this.announce('created')
        return id
      },
      async error => {
        if (this.kind.refused?.(error)) await this.end('released')
        throw error
      },
    )
    this.creation = creation.then(
      () => {},
      () => {},
    )
    this.creation.finally(() => {
      this.creating = false
    })
    return creation
  }

  /** Joins a release that is under way; when it failed, a later call tries again. */
  release(signal: AbortSignal): Promise<void> {
    if (!this.held) return Promise.resolve()
    this.releasing ??= this.remove(signal).finally(() => {
      this.releasing = undefined
    })
    return abortable(this.releasing, signal)
  }

  async hasten(signal: AbortSignal): Promise<void> {
    if (!this.held || !this.kind.hasten) return
    const ids = await this.ids(signal)
    await Promise.allSettled(ids.map(id => this.kind.hasten?.(id, signal)))
  }

  async publish(): Promise<void> {
    await this.end('published')
  }

  handedOver(): HandedOver {
    return { kind: this.kind.name, id: this.id ?? this.token, place: this.kind.place }
  }

  leftover(reason: string): Leftover {
    return { build: this.ledger.build, kind: this.kind.name, id: this.id ?? this.token, place: this.kind.place, reason }
  }

  /** Without an id the reply was lost or there was none: whatever bears the token is ours. */
  private async remove(signal: AbortSignal): Promise<void> {
    await this.outlastCreation(signal)
    if (!this.held) return
    for (const id of await this.ids(signal)) await this.kind.release(id, signal, this.record)
    if (this.creating) throw new Error('its creation has not been answered yet, so it may still appear')
    await this.end('released')
  }

  private async ids(signal: AbortSignal): Promise<readonly string[]> {
    return this.id === undefined ? this.kind.find(this.token, signal, this.record) : [this.id]
  }

  private async outlastCreation(signal: AbortSignal): Promise<void> {
    if (!this.creation || !this.creating) return
    const late = timeLimit(LATE_MILLISECONDS, new Error('the create has not been answered'))
    await abortable(this.creation, AbortSignal.any([signal, late.signal])).catch(() => {})
    late.stop()
    signal.throwIfAborted()
  }

  /** A release that the journal misses is only done once more; a publication that it misses would be undone. */
  private async end(state: 'released' | 'published'): Promise<void> {
    const written = this.ledger.journal.append({ type: state, token: this.token })
    await (state === 'released' ? written.catch(() => {}) : written)
    this.state = state
    this.announce(state)
  }

  private announce(state: State): void {
    const { name: kind, place } = this.kind
    const where = state === 'intended' ? { place } : {}
    this.ledger.emit({ type: 'resource', build: this.ledger.build, state, kind, token: this.token, id: this.id, ...where })
  }
}

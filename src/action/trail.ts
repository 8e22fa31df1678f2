/** Where a run may have made things, kept in the runner's own state: when the journal is gone, post looks there by tag. */
import { getState, saveState } from '@actions/core'
import type { SandboxRecord } from '../engine/journal'
import type { Event } from '../model/event'
import type { Report, WrittenFile } from '../model/report'
import type { Place } from '../model/resource'
import type { Sink } from '../model/sink'

const TRAIL = 'trail'

export interface Trail {
  readonly run: string
  readonly places: readonly Place[]
  /** The embedded sandbox in which those places are. */
  readonly sandbox?: SandboxRecord
}

/** Saves each new place before the first create there; and that nothing is left, once the run has said so. */
export class TrailKeeper implements Sink {
  readonly name = 'state for post'
  private readonly places = new Map<string, Place>()

  constructor(
    private readonly run: string,
    private readonly sandbox: SandboxRecord | undefined,
  ) {}

  handle(event: Event): void {
    if (event.type !== 'resource' || !event.place) return
    const key = JSON.stringify(event.place)
    if (this.places.has(key)) return
    this.places.set(key, event.place)
    saveState(TRAIL, { run: this.run, places: [...this.places.values()], sandbox: this.sandbox } satisfies Trail)
  }

  async finish({ leftovers }: Report): Promise<readonly WrittenFile[]> {
    if (this.places.size > 0 && leftovers.length === 0) saveState(TRAIL, '')
    return []
  }
}

/** Undefined when the run made nothing, or has itself seen to it that nothing is left. */
export function savedTrail(): Trail | undefined {
  const text = getState(TRAIL)
  return text === '' ? undefined : (JSON.parse(text) as Trail)
}

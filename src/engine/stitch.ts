/** Output lines that are too long for one event come in parts; a secret that a cut runs through is put together again. */
import { LONGEST } from '../lib/lines'
import type { Event } from '../model/event'
import type { Redactor } from './redact'

type Output = Extract<Event, { type: 'output' }>

export class Stitcher {
  /** The end of the last part, by stream, where a secret may have begun. */
  private readonly held = new Map<string, Output>()

  constructor(private readonly redactor: Redactor) {}

  /** What can be told now. */
  *take(event: Event): Generator<Event> {
    if (event.type === 'build-finished') yield* this.flush(event.build)
    if (event.type !== 'output') return yield event
    const stream = JSON.stringify([event.build, event.from, event.stream])
    const text = (this.held.get(stream)?.text ?? '') + event.text
    this.held.delete(stream)
    // One less when the cut would part a character.
    const cut = event.text.length === LONGEST || event.text.length === LONGEST - 1
    const end = cut ? this.redactor.wholeUntil(text) : text.length
    if (end < text.length) this.held.set(stream, { ...event, text: text.slice(end) })
    yield { ...event, text: text.slice(0, end) }
  }

  private *flush(build: string): Generator<Event> {
    for (const [stream, event] of this.held)
      if (event.build === build) {
        this.held.delete(stream)
        yield event
      }
  }
}

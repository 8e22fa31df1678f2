/** When each build was in which phase, taken from the events: what a timeline is drawn from. */
import type { Event, Phase } from '../model/event'

export interface PhaseTime {
  readonly build: string
  readonly phase: Phase
  /** Milliseconds since the epoch. */
  readonly from: number
  readonly to: number
}

/** Steps of one phase that follow each other are one piece; a phase that is entered again later has another one. */
export class PhaseTimes {
  private readonly pieces: { build: string; phase: Phase; from: number; to: number }[] = []

  handle(event: Event): void {
    if (event.type !== 'step-started' && event.type !== 'step-finished') return
    const { build, phase, at } = event
    const last = this.pieces.findLast(piece => piece.build === build)
    if (last?.phase === phase) last.to = Math.max(last.to, at)
    else this.pieces.push({ build, phase, from: at, to: at })
  }

  all(): readonly PhaseTime[] {
    return this.pieces.map(piece => ({ ...piece }))
  }
}

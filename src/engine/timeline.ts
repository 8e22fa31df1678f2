/** How long each phase of a build took: a build is in exactly one phase at a time. */
import type { Phase } from '../model/event'
import type { BuildReport } from '../model/report'

export class Timeline {
  private readonly spent = new Map<Phase, number>()
  private current: Phase | undefined
  private readonly began = performance.now()
  private since = this.began

  get phase(): Phase {
    return this.current ?? 'prepare'
  }

  enter(phase: Phase): void {
    this.close()
    this.current = phase
    if (!this.spent.has(phase)) this.spent.set(phase, 0)
  }

  /** Ends the last phase. */
  report(): Pick<BuildReport, 'phases' | 'milliseconds'> {
    this.close()
    this.current = undefined
    const phases = [...this.spent].map(([phase, milliseconds]) => ({ phase, milliseconds: Math.round(milliseconds) }))
    return { phases, milliseconds: Math.round(performance.now() - this.began) }
  }

  private close(): void {
    const now = performance.now()
    if (this.current) this.spent.set(this.current, (this.spent.get(this.current) ?? 0) + now - this.since)
    this.since = now
  }
}

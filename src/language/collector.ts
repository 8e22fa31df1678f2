/** Gathers diagnostics while several things are checked, so that code reads straight on and still reports every mistake. */
import type { Checked, Diagnostic } from './diagnostic'
import type { Range } from './source'
import { between, settled } from './span'

const NONE: readonly Diagnostic[] = []

export const ok = <T>(value: T): Checked<T> => ({ value, diagnostics: NONE })

type More = Pick<Diagnostic, 'context' | 'lost' | 'missing' | 'slip' | 'within'>

const problem = (summary: string, detail: string, subject: Range, { context, lost, within, ...more }: More = {}): Diagnostic => ({
  severity: 'error',
  summary,
  detail,
  subject: settled(subject),
  ...(context && { context: settled(context) }),
  ...(lost && { lost: settled(lost) }),
  ...(within && { within: settled(within) }),
  ...more,
})

export const failed = <T>(value: T, summary: string, detail: string, subject: Range, more?: More): Checked<T> => ({
  value,
  diagnostics: [problem(summary, detail, subject, more)],
})

export class Collector {
  private found = NONE

  get diagnostics(): readonly Diagnostic[] {
    return this.found
  }

  take<T>(checked: Checked<T>): T {
    if (checked.diagnostics.length > 0) this.add(...checked.diagnostics)
    return checked.value
  }

  add(...diagnostics: readonly Diagnostic[]): void {
    this.found = this.found.length === 0 ? diagnostics : [...this.found, ...diagnostics]
  }

  error(summary: string, detail: string, subject: Range, more?: More): void {
    this.add(problem(summary, detail, subject, more))
  }

  /** The last mistake is why nothing was read here either. */
  lose(range: Range): void {
    const last = this.found[this.found.length - 1]
    if (last) this.found = [...this.found.slice(0, -1), { ...last, lost: settled(last.lost ? between(last.lost, range) : range) }]
  }

  done<T>(value: T): Checked<T> {
    return { value, diagnostics: this.found }
  }
}

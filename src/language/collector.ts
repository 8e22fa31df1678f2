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
  private found: Diagnostic[] | undefined

  /** Grows with what is found; whoever wants it as it is now copies it. */
  get diagnostics(): readonly Diagnostic[] {
    return this.found ?? NONE
  }

  take<T>(checked: Checked<T>): T {
    this.addAll(checked.diagnostics)
    return checked.value
  }

  add(diagnostic: Diagnostic): void {
    this.found ??= []
    this.found.push(diagnostic)
  }

  /** One by one: hundreds of thousands would not fit into one call. */
  addAll(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.add(diagnostic)
  }

  error(summary: string, detail: string, subject: Range, more?: More): void {
    this.add(problem(summary, detail, subject, more))
  }

  /** The last mistake is why nothing was read here either. */
  lose(range: Range): void {
    const last = this.found?.pop()
    if (last) this.add({ ...last, lost: settled(last.lost ? between(last.lost, range) : range) })
  }

  done<T>(value: T): Checked<T> {
    return { value, diagnostics: this.diagnostics }
  }
}

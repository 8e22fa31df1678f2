/** Marks on files and lines, as the host shows them in a pull request. It keeps ten of a kind for each step, so the rest is counted. */
import { error, setFailed, warning } from '@actions/core'
import type { Diagnostic } from '../language/diagnostic'
import type { Range } from '../language/source'
import type { Plan, PlannedBuild } from '../model/plan'
import type { BuildReport, Report } from '../model/report'
import { fromWorkspace } from './workspace'

/** The tenth is for the sentence that ends the step. */
const MOST_ERRORS = 9
/** One more counts the rest, and one is for a comment that could not be written or a token that was not renewed. */
const MOST_WARNINGS = 8
/** The host cuts longer ones. */
const LONGEST = 4000

export class Annotations {
  private readonly counts = { error: 0, warning: 0 }

  /** `workspace`: files are named relative to it; what lies outside cannot be marked. `redact` as for the log. */
  constructor(
    private readonly enabled: boolean,
    private readonly workspace: string,
    private readonly redact: (text: string) => string = text => text,
  ) {}

  diagnostic({ severity, summary, detail, subject }: Diagnostic): void {
    this.add(severity, summary, detail ?? summary, subject)
  }

  /** Failed smoke tests at their blocks, failed builds at the source's. */
  report(report: Report, plan: Plan): void {
    for (const build of report.builds) {
      const planned = plan.builds.find(candidate => candidate.name === build.name)
      if (build.outcome === 'failed') this.build(build, planned)
      if (!report.smokeTested)
        this.add('warning', `${build.name} was not tested`, 'Smoke tests were switched off.', planned?.source.range)
    }
    for (const { kind, id, build, reason } of report.leftovers)
      this.add('error', `Left behind: ${kind} ${id}`, `${build ? `By ${build}: ` : ''}${reason}`)
  }

  /** Counts the warnings that were not marked. */
  end(): void {
    const more = this.counts.warning - MOST_WARNINGS
    if (this.enabled && more > 0) warning(`${more} more ${more === 1 ? 'warning' : 'warnings'}: see the log`)
  }

  /** The one sentence that says why the step failed; it counts what was not marked. */
  failed(text: string): void {
    this.end()
    const more = this.counts.error - MOST_ERRORS
    setFailed(
      this.redact(this.enabled && more > 0 ? `${text} (${more} more ${more === 1 ? 'error' : 'errors'}: see the log)` : text),
    )
  }

  private build({ name, smokeTests, error: why }: BuildReport, planned: PlannedBuild | undefined): void {
    const failed = smokeTests.filter(result => result.outcome === 'failed')
    for (const { test, name: title, detail } of failed) {
      const block = planned?.smokeTests.find(candidate => candidate.name === test)
      this.add('error', `Smoke test failed: ${title}`, `${name}: ${detail ?? 'no detail'}`, block?.range ?? planned?.source.range)
    }
    if (failed.length > 0) return
    const text = [why?.message, why?.advice].filter(Boolean).join('\n')
    this.add('error', `${name} failed`, text || 'See the log.', planned?.source.range)
  }

  private add(severity: 'error' | 'warning', title: string, message: string, range?: Range): void {
    if (!this.enabled) return
    const most = severity === 'error' ? MOST_ERRORS : MOST_WARNINGS
    if (++this.counts[severity] > most) return
    const text = this.redact(message).slice(0, LONGEST)
    const properties = { title: this.redact(title).replace(/\s+/g, ' '), ...this.place(range) }
    if (severity === 'error') error(text, properties)
    else warning(text, properties)
  }

  private place(range: Range | undefined): {
    file?: string
    startLine?: number
    endLine?: number
    startColumn?: number
    endColumn?: number
  } {
    if (!range) return {}
    const file = fromWorkspace(range.file, this.workspace)
    if (file === undefined) return {}
    const { start, end } = range
    // The host takes columns only for a mark on a single line.
    const columns = start.line === end.line ? { startColumn: start.column, endColumn: Math.max(start.column, end.column) } : {}
    return { file, startLine: start.line, endLine: end.line, ...columns }
  }
}

/** Where a run is told on a page: the step summary, and the comment on the pull request. */
import { appendFileSync } from 'node:fs'
import type { Event } from '../model/event'
import type { Report, WrittenFile } from '../model/report'
import type { Sink } from '../model/sink'
import { PhaseTimes } from '../outputs/phase-times'
import { stepSummary } from '../outputs/step-summary'
import type { Inputs } from './inputs'
import { COMMENT_LIMIT, comment } from './pull-request'

/** The host refuses a summary of more than 1 MiB. */
const SUMMARY_LIMIT = 1_000_000

export class Pages implements Sink {
  readonly name = 'summary'
  private readonly times = new PhaseTimes()

  constructor(private readonly inputs: Inputs) {}

  handle(event: Event): void {
    this.times.handle(event)
  }

  async finish(report: Report): Promise<readonly WrittenFile[]> {
    const times = this.times.all()
    if (this.inputs.summary) writeSummary(stepSummary(report, { times, limit: SUMMARY_LIMIT }))
    const { 'github-token': token, template: key } = this.inputs
    if (this.inputs.comment) await comment({ token, key, body: stepSummary(report, { limit: COMMENT_LIMIT }) })
    return []
  }
}

/** Nothing outside of a runner. */
export function writeSummary(markdown: string): void {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (file) appendFileSync(file, markdown)
}

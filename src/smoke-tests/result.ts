/** Results, and how they are named. */
import type { SmokeTestResult } from '../model/event'
import type { PlannedSmokeTest } from '../model/plan'
import { firstLine } from '../outputs/safe-text'

/** What the parts of a test answer; the test's own name comes before it. */
export interface Finding {
  /** Absent: the test as a whole. */
  readonly name?: string
  readonly outcome: SmokeTestResult['outcome']
  readonly milliseconds: number
  readonly detail?: string
  readonly stdout?: string
  readonly stderr?: string
}

export const resultOf = ({ name: test }: PlannedSmokeTest, { name, milliseconds, ...rest }: Finding): SmokeTestResult => ({
  test,
  // Scripts and their reports choose names too: a terminal, a table and a document have to bear them.
  name: firstLine(name === undefined ? test : `${test}: ${name}`),
  milliseconds: Math.round(milliseconds),
  ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Pick<SmokeTestResult, 'outcome'>),
})

/** Since `began`, as `performance.now()` said it. */
export const since = (began: number): number => Math.max(performance.now() - began, 0)

/** Expectations held against the facts of a machine. */
import type { Check, Expectation } from './check'
import type { Answer } from './resource'
import type { Facts } from './script'
import { isList, Mismatch, ofMachine, shown } from './values'

export interface Verdict {
  readonly check: Check
  readonly attribute: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly detail?: string
}

export const verdictsOf = (checks: readonly Check[], facts: Facts): readonly Verdict[] =>
  checks.flatMap((check, index) => judge(check, answerOf(facts, index)))

function judge(check: Check, answer: Answer): readonly Verdict[] {
  const { kind, expectations, skip } = check
  let pointless: string | undefined = skip ? 'the file says skip' : undefined
  return expectations.map(expectation => {
    const { attribute } = expectation
    if (pointless !== undefined) return { check, attribute, outcome: 'skipped', detail: pointless }
    const { found, error } = foundFor(check, attribute, answer)
    const detail = error ?? reason(expectation, found)
    if (attribute === kind.deciding && (detail !== undefined || found === false))
      pointless = detail === undefined ? `${attribute} is false` : `${attribute} failed`
    return detail === undefined ? { check, attribute, outcome: 'passed' } : { check, attribute, outcome: 'failed', detail }
  })
}

function foundFor({ kind, question }: Check, attribute: string, answer: Answer): { found?: unknown; error?: string } {
  try {
    const found = kind.find(attribute, answer, question)
    return { found: isList(found) && kind.type !== 'matching' ? ofMachine(found as readonly string[]) : found }
  } catch (error) {
    return { error: (error as Error).message }
  }
}

function reason({ matcher }: Expectation, found: unknown): string | undefined {
  try {
    const expected = matcher(found)
    return expected && `expected ${expected}; found ${shown(found)}`
  } catch (error) {
    if (error instanceof Mismatch) return error.message
    throw error
  }
}

const answerOf = (facts: Facts, index: number): Answer => ({
  bytes: fact => facts.of(index, fact),
  text: fact => facts.of(index, fact)?.toString(),
  shared: fact => facts.shared(fact).toString(),
})

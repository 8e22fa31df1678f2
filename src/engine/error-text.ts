/** From whatever was thrown to what a reader needs. */
import type { ErrorText } from '../model/event'
import { Failure } from '../model/failure'

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What is not a Failure was not foreseen, so its stack is evidence. */
export function errorText(error: unknown): ErrorText {
  if (error instanceof Failure) {
    const { advice, evidence, diagnostics } = error.details
    const first = diagnostics?.find(diagnostic => diagnostic.severity === 'error')
    const why = first ? `: ${first.summary}${first.detail ? `; ${first.detail}` : ''}` : ''
    return { message: error.message + why, advice, evidence }
  }
  return { message: reasonOf(error), evidence: error instanceof Error ? error.stack : undefined }
}

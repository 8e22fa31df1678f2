/** From whatever was thrown to what a reader needs. */
import type { Diagnostic } from '../language/diagnostic'
import type { ErrorText } from '../model/event'
import { Failure } from '../model/failure'

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What is not a Failure was not foreseen, so its stack is evidence. */
export function errorText(error: unknown): ErrorText {
  if (error instanceof Failure) {
    const { advice, evidence, diagnostics } = error.details
    const first = diagnostics?.find(diagnostic => diagnostic.severity === 'error')
    const why = first ? `: ${diagnosticText(first)}` : ''
    return { message: error.message + why, advice, evidence }
  }
  return { message: reasonOf(error), evidence: error instanceof Error ? error.stack : undefined }
}

export function diagnosticText({ summary, detail, subject }: Diagnostic): string {
  const where = subject ? ` at ${subject.file}:${subject.start.line}:${subject.start.column}` : ''
  return `${summary}${where}${detail ? `: ${detail}` : ''}`
}

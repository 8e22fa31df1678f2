/** Known errors: a code, a sentence, what to do about it. Anything else that is thrown is a bug of ours. */
import type { Diagnostic } from '../language/diagnostic'

/** Exit codes: invalid 2 (template or options), failed 1 (a build or its smoke tests), interrupted 130. */
export type FailureCode = 'invalid' | 'failed' | 'interrupted'

export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    /** What happened, in a sentence that names the thing. Never holds a secret. */
    message: string,
    readonly details: {
      /** What the reader can do about it. */
      readonly advice?: string
      /** More to read: the last console lines, a command's last output. */
      readonly evidence?: string
      readonly diagnostics?: readonly Diagnostic[]
      readonly cause?: unknown
    } = {},
  ) {
    super(message, { cause: details.cause })
    this.name = 'Failure'
  }
}

export const exitCodes: Readonly<Record<FailureCode, number>> = { failed: 1, invalid: 2, interrupted: 130 }

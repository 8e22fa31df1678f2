/** What a payload in JSON says; of one that is not, nothing. */

/** Of the message that is acknowledged; -1 for none. */
export function sequenceIn(payload: Buffer): number {
  const { AcknowledgedMessageSequenceNumber: sequence } = parsed(payload)
  return typeof sequence === 'number' ? sequence : -1
}

/** Why the session is over, to be put behind a sentence. */
export function closingWords(payload: Buffer): string {
  const { Output: said } = parsed(payload)
  return typeof said === 'string' && said !== '' ? `: ${said}` : ''
}

/** What the agent wants to have decrypted. */
export const challengeIn = (payload: Buffer): Buffer => Buffer.from(String(parsed(payload).Challenge ?? ''), 'base64')

function parsed(payload: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(payload.toString())
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

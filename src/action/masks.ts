/** Tells the runner what it must never show, before anything that could hold it is printed. */
import { setSecret } from '@actions/core'
import { base64Lines } from '../engine/redact'

/** Shorter lines of a longer secret occur by themselves: a runner told to hide `}` would hide it in every log of the job. */
const SHORTEST_LINE = 4

/**
 * The runner masks a text line by line, so that a secret of several lines is handed over as its lines. It masks base64 of what it is
 * given by itself, which is not that of the whole.
 */
export const maskable = (secret: string): string[] => {
  const lines = secret.split(/\r?\n|\r/).map(line => line.trim())
  if (lines.length === 1) return [...lines.filter(line => line !== ''), ...base64Lines(secret)]
  const whole = [...new Set([secret, secret.trim()])].map(text => Buffer.from(text).toString('base64'))
  return [...lines, ...whole, ...base64Lines(secret)].filter(line => line.length >= SHORTEST_LINE)
}

export function mask(secrets: Iterable<string>): void {
  for (const line of new Set([...secrets].flatMap(maskable))) setSecret(line)
}

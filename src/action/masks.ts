/** Tells the runner what it must never show, before anything that could hold it is printed. */
import { setSecret } from '@actions/core'

/** Shorter lines of a longer secret occur by themselves: a runner told to hide `}` would hide it in every log of the job. */
const SHORTEST_LINE = 4

/** As `base64` and `openssl base64` write them. */
const WIDTHS = [76, 64]
const SHORTEST_BASE64 = 8

/**
 * The runner masks a text line by line, so that a secret of several lines is handed over as its lines. It masks base64 of what it is
 * given by itself, which is not that of the whole.
 */
export const maskable = (secret: string): string[] => {
  const lines = secret.split(/\r?\n|\r/).map(line => line.trim())
  if (lines.length === 1) return [...lines.filter(line => line !== ''), ...wrapped(secret.trim())]
  const whole = [...new Set([secret, secret.trim()])].flatMap(text => [base64(text), ...wrapped(text)])
  return [...lines, ...whole].filter(line => line.length >= SHORTEST_LINE)
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** Lines of its base64, when that is longer than one. */
const wrapped = (text: string): string[] =>
  WIDTHS.filter(width => base64(text).length > width)
    .flatMap(width => base64(text).match(new RegExp(`.{1,${width}}`, 'g')) ?? [])
    .filter(line => line.length >= SHORTEST_BASE64)

export function mask(secrets: Iterable<string>): void {
  for (const line of new Set([...secrets].flatMap(maskable))) setSecret(line)
}

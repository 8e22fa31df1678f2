/** Tells the runner what it must never show, before anything that could hold it is printed. */
import { setSecret } from '@actions/core'

/** Shorter lines of a longer secret occur by themselves: a runner told to hide `}` would hide it in every log of the job. */
const SHORTEST_LINE = 4

/** The runner masks a text line by line, so that a secret of several lines is handed over as its lines. */
export const maskable = (secret: string): string[] => {
  const lines = secret.split(/\r?\n|\r/).map(line => line.trim())
  return lines.length === 1 ? lines.filter(line => line !== '') : lines.filter(line => line.length >= SHORTEST_LINE)
}

export function mask(secrets: Iterable<string>): void {
  for (const line of new Set([...secrets].flatMap(maskable))) setSecret(line)
}

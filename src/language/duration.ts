/** Durations as Go writes them. Milliseconds; throws Error with a sentence for anything else. */
export function parseDuration(_text: string): number {
  throw new Error('not yet written')
}

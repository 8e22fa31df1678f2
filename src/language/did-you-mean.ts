/** Finds what an author may have meant by a misspelt name. */
import type { Slip } from './diagnostic'

/** The first candidate less than three edits away. */
export function suggestion(name: string, candidates: Iterable<string>): string | undefined {
  for (const candidate of candidates) if (distanceBelow(name, candidate, 3)) return candidate
  return undefined
}

/** ` Did you mean "region"?`, to stand behind a sentence, or nothing. */
export const didYouMean = (name: string, candidates: Iterable<string>): string => misspelt(name, candidates).hint

/** The sentence, and the slip that it tells of. */
export function misspelt(written: string, candidates: Iterable<string>): { readonly hint: string; readonly slip?: Slip } {
  const meant = suggestion(written, candidates)
  return meant === undefined ? { hint: '' } : { hint: ` Did you mean "${meant}"?`, slip: { written, meant } }
}

/** Whether fewer than `limit` insertions, deletions and substitutions make `b` of `a` (Levenshtein). */
function distanceBelow(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) >= limit) return false
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    if (Math.min(...next) >= limit) return false
    row = next
  }
  return row[b.length]! < limit
}

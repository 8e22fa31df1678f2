/** Finds what an author may have meant by a misspelt name. */
import type { Slip } from './diagnostic'

/** The first candidate less than three edits away. */
export function suggestion(name: string, candidates: Iterable<string>): string | undefined {
  for (const candidate of candidates) if (isWithin(2, name, candidate)) return candidate
  return undefined
}

/** ` Did you mean "region"?`, to stand behind a sentence, or nothing. */
export const didYouMean = (name: string, candidates: Iterable<string>): string => misspelt(name, candidates).hint

/** The sentence, and the slip that it tells of. */
export function misspelt(written: string, candidates: Iterable<string>): { readonly hint: string; readonly slip?: Slip } {
  const meant = suggestion(written, candidates)
  return meant === undefined ? { hint: '' } : { hint: ` Did you mean "${meant}"?`, slip: { written, meant } }
}

/** Whether so many insertions, deletions and substitutions make `b` of `a` (Levenshtein). What is alike so far may stay alike. */
function isWithin(edits: number, a: string, b: string, i = 0, j = 0): boolean {
  while (i < a.length && a[i] === b[j]) {
    i++
    j++
  }
  const [restOfA, restOfB] = [a.length - i, b.length - j]
  if (restOfA === 0 || restOfB === 0) return restOfA + restOfB <= edits
  if (edits === 0 || Math.abs(restOfA - restOfB) > edits) return false
  return isWithin(edits - 1, a, b, i + 1, j + 1) || isWithin(edits - 1, a, b, i + 1, j) || isWithin(edits - 1, a, b, i, j + 1)
}

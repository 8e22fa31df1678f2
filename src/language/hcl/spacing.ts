/** Whether the formatter puts a space between two tokens of a line. Odd cases are those of `packer fmt`, so that both agree. */
import type { Token, TokenKind } from './token'

const NEVER_BEFORE: ReadonlySet<TokenKind> = new Set([
  ...([',', '.', '...', '::', 'newline'] as const),
  ...(['literal', 'closeQuote', 'closeHeredoc', 'interpolation', 'directive'] as const),
])
const NEVER_BEHIND: ReadonlySet<TokenKind> = new Set([
  ...(['(', '[', '.', '::', '!'] as const),
  ...(['sequenceEnd', 'literal', 'openQuote', 'openHeredoc'] as const),
])
/** Behind these a minus is a sign; behind a word it is taken for a subtraction, even where the word is `in` or `if`. */
const BEFORE_SIGN: ReadonlySet<TokenKind> = new Set([
  ...(['(', '[', '{', ',', '=', ':', '?', '!'] as const),
  ...(['+', '-', '*', '/', '%', '==', '!=', '<', '>', '<=', '>=', '&&', '||'] as const),
])
const INDEXED: ReadonlySet<TokenKind> = new Set(['identifier', 'number', ')', ']', '}'])

export function wantsSpace(beforeBefore: Token | undefined, before: Token, after: Token): boolean {
  if (after.kind === 'sequenceEnd') return before.kind === '}'
  // Two indexes in a row, which would become one number.
  if (beforeBefore?.kind === 'number' && before.kind === '.' && after.kind === 'number') return true
  if (NEVER_BEFORE.has(after.kind) || NEVER_BEHIND.has(before.kind)) return false
  if (before.kind === 'interpolation' || before.kind === 'directive') return after.kind === '{'
  if (before.kind === ',') return true
  if (after.kind === ')' || after.kind === ']') return false
  if (before.kind === '{' && after.kind === '}') return false
  if (before.kind === '-' && (!beforeBefore || BEFORE_SIGN.has(beforeBefore.kind))) return false
  if (after.kind === '(') return before.kind !== 'identifier'
  return after.kind !== '[' || !INDEXED.has(before.kind) || (before.text === 'in' && beforeBefore?.kind === 'identifier')
}

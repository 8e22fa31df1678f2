/** Finds where the statement behind a broken one begins, with brackets that may not be balanced. */
import type { Cursor } from './cursor'
import type { Token, TokenKind } from './token'

const CLOSERS: Partial<Record<TokenKind, TokenKind>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  openQuote: 'closeQuote',
  openHeredoc: 'closeHeredoc',
  interpolation: 'sequenceEnd',
  directive: 'sequenceEnd',
}

const CLOSING: ReadonlySet<TokenKind> = new Set(Object.values(CLOSERS))

/** Moves behind the statement that begins at `start`: to its newline, or to the brace that closes the block around it. */
export function skipStatement(cursor: Cursor, start: number): void {
  const { tokens } = cursor
  const failedAt = cursor.index
  const open: TokenKind[] = []
  for (cursor.index = start; tokens[cursor.index]!.kind !== 'endOfFile'; cursor.index++) {
    const { kind } = tokens[cursor.index]!
    if (CLOSERS[kind]) open.push(CLOSERS[kind])
    else if (kind === 'unterminated') open.length = 0
    else if (CLOSING.has(kind) && open.includes(kind)) open.length = open.lastIndexOf(kind)
    else if (kind === '}' && cursor.index > start && start + 1 < tokens.length) break
    if (kind !== 'newline' || cursor.index < failedAt) continue
    if (open.length === 0 || beginsStatement(tokens, cursor.index + 1, tokens[start]!)) break
  }
  if (cursor.index === start) cursor.index++
  skipRestOfString(cursor)
}

/** A string over several lines broke off on its first; what follows up to the line with the other quote belongs to it. */
function skipRestOfString(cursor: Cursor): void {
  const { tokens } = cursor
  if (tokens[cursor.index - 1]?.kind !== 'unterminated') return
  for (let i = cursor.index; tokens[i] && tokens[i]!.kind !== 'endOfFile'; i++) {
    const { kind } = tokens[i]!
    if (kind === 'newline' && (tokens[i + 1]!.kind === '}' || ['=', '{'].includes(tokens[i + 2]?.kind ?? ''))) return
    if (kind !== 'unterminated') continue
    cursor.index = i + 1
    return
  }
}

/** Whether the line there looks like a statement no deeper than the broken one: then an open bracket was the mistake. */
function beginsStatement(tokens: readonly Token[], index: number, broken: Token): boolean {
  const [first, second] = [tokens[index], tokens[index + 1]]
  if (!first || !second || first.range.start.column > broken.range.start.column) return false
  if (first.kind === '}') return first.range.start.column < broken.range.start.column
  return first.kind === 'identifier' && ['=', '{', 'openQuote', 'identifier'].includes(second.kind)
}

/** Goes on behind a broken header that ends its line with an opening brace, which a broken string may have swallowed. */
export function skipToBody(cursor: Cursor): boolean {
  const { tokens } = cursor
  let end = cursor.index
  while (tokens[end]!.kind !== 'newline' && tokens[end]!.kind !== 'endOfFile') end++
  const lastAt = tokens[end - 1]?.kind === 'comment' ? end - 2 : end - 1
  const [before, last] = [tokens[lastAt - 1], tokens[lastAt]]
  const isSwallowed = last?.kind === 'unterminated' && before?.kind === 'literal' && /\{\s*$/.test(before.text)
  if (tokens[end]!.kind === 'endOfFile' || (last?.kind !== '{' && !isSwallowed)) return false
  cursor.index = end
  return true
}

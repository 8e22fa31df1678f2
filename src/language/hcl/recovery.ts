/** Finds where the statement behind a broken one begins, with brackets that may not be balanced. */
import type { Cursor } from './cursor'
import type { Token, TokenKind, TokenTable } from './token'

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
  for (cursor.index = start; ; cursor.index++) {
    const kind = tokens.kinds[cursor.index]!
    if (kind === 'endOfFile') break
    if (CLOSERS[kind]) open.push(CLOSERS[kind])
    else if (kind === 'unterminated') open.length = 0
    else if (CLOSING.has(kind) && open.includes(kind)) open.length = open.lastIndexOf(kind)
    else if (kind === '}' && cursor.index > start) break
    if (kind !== 'newline' || cursor.index < failedAt) continue
    if (open.length === 0 || beginsStatement(tokens, cursor.index + 1, tokens.at(start))) break
  }
  if (cursor.index === start) cursor.index++
  skipRestOfString(cursor)
}

/** A string over several lines broke off on its first; what follows up to the line with the other quote belongs to it. */
function skipRestOfString(cursor: Cursor): void {
  const { tokens } = cursor
  if (tokens.kinds[cursor.index - 1] !== 'unterminated') return
  for (let i = cursor.index; (tokens.kinds[i] ?? 'endOfFile') !== 'endOfFile'; i++) {
    const kind = tokens.kinds[i]
    if (kind === 'newline' && (tokens.kinds[i + 1] === '}' || ['=', '{'].includes(tokens.kinds[i + 2] ?? ''))) return
    if (kind !== 'unterminated') continue
    cursor.index = i + 1
    return
  }
}

/** Whether the line there looks like a statement no deeper than the broken one: then an open bracket was the mistake. */
function beginsStatement(tokens: TokenTable, index: number, broken: Token): boolean {
  const second = tokens.kinds[index + 1]
  if (!second) return false
  const first = tokens.at(index)
  if (first.range.start.column > broken.range.start.column) return false
  if (first.kind === '}') return first.range.start.column < broken.range.start.column
  return first.kind === 'identifier' && ['=', '{', 'openQuote', 'identifier'].includes(second)
}

/** Goes on behind a broken header that ends its line with an opening brace, which a broken string may have swallowed. */
export function skipToBody(cursor: Cursor): boolean {
  const { tokens } = cursor
  let end = cursor.index
  while (!['newline', 'endOfFile'].includes(tokens.kinds[end]!)) end++
  const lastAt = tokens.kinds[end - 1] === 'comment' ? end - 2 : end - 1
  const last = tokens.kinds[lastAt]
  const isSwallowed =
    last === 'unterminated' && tokens.kinds[lastAt - 1] === 'literal' && /\{\s*$/.test(tokens.at(lastAt - 1).text)
  if (tokens.kinds[end] === 'endOfFile' || (last !== '{' && !isSwallowed)) return false
  cursor.index = end
  return true
}

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
  const open: { close: TokenKind; line: number }[] = []
  const closes = (kind: TokenKind) => open.findLastIndex(({ close }) => close === kind)
  /** Of `open`, where the first heredoc lies. */
  let heredoc = Number.POSITIVE_INFINITY
  for (cursor.index = start; ; cursor.index++) {
    const kind = tokens.kinds[cursor.index]!
    if (kind === 'endOfFile') break
    const close = CLOSERS[kind]
    if (kind === 'openHeredoc') heredoc = Math.min(heredoc, open.length)
    if (close) open.push({ close, line: tokens.at(cursor.index).range.start.line })
    else if (kind === 'unterminated') dropLine(open, tokens.at(cursor.index).range.start.line)
    else if (CLOSING.has(kind) && closes(kind) >= 0) open.length = closes(kind)
    else if (kind === '}' && cursor.index > start) break
    if (heredoc >= open.length) heredoc = Number.POSITIVE_INFINITY
    if (kind !== 'newline' || nextIndex(tokens, cursor.index) < failedAt || heredoc < open.length) continue
    if (cursor.index >= failedAt && open.length === 0) break
    if (beginsStatement(tokens, nextIndex(tokens, cursor.index), tokens.at(start))) break
  }
  if (cursor.index === start) cursor.index++
  skipRestOfString(cursor)
}

/** What comes on the lines behind a newline. */
function nextIndex(tokens: TokenTable, newline: number): number {
  let next = newline
  while (tokens.kinds[next] === 'newline' || tokens.kinds[next] === 'comment') next++
  return next
}

/** A broken string swallows the rest of its line, and with it what would close brackets of that line. */
function dropLine(open: { readonly line: number }[], line: number): void {
  const first = open.findIndex(each => each.line === line)
  if (first >= 0) open.length = first
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

/** Goes on behind a broken header whose brace ends its line, was swallowed by a broken string, or is missing before a body. */
export function skipToBody(cursor: Cursor, type: Token): boolean {
  const { tokens } = cursor
  let end = cursor.index
  while (!['newline', 'endOfFile'].includes(tokens.kinds[end]!)) end++
  const lastAt = tokens.kinds[end - 1] === 'comment' ? end - 2 : end - 1
  const last = tokens.kinds[lastAt]
  const isSwallowed =
    last === 'unterminated' && tokens.kinds[lastAt - 1] === 'literal' && /\{\s*$/.test(tokens.at(lastAt - 1).text)
  if (tokens.kinds[end] === 'endOfFile' || (last !== '{' && !isSwallowed && !isDeeper(tokens, end, type))) return false
  cursor.index = end
  return true
}

/** Whether a statement deeper than the header stands on the next line, so that it is the first of its body. */
function isDeeper(tokens: TokenTable, newline: number, { range }: Token): boolean {
  const next = nextIndex(tokens, newline)
  return tokens.kinds[next] === 'identifier' && tokens.at(next).range.start.column > range.start.column
}

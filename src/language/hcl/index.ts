/** The way into HCL's native syntax. */
import type { Body, Expression } from '../body'
import type { Checked } from '../diagnostic'
import type { Position } from '../source'
import { decodeSource } from '../source-text'
import { Value } from '../values/value'
import { Abandoned, Cursor } from './cursor'
import { Literal } from './expressions/literal'
import type { Node } from './expressions/node'
import { parseBody } from './parse-body'
import { parseExpression as parseExpressionAt } from './parse-expression'
import { parseBareTemplate } from './parse-template'
import { tokenize, tokenizeAsMeant } from './scanner'

/** A whole file. Statements with mistakes are left out, or have an unknown value. */
export function parseFile(text: string | Uint8Array, file: string): Checked<Body> {
  return parse(text, file, undefined, 'main', parseBody)
}

/** One expression and nothing behind it, which may span lines only inside brackets. */
export function parseExpression(text: string | Uint8Array, file: string, start?: Position): Checked<Expression> {
  return parse(text, file, start, 'main', cursor => orUnknown(cursor, parseWhole))
}

/** A file that is a template, or a string that is one, without quotes and escapes. */
export function parseTemplate(text: string | Uint8Array, file: string, start?: Position): Checked<Expression> {
  return parse(text, file, start, 'bare', cursor => orUnknown(cursor, parseBareTemplate))
}

function parse<T>(
  text: string | Uint8Array,
  file: string,
  start: Position | undefined,
  mode: 'main' | 'bare',
  read: (cursor: Cursor) => T,
): Checked<T> {
  const source = decodeSource(text, file, start)
  let tokens = tokenize(source.text, file, source.start, mode)
  const strict = attempt(new Cursor(tokens))
  const parsed = strict.diagnostics.length > 0 && mode === 'main' ? asMeant() : strict
  const { value, diagnostics } = parsed.isUnclosed ? byLayout(parsed) : parsed
  return { value, diagnostics: [...source.diagnostics, ...diagnostics] }

  /** What a heredoc swallowed whose end marker is misspelt has its say too. */
  function asMeant() {
    if (!source.text.includes('<<')) return strict
    const meant = tokenizeAsMeant(source.text, file, source.start)
    const again = attempt(new Cursor(meant))
    if (again.diagnostics.length === 0) return strict
    tokens = meant
    return again
  }

  function attempt(cursor: Cursor) {
    const value = read(cursor)
    return { value, diagnostics: cursor.found.diagnostics, isUnclosed: cursor.saidUnclosed }
  }

  /** A block without its brace swallows what follows. Where the layout makes more sense than the braces, it says what was meant. */
  function byLayout(before: Checked<T>): Checked<T> {
    const again = attempt(new Cursor(tokens, true))
    const gain = before.diagnostics.length - again.diagnostics.length
    return gain > 0 || (gain === 0 && !again.isUnclosed) ? again : before
  }
}

function orUnknown(cursor: Cursor, read: (cursor: Cursor) => Node): Node {
  try {
    return read(cursor)
  } catch (error) {
    if (!(error instanceof Abandoned)) throw error
    return new Literal(Value.unknown(), cursor.tokens.at(0).range)
  }
}

function parseWhole(cursor: Cursor): Node {
  cursor.pushNewlines(false)
  const node = parseExpressionAt(cursor)
  if (cursor.kind() !== 'endOfFile')
    cursor.fail('Extra characters after expression', 'An expression was successfully parsed, but more follows it here.')
  return node
}

/** Templates: quoted strings, heredocs, and whole files. Reads the pieces; `template-pieces` makes nodes of them. */

import { didYouMean } from '../did-you-mean'
import type { Range } from '../source'
import { advance } from '../source-text'
import { between, endOf } from '../span'
import { Abandoned, type Cursor } from './cursor'
import { Wrapped } from './expressions/literal'
import type { Node } from './expressions/node'
import { parseExpression } from './parse-expression'
import { markerOf } from './scanner'
import { trimSpace } from './space'
import { unescapeLiteral } from './string-literal'
import { applyStripMarkers, buildTemplate, type Piece, removeIndentation } from './template-pieces'
import type { Token } from './token'

export function parseQuoted(cursor: Cursor): Node {
  const open = cursor.next()
  const pieces = readPieces(cursor, 'closeQuote', true)
  return assemble(cursor, pieces, open.range, cursor.next().range, true)
}

export function parseHeredoc(cursor: Cursor): Node {
  const open = cursor.next()
  if (!/^<<-?[^\s"']+\r?\n$/.test(open.text))
    cursor.found.error(
      'Invalid heredoc',
      'A heredoc begins with << or <<-, a word without quotes, and a line break.',
      opener(open),
    )
  const pieces = readPieces(cursor, 'closeHeredoc', false, open)
  applyStripMarkers(pieces)
  if (open.text.startsWith('<<-')) removeIndentation(pieces)
  const close = cursor.next()
  checkMarker(cursor, open, close)
  return assemble(cursor, pieces, open.range, close.range, false)
}

const UNTERMINATED = 'Unterminated template string'

/** The line break behind it is left out: one line is to be underlined. */
const opener = ({ file, range, text }: Token): Range => ({ file, start: range.start, end: advance(range.start, text.trimEnd()) })

function failOnEnd(cursor: Cursor, open: Token): never {
  cursor.saidUnclosed = true
  cursor.found.error(UNTERMINATED, `The file ends before a line that holds only "${markerOf(open.text)}".`, opener(open))
  throw new Abandoned()
}

function checkMarker(cursor: Cursor, open: Token, close: Token): void {
  const marker = markerOf(open.text)
  const found = trimSpace(close.text)
  const { line } = close.range.start
  if (found === marker) {
    const behind = cursor.tokens.kinds[cursor.index]
    if (behind === 'newline') return
    if (behind !== 'endOfFile') cursor.fail(UNTERMINATED, 'The end marker must stand alone on its line.', close.range)
    cursor.found.error(UNTERMINATED, 'A line break must follow the end marker, here too.', endOf(close.range))
    return
  }
  const isMissing = `No line holds only "${marker}", which would end this heredoc.`
  const advice = found === '' ? `Perhaps it should stand in front of line ${line}.` : `Line ${line}, "${found}", may be meant to.`
  cursor.found.error(UNTERMINATED, `${isMissing} ${advice}`, opener(open))
}

/** To the end of the file, without quotes around it. */
export function parseBareTemplate(cursor: Cursor): Node {
  const start = cursor.peek().range
  const pieces = readPieces(cursor, 'endOfFile', false)
  return assemble(cursor, pieces, start, cursor.peek().range, true)
}

/** A single interpolation and nothing else keeps its type, but not in a heredoc. */
function assemble(cursor: Cursor, pieces: Piece[], start: Range, end: Range, unwrap: boolean): Node {
  const range = between(start, end)
  const [only] = pieces
  if (unwrap && pieces.length === 1 && only?.kind === 'value') return new Wrapped(only.node, range, 'template')
  if (unwrap) applyStripMarkers(pieces)
  return buildTemplate(cursor, pieces, range, end)
}

function readPieces(
  cursor: Cursor,
  end: 'closeQuote' | 'closeHeredoc' | 'endOfFile',
  escapes: boolean,
  heredoc?: Token,
): Piece[] {
  const pieces: Piece[] = []
  for (let kind = cursor.kind(); kind !== end; kind = cursor.kind()) {
    if (kind === 'literal') pieces.push(readLiteral(cursor, escapes))
    else if (kind === 'interpolation') pieces.push(readInterpolation(cursor))
    else if (kind === 'directive') pieces.push(readDirective(cursor))
    else if (heredoc && kind === 'unterminated') failOnEnd(cursor, heredoc)
    else cursor.fail('Unterminated template string', 'This string is not closed.')
  }
  return pieces
}

function readLiteral(cursor: Cursor, escapes: boolean): Piece {
  const token = cursor.next()
  return { kind: 'text', text: unescapeLiteral(token, escapes, cursor.found), range: token.range }
}

function readInterpolation(cursor: Cursor): Piece {
  const open = cursor.next()
  cursor.enter()
  cursor.pushNewlines(false)
  const node = parseExpression(cursor)
  const close = closeSequence(cursor, open, 'interpolation')
  cursor.popNewlines()
  cursor.leave()
  return { kind: 'value', node, ...sequence(open, close) }
}

const sequence = (open: Token, close: Token) => ({
  range: between(open.range, close.range),
  trimBefore: open.length > 2,
  trimAfter: close.length > 1,
})

const DIRECTIVES = ['if', 'else', 'endif', 'for', 'endfor'] as const

function closeSequence(cursor: Cursor, open: Token, what: 'interpolation' | (typeof DIRECTIVES)[number]): Token {
  const close = cursor.take('sequenceEnd')
  if (close) return close
  const { kind, range } = cursor.peek()
  const isOpen = ['endOfFile', 'openQuote', 'unterminated'].includes(kind) || range.start.line > open.range.start.line
  if (isOpen && what === 'interpolation')
    return cursor.fail('Unclosed template interpolation sequence', `No closing brace ends this sequence.`, open.range)
  if (isOpen) return cursor.fail('Unclosed template control sequence', 'No closing brace ends this sequence.', open.range)
  if (what === 'interpolation') {
    const detail = 'The closing brace must follow the expression. Quotes inside it need no backslash.'
    return cursor.fail('Extra characters after interpolation expression', detail)
  }
  const hint = what === 'else' ? ': there is no "else if"' : ''
  return cursor.fail(`Extra characters in ${what} marker`, `The closing brace must follow "${what}"${hint}.`)
}

function readDirective(cursor: Cursor): Piece {
  const open = cursor.next()
  cursor.enter()
  cursor.pushNewlines(false)
  const word = cursor.peek()
  const keyword = DIRECTIVES.find(directive => word.kind === 'identifier' && word.text === directive)
  if (!keyword) return failOnKeyword(cursor, word)
  cursor.next()
  const clause =
    keyword === 'if'
      ? { kind: keyword, condition: parseExpression(cursor) }
      : keyword === 'for'
        ? readForClause(cursor)
        : { kind: keyword }
  const close = closeSequence(cursor, open, keyword)
  cursor.popNewlines()
  cursor.leave()
  return { ...clause, ...sequence(open, close) }
}

function failOnKeyword(cursor: Cursor, word: Token): never {
  if (word.kind !== 'identifier')
    return cursor.fail('Invalid template directive', 'One of the words if, else, endif, for and endfor must stand here.')
  return cursor.fail(
    'Invalid template control keyword',
    `There is no directive "${word.text}".${didYouMean(word.text, DIRECTIVES)}`,
  )
}

function readForClause(cursor: Cursor) {
  const name = () =>
    cursor.take('identifier')?.text.normalize('NFC') ??
    cursor.fail("Invalid 'for' directive", 'The name of a variable must stand here.')
  const first = name()
  const second = cursor.skip(',') ? name() : undefined
  if (!cursor.skipWord('in')) cursor.fail("Invalid 'for' directive", "The word 'in' must follow the names of the variables.")
  const names = second === undefined ? { valueName: first } : { keyName: first, valueName: second }
  return { kind: 'for' as const, ...names, collection: parseExpression(cursor) }
}

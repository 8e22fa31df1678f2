/** Blocks: the header with its labels, and the body between braces. */

import type { Range } from '../source'
import { between, startOf } from '../span'
import { nfc } from '../values/utf8'
import type { HclBody } from './body'
import { Abandoned, type Cursor } from './cursor'
import type { BodyParser } from './parse-body'
import { skipToBody } from './recovery'
import { unescapeLiteral } from './string-literal'
import type { Token } from './token'

interface Header {
  readonly labels: readonly string[]
  readonly labelRanges: readonly Range[]
  /** The brace, or where it would be. */
  readonly open: Token
  readonly definitionRange: Range
  readonly isDamaged?: boolean
}

/** Up to the brace. Behind a mistake the block has the labels that could be read, so that neither its body nor its name is lost. */
export function parseHeader(cursor: Cursor, type: Token): Header {
  const labels: string[] = []
  const labelRanges: Range[] = []
  try {
    readLabels(cursor, type, labels, labelRanges)
    const definitionRange = between(type.range, labelRanges[labelRanges.length - 1] ?? type.range)
    return { labels, labelRanges, open: cursor.next(), definitionRange }
  } catch (error) {
    const from = cursor.index
    if (!(error instanceof Abandoned) || !skipToBody(cursor, type)) throw error
    addSwallowed(cursor, from, labels, labelRanges)
    return { labels, labelRanges, open: type, definitionRange: type.range, isDamaged: true }
  }
}

/** Of a label without its second quote, what stands before the brace. */
function addSwallowed(cursor: Cursor, end: number, labels: string[], labelRanges: Range[]): void {
  const { tokens } = cursor
  if (tokens.kinds[end] !== 'unterminated' || tokens.kinds[end - 1] !== 'literal') return
  const label = /^[^\s{]*/.exec(tokens.at(end - 1).text)![0]
  if (label === '') return
  labels.push(nfc(label))
  labelRanges.push(tokens.at(end - 1).range)
}

function readLabels(cursor: Cursor, typeToken: Token, labels: string[], labelRanges: Range[]): void {
  for (;;) {
    const kind = cursor.kind()
    if (kind === '{') return
    const range = cursor.peek()
    if (kind === 'identifier') labels.push(cursor.next().text)
    else if (kind === 'openQuote') labels.push(parseLabel(cursor))
    else failInHeader(cursor, between(typeToken.range, range))
    labelRanges.push(kind === 'identifier' ? range : between(range, cursor.tokens.at(cursor.index - 1)))
  }
}

function failInHeader(cursor: Cursor, context: Range): never {
  const kind = cursor.kind()
  const detail =
    kind === '='
      ? 'A block has no equals sign. An argument has no labels.'
      : 'A label in quotes or an opening brace "{" must stand here, on the same line.'
  return cursor.fail('Invalid block definition', detail, undefined, context)
}

function parseLabel(cursor: Cursor): string {
  cursor.skip('openQuote')
  let label = ''
  for (let token = cursor.take('literal'); token; token = cursor.take('literal'))
    label += unescapeLiteral(token, true, cursor.found)
  const kind = cursor.kind()
  if (kind === 'interpolation' || kind === 'directive')
    cursor.fail(
      'Invalid string literal',
      'Template sequences are not allowed in this string. To write "${" itself, double the first character.',
    )
  if (!cursor.skip('closeQuote')) cursor.fail('Unterminated string literal', 'The closing quotation mark is missing.')
  return nfc(label)
}

export function parseBlockBody(cursor: Cursor, parser: BodyParser, { open, definitionRange }: Header): HclBody {
  if (cursor.kind() === 'identifier') parseOneLine(cursor, parser)
  else if (cursor.kind() !== '}') parser.parse()
  const close = cursor.take('}')
  if (close) return parser.result(startOf(close.range))
  if ((cursor.kind() === 'endOfFile' && !cursor.saidUnclosed) || parser.isCutShort) {
    cursor.saidUnclosed = !parser.isCutShort
    const detail =
      'The file ends before this block is closed. The closing brace that is missing may also belong further up or down.'
    cursor.found.error('Unclosed configuration block', detail, open.range, { context: between(definitionRange, open.range) })
  }
  return parser.result(cursor.peek().range)
}

/** `name { argument = value }`: one argument, no blocks, and the brace on the same line. */
function parseOneLine(cursor: Cursor, parser: BodyParser): void {
  const summary = 'Invalid single-argument block definition'
  const name = cursor.next()
  const next = cursor.peek()
  if (next.kind !== '=') {
    const isBlock = ['{', 'openQuote', 'identifier'].includes(next.kind)
    const detail = 'A block on one line holds one argument and no block. Begin a new line behind the opening brace.'
    if (isBlock) cursor.fail('Argument definition required', detail, between(name.range, next.range))
    cursor.fail('Argument or block definition required', 'An argument, name = value, must stand here.', name.range)
  }
  parser.parseAttribute(name, { newline: false })
  const kind = cursor.kind()
  if (kind === '}' || kind === 'endOfFile') return
  if (kind === ',') cursor.fail(summary, 'A block on one line holds one argument. For more, give each a line of its own.')
  if (kind === 'newline')
    cursor.fail(summary, 'A block that begins with an argument on its first line must be closed on that line too.')
  cursor.fail(summary, 'The closing brace must follow the one argument of a block on one line.')
}

/** Expressions: a conditional of binary operations of unary operations of terms with steps behind them. */

import { between } from '../span'
import { BigFloat } from '../values/big-float'
import { nfc } from '../values/utf8'
import { Value } from '../values/value'
import type { Cursor } from './cursor'
import { Call } from './expressions/call'
import { Conditional } from './expressions/conditional'
import { Literal, Wrapped } from './expressions/literal'
import type { Node } from './expressions/node'
import { Binary, OPERATORS, Unary } from './expressions/operators'
import { ScopeTraversal } from './expressions/traversal'
import { parseBrackets } from './parse-collection'
import { parseSteps } from './parse-steps'
import { parseHeredoc, parseQuoted } from './parse-template'
import type { Token } from './token'

export function parseExpression(cursor: Cursor): Node {
  cursor.enter()
  const condition = parseBinary(cursor, 1)
  const result = cursor.skip('?') ? parseConditional(cursor, condition) : condition
  cursor.leave()
  return result
}

function parseConditional(cursor: Cursor, condition: Node): Node {
  const whenTrue = parseExpression(cursor)
  if (!cursor.skip(':'))
    cursor.fail(
      'Missing false expression in conditional',
      'A conditional, a ? b : c, needs a colon here and the result for false behind it.',
      undefined,
      between(condition.range, cursor.peek().range),
    )
  return new Conditional(condition, whenTrue, parseExpression(cursor))
}

/** Operators of at least this precedence; equal ones group to the left. */
function parseBinary(cursor: Cursor, least: number): Node {
  let left = parseUnary(cursor)
  for (;;) {
    const operator = OPERATORS.get(cursor.kind())
    if (!operator || operator.precedence < least) return left
    cursor.index++
    left = new Binary(left, operator, parseBinary(cursor, operator.precedence + 1))
  }
}

function parseUnary(cursor: Cursor): Node {
  const kind = cursor.kind()
  if (kind !== '!' && kind !== '-') return parseSteps(cursor, parseTerm(cursor))
  const { range } = cursor.next()
  cursor.enter()
  const operand = parseUnary(cursor)
  cursor.leave()
  return new Unary(kind, operand, between(range, operand.range))
}

function parseTerm(cursor: Cursor): Node {
  switch (cursor.kind()) {
    case 'number': {
      const token = cursor.next()
      return new Literal(parseNumber(cursor, token), token.range)
    }
    case 'identifier':
      return parseName(cursor, cursor.next())
    case 'openQuote':
      return parseQuoted(cursor)
    case 'openHeredoc':
      return parseHeredoc(cursor)
    case '(':
      return parseParentheses(cursor)
    case '[':
    case '{':
      return parseBrackets(cursor)
    case 'endOfFile':
      return cursor.fail('Missing expression', 'The file ends where an expression should begin.')
    default:
      return cursor.fail('Invalid expression', 'This is not the beginning of an expression, and one must stand here.')
  }
}

/** The scanner joins `1.5.5` to one token, which is an index path behind a dot and nothing elsewhere. */
export function parseNumber(cursor: Cursor, token: Token): Value {
  const number = BigFloat.parse(token.text)
  return number ? Value.number(number) : cursor.fail('Invalid number literal', `"${token.text}" is not a number.`, token.range)
}

function parseParentheses(cursor: Cursor): Node {
  const open = cursor.next()
  cursor.pushNewlines(false)
  const inner = parseExpression(cursor)
  const close = cursor.take(')')
  if (!close)
    return cursor.fail(
      'Unbalanced parentheses',
      'The parenthesis must be closed here.',
      undefined,
      between(open.range, cursor.peek().range),
    )
  cursor.popNewlines()
  return new Wrapped(inner, between(open.range, close.range), 'parentheses')
}

const KEYWORDS: ReadonlyMap<string, Value> = new Map([
  ['true', Value.bool(true)],
  ['false', Value.bool(false)],
  ['null', Value.null()],
])

function parseName(cursor: Cursor, token: Token): Node {
  const kind = cursor.kind()
  if (kind === '(' || kind === '::') return parseCall(cursor, token)
  const keyword = KEYWORDS.get(token.text)
  return keyword ? new Literal(keyword, token.range, token.text) : new ScopeTraversal(nfc(token.text), token.range, [])
}

function parseCall(cursor: Cursor, first: Token): Node {
  let name = first.text
  let nameRange = first.range
  while (cursor.skip('::')) {
    const token = cursor.take('identifier')
    if (!token) return cursor.fail('Missing function name', 'The name of a function must stand behind "::".')
    name += `::${token.text}`
    nameRange = between(nameRange, token.range)
  }
  const open = cursor.take('(')
  if (!open)
    return cursor.fail('Missing open parenthesis', 'A name with "::" is a function: its arguments in parentheses must follow.')
  cursor.pushNewlines(false)
  const { args, expand } = parseArguments(cursor, between(nameRange, open.range))
  const close = cursor.next()
  cursor.popNewlines()
  return new Call(name, args, expand, between(first.range, close.range), nameRange, close.range)
}

/** Up to the closing parenthesis, which stays. */
function parseArguments(cursor: Cursor, start: Token['range']): { args: Node[]; expand: boolean } {
  const args: Node[] = []
  while (cursor.kind() !== ')') {
    args.push(parseExpression(cursor))
    const ellipsis = cursor.take('...')
    const { kind, range } = cursor.peek()
    if (ellipsis && kind !== ')')
      cursor.fail(
        'Missing closing parenthesis',
        'Only the last argument may be expanded with (...): close the parenthesis behind it.',
        ellipsis.range,
      )
    if (ellipsis) return { args, expand: true }
    if (kind === 'endOfFile' || kind === 'unterminated')
      cursor.fail('Unterminated function call', 'The file ends before the parenthesis of this function call is closed.', start)
    if (kind !== ')' && !cursor.skip(','))
      cursor.fail(
        'Missing argument separator',
        'A comma must separate the arguments of a function.',
        undefined,
        between(start, range),
      )
  }
  return { args, expand: false }
}

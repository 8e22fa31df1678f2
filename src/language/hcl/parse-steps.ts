/** What may follow a term: `.name`, `.0`, `.*`, `[key]`, `[*]`. */

import type { TraversalStep } from '../body'
import type { Range } from '../source'
import { between } from '../span'
import { nfc } from '../values/utf8'
import type { Cursor } from './cursor'
import { Literal } from './expressions/literal'
import type { Node } from './expressions/node'
import { Splat, SplatElement } from './expressions/splat'
import { Index, RelativeTraversal, ScopeTraversal } from './expressions/traversal'
import { parseExpression, parseNumber } from './parse-expression'
import type { Token } from './token'

export function parseSteps(cursor: Cursor, term: Node): Node {
  const from = term.range
  let node = term
  let levels = 0
  for (;;) {
    const next = parseStep(cursor, node, from)
    if (!next) break
    if (!(next instanceof ScopeTraversal)) {
      cursor.enter()
      levels++
    }
    node = next
  }
  cursor.leave(levels)
  return node
}

function parseStep(cursor: Cursor, source: Node, from: Range): Node | undefined {
  const kind = cursor.kind()
  if (kind === '.') return parseDot(cursor, source, from)
  return kind === '[' ? parseIndex(cursor, source, from) : undefined
}

function parseDot(cursor: Cursor, source: Node, from: Range): Node {
  const dot = cursor.next()
  const star = cursor.take('*')
  return star
    ? parseAttributeSplat(cursor, source, from, between(dot.range, star.range))
    : withStep(source, parseDotStep(cursor, dot))
}

function parseDotStep(cursor: Cursor, dot: Token): TraversalStep {
  const token = cursor.peek()
  const range = between(dot.range, token.range)
  if (token.kind === 'identifier') return { kind: 'attribute', name: nfc(cursor.next().text), range }
  if (token.kind !== 'number') return cursor.fail('Invalid attribute name', 'The name of an attribute must stand behind a dot.')
  if (token.text.includes('.'))
    cursor.fail(
      'Invalid legacy index syntax',
      'Two indexes in a row cannot be written with dots: use brackets, as in [0][1].',
      token.range,
    )
  return { kind: 'index', key: parseNumber(cursor, cursor.next()), range }
}

/** `.*` takes only names and plain numbers along; brackets behind them work on the whole result. */
function parseAttributeSplat(cursor: Cursor, source: Node, from: Range, star: Range): Node {
  let each: Node = new SplatElement(star)
  while (cursor.kind() === '.') {
    const dot = cursor.next()
    if (cursor.kind() === '*') {
      const detail = 'A splat with a dot cannot hold another. Use brackets for both: [*].name[*].name.'
      cursor.fail('Nested splat expression not allowed', detail)
    }
    each = withStep(each, parseDotStep(cursor, dot))
  }
  return new Splat(source, each, between(from, each.range), star)
}

function parseIndex(cursor: Cursor, source: Node, from: Range): Node {
  const open = cursor.next()
  // A star with a line break beside it is none, though an index may have them.
  if (cursor.kind() === '*') return parseFullSplat(cursor, source, from, open)
  cursor.pushNewlines(false)
  const key = parseExpression(cursor)
  const close = cursor.take(']')
  if (!close) return cursor.fail('Missing close bracket on index', 'The index must be closed with "]" here.')
  cursor.popNewlines()
  const range = between(open.range, close.range)
  if (key instanceof Literal && !key.asTraversal()) return withStep(source, { kind: 'index', key: key.value, range })
  return new Index(source, key, between(from, close.range), range)
}

/** Everything behind `[*]` belongs to each element. */
function parseFullSplat(cursor: Cursor, source: Node, from: Range, open: Token): Node {
  cursor.next()
  const close = cursor.take(']')
  if (!close) return cursor.fail('Missing close bracket on splat index', 'The star of a splat must be closed with "]" at once.')
  const star = between(open.range, close.range)
  const each = parseSteps(cursor, new SplatElement(star))
  return new Splat(source, each, between(from, each.range), star)
}

function withStep(source: Node, step: TraversalStep): Node {
  if (source instanceof ScopeTraversal) return new ScopeTraversal(source.root, source.rootRange, source.steps.concat(step))
  if (source instanceof RelativeTraversal) return new RelativeTraversal(source.source, source.steps.concat(step))
  return new RelativeTraversal(source, [step])
}

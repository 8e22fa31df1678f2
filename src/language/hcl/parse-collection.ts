/** `[...]` and `{...}`: tuples, objects, and the `for` expressions that look like either. */
import type { Range } from '../source'
import { between } from '../span'
import type { Cursor } from './cursor'
import { AmbiguousKey, NameKey, ObjectNode, Tuple } from './expressions/collections'
import { For } from './expressions/for'
import { Literal } from './expressions/literal'
import type { Node } from './expressions/node'
import { ScopeTraversal } from './expressions/traversal'
import { parseExpression } from './parse-expression'
import type { Token } from './token'

export function parseBrackets(cursor: Cursor): Node {
  const open = cursor.next()
  const isTuple = open.kind === '['
  cursor.pushNewlines(false)
  const isFor = cursor.skipWord('for')
  if (!isFor && !isTuple) cursor.popNewlines()
  if (!isFor && !isTuple) cursor.pushNewlines(true)
  const node = isFor ? parseFor(cursor, open) : isTuple ? parseTuple(cursor, open) : parseObject(cursor, open)
  cursor.popNewlines()
  return node
}

const isAtEnd = (cursor: Cursor): boolean => cursor.kind() === 'endOfFile' || cursor.kind() === 'unterminated'

function parseTuple(cursor: Cursor, open: Token): Node {
  const items: Node[] = []
  while (cursor.kind() !== ']') {
    if (isAtEnd(cursor)) failAtEnd(cursor, open)
    items.push(parseExpression(cursor))
    if (isAtEnd(cursor)) failAtEnd(cursor, open)
    if (cursor.kind() !== ']' && !cursor.skip(','))
      cursor.fail(
        'Missing item separator',
        'A comma must separate the items of a list.',
        undefined,
        between(open.range, cursor.peek().range),
      )
  }
  return new Tuple(items, between(open.range, cursor.next().range))
}

function failAtEnd(cursor: Cursor, open: Token): never {
  const [what, close] = open.kind === '[' ? ['tuple', 'bracket'] : ['object', 'brace']
  const detail = `The file ends before this ${close} is closed. The one that is missing may also belong further up.`
  return cursor.fail(`Unterminated ${what} constructor expression`, detail, open.range)
}

function parseObject(cursor: Cursor, open: Token): Node {
  const items: { key: Node; value: Node }[] = []
  for (;;) {
    while (cursor.skip('newline'));
    if (cursor.kind() === '}') break
    if (isAtEnd(cursor)) failAtEnd(cursor, open)
    const key = asKey(parseExpression(cursor))
    if (isAtEnd(cursor)) failAtEnd(cursor, open)
    if (!cursor.skip('=') && !cursor.skip(':')) failWithoutValue(cursor, open, key)
    items.push({ key, value: parseExpression(cursor) })
    if (cursor.kind() === '}') break
    const { range } = cursor.peek()
    if (isAtEnd(cursor)) failAtEnd(cursor, open)
    if (!cursor.skip(',') && !cursor.skip('newline'))
      cursor.fail(
        'Missing attribute separator',
        'A comma or a line break must separate the items of an object.',
        undefined,
        between(open.range, range),
      )
  }
  return new ObjectNode(items, between(open.range, cursor.next().range))
}

function failWithoutValue(cursor: Cursor, open: Token, key: Node): never {
  const { kind, range } = cursor.peek()
  const context = between(open.range, range)
  if (kind === 'newline' || kind === ',')
    cursor.fail('Missing attribute value', 'A value must follow the key, behind an equals sign ("=").', undefined, context)
  const hint = kind === '.' && key instanceof Literal ? ' A key with dots must stand in quotes.' : ''
  return cursor.fail(
    'Missing key/value separator',
    `An equals sign ("=") must stand between key and value.${hint}`,
    undefined,
    context,
  )
}

function asKey(node: Node): Node {
  if (!(node instanceof ScopeTraversal) && !node.asTraversal()) return node
  const { root, steps } = node.asTraversal()!
  return steps.length === 0 ? new NameKey(root, node.range) : new AmbiguousKey(node.range)
}

const SUMMARY = "Invalid 'for' expression"

function parseFor(cursor: Cursor, open: Token): Node {
  const wrong = (detail: string, subject?: Range) =>
    cursor.fail(SUMMARY, detail, subject, between(open.range, cursor.peek().range))
  const name = (detail: string) => cursor.take('identifier')?.text.normalize('NFC') ?? wrong(detail)
  const first = name("The name of a variable must follow 'for'.")
  const second = cursor.skip(',') ? name('The name of a second variable must follow the comma.') : undefined
  if (!cursor.skipWord('in')) wrong("The word 'in' must follow the names of the variables.")
  const collection = parseExpression(cursor)
  if (!cursor.skip(':')) wrong('A colon must follow the collection.')
  const head = parseExpression(cursor)
  const arrow = cursor.skip('=>')
  if (arrow && open.kind === '[')
    cursor.found.error(SUMMARY, 'A list has no keys. For an object write braces around it.', head.range)
  if (!arrow && open.kind === '{')
    cursor.found.error(SUMMARY, 'An object needs keys: write key => value. For a list write brackets around it.', head.range)
  const value = arrow ? parseExpression(cursor) : head
  const ellipsis = cursor.take('...')
  if (ellipsis && !arrow) wrong('Only values of an object can be grouped with (...).', ellipsis.range)
  const condition = cursor.skipWord('if') ? parseExpression(cursor) : undefined
  const close = cursor.take(open.kind === '[' ? ']' : '}')
  if (!close) return wrong(`The 'for' expression must be closed here with "${open.kind === '[' ? ']' : '}'}".`)
  const names = second === undefined ? { valueName: first } : { keyName: first, valueName: second }
  const clauses = { ...names, collection, key: arrow ? head : undefined, value, condition, group: ellipsis !== undefined }
  return new For(clauses, between(open.range, close.range), open.range)
}

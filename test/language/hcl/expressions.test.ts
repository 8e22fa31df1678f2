/** What no console shows: unknown values, the variables of an expression, logic that stops early, and what messages say. */
import { parseExpression, parseTemplate } from '../../../src/language/hcl'
import { asCall, asKeyword, asList, asMap, asTraversal } from '../../../src/language/static'
import { toJson } from '../../../src/language/values/json'
import { BOOL, listOf, NUMBER, objectOf, STRING } from '../../../src/language/values/type'
import { typeText } from '../../../src/language/values/type-text'
import { Value } from '../../../src/language/values/value'
import { evaluate } from '../../helpers/evaluate'

const variables = new Map([
  ['later', Value.unknown()],
  ['text', Value.unknown(STRING, true)],
  ['flag', Value.unknown(BOOL, true)],
  ['count', Value.unknown(NUMBER, true)],
  ['list', Value.unknown(listOf(objectOf(new Map([['a', STRING]]))))],
  ['nothing', Value.null(STRING)],
])

/** A known value as JSON, an unknown one as its type with a question mark. */
const show = (value: Value) =>
  value.isWhollyKnown ? toJson(value) : value.isKnown ? `partly ${typeText(value.type)}` : `${typeText(value.type)}?`

test.each([
  ['later + 1', 'number?'],
  ['count == 1', 'bool?'],
  ['-count', 'number?'],
  ['!flag', 'bool?'],
  ['flag && false', 'false'],
  ['flag || true', 'true'],
  ['flag && true', 'bool?'],
  ['false && flag', 'false'],
  ['"x${text}"', 'string?'],
  ['"${count}"', 'number?'],
  ['flag ? 1 : 2', 'number?'],
  ['flag ? "a" : 2', 'string?'],
  ['flag ? null : 2', 'number?'],
  ['true ? later : 1', 'any?'],
  ['list[0]', 'object({a=string})?'],
  ['list[0].a', 'string?'],
  ['list[*].a', 'list(string)?'],
  ['later[0].b', 'any?'],
  ['later[*].b', 'any?'],
  ['text[*]', 'partly tuple([string])'],
  ['[1, 2][count]', 'any?'],
  ['tolist([1, 2])[count]', 'number?'],
  ['[for x in list : x]', 'any?'],
  ['[for x in [1, 2] : x if flag]', 'any?'],
  ['{ for x in [1, 2] : text => x }', 'any?'],
  ['{ (text) = 1 }', 'any?'],
  ['[text, 1]', 'partly tuple([string,number])'],
  ['upper(text)', 'string?'],
  ['max(1, count)', 'number?'],
  ['concat([1], list...)', 'any?'],
  ['"%{ if flag }a%{ endif }"', 'string?'],
  ['"%{ for x in list }${x.a}%{ endfor }"', 'string?'],
  ['later == null', 'bool?'],
  ['text == null', 'false'],
  ['nothing == null', 'true'],
])('%s', (text, expected) => {
  const { value, diagnostics } = evaluate(text, variables)
  expect(diagnostics).toEqual([])
  expect(show(value)).toBe(expected)
})

// HCL 2.24: the side that is skipped may be wrong.
test.each([
  ['false && [][0]', 'false'],
  ['true || [][0]', 'true'],
  ['false && 1 == []["x"] || true', 'true'],
  ['true ? 1 : [][0]', '1'],
])('%s is fine', (text, expected) => {
  const { value, diagnostics } = evaluate(text)
  expect(diagnostics).toEqual([])
  expect(show(value)).toBe(expected)
})

test.each([
  ['true && [][0]', 'Invalid index'],
  ['[][0] && false', 'Invalid index'],
])('%s is not', (text, summary) => expect(evaluate(text).diagnostics.map(d => d.summary)).toEqual([summary]))

test.each([
  ['regoin', 'There is no variable named "regoin". Did you mean "region"?'],
  ['uper("x")', 'There is no function named "uper". Did you mean "upper"?'],
  ['{ name = 1 }.nme', 'This object does not have an attribute named "nme". Did you mean "name"?'],
  ['{ name = 1 }["nme"]', 'Did you mean "name"?'],
  ['tomap({ name = 1 }).nme', 'Did you mean "name"?'],
  ['tolist([{ a = 1 }]).a', '[*].a'],
  ['true ? { a = 1 } : [1]', "The 'true' value is object, but the 'false' value is tuple"],
  ['{ for x in ["k", "k"] : x => 1 }', 'the key "k"'],
  ['max(["x"]...)', 'Invalid value for "numbers" parameter: a number is required.'],
])('%s says so', (text, detail) => {
  const { diagnostics } = evaluate(text, new Map([['region', Value.string('eu')]]))
  expect(diagnostics[0]?.detail).toContain(detail)
})

test.each<[string, string[]]>([
  ['var.a.b[0]["c"] + local.d', ['var.a.b[0]["c"]', 'local.d']],
  ['[for k, v in var.m : "${k}${v}${each.x}" if v != var.n]', ['var.m', 'each.x', 'var.n']],
  ['{ for k in var.m : k => [for k in k : k] }', ['var.m']],
  ['{ key = a, (b) = c }', ['a', 'b', 'c']],
  ['a[b][0]', ['a', 'b']],
  ['a[*].x[b]', ['a', 'b']],
  ['f(a, b...)', ['a', 'b']],
  ['"%{ for x in list }${x}${y}%{ endfor }"', ['list', 'y']],
  ['true', []],
])('variables of %s', (text, expected) => {
  const written = parseExpression(text, 'x')
    .value.variables()
    .map(({ range }) => text.slice(range.start.byte, range.end.byte))
  expect(written).toEqual(expected)
})

test('shapes', () => {
  const of = (text: string) => parseExpression(text, 'x').value
  expect([of('abc'), of('null'), of('"abc"'), of('a.b'), of('(a)')].map(asKeyword)).toEqual([
    'abc',
    'null',
    undefined,
    undefined,
    undefined,
  ])
  expect(asTraversal(of('a.b[0]'))).toMatchObject({ root: 'a', steps: [{ kind: 'attribute', name: 'b' }, { kind: 'index' }] })
  expect(asTraversal(of('a[b]'))).toBeUndefined()
  expect(asList(of('[a, b]'))?.map(asKeyword)).toEqual(['a', 'b'])
  expect(asMap(of('{ a = b }'))?.map(({ key, value }) => [asKeyword(key), asKeyword(value)])).toEqual([['a', 'b']])
  expect(asCall(of('f(a)'))).toMatchObject({ name: 'f' })
})

test('a part of a file knows its place there', () => {
  const start = { line: 7, column: 3, byte: 100 }
  expect(parseExpression('1 +\n+', 'x', start).diagnostics[0]?.subject?.start).toEqual({ line: 8, column: 1, byte: 104 })
  expect(parseTemplate('é${x y}', 'x', start).diagnostics[0]?.subject?.start).toEqual({ line: 7, column: 8, byte: 106 })
})

test('positions do not depend on the order in which they are asked for', () => {
  const { value } = parseExpression('[\n  é, {\n "x" = ü }\n, b]', 'x')
  const places = () => value.variables().map(({ range: { start } }) => [start.line, start.column, start.byte])
  expect(places()).toEqual([
    [2, 3, 4],
    [3, 8, 17],
    [4, 3, 24],
  ])
})

/** JSON with places: mistakes where they are, numbers exact, names as often as they are written. */
import { parseJson, parseJsonExpression } from '../../../src/language/json'
import { parseJsonTree } from '../../../src/language/json/parse'
import { asCall, asKeyword, asList, asMap, asTraversal } from '../../../src/language/static'
import { toJson } from '../../../src/language/values/json'
import { Value } from '../../../src/language/values/value'

const mistakes = (text: string) =>
  parseJson(text, 'x.json').diagnostics.map(
    ({ summary, subject }) => `${subject!.start.line}:${subject!.start.column} ${summary}`,
  )

test.each<[string, string[]]>([
  ['{}', []],
  ['[]', []],
  ['[{"a": 1}, {"b": 2}]', []],
  ['\ufeff{}', []],
  ['', ['1:1 Missing value']],
  ['1', ['1:1 Root value must be object']],
  ['{}x', ['1:3 Extraneous data after value']],
  ['{"a"}', ['1:5 Missing object value']],
  ['{"a":}', ['1:6 Missing JSON value']],
  ['{"a":1,}', ['1:7 Trailing comma in object']],
  ['{"a":[1,]}', ['1:8 Trailing comma in array']],
  ['{"a":1\n"b":[2 3],"c":tru}', ['2:1 Missing item separator', '2:8 Missing item separator', '2:15 Invalid JSON keyword']],
  ['{"a":[1}', ['1:8 Mismatched braces']],
  ['{"a":[1', ['1:6 Unclosed array']],
  ['{"a":01}', ['1:6 Invalid JSON number']],
  ['{"a":"\\q"}', ['1:7 Invalid JSON string']],
  ['{"a":"x\n"}', ['1:8 Invalid JSON string']],
  ['{a:1}', ['1:2 Invalid object property name']],
  ['{"a"=1}', ['1:5 Missing property value colon']],
  [`${'['.repeat(5000)}`, ['1:251 Nesting too deep']],
])('%j', (text, expected) => expect(mistakes(text)).toEqual(expected))

test('the tree keeps names that are repeated, with their places', () => {
  const { value } = parseJsonTree('{\n  "a": 1,\n  "a": 2\n}', 'x.json')
  expect(value?.kind === 'object' && value.members.map(({ name, nameRange: { start } }) => [name, start])).toEqual([
    ['a', { line: 2, column: 3, byte: 4 }],
    ['a', { line: 3, column: 3, byte: 14 }],
  ])
})

const evaluate = (text: string, variables?: ReadonlyMap<string, Value>) => {
  const { value, diagnostics } = parseJsonExpression(text, 'x.json').value.evaluate({ variables })
  return diagnostics.length > 0 ? diagnostics.map(({ summary }) => summary) : toJson(value)
}
const variables = new Map([['name', Value.string('n')]])

test.each([
  ['{"a": [1, 2.50, 12345678901234567890], "b": null}', '{"a":[1,2.5,12345678901234567890],"b":null}'],
  ['"x${name}"', '"xn"'],
  ['"${[1, name]}"', '[1,"n"]'],
  ['{"${name}": 1}', '{"n":1}'],
  ['"%{ if true }yes%{ endif }"', '"yes"'],
  ['"$${name}"', '"${name}"'],
])('%s', (text, expected) => expect(evaluate(text, variables)).toBe(expected))

test('in a context without variables strings are constants', () => {
  expect(evaluate('["${name}"]')).toBe('["${name}"]')
})

test('mistakes in templates stand where the string does', () => {
  const expression = parseJsonExpression('\n  "a${nme}"', 'x.json').value
  expect(evaluate('"${1 +}"', variables)).toEqual(['Invalid expression'])
  const [diagnostic] = expression.evaluate({ variables }).diagnostics
  expect(diagnostic).toMatchObject({ summary: 'Unknown variable', subject: { start: { line: 2, column: 7 } } })
  expect(diagnostic!.detail).toContain('Did you mean "name"?')
})

test('shapes are read from the text of strings', () => {
  const of = (text: string) => parseJsonExpression(text, 'x.json').value
  expect(asKeyword(of('"string"'))).toBe('string')
  expect(asTraversal(of('"source.null.x"'))?.steps).toHaveLength(2)
  expect(asCall(of('"list(string)"'))?.name).toBe('list')
  expect(asList(of('["a", "b"]'))).toHaveLength(2)
  expect(asMap(of('{"a": 1}'))?.map(({ key }) => asKeyword(key))).toEqual(['a'])
  expect(
    of('["${a.b}", {"${c}": "${d}"}]')
      .variables()
      .map(({ root }) => root),
  ).toEqual(['a', 'c', 'd'])
})

/** Type constraints as authors write them, and the defaults of optional attributes. */
import { parseExpression } from '../../src/language/hcl'
import { parseTypeConstraint } from '../../src/language/type-expression'
import { convert } from '../../src/language/values/convert'
import { toJson } from '../../src/language/values/json'
import { typeText } from '../../src/language/values/type-text'
import { evaluate } from '../helpers/evaluate'

const constraint = (text: string) => parseTypeConstraint(parseExpression(text, 'x').value)

test.each([
  ['string', 'string'],
  ['any', 'any'],
  ['list(any)', 'list(any)'],
  ['map(set(number))', 'map(set(number))'],
  ['tuple([bool, string])', 'tuple([bool,string])'],
  ['object({ a = string, b = optional(number), "c" = list(bool) })', 'object({a=string,b=optional(number),c=list(bool)})'],
  ['object({})', 'object({})'],
])('%s', (text, expected) => {
  const { value, diagnostics } = constraint(text)
  expect(diagnostics).toEqual([])
  expect(typeText(value.type)).toBe(expected)
})

test.each([
  ['sting', 'There is no type "sting". Did you mean "string"?'],
  ['list', '"list" needs the type of its elements'],
  ['object', '"object" needs its attributes'],
  ['list()', 'exactly one argument'],
  ['list(string, string)', 'exactly one argument'],
  ['string()', 'takes no arguments'],
  ['object([])', 'in braces'],
  ['object({ a.b = string })', 'name of an attribute'],
  ['tuple({})', 'in brackets'],
  ['optional(string)', 'Only the attributes'],
  ['list(optional(string))', 'Only the attributes'],
  ['object({ a = optional(string, 1, 2) })', 'takes a type'],
  ['"string"', 'A type is'],
  ['foo(string)', 'There is no type "foo"'],
])('%s is refused', (text, detail) => {
  const { diagnostics } = constraint(text)
  expect(diagnostics).toHaveLength(1)
  expect(diagnostics[0]).toMatchObject({ summary: 'Invalid type specification', detail: expect.stringContaining(detail) })
})

// Results of `terraform console` with a variable of that type.
test.each([
  ['object({ a = string, b = optional(number, 8) })', '{ a = "x" }', '{"a":"x","b":8}'],
  ['object({ a = optional(number, 8) })', '{ a = null }', '{"a":8}'],
  ['object({ a = optional(number, 8) })', '{ a = 1 }', '{"a":1}'],
  ['object({ a = optional(number) })', '{}', '{"a":null}'],
  ['object({ a = optional(number, "8") })', '{}', '{"a":8}'],
  ['list(object({ a = optional(string, "d") }))', '[{}, { a = "x" }]', '[{"a":"d"},{"a":"x"}]'],
  ['map(object({ a = optional(string, "d") }))', '{ k = {} }', '{"k":{"a":"d"}}'],
  ['object({ o = optional(object({ p = optional(number, 1) }), {}) })', '{}', '{"o":{"p":1}}'],
  ['object({ o = optional(object({ p = optional(number, 1) })) })', '{}', '{"o":null}'],
  ['tuple([string, object({ a = optional(bool, true) })])', '["x", {}]', '["x",{"a":true}]'],
  ['object({ l = optional(list(string), ["a"]) })', '{}', '{"l":["a"]}'],
])('%s of %s', (type, given, expected) => {
  const { value, diagnostics } = constraint(type)
  expect(diagnostics).toEqual([])
  expect(toJson(convert(value.applyDefaults(evaluate(given).value), value.type))).toBe(expected)
})

test('a default that does not fit is named where it stands', () => {
  const { diagnostics } = constraint('object({ a = optional(number, "x") })')
  expect(diagnostics).toMatchObject([
    {
      summary: 'Invalid default value for optional attribute',
      subject: { start: { column: 31 } },
      detail: expect.stringContaining('a number is required'),
    },
  ])
})

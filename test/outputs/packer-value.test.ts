/** Values as Packer's console shows them; what Packer itself says is compared in test/cli/console.test.ts. */
import { parseExpression } from '../../src/language/hcl'
import { Value } from '../../src/language/values/value'
import { packerText, quotedPackerText } from '../../src/outputs/packer-value'

const evaluated = (text: string) => parseExpression(text, 't').value.evaluate({}).value

test.each([
  ['1e21', '1e+21'],
  ['1/3', '0.3333333333333333'],
  ['9223372036854775807', '9223372036854775807'],
  ['9223372036854775808', '9.223372036854776e+18'],
  ['1234567.5', '1.2345675e+06'],
  ['0.00001', '1e-05'],
  ['1/0', '+Inf'],
  ['"a\\nb"', 'a\nb'],
  ['["a\\nb"]', '[\n  "a\\nb",\n]'],
  ['[]', '[]'],
  ['{ a = null }', '{}'],
  ['[null, { b = [{}] }]', '[\n  null,\n  {\n    "b" = [\n      {},\n    ]\n  },\n]'],
])('%s is %j', (expression, text) => expect(packerText(evaluated(expression))).toBe(text))

test('what is not wholly known is not known', () => {
  expect(packerText(Value.tuple([Value.bool(true), Value.unknown()]))).toBe('<unknown>')
  expect(quotedPackerText(Value.string('a "b"\n'))).toBe('"a \\"b\\"\\n"')
})

/** Values at random, written and read again: as JSON, as YAML, as text of numbers, and converted there and back. */
import { decodeYaml } from '../../../src/language/functions/yaml-decode'
import { encodeYaml } from '../../../src/language/functions/yaml-encode'
import { BigFloat } from '../../../src/language/values/big-float'
import { convert } from '../../../src/language/values/convert'
import { rawEqual } from '../../../src/language/values/equality'
import { fromJs, fromJson, toJs, toJson } from '../../../src/language/values/json'
import { STRING, setOf } from '../../../src/language/values/type'
import { Value } from '../../../src/language/values/value'
import { type Random, seeded } from '../../helpers/random-expression'

const TEXTS = [
  '',
  'a',
  ' b ',
  'é',
  'yes',
  '1_000',
  'null',
  '~',
  '0x1f',
  '2001-01-01',
  'a: b',
  '- c',
  '# d',
  'x\ny\n',
  '"',
  '\\',
  '\u2028',
  '😀',
  'a\r\nb',
  '<&>',
]
const NUMBERS = ['0', '-1', '3.25', '1e21', '-1e-30', '12345678901234567890123', '0.1', '255', '1e400']

const random = seeded(Number(process.env.SEED ?? 1))
const values = Array.from({ length: 500 }, () => randomValue(random, 3))

function randomValue(random: Random, depth: number): Value {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const children = () => Array.from({ length: Math.floor(random() * 4) }, () => randomValue(random, depth - 1))
  const kind = Math.floor(random() * (depth > 0 ? 6 : 4))
  if (kind === 0) return Value.null()
  if (kind === 1) return Value.bool(random() < 0.5)
  if (kind === 2) return Value.number(BigFloat.fromText(pick(NUMBERS)))
  if (kind === 3) return Value.string(pick(TEXTS) + pick(TEXTS))
  if (kind === 4) return Value.tuple(children())
  return Value.object(children().map((child, i) => [`${pick(TEXTS)}${i}`, child] as const))
}

test('JSON', () => {
  for (const value of values) expect(rawEqual(fromJson(toJson(value)), value) || toJson(value)).toBe(true)
})

test('YAML', () => {
  for (const value of values) {
    const text = encodeYaml(value)
    expect(toJson(decodeYaml(text)) === toJson(value) || { text, value: toJson(value) }).toBe(true)
  }
})

test('plain data', () => {
  for (const value of values.filter(each => !/1e400|\d{30}|e-|0000000/.test(toJson(each))))
    expect(toJson(fromJs(toJs(value)))).toBe(toJson(value))
})

test('numbers of every precision as text', () => {
  for (let i = 0; i < 2000; i++) {
    const double = (random() - 0.5) * 10 ** Math.floor(random() * 60 - 30)
    const numbers = [BigFloat.fromDouble(double), BigFloat.fromInteger(BigInt(Math.floor(random() * 2 ** 53)) ** 3n)]
    for (const number of [...numbers, numbers[0]!.divide(numbers[1]!), numbers[0]!.multiply(numbers[1]!)]) {
      const text = number.toText()
      const read = BigFloat.fromText(text).withPrecision(number.prec)
      expect(read.compare(number) === 0 || text).toBe(true)
    }
    expect(Number(BigFloat.fromDouble(double).toText())).toBe(double)
  }
})

test('a set of texts and back', () => {
  const set = convert(Value.tuple(['b', 'a', 'b', 'é', ''].map(Value.string)), setOf(STRING))
  expect(toJson(set)).toBe('["","a","b","é"]')
  expect(rawEqual(convert(fromJson(toJson(set)), setOf(STRING)), set)).toBe(true)
})

import { BigFloat } from '../../../src/language/values/big-float'

const n = (text: string) => BigFloat.fromText(text)
const i = (value: number | bigint) => BigFloat.fromInteger(value)

/** Expected texts are what `terraform console` prints for the same arithmetic. */
describe('arithmetic rounds as go-cty does', () => {
  const third =
    '0.33333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333335'
  test.each<[string, BigFloat, string]>([
    ['1/3', n('1').divide(n('3')), third],
    ['1/3 at 64 bits', i(1).divide(i(3)), '0.33333333333333333334'],
    ['2^100 at 53 bits', BigFloat.fromDouble(2 ** 100), '1267650600228229400000000000000'],
    ['2^100 at 512 bits', BigFloat.fromDouble(2 ** 100).add(n('0')), '1267650600228229401496703205376'],
    ['0.1 + 0.2', n('0.1').add(n('0.2')), '0.3'],
    ['1/3*3', n('1').divide(n('3')).multiply(n('3')), '1'],
    ['0.29*100', n('0.29').multiply(n('100')), '29'],
    ['100*1.1', n('100').multiply(n('1.1')), '110'],
    [
      '11 % 5.1',
      n('11').modulo(n('5.1')),
      '0.80000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000024',
    ],
    ['-7 % 3', n('-7').modulo(n('3')), '-1'],
    ['5 % 0', n('5').modulo(n('0')), '5'],
    ['1/0', n('1').divide(n('0')), '+Inf'],
    ['-1/0', n('-1').divide(n('0')), '-Inf'],
    ['1e21', n('1e21'), '1000000000000000000000'],
    ['1e400', n('1e400'), `1${'0'.repeat(400)}`],
    ['1e-7', n('1e-7'), '0.0000001'],
    ['.5', n('.5'), '0.5'],
    ['1p3', n('1p3'), '8'],
    ['-0', n('-0'), '-0'],
    ['1 - 1', n('1').subtract(n('1')), '0'],
    ['9007199254740993 + 1', n('9007199254740993').add(i(1)), '9007199254740994'],
    ['log(1000, 10)', BigFloat.fromDouble(2.9999999999999996), '2.9999999999999996'],
    ['0.1 as a double', BigFloat.fromDouble(0.1), '0.1'],
    ['smallest double', BigFloat.fromDouble(5e-324), `0.${'0'.repeat(323)}4940656458412465`],
    ['Inf', n('Inf'), '+Inf'],
    ['-inf', n('-inf'), '-Inf'],
  ])('%s', (_, value, text) => expect(value.toText()).toBe(text))

  test('a running sum shows its rounding, as range(0, 1, 0.1) does', () => {
    let sum = i(0)
    for (let k = 0; k < 7; k++) sum = sum.add(n('0.1'))
    expect(sum.toText()).toMatch(/^0\.70{150,}6$/)
  })
  test.each([
    ['0/0', () => n('0').divide(n('0'))],
    ['Inf/Inf', () => n('Inf').divide(n('Inf'))],
    ['Inf-Inf', () => n('Inf').subtract(n('Inf'))],
    ['0*Inf', () => n('0').multiply(n('Inf'))],
    ['5%Inf', () => n('5').modulo(n('Inf'))],
    ['the integer of Inf', () => n('Inf').toInteger()],
    ['NaN', () => BigFloat.fromDouble(Number.NaN)],
  ])('%s has no value', (_, work) => expect(work).toThrow(RangeError))
  test('what could not be printed in reasonable time is infinite, or zero', () => {
    const large = n('1e49999')
    const small = n('1e-49999')
    expect(large.multiply(large).multiply(large).multiply(large).toText()).toBe('+Inf')
    expect(small.multiply(small).multiply(small).multiply(small).toText()).toBe('0')
  })
})

describe('text', () => {
  test.each(['', ' 1', '1 ', '0x10', '1_000', '--1', '1e', 'e1', '.', '1.2.3', 'NaN', '1e499999999', 'infinity', '１'])(
    '%j is no number',
    text => expect(BigFloat.parse(text)).toBeUndefined(),
  )
  test('doubles print as JavaScript prints them, less the exponent', () => {
    let seed = 12345
    for (let k = 0; k < 2000; k++) {
      seed = (seed * 1103515245 + 12345) % 2147483648
      const double = (seed / 2147483648) * 10 ** ((seed % 30) - 15)
      const value = BigFloat.fromDouble(double)
      expect(Number(value.toText())).toBe(double)
      expect(value.toDouble()).toBe(double)
      expect(value.toText().replace(/^[0.]+|[.-]/g, '').length).toBeLessThanOrEqual(17)
    }
  })
  test('what is printed reads back as the same number', () => {
    for (let k = 1; k < 200; k++) {
      const value = n(String(k)).divide(n(String(k * 7 + 3)))
      expect(BigFloat.fromText(value.toText()).compare(value)).toBe(0)
    }
  })
})

describe('comparison', () => {
  test.each([
    ['1', '1.0', 0],
    ['-1', '1', -1],
    ['Inf', '1e400', 1],
    ['-Inf', '-1e400', -1],
    ['Inf', 'Inf', 0],
    ['0', '-0', 0],
    ['0.1', '0.10000001', -1],
  ])('%s against %s', (a, b, sign) => expect(Math.sign(n(a).compare(n(b)))).toBe(sign))
  test('equality is of the printed text, not of the bits', () => {
    expect(n('0.1').add(n('0.2')).equals(n('0.3'))).toBe(true)
    expect(BigFloat.fromDouble(0.1).equals(n('0.1'))).toBe(true)
    expect(BigFloat.fromDouble(0.1).compare(n('0.1'))).not.toBe(0)
    expect(n('-0').equals(n('0'))).toBe(true)
  })
  test('integers', () => {
    expect(n('12345678901234567890').toInteger()).toBe(12345678901234567890n)
    expect(n('-1.9').toInteger()).toBe(-1n)
    expect(n('1.5').isInteger).toBe(false)
    expect(n('1e3').isInteger).toBe(true)
  })
})

import { parseDuration, parseNanoseconds } from '../../src/language/duration'

test.each([
  ['0', 0n],
  ['5s', 5_000_000_000n],
  ['+5s', 5_000_000_000n],
  ['-1.5h', -5_400_000_000_000n],
  ['1h2m3.5s', 3_723_500_000_000n],
  ['100ms', 100_000_000n],
  ['1µs', 1_000n],
  ['1us', 1_000n],
  ['1.5ms', 1_500_000n],
  ['999ns', 999n],
  ['1001ns', 1001n],
  ['.5s', 500_000_000n],
  ['1.s', 1_000_000_000n],
  ['90m', 5_400_000_000_000n],
  ['1m1ns', 60_000_000_001n],
  ['1h1h', 7_200_000_000_000n],
  ['2562047h47m16.854775807s', 2n ** 63n - 1n],
  ['-9223372036854775808ns', -(2n ** 63n)],
])('%s', (text, nanoseconds) => expect(parseNanoseconds(text)).toBe(nanoseconds))

test.each([
  ['', 'invalid duration ""'],
  ['3', 'missing unit in duration "3"'],
  ['-', 'invalid duration "-"'],
  ['s', 'invalid duration "s"'],
  ['.', 'invalid duration "."'],
  ['.s', 'invalid duration ".s"'],
  ['1d', 'unknown unit "d" in duration "1d"'],
  ['1 s', 'unknown unit " s" in duration "1 s"'],
  ['9223372036854775808ns', 'invalid duration "9223372036854775808ns"'],
  ['1h-2m', 'unknown unit "h-" in duration "1h-2m"'],
])('%j is refused', (text, message) => expect(() => parseNanoseconds(text)).toThrow(`time: ${message}`))

test('milliseconds', () => expect(parseDuration('1m0.5s')).toBe(60_500))

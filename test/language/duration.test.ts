import { formatDuration, parseDuration, parseNanoseconds } from '../../src/language/duration'

/** Text, nanoseconds, and how Go prints it. */
test.each([
  ['0', 0n, '0s'],
  ['5s', 5_000_000_000n, '5s'],
  ['+5s', 5_000_000_000n, '5s'],
  ['-1.5h', -5_400_000_000_000n, '-1h30m0s'],
  ['1h2m3.5s', 3_723_500_000_000n, '1h2m3.5s'],
  ['100ms', 100_000_000n, '100ms'],
  ['1µs', 1_000n, '1µs'],
  ['1us', 1_000n, '1µs'],
  ['1.5ms', 1_500_000n, '1.5ms'],
  ['999ns', 999n, '999ns'],
  ['1001ns', 1001n, '1.001µs'],
  ['.5s', 500_000_000n, '500ms'],
  ['1.s', 1_000_000_000n, '1s'],
  ['90m', 5_400_000_000_000n, '1h30m0s'],
  ['1m1ns', 60_000_000_001n, '1m0.000000001s'],
  ['1h1h', 7_200_000_000_000n, '2h0m0s'],
  ['2562047h47m16.854775807s', 2n ** 63n - 1n, '2562047h47m16.854775807s'],
  ['-9223372036854775808ns', -(2n ** 63n), '-2562047h47m16.854775808s'],
])('%s', (text, nanoseconds, printed) => {
  expect(parseNanoseconds(text)).toBe(nanoseconds)
  expect(formatDuration(nanoseconds)).toBe(printed)
})

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

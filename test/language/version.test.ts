import { compareVersions, parseConstraints, parseVersion } from '../../src/language/version'

test.each<[string, string, boolean]>([
  ['~> 1.0', '1.9.9', true],
  ['~> 1.0', '2.0.0', false],
  ['~> 1.0.3', '1.0.9', true],
  ['~> 1.0.3', '1.1.0', false],
  ['~> 1', '2.5', true],
  ['~> 1.0', '0.9', false],
  ['~> 1.2.3.4', '1.2.3.9', true],
  ['~> 1.0.9.5', '1.0', false],
  ['>= 1.0, < 1.2', '1.1.5', true],
  ['>= 1.0, < 1.2', '1.2.0', false],
  ['>1.0,<=1.2', '1.2', true],
  ['1.0', '1.0.0', true],
  ['= 1.0', '1.0.1', false],
  ['!= 1.0', '1.0.1', true],
  ['!= 1.0.0', '1.0', false],
  ['> 1.0', '1.1.0-beta', false],
  ['> 1.1.0-alpha', '1.1.0-beta', true],
  ['> 1.0.0-alpha', '1.1.0-beta', false],
  ['>= 1.1.0-alpha', '1.1.0', true],
  ['~> 1.1.0-alpha', '1.1.0', false],
  ['~> 1.1.0-alpha', '1.1.0-beta', true],
  ['~> 1.1-alpha', '1.2-alpha', false],
  ['= 1.0.0-beta', '1.0.0-beta', true],
  ['= 1.0.0', '1.0.0+build', true],
  ['>= v1.2', 'v1.2.0', true],
  ['< 1.10.0', '1.9.0', true],
])('%s and %s: %s', (constraint, version, met) => expect(parseConstraints(constraint).check(parseVersion(version))).toBe(met))

test.each(['', '1.x', '~> ', '>= 1.0,', '^1.0', '>= 1.0 < 2.0', '>> 1'])('%j is no constraint', text =>
  expect(() => parseConstraints(text)).toThrow('malformed'),
)
test.each(['', '1.', 'a', '1.2.3 ', '1..2', '1.2.99999999999999999999'])('%j is no version', text =>
  expect(() => parseVersion(text)).toThrow('malformed version'),
)

test('order', () => {
  const sorted = [
    '1.0.0-1',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.2',
    '1.0.0-alpha.10',
    '1.0.0-beta',
    '1.0.0',
    '1.0.0.1',
    '1.2',
  ]
  for (const [i, a] of sorted.entries())
    for (const [j, b] of sorted.entries())
      expect(Math.sign(compareVersions(parseVersion(a), parseVersion(b)))).toBe(Math.sign(i - j))
})

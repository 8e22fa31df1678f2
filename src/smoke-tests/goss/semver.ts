/** Semantic versions and the ranges over them that goss's `semver-constraint` knows: `>1.0.0 <2.0.0 !=1.5.0 || 3.x`. */

interface Version {
  readonly numbers: readonly [number, number, number]
  readonly prerelease: readonly string[]
}

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([\dA-Za-z.-]+))?(?:\+[\dA-Za-z.-]+)?$/

export function parseVersion(text: string): Version | undefined {
  const found = VERSION.exec(text)
  if (!found) return undefined
  return { numbers: [Number(found[1]), Number(found[2]), Number(found[3])], prerelease: found[4]?.split('.') ?? [] }
}

/** A version without a prerelease comes after those with one; numbers come before words. */
function compare(a: Version, b: Version): number {
  for (const i of [0, 1, 2] as const) if (a.numbers[i] !== b.numbers[i]) return a.numbers[i] - b.numbers[i]
  if (a.prerelease.length === 0 || b.prerelease.length === 0) return b.prerelease.length - a.prerelease.length
  for (const [i, left] of a.prerelease.entries()) {
    const right = b.prerelease[i]
    if (right === undefined) return 1
    if (left !== right) return comparePart(left, right)
  }
  return a.prerelease.length - b.prerelease.length
}

function comparePart(a: string, b: string): number {
  const [left, right] = [a, b].map(part => (/^\d+$/.test(part) ? Number(part) : undefined))
  if (left !== undefined && right !== undefined) return left - right
  if (left !== undefined || right !== undefined) return left !== undefined ? -1 : 1
  return a < b ? -1 : 1
}

type Test = (version: Version) => boolean

const COMPARISON = /^(>=|<=|!=|==|=|!|>|<)?\s*(\d+(?:\.(?:\d+|[xX*]))?(?:\.(?:\d+|[xX*]))?(?:[-+][\w.+-]+)?)$/

/** Throws Error with a sentence. */
export function versionRange(range: string): Test {
  const alternatives = range.split('||').map(part => {
    const words = part
      .replace(/(>=|<=|!=|==|=|!|>|<)\s+/g, '$1')
      .trim()
      .split(/\s+/)
    const tests = words.map(word => comparison(word, range))
    return (version: Version) => tests.every(test => test(version))
  })
  return version => alternatives.some(test => test(version))
}

function comparison(word: string, range: string): Test {
  const [, operator = '=', text] = COMPARISON.exec(word) ?? []
  if (text === undefined) throw new Error(`${JSON.stringify(range)} is not a range of semantic versions`)
  if (/[xX*]/.test(text) && operator.startsWith('!'))
    throw new Error(`${JSON.stringify(range)}: ${word} is not supported: to goss it holds for no version`)
  if (/[xX*]/.test(text)) return wildcard(operator, text)
  const bound = parseVersion(text)
  if (!bound) throw new Error(`${JSON.stringify(range)} is not a range of semantic versions: ${text} lacks a part`)
  return holds(operator, bound)
}

/** `1.2.x` is a range of its own: comparisons look at its ends. */
function wildcard(operator: string, text: string): Test {
  const parts = text.split('.')
  const fixed = parts
    .slice(
      0,
      parts.findIndex(part => /[xX*]/.test(part)),
    )
    .map(Number)
  const [major = 0, minor = 0] = fixed
  const low: Version = { numbers: [major, minor, 0], prerelease: [] }
  const high: Version = { numbers: fixed.length === 1 ? [major + 1, 0, 0] : [major, minor + 1, 0], prerelease: [] }
  const within: Test = version => holds('>=', low)(version) && holds('<', high)(version)
  switch (operator) {
    case '>':
      return holds('>=', high)
    case '<=':
      return holds('<', high)
    case '>=':
    case '<':
      return holds(operator, low)
    default:
      return within
  }
}

function holds(operator: string, bound: Version): Test {
  switch (operator) {
    case '>':
      return version => compare(version, bound) > 0
    case '>=':
      return version => compare(version, bound) >= 0
    case '<':
      return version => compare(version, bound) < 0
    case '<=':
      return version => compare(version, bound) <= 0
    case '!':
    case '!=':
      return version => compare(version, bound) !== 0
    default:
      return version => compare(version, bound) === 0
  }
}

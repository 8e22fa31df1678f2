/**
 * The ranges over semantic versions that goss's `semver-constraint` knows: `>1.0.0 <2.0.0 !=1.5.0 || 3.x`. They differ from npm's, which
 * leave prereleases out and know no `!=`; versions are the same.
 */
import { cmp, type Operator, parse, SemVer } from 'semver'

/** Stricter than npm, which takes `v1.2.3` and white space too. */
export const parseVersion = (text: string): SemVer | undefined => (/^\d\S*$/.test(text) ? (parse(text) ?? undefined) : undefined)

type Test = (version: SemVer) => boolean

const COMPARISON = /^(>=|<=|!=|==|=|!|>|<)?\s*(\d+(?:\.(?:\d+|[xX*]))?(?:\.(?:\d+|[xX*]))?(?:[-+][\w.+-]+)?)$/

/** Throws Error with a sentence. */
export function versionRange(range: string): Test {
  const alternatives = range.split('||').map(part => {
    const words = part
      .replace(/(>=|<=|!=|==|=|!|>|<)\s+/g, '$1')
      .trim()
      .split(/\s+/)
    const tests = words.map(word => comparison(word, range))
    return (version: SemVer) => tests.every(test => test(version))
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
  const low = new SemVer(`${major}.${minor}.0`)
  const high = new SemVer(fixed.length === 1 ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`)
  switch (operator) {
    case '>':
      return holds('>=', high)
    case '<=':
      return holds('<', high)
    case '>=':
    case '<':
      return holds(operator, low)
    default:
      return version => holds('>=', low)(version) && holds('<', high)(version)
  }
}

const holds =
  (operator: string, bound: SemVer): Test =>
  version =>
    cmp(version, (operator === '!' ? '!=' : operator) as Operator, bound)

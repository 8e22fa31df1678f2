/** goss's matchers: an expectation as the file has it becomes a question to the value that was found. */
import { ABSENT, jsonPath } from './json-path'
import { linePattern, regularExpression, unsatisfied } from './line-patterns'
import { parseVersion, versionRange } from './semver'
import { equals, isList, isMap, isNumber, isOfMachine, Lines, Mismatch, shown, toList, toNumber, toText } from './values'
import { withFloats } from './yaml'

/** Undefined: it matches; else what is missing or what was expected. Throws Mismatch when it cannot be compared. */
export type Matcher = (found: unknown) => string | undefined

const when = (holds: boolean, expected: string): string | undefined => (holds ? undefined : expected)

/** Throws Error with a sentence that names what is not supported. */
export function matcherOf(expected: unknown, outermost = false): Matcher {
  if (typeof expected === 'string') return found => when(toText(found) === expected, `to equal ${shown(expected)}`)
  if (isNumber(expected)) return found => when(toNumber(found) === toNumber(expected), `to equal ${shown(expected)}`)
  if (typeof expected === 'boolean') return found => when(found === expected, `to equal ${expected}`)
  if (isList(expected)) return listMatcher(expected, outermost)
  if (!isMap(expected)) throw new Error('an expectation is missing')
  const names = Object.keys(expected)
  if (names.length !== 1)
    throw new Error(
      names.length === 0
        ? 'an expectation is empty'
        : `one matcher at a time, and there are ${names.join(', ')}; write and: [...]`,
    )
  const name = names[0]!
  const make = Object.hasOwn(MATCHERS, name) ? MATCHERS[name] : undefined
  if (!make) throw new Error(`there is no matcher "${name}"; there are ${Object.keys(MATCHERS).sort().join(', ')}`)
  return make(expected[name], name)
}

/** Of lines each item is a pattern, when no other matcher is around it; of a list each has to match an element of its own. */
function listMatcher(expected: readonly unknown[], outermost: boolean): Matcher {
  const patterns = expected.every(item => typeof item === 'string') ? patternsMatcher(expected) : undefined
  const elements = expected.map(item => matcherOf(item))
  return found => {
    if (!(found instanceof Lines && outermost)) return containsAll(expected, elements, elementsOf(found), false)
    if (!patterns) throw new Mismatch('the patterns for text are texts themselves')
    return patterns(found)
  }
}

function patternsMatcher(expected: unknown): Matcher {
  const patterns = arrayOf(expected, 'have-patterns').map(item => linePattern(textOf(item, 'have-patterns')))
  return found => {
    const missing = unsatisfied(patterns, isList(found) ? found.map(toText).join('\n') : toText(found))
    return when(missing.length === 0, `to have the patterns ${shown(missing)}`)
  }
}

/** Values of a map are its elements too; a text has none. */
function elementsOf(found: unknown): readonly unknown[] {
  if (isList(found)) return found
  if (isMap(found)) return Object.values(found)
  throw new Mismatch(`${shown(found)} is not a list`)
}

/** No element serves two expectations: a matching in the bipartite graph, grown along alternating paths. */
function containsAll(expected: readonly unknown[], matchers: readonly Matcher[], found: readonly unknown[], exact: boolean) {
  const fits = matchers.map(matcher => found.map(element => passes(matcher, element)))
  const servant = new Map<number, number>()
  const serve = (wish: number, tried: Set<number>): boolean =>
    found.some((_, element) => {
      if (!fits[wish]![element] || tried.has(element)) return false
      tried.add(element)
      const rival = servant.get(element)
      if (rival !== undefined && !serve(rival, tried)) return false
      servant.set(element, wish)
      return true
    })
  const missing = expected.filter((_, wish) => !serve(wish, new Set()))
  if (missing.length > 0) return `to contain ${shown(missing)}`
  const extra = exact ? found.filter((_, element) => !servant.has(element)) : []
  return when(extra.length === 0, `to contain nothing else than was expected, such as ${shown(extra)}`)
}

/** An element that cannot be compared is not the one that is looked for. */
function passes(matcher: Matcher, element: unknown): boolean {
  try {
    return matcher(element) === undefined
  } catch (error) {
    if (error instanceof Mismatch) return false
    throw error
  }
}

type Make = (expected: unknown, name: string) => Matcher

const MATCHERS: Readonly<Record<string, Make>> = {
  equal: expected => found => {
    if (found === null && expected === null) throw new Mismatch('nothing is not compared with nothing')
    const hint = isOfMachine(found) ? ' (to goss no list of a machine equals one in a file: write consist-of)' : ''
    return when(equals(found, expected), `to equal ${shown(expected)}${hint}`)
  },
  'have-prefix': ofText((found, wish) => found.startsWith(wish)),
  'have-suffix': ofText((found, wish) => found.endsWith(wish)),
  'contain-substring': ofText((found, wish) => found.includes(wish)),
  'match-regexp': (expected, name) => {
    const matches = regularExpression(textOf(expected, name))
    return found => when(matches(toText(found)), `to match ${shown(expected)}`)
  },
  'have-patterns': patternsMatcher,
  'have-len': (expected, name) => {
    const length = numberOf(expected, name)
    return found => when(lengthOf(found) === length, `to have length ${length}`)
  },
  'have-key': (expected, name) => {
    if (typeof expected !== 'string' && !isMap(expected))
      throw new Error(`${name} takes a text or a matcher, not ${shown(expected)}`)
    const matcher = matcherOf(expected)
    return found => {
      if (!isMap(found)) throw new Mismatch(`${shown(found)} has no keys`)
      return when(
        Object.keys(found).some(key => passes(matcher, key)),
        `to have the key ${shown(expected)}`,
      )
    }
  },
  'contain-element': expected => {
    const matcher = matcherOf(expected)
    return found =>
      when(
        toList(found).some(element => passes(matcher, element)),
        `to contain an element that matches ${shown(expected)}`,
      )
  },
  'contain-elements': (expected, name) => {
    const [wishes, matchers] = wishesOf(expected, name)
    return found => containsAll(wishes, matchers, toList(found), false)
  },
  'consist-of': (expected, name) => {
    const [wishes, matchers] = wishesOf(expected, name)
    return found => containsAll(wishes, matchers, elementsOf(found), true)
  },
  not: expected => {
    const matcher = matcherOf(expected)
    return found => when(matcher(found) !== undefined, `not to match ${shown(expected)}`)
  },
  and: (expected, name) => {
    const [, matchers] = wishesOf(expected, name)
    return found => {
      for (const matcher of matchers) {
        const reason = matcher(found)
        if (reason !== undefined) return reason
      }
      return undefined
    }
  },
  or: (expected, name) => {
    const [, matchers] = wishesOf(expected, name)
    return found =>
      when(
        matchers.some(matcher => matcher(found) === undefined),
        `to match one of ${shown(expected)}`,
      )
  },
  gt: ofNumber((found, bound) => found > bound, '>'),
  ge: ofNumber((found, bound) => found >= bound, '>='),
  lt: ofNumber((found, bound) => found < bound, '<'),
  le: ofNumber((found, bound) => found <= bound, '<='),
  'semver-constraint': (expected, name) => {
    const holds = versionRange(textOf(expected, name))
    return found => {
      const versions = (isList(found) ? found : [found]).map(each => parseVersion(toText(each)))
      if (versions.length === 0) throw new Mismatch('there is no version')
      if (versions.some(version => version === undefined)) throw new Mismatch(`${shown(found)} is not all semantic versions`)
      return when(
        versions.every(version => version && holds(version)),
        `to lie in the range ${shown(expected)}`,
      )
    }
  },
  gjson: (expected, name) => {
    if (!isMap(expected)) throw new Error(`${name} is a map from paths to expectations`)
    const wishes = Object.entries(expected).map(([path, wish]) => ({ path, at: jsonPath(path), matcher: matcherOf(wish) }))
    return found => {
      const document = parseJson(found)
      for (const { path, at, matcher } of wishes) {
        const value = withFloats(at(document))
        if (value === ABSENT) throw new Mismatch(`there is nothing at the path ${path}`)
        const reason = matcher(value)
        if (reason !== undefined) return `at ${path}: ${shown(value)} ${reason}`
      }
      return undefined
    }
  },
}

function ofText(holds: (found: string, wish: string) => boolean): Make {
  return (expected, name) => {
    const wish = textOf(expected, name)
    return found => when(holds(toText(found), wish), `to ${name.replaceAll('-', ' ')} ${shown(wish)}`)
  }
}

function ofNumber(holds: (found: number, bound: number) => boolean, sign: string): Make {
  return (expected, name) => {
    const bound = numberOf(expected, name)
    return found => when(holds(toNumber(found), bound), `to be ${sign} ${bound}`)
  }
}

function wishesOf(expected: unknown, name: string): readonly [readonly unknown[], readonly Matcher[]] {
  const wishes = arrayOf(expected, name)
  return [wishes, wishes.map(wish => matcherOf(wish))]
}

/** Of a text in bytes, as Go counts. */
function lengthOf(found: unknown): number {
  if (found instanceof Lines || typeof found === 'string') return Buffer.byteLength(toText(found))
  if (isList(found)) return found.length
  if (isMap(found)) return Object.keys(found).length
  throw new Mismatch(`${shown(found)} has no length`)
}

function parseJson(found: unknown): unknown {
  if (!(found instanceof Lines) && typeof found !== 'string') throw new Mismatch(`${shown(found)} is not JSON text`)
  try {
    return JSON.parse(toText(found))
  } catch {
    throw new Mismatch(`${shown(found)} is not JSON text`)
  }
}

function textOf(expected: unknown, name: string): string {
  if (typeof expected === 'string') return expected
  throw new Error(`${name} takes a text, not ${shown(expected)}`)
}

function numberOf(expected: unknown, name: string): number {
  if (isNumber(expected)) return toNumber(expected)
  throw new Error(`${name} takes a number, not ${shown(expected)}`)
}

function arrayOf(expected: unknown, name: string): readonly unknown[] {
  if (isList(expected)) return expected
  throw new Error(`${name} takes a list, not ${shown(expected)}`)
}

/** Regular expressions of RE2. */
import { compilePattern, type Match, type Pattern, PatternError, replacePattern } from '../../regexp'
import { DYNAMIC, listOf, objectOf, STRING, type Type, tupleOf } from '../../values/type'
import { Value } from '../../values/value'
import { define, defineText, string } from '../define'
import { FunctionError, type LanguageFunction } from '../function'

function compile(pattern: Value): Pattern {
  try {
    return compilePattern(pattern.asString())
  } catch (error) {
    throw error instanceof PatternError ? new FunctionError(`invalid regexp pattern: ${error.message}`, 0) : error
  }
}

/** Text without groups, an object for named groups, a tuple for others. */
function matchType(pattern: Value): Type {
  if (!pattern.isKnown) return DYNAMIC
  const { groupCount, names } = compile(pattern)
  if (groupCount === 0) return STRING
  if (names.size === 0) return tupleOf(Array<Type>(groupCount).fill(STRING))
  if (names.size < groupCount)
    throw new FunctionError('invalid regexp pattern: cannot mix both named and unnamed capture groups', 0)
  return objectOf(new Map([...names.keys()].map(name => [name, STRING])))
}

function matchValue({ groups }: Match, { names, groupCount }: Pattern): Value {
  const group = (i: number): Value => {
    const text = groups[i]
    return text === null || text === undefined ? Value.null(STRING) : Value.string(text)
  }
  if (groupCount === 0) return group(0)
  if (names.size === 0) return Value.tuple(groups.slice(1).map((_, i) => group(i + 1)))
  return Value.object([...names].map(([name, i]) => [name, group(i)]))
}

export const regexFunctions: readonly LanguageFunction[] = [
  define('regex', [string('pattern'), string('string')], matchType, (source, text) => {
    matchType(source)
    const pattern = compile(source)
    for (const match of pattern.matches(text.asString())) return matchValue(match, pattern)
    throw new FunctionError('pattern did not match any part of the given string')
  }),
  define(
    'regexall',
    [string('pattern'), string('string')],
    source => listOf(matchType(source)),
    (source, text) => {
      const pattern = compile(source)
      return Value.list(
        matchType(source),
        Array.from(pattern.matches(text.asString()), match => matchValue(match, pattern)),
      )
    },
  ),
  defineText('regex_replace', ['str', 'pattern', 'replace'], (text, pattern, replacement) => {
    try {
      return replacePattern(pattern, text, replacement)
    } catch (error) {
      throw error instanceof PatternError ? new FunctionError(`invalid regexp pattern: ${error.message}`, 1) : error
    }
  }),
]

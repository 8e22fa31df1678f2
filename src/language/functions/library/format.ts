/** `format` and `formatlist`: printf with the types of the language. */
import { countGraphemes, graphemes } from '../../graphemes'
import { FormatSyntaxError, formatFloat, formatInteger, pad, scanFormat, type Verb } from '../../printf'
import { ConversionError, convert } from '../../values/convert'
import { quoteJson, toJson } from '../../values/json'
import { BOOL, listOf, NUMBER, STRING, type Type } from '../../values/type'
import { Value } from '../../values/value'
import { any, define, many, string } from '../define'
import { FunctionError, type LanguageFunction } from '../function'

const ANYTHING = { allowNull: true, allowUnknown: true } as const

function format(template: string, args: readonly Value[]): string {
  let next = 0
  let used = 0
  const text = scan(template).map(piece => {
    if (typeof piece === 'string') return piece
    const index = piece.index ?? next + 1
    const offset = Buffer.byteLength(template.slice(0, piece.offset))
    if (index > args.length)
      throw new FunctionError(
        `not enough arguments for ${quoted(piece)} at ${offset}: need index ${index} but have ${args.length} total`,
      )
    next = index
    used = Math.max(used, index)
    try {
      return formatVerb(args[index - 1]!, piece, offset)
    } catch (error) {
      throw error instanceof ConversionError
        ? new FunctionError(`unsupported value for ${quoted(piece)} at ${offset}: ${error.message}`)
        : error
    }
  })
  if (args.length > used)
    throw new FunctionError(`too many arguments; ${used === 0 ? 'no verbs in' : `only ${used} used by`} format string`, used + 1)
  return text.join('')
}

const quoted = (verb: Verb): string => JSON.stringify(verb.text)

function scan(template: string): (string | Verb)[] {
  try {
    return scanFormat(template)
  } catch (error) {
    throw error instanceof FormatSyntaxError ? new FunctionError(error.message) : error
  }
}

function formatVerb(value: Value, verb: Verb, offset: number): string {
  if (verb.letter === 'v') return formatAny(value, verb)
  const as = (type: Type): Value => {
    if (value.isNull) throw new ConversionError('null value cannot be formatted')
    return convert(value, type)
  }
  switch (verb.letter) {
    case 's':
    case 'q': {
      const text = as(STRING).asString()
      const cut = verb.precision ? graphemes(text).slice(0, verb.precision).join('') : text
      return padded(verb.letter === 'q' ? quoteJson(cut) : cut, verb)
    }
    case 't':
      return String(as(BOOL).asBool())
    case 'b':
    case 'd':
    case 'o':
    case 'x':
    case 'X': {
      const n = as(NUMBER).asNumber()
      if (!n.isInteger) throw new ConversionError('an integer is required')
      return formatInteger(n.toInteger(), verb)
    }
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G':
      return formatFloat(as(NUMBER).asNumber(), verb)
    default:
      throw new FunctionError(`unsupported format verb '${verb.letter}' in ${quoted(verb)} at offset ${offset}`)
  }
}

/** `%v`: text and numbers as they are, all else as JSON; `%#v` everything as JSON. */
function formatAny(value: Value, verb: Verb): string {
  if (!verb.flags.includes('#') && !value.isNull) {
    if (value.type.kind === 'string') return padded(value.asString(), verb)
    if (value.type.kind === 'number') return padded(formatFloat(value.asNumber(), PLAIN), verb)
  }
  return padded(toJson(value), verb)
}

/** A number of `%v` has no flags but those of its width. */
const PLAIN: Verb = { letter: 'g', flags: '', text: '%g', offset: 0 }

/** Where both flags stand, zeros fill up the right side. */
function padded(text: string, verb: Verb): string {
  const filled = verb.flags.includes('-') && verb.flags.includes('0')
  const missing = (verb.width ?? 0) - countGraphemes(text)
  return filled ? text + '0'.repeat(Math.max(0, missing)) : pad(text, verb, countGraphemes(text))
}

const isList = (arg: Value): boolean => ['list', 'set', 'tuple'].includes(arg.type.kind)

/** How many rows it fills; of a tuple its type says so before its elements are known. */
function rowsOf(arg: Value): number | undefined {
  if (arg.isNull || !isList(arg)) return undefined
  if (arg.type.kind === 'tuple') return arg.type.elements.length
  return arg.hasKnownSize ? arg.elements().length : undefined
}

function formatList(template: Value, ...args: Value[]): Value {
  const counts = args.map(rowsOf)
  const first = counts.findIndex(each => each !== undefined)
  const count = counts[first] ?? 1
  for (const [i, own] of counts.entries())
    if (own !== undefined && own !== count)
      throw new FunctionError(
        `argument ${i + 1} has length ${own}, which is inconsistent with argument ${first + 1} of length ${count}`,
        i + 1,
      )
  if (!template.isKnown || args.some(arg => isList(arg) && !arg.hasKnownSize)) return Value.unknown(listOf(STRING), true)
  const columns = args.map((arg, i) => (counts[i] === undefined ? undefined : arg.elements()))
  const rows = Array.from({ length: count }, (_, i) => args.map((arg, j) => columns[j]?.[i] ?? arg))
  return Value.list(
    STRING,
    rows.map((row, i) => formatRow(template.asString(), row, i)),
  )
}

function formatRow(template: string, row: readonly Value[], index: number): Value {
  if (row.some(each => !each.isWhollyKnown)) return Value.unknown(STRING, true)
  try {
    return Value.string(format(template, row))
  } catch (error) {
    throw error instanceof FunctionError ? new FunctionError(`error on format iteration ${index}: ${error.message}`) : error
  }
}

export const formatFunctions: readonly LanguageFunction[] = [
  define('format', [string('format'), many(any('args', ANYTHING))], STRING, (template, ...args) =>
    args.every(arg => arg.isWhollyKnown) ? format(template.asString(), args) : Value.unknown(STRING, true),
  ),
  define('formatlist', [string('format', { allowUnknown: true }), many(any('args', ANYTHING))], listOf(STRING), formatList),
]

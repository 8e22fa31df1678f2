/** Dates and times: texts in RFC 3339, taken apart, moved and written in other ways. */
import { parseNanoseconds } from '../../duration'
import {
  addNanoseconds,
  calendar,
  digits,
  formatLayout,
  formatRfc3339,
  type Moment,
  momentOf,
  parseRfc3339,
  strftime,
  TimeError,
  zone,
} from '../../time'
import { NUMBER, objectOf, STRING } from '../../values/type'
import { Value } from '../../values/value'
import { define, defineText, integer, many, number, string, whole } from '../define'
import { FunctionError, type LanguageFunction } from '../function'

export interface Clock {
  /** What `timestamp()` says; asked at each call. */
  readonly now: () => Date
  /** What the legacy functions say, the same all through a run. */
  readonly startedAt: Date
}

function parse(text: string, argument?: number, lenient = false): Moment {
  try {
    return parseRfc3339(text, lenient)
  } catch (error) {
    throw error instanceof TimeError ? new FunctionError(`not a valid RFC3339 timestamp: ${error.message}`, argument) : error
  }
}

type Field = ReturnType<typeof calendar>

/** By letter: how each length of it is written, and what to say of other lengths. */
const verbs: Readonly<
  Record<string, { rule: string; lengths: Readonly<Record<number, (at: Field, moment: Moment) => string>> }>
> = {
  Y: { rule: 'year must either be "YY" or "YYYY"', lengths: { 2: at => digits(at.year % 100, 2), 4: at => digits(at.year, 4) } },
  M: {
    rule: 'month must be "M", "MM", "MMM", or "MMMM"',
    lengths: {
      1: at => String(at.month),
      2: at => digits(at.month, 2),
      3: at => at.monthName.slice(0, 3),
      4: at => at.monthName,
    },
  },
  D: { rule: 'day of month must either be "D" or "DD"', lengths: { 1: at => String(at.day), 2: at => digits(at.day, 2) } },
  E: {
    rule: 'day of week must either be "EEE" or "EEEE"',
    lengths: { 3: at => at.weekdayName.slice(0, 3), 4: at => at.weekdayName },
  },
  h: { rule: '24-hour must either be "h" or "hh"', lengths: { 1: at => String(at.hour), 2: at => digits(at.hour, 2) } },
  H: {
    rule: '12-hour must either be "H" or "HH"',
    lengths: { 1: at => String(at.hour % 12 || 12), 2: at => digits(at.hour % 12 || 12, 2) },
  },
  A: { rule: 'must be "AA"', lengths: { 2: at => (at.hour < 12 ? 'AM' : 'PM') } },
  a: { rule: 'must be "aa"', lengths: { 2: at => (at.hour < 12 ? 'am' : 'pm') } },
  m: { rule: 'minute must either be "m" or "mm"', lengths: { 1: at => String(at.minute), 2: at => digits(at.minute, 2) } },
  s: { rule: 'second must either be "s" or "ss"', lengths: { 1: at => String(at.second), 2: at => digits(at.second, 2) } },
  Z: {
    rule: 'timezone must be Z, ZZZZ, or ZZZZZ',
    lengths: {
      1: (_, { offset }) => zone(offset, ':', 'Z'),
      3: (_, { offset }) => zone(offset, '', 'UTC'),
      4: (_, { offset }) => zone(offset, ''),
      5: (_, { offset }) => zone(offset, ':'),
    },
  },
}

/** Letters are verbs, repeated for width; text in single quotes stands for itself, '' for a quote, which may even end the text. */
function formatDate(format: string, timestamp: string): string {
  const moment = parse(timestamp, 1)
  const at = calendar(moment)
  return format.replace(
    /''|'((?:[^']|'')*)('?)|([a-zA-Z])\3*/g,
    (verb, quoted: string | undefined, closed: string, letter: string) => {
      if (verb === "''") return "'"
      if (quoted !== undefined && closed === '' && !quoted.endsWith("''")) throw new FunctionError("unterminated literal '", 0)
      if (quoted !== undefined) return quoted.replaceAll("''", "'")
      const known = verbs[letter]
      if (!known) throw new FunctionError(`invalid date format verb "${verb}"`, 0)
      const write = known.lengths[verb.length]
      if (!write) throw new FunctionError(`invalid date format verb "${verb}": ${known.rule}`, 0)
      return write(at, moment)
    },
  )
}

function timeAdd(timestamp: string, duration: string): string {
  const moment = parse(timestamp)
  try {
    return formatRfc3339(addNanoseconds(moment, parseNanoseconds(duration)))
  } catch (error) {
    throw new FunctionError((error as Error).message)
  }
}

const numbers = ['year', 'year_day', 'day', 'month', 'weekday', 'hour', 'minute', 'second', 'unix', 'iso_year', 'iso_week']
const PARSED = objectOf(
  new Map([...numbers.map(name => [name, NUMBER] as const), ['month_name', STRING], ['weekday_name', STRING]]),
)

function takeApart(moment: Moment): Value {
  const at = calendar(moment)
  const counts = [
    at.year,
    at.yearDay,
    at.day,
    at.month,
    at.weekday,
    at.hour,
    at.minute,
    at.second,
    moment.unix,
    at.isoYear,
    at.isoWeek,
  ]
  return Value.object([
    ...numbers.map((name, i) => [name, integer(counts[i]!)] as const),
    ['month_name', Value.string(at.monthName)],
    ['weekday_name', Value.string(at.weekdayName)],
  ])
}

export function dateFunctions({ now, startedAt }: Clock): readonly LanguageFunction[] {
  const start = momentOf(startedAt)
  return [
    defineText('formatdate', ['format', 'time'], formatDate),
    defineText('timeadd', ['timestamp', 'duration'], timeAdd),
    define('timestamp', [], STRING, () => formatRfc3339(momentOf(now()))),
    define('legacy_isotime', [many(string('format'))], STRING, (format, ...more) => {
      if (more.length > 0) throw new FunctionError(`too many values, 1 needed: ${more.length + 1} given`)
      return format ? formatLayout(start, format.asString()) : formatRfc3339(start)
    }),
    defineText('legacy_strftime', ['format'], format => strftime(start, format)),
    define('rfc3339_parse', [string('timestamp')], PARSED, text => takeApart(parse(text.asString(), 0, true))),
    define('unix_timestamp_parse', [number('unix_timestamp')], PARSED, unix =>
      takeApart({ unix: whole(unix), nanoseconds: 0, offset: 0 }),
    ),
  ]
}

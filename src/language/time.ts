/** Points in time as Go prints and reads them: RFC 3339, layouts like "2006-01-02", and strftime. */

/** `unix` in whole seconds, `offset` from UTC in seconds. */
export interface Moment {
  readonly unix: number
  readonly nanoseconds: number
  readonly offset: number
}

export const momentOf = (date: Date): Moment => {
  const unix = Math.floor(date.getTime() / 1000)
  return { unix, nanoseconds: (date.getTime() - unix * 1000) * 1e6, offset: 0 }
}

export function addNanoseconds(moment: Moment, nanoseconds: bigint): Moment {
  const total = BigInt(moment.nanoseconds) + nanoseconds
  const rest = ((total % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n
  return { ...moment, unix: moment.unix + Number((total - rest) / 1_000_000_000n), nanoseconds: Number(rest) }
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const DAY_SECONDS = 86_400

/** The calendar at the moment's own offset. */
export function calendar(moment: Moment) {
  const date = new Date((moment.unix + moment.offset) * 1000)
  const [year, month, weekday] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDay()]
  const dayNumber = Math.floor((moment.unix + moment.offset) / DAY_SECONDS)
  const firstDay = (ofYear: number) => startOfYear(ofYear) / DAY_SECONDS
  // The ISO week belongs to the year its Thursday is in.
  const thursday = dayNumber - ((weekday + 6) % 7) + 3
  const isoYear = new Date(thursday * DAY_SECONDS * 1000).getUTCFullYear()
  return {
    year,
    month: month + 1,
    monthName: MONTHS[month]!,
    day: date.getUTCDate(),
    yearDay: dayNumber - firstDay(year) + 1,
    weekday,
    weekdayName: DAYS[weekday]!,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    isoYear,
    isoWeek: Math.floor((thursday - firstDay(isoYear)) / 7) + 1,
  }
}

function startOfYear(year: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, 0, 1)
  return date.getTime() / 1000
}

export const digits = (n: number, width: number): string => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(width, '0')

/** `Z` for UTC where asked, else a sign, hours and minutes. */
export function zone(offset: number, separator: string, utc?: string): string {
  if (offset === 0 && utc !== undefined) return utc
  const minutes = Math.trunc(Math.abs(offset) / 60)
  return `${offset < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60), 2)}${separator}${digits(minutes % 60, 2)}`
}

/** To the second, as RFC 3339 has it. */
export const formatRfc3339 = (moment: Moment): string => formatLayout(moment, '2006-01-02T15:04:05Z07:00')

/** What is missing or out of place, in the words of a sentence. */
export class TimeError extends Error {}

/** Strict RFC 3339; `separators` are what may stand between date and time. Throws TimeError. */
export function parseRfc3339(text: string, lenient = false): Moment {
  let rest = text
  const number = (name: string, width: number, lowest: number, highest: number, range?: string): number => {
    if (rest === '') throw new TimeError(`end of string before ${name}`)
    const [found] = new RegExp(`^\\d{${width}}`).exec(rest) ?? []
    if (!found && name === 'hour' && /^\d/.test(rest)) throw new TimeError('hour must have exactly two digits')
    if (!found) throw new TimeError(`cannot use ${JSON.stringify(rest)} as ${name}`)
    rest = rest.slice(width)
    const n = Number(found)
    if (n < lowest || n > highest) throw new TimeError(range ?? `cannot use ${JSON.stringify(rest)} as ${name}`)
    return n
  }
  const mark = (wanted: string, message?: string): void => {
    const found = rest === '' ? 'end of string' : `found ${JSON.stringify(rest)}`
    if (rest === '' || !wanted.includes(rest[0]!)) throw new TimeError(message ?? `${found} where "${wanted}" is expected`)
    rest = rest.slice(1)
  }
  const year = number('year', 4, 0, 9999)
  mark('-')
  const month = number('month', 2, 1, 12)
  mark('-')
  const lastDay = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  const day = number('day of month', 2, 1, lastDay, 'day out of range')
  mark(lenient ? 'Tt ' : 'T', "missing required time introducer 'T'")
  const hour = number('hour', 2, 0, 23, 'hour must be between 0 and 23 inclusive')
  mark(':')
  const minute = number('minute', 2, 0, 59, 'minute must be between 0 and 59 inclusive')
  mark(':')
  const second = number('second', 2, 0, 59)
  const [fraction] = (lenient ? /^[.,]\d+/ : /^\.\d+/).exec(rest) ?? ['']
  const offset = parseOffset(rest.slice(fraction.length))
  const unix = startOfYear(year) + (Date.UTC(2000 + (year % 400), month - 1, day) - Date.UTC(2000 + (year % 400), 0, 1)) / 1000
  return {
    unix: unix + hour * 3600 + minute * 60 + second - offset,
    nanoseconds: Number(fraction.slice(1, 10).padEnd(9, '0')),
    offset,
  }
}

function parseOffset(text: string): number {
  if (text === 'Z') return 0
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(text) ?? []
  if (text === '' || (hours !== undefined && (Number(hours) > 23 || Number(minutes) > 59)))
    throw new TimeError('end of string before UTC offset')
  if (hours === undefined) throw new TimeError(`cannot use ${JSON.stringify(text)} as UTC offset`)
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60)
}

const layoutParts =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|002|0[1-6]|15|1|2006|2|_2(?!006)|__2|3|4|5|PM|pm|[-Z]07(?:0000|:00:00|00|:00)?|[.,](?:0+|9+)(?!\d)/g

/** By example, as Go's time.Format has it: the layout shows how Monday, January 2, 15:04:05 2006 -0700 would be written. */
export function formatLayout(moment: Moment, layout: string): string {
  const at = calendar(moment)
  const hour12 = at.hour % 12 || 12
  const parts: Readonly<Record<string, string>> = {
    January: at.monthName,
    Jan: at.monthName.slice(0, 3),
    Monday: at.weekdayName,
    Mon: at.weekdayName.slice(0, 3),
    MST: zone(moment.offset, '', 'UTC'),
    '002': digits(at.yearDay, 3),
    __2: String(at.yearDay).padStart(3),
    '01': digits(at.month, 2),
    '1': String(at.month),
    '02': digits(at.day, 2),
    _2: String(at.day).padStart(2),
    '2': String(at.day),
    '15': digits(at.hour, 2),
    '03': digits(hour12, 2),
    '3': String(hour12),
    '04': digits(at.minute, 2),
    '4': String(at.minute),
    '05': digits(at.second, 2),
    '5': String(at.second),
    '2006': digits(at.year, 4),
    '06': digits(((at.year % 100) + 100) % 100, 2),
    PM: at.hour < 12 ? 'AM' : 'PM',
    pm: at.hour < 12 ? 'am' : 'pm',
  }
  return layout.replace(layoutParts, part => parts[part] ?? zoneOrFraction(part, moment))
}

function zoneOrFraction(part: string, moment: Moment): string {
  if (/^[.,]/.test(part)) {
    const cut = digits(moment.nanoseconds, 9).slice(0, part.length - 1)
    const shown = part[1] === '9' ? cut.replace(/0+$/, '') : cut
    return shown === '' ? '' : part[0] + shown
  }
  if (part[0] === 'Z' && moment.offset === 0) return 'Z'
  const short = zone(moment.offset, part.includes(':') ? ':' : '')
  if (part.length === 3) return short.slice(0, 3)
  const seconds = digits(Math.abs(moment.offset) % 60, 2)
  return /0000$|:00:00$/.test(part) ? short + (part.includes(':') ? ':' : '') + seconds : short
}

// biome-ignore format: a table
const strftimeLayouts: Readonly<Record<string, string>> = {
  a: 'Mon', A: 'Monday', b: 'Jan', B: 'January', c: 'Mon Jan _2 15:04:05 2006', d: '02', D: '01/02/06', e: '_2', F: '2006-01-02',
  h: 'Jan', H: '15', I: '03', j: '002', m: '01', M: '04', p: 'PM', r: '03:04:05 PM', R: '15:04', S: '05', T: '15:04:05',
  x: '01/02/06', X: '15:04:05', y: '06', Y: '2006', z: '-0700', Z: 'MST',
}

/** C's strftime in English; an unknown verb stays as it is. */
export function strftime(moment: Moment, format: string): string {
  return format.replace(/%(.)/gs, (whole, verb: string) => {
    if (verb === '%') return '%'
    if (verb === 'f') return digits(Math.floor(moment.nanoseconds / 1000), 6)
    if (verb === 'L') return digits(Math.floor(moment.nanoseconds / 1e6), 3)
    if (verb === 'w') return String(calendar(moment).weekday)
    if (verb === 's') return String(moment.unix)
    const layout = strftimeLayouts[verb]
    return layout === undefined ? whole : formatLayout(moment, layout)
  })
}

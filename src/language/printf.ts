/** What printf of Go does with one verb: shared by the function `format` and by Go templates, which differ in types and errors. */
import { type BigFloat, type Decimal, roundDecimal } from './values/big-float'

export interface Verb {
  readonly letter: string
  /** Any of `+`, `-`, ` `, `#`, `0`. */
  readonly flags: string
  readonly width?: number
  readonly precision?: number
  /** From `%[2]s`, counted from 1. */
  readonly index?: number
  /** The verb as written, and its offset in UTF-16 units. */
  readonly text: string
  readonly offset: number
}

export class FormatSyntaxError extends Error {}

/** The literal and verb pieces of a format; `%%` is a literal. Throws FormatSyntaxError where neither is possible. */
export function scanFormat(format: string): (string | Verb)[] {
  const pieces: (string | Verb)[] = []
  let at = 0
  while (at < format.length) {
    const percent = format.indexOf('%', at)
    if (percent !== at) pieces.push(format.slice(at, percent === -1 ? undefined : percent))
    if (percent === -1) break
    const [head] = /^%(?:%|[+\-# 0]*[1-9]?(?:(?<=[1-9])\d*)?(?:\.\d*)?(?:\[(?:[1-9]\d*\]?)?)?)/.exec(format.slice(percent))!
    at = percent + head.length
    if (head === '%%') {
      pieces.push('%')
      continue
    }
    const letter = /^[a-zA-Z]/.exec(format.slice(at))?.[0]
    const parts = /^%([+\-# 0]*)([1-9]\d*)?(?:\.(\d*))?(?:\[(\d+)\])?$/.exec(head)
    if (!letter || !parts) throw unrecognized(format, at)
    at += 1
    pieces.push({
      letter,
      flags: parts[1]!,
      width: int(parts[2]),
      precision: int(parts[3]),
      index: int(parts[4]),
      text: head + letter,
      offset: percent,
    })
  }
  return pieces
}

const int = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits))

function unrecognized(format: string, at: number): FormatSyntaxError {
  const offset = Buffer.byteLength(format.slice(0, at))
  if (at >= format.length) return new FormatSyntaxError(`invalid format string starting at offset ${offset}`)
  return new FormatSyntaxError(
    `unrecognized format character '${String.fromCodePoint(format.codePointAt(at)!)}' at offset ${offset}`,
  )
}

const bases: Readonly<Record<string, number>> = { b: 2, d: 10, o: 8, O: 8, x: 16, X: 16 }
const prefixes: Readonly<Record<string, string>> = { b: '0b', o: '0', x: '0x', X: '0X' }

/** For `%b %d %o %O %x %X`. */
export function formatInteger(n: bigint, verb: Verb): string {
  if (n === 0n && verb.precision === 0) return pad('', { ...verb, flags: '' })
  const size = (n < 0n ? -n : n).toString(bases[verb.letter] ?? 10).padStart(verb.precision ?? 1, '0')
  const digits = verb.letter === 'X' ? size.toUpperCase() : size
  const prefix = verb.letter === 'O' ? '0o' : verb.flags.includes('#') ? (prefixes[verb.letter] ?? '') : ''
  return padNumber(signOf(n < 0n, verb) + prefix, digits, verb, verb.precision === undefined)
}

/** For `%e %E %f %F %g %G`. */
export function formatFloat(n: BigFloat, verb: Verb): string {
  if (n.isInfinite) return pad(`${signOf(n.neg, verb) || '+'}Inf`, { ...verb, flags: verb.flags.replaceAll('0', '') })
  const kind = verb.letter.toLowerCase()
  const text =
    kind === 'e'
      ? exponential(n.exactDecimal(), verb.precision ?? 6)
      : kind === 'f'
        ? fixed(n.exactDecimal(), verb.precision ?? 6)
        : general(n, verb.precision)
  return padNumber(signOf(n.neg, verb), verb.letter === 'E' || verb.letter === 'G' ? text.toUpperCase() : text, verb, true)
}

/** As few digits as the precision allows; an exponent where it would be below -4, or at the precision or beyond. */
function general(n: BigFloat, precision: number | undefined): string {
  const wanted = Math.max(precision ?? 6, 1)
  const decimal = precision === undefined ? n.shortestDecimal() : roundDecimal(n.exactDecimal(), wanted)
  const count = decimal.digits.length
  const limit = precision !== undefined && wanted > count && count >= decimal.point ? count : wanted
  const exponent = count === 0 ? 0 : decimal.point - 1
  if (exponent < -4 || exponent >= Math.max(limit, 1)) return exponential(decimal, Math.max(count - 1, 0))
  return fixed(decimal, Math.max(count - decimal.point, 0))
}

function exponential(exact: Decimal, precision: number): string {
  const { digits, point } = roundDecimal(exact, precision + 1)
  const exponent = digits === '' ? 0 : point - 1
  const padded = digits.padEnd(precision + 1, '0')
  const fraction = precision > 0 ? `.${padded.slice(1)}` : ''
  return `${padded[0]}${fraction}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}

function fixed(exact: Decimal, precision: number): string {
  const { digits, point } = roundDecimal(exact, exact.point + precision)
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const fraction = ('0'.repeat(Math.max(-point, 0)) + digits.slice(Math.max(point, 0))).padEnd(precision, '0').slice(0, precision)
  return precision > 0 ? `${whole}.${fraction}` : whole
}

const signOf = (negative: boolean, verb: Verb): string => {
  if (negative) return '-'
  if (verb.flags.includes('+')) return '+'
  return verb.flags.includes(' ') ? ' ' : ''
}

/** Zeros go between sign and digits. */
function padNumber(sign: string, digits: string, verb: Verb, mayZero: boolean): string {
  const zeros = mayZero && verb.flags.includes('0') && !verb.flags.includes('-') ? (verb.width ?? 0) - sign.length : 0
  return pad(sign + digits.padStart(zeros, '0'), { ...verb, flags: verb.flags.replaceAll('0', '') })
}

/** To the verb's width, which counts `length`: characters or grapheme clusters, as the caller has it. */
export function pad(text: string, verb: Verb, length = [...text].length): string {
  const missing = Math.max(0, (verb.width ?? 0) - length)
  if (verb.flags.includes('-')) return text + ' '.repeat(missing)
  return (verb.flags.includes('0') ? '0' : ' ').repeat(missing) + text
}

/** Go's fmt on plain data: print, println and printf with their complaints (`%!d(string=x)`) in place of errors. */
import { formatFloat, formatInteger, pad, type Verb } from '../printf'
import { BigFloat } from '../values/big-float'
import { entriesOf, floatOf, kindOf, typeName } from './data'
import { type GoComplex, quote } from './literals'

const PLAIN: Verb = { letter: 'v', flags: '', text: '%v', offset: 0 }

/** Spaces only between operands of which neither is text. */
export function sprint(args: readonly unknown[]): string {
  return args
    .map((arg, i) => (i > 0 && kindOf(arg) !== 'string' && kindOf(args[i - 1]) !== 'string' ? ' ' : '') + show(arg, PLAIN))
    .join('')
}

export const sprintln = (args: readonly unknown[]): string => `${args.map(arg => show(arg, PLAIN)).join(' ')}\n`

const verbs = /%([+\-# 0]*)(?:\[(\d+)\])?(\*|\d+)?(?:(\.)(?:\[(\d+)\])?(\*|\d+)?)?(?:\[(\d+)\])?([\s\S]|$)/gu

export function sprintf(format: string, args: readonly unknown[]): string {
  let next = 0
  let reordered = false
  const choose = (index: string | undefined): void => {
    if (index === undefined) return
    reordered = true
    next = Number(index) - 1
  }
  const size = (text: string | undefined): number | undefined =>
    text === '*' ? Number(args[next++]) : text === undefined ? undefined : Number(text)
  const text = format.replace(verbs, (whole, flags, widthIndex, width, point, precisionIndex, precision, index, letter) => {
    if (letter === '') return '%!(NOVERB)'
    choose(widthIndex)
    const given = size(width)
    choose(precisionIndex)
    const digits = point ? (size(precision) ?? 0) : undefined
    choose(index)
    if (letter === '%') return '%'
    if (next < 0 || (next >= args.length && reordered)) return `%!${letter}(BADINDEX)`
    if (next >= args.length) return `%!${letter}(MISSING)`
    const left = given !== undefined && given < 0
    const verb: Verb = {
      letter,
      flags: left ? `${flags}-` : flags,
      width: given === undefined ? undefined : Math.abs(given),
      precision: digits,
      text: whole,
      offset: 0,
    }
    return show(args[next++], verb)
  })
  if (reordered || next >= args.length) return text
  const extra = args.slice(next).map(arg => (kindOf(arg) === 'nil' ? '<nil>' : `${typeName(arg)}=${show(arg, PLAIN)}`))
  return `${text}%!(EXTRA ${extra.join(', ')})`
}

/** One operand as its verb wants it; slices and maps apply the verb to what is in them. */
export function show(value: unknown, verb: Verb, nested = false): string {
  const kind = kindOf(value)
  if (verb.letter === 'T') return pad(typeName(value), verb)
  if (kind === 'nil')
    return verb.letter === 'v'
      ? pad(nested && !verb.flags.includes('#') ? '<nil>' : nilText(verb), verb)
      : `%!${verb.letter}(<nil>)`
  if (kind === 'slice') return showSlice(value as unknown[], verb)
  if (kind === 'map') return showMap(value, verb)
  if (verb.letter === 'v') return showScalar(value, verb)
  return byVerb(value, verb) ?? `%!${verb.letter}(${typeName(value)}=${show(value, PLAIN)})`
}

const nilText = (verb: Verb): string => (verb.flags.includes('#') ? 'interface {}(nil)' : '<nil>')

function showSlice(items: readonly unknown[], verb: Verb): string {
  const shown = items.map(item => show(item, verb, true))
  return verb.letter === 'v' && verb.flags.includes('#') ? `[]interface {}{${shown.join(', ')}}` : `[${shown.join(' ')}]`
}

function showMap(map: unknown, verb: Verb): string {
  const shown = entriesOf(map).map(([key, value]) => `${show(key, verb)}:${show(value, verb, true)}`)
  return verb.letter === 'v' && verb.flags.includes('#') ? `${typeName(map)}{${shown.join(', ')}}` : `map[${shown.join(' ')}]`
}

function showScalar(value: unknown, verb: Verb): string {
  const letters = { string: verb.flags.includes('#') ? 'q' : 's', int: 'd', float64: 'g', complex128: 'g', bool: 't' } as const
  const kind = kindOf(value)
  if (kind === 'func') return pad('0x0', verb)
  return byVerb(value, { ...verb, letter: letters[kind as keyof typeof letters], flags: verb.flags.replaceAll('#', '') })!
}

/** Undefined where the verb is not one for this kind of value. */
function byVerb(value: unknown, verb: Verb): string | undefined {
  switch (kindOf(value)) {
    case 'string':
      return showText(String(value), verb)
    case 'bool':
      return verb.letter === 't' ? pad(String(value), verb) : undefined
    case 'int':
      return showInteger(BigInt(value as number), verb)
    case 'float64':
      return /^[eEfFgG]$/.test(verb.letter) ? showFloat(floatOf(value), verb) : undefined
    case 'complex128': {
      const { real, imaginary } = value as GoComplex
      if (!/^[eEfFgG]$/.test(verb.letter)) return undefined
      return `(${showFloat(real, verb)}${showFloat(imaginary, { ...verb, flags: `+${verb.flags}` })}i)`
    }
    default:
      return undefined
  }
}

function showFloat(value: number, verb: Verb): string {
  return Number.isNaN(value) ? pad('NaN', verb) : formatFloat(BigFloat.fromDouble(value), verb)
}

function showText(text: string, verb: Verb): string | undefined {
  const cut = verb.precision === undefined ? text : [...text].slice(0, verb.precision).join('')
  const unpadded = { ...verb, flags: verb.flags.replaceAll('#', '') }
  if (verb.letter === 's') return pad(cut, unpadded)
  if (verb.letter === 'q')
    return pad(verb.flags.includes('#') && !cut.includes('`') ? `\`${cut}\`` : quote(cut, verb.flags.includes('+')), unpadded)
  if (verb.letter !== 'x' && verb.letter !== 'X') return undefined
  const hex = Buffer.from(cut).toString('hex')
  const spaced = verb.flags.includes(' ') ? hex.replace(/..(?=.)/g, '$& ') : hex
  return pad(verb.letter === 'X' ? spaced.toUpperCase() : spaced, verb)
}

function showInteger(n: bigint, verb: Verb): string | undefined {
  if (/^[bdoOxX]$/.test(verb.letter)) return formatInteger(n, verb)
  const character = () => String.fromCodePoint(n >= 0n && n <= 0x10ffffn ? Number(n) : 0xfffd)
  if (verb.letter === 'c') return pad(character(), verb)
  if (verb.letter === 'q') return pad(`'${character()}'`, verb)
  return verb.letter === 'U' ? pad(`U+${n.toString(16).toUpperCase().padStart(4, '0')}`, verb) : undefined
}

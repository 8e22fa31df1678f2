/** The functions that every Go template has. Mistakes are thrown as Error; the caller says where. */
import { entriesOf, floatOf, type GoFunction, isTrue, type Kind, kindOf, lookUp, typed, typeName } from './data'
import type { GoComplex } from './literals'
import { sprint, sprintf, sprintln } from './print'

/** Text of the arguments as the escaping functions take it. */
const textOf = (args: readonly unknown[]): string => sprint(args.map(arg => arg ?? '<no value>'))

const htmlEscapes: Readonly<Record<string, string>> = {
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\0': '\ufffd',
}
const jsEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to escape
const html = (...args: unknown[]): string => textOf(args).replace(/["'&<>\u0000]/g, c => htmlEscapes[c]!)

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to escape
const jsSpecial = /[\\'"<>&=\u0000-\u001f\u007f-\u009f\u2028\u2029]/g

const js = (...args: unknown[]): string =>
  textOf(args).replace(jsSpecial, c => jsEscapes[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)

const urlquery = (...args: unknown[]): string =>
  encodeURIComponent(textOf(args))
    .replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')

function len(item: unknown): number {
  const kind = kindOf(item)
  if (kind === 'string') return Buffer.byteLength(String(item))
  if (kind === 'slice') return (item as unknown[]).length
  if (kind === 'map') return entriesOf(item).length
  throw new Error(kind === 'nil' ? 'len of nil pointer' : `len of type ${typeName(item)}`)
}

function place(index: unknown, length: number): number {
  if (kindOf(index) === 'nil') throw new Error('cannot index slice/array with nil')
  if (kindOf(index) !== 'int') throw new Error(`cannot index slice/array with type ${typeName(index)}`)
  if (Number(index) < 0 || Number(index) >= length) throw new Error(`index out of range: ${index}`)
  return Number(index)
}

function index(item: unknown, ...indexes: unknown[]): unknown {
  if (kindOf(item) === 'nil') throw new Error('index of untyped nil')
  return indexes.reduce((current, each) => {
    switch (kindOf(current)) {
      case 'slice':
        return (current as unknown[])[place(each, (current as unknown[]).length)]
      case 'string': {
        const bytes = Buffer.from(String(current))
        return bytes[place(each, bytes.length)]
      }
      case 'map':
        if (kindOf(each) === 'nil') throw new Error('value is nil; should be of type string')
        if (kindOf(each) !== 'string' && !(current instanceof Map))
          throw new Error(`value has type ${typeName(each)}; should be string`)
        return lookUp(current, each).value
      case 'nil':
        throw new Error('index of nil pointer')
      default:
        throw new Error(`can't index item of type ${typeName(current)}`)
    }
  }, item)
}

function slice(item: unknown, ...indexes: unknown[]): unknown {
  const kind = kindOf(item)
  if (kind !== 'string' && kind !== 'slice')
    throw new Error(kind === 'nil' ? 'slice of untyped nil' : `can't slice item of type ${typeName(item)}`)
  if (indexes.length > 3) throw new Error(`too many slice indexes: ${indexes.length}`)
  if (kind === 'string' && indexes.length === 3) throw new Error('cannot 3-index slice a string')
  const all = kind === 'string' ? Buffer.from(String(item)) : (item as unknown[])
  const [from = 0, to = all.length, most = to] = indexes.map(each => place(each, all.length + 1))
  if (from > to) throw new Error(`invalid slice index: ${from} > ${to}`)
  if (to > most) throw new Error(`invalid slice index: ${to} > ${most}`)
  return kind === 'string' ? (all as Buffer).subarray(from, to).toString() : (all as unknown[]).slice(from, to)
}

const isBasic = (kind: Kind): boolean => kind !== 'slice' && kind !== 'map' && kind !== 'func' && kind !== 'nil'

/** Of one basic kind, or with nil; anything else does not compare. */
function equals(a: unknown, b: unknown): boolean {
  const [left, right] = [kindOf(a), kindOf(b)]
  if (left === 'nil' || right === 'nil') return left === right
  if (isBasic(left) !== isBasic(right) || (isBasic(left) && left !== right)) throw new Error('incompatible types for comparison')
  if (!isBasic(left)) throw new Error(notComparable(a, b))
  if (left === 'complex128')
    return (a as GoComplex).real === (b as GoComplex).real && (a as GoComplex).imaginary === (b as GoComplex).imaginary
  return left === 'float64' ? floatOf(a) === floatOf(b) : left === 'int' ? BigInt(a as number) === BigInt(b as number) : a === b
}

function notComparable(a: unknown, b: unknown): string {
  const [left, right] = [sprint([a]), sprint([b])]
  return typeName(a) === typeName(b)
    ? `non-comparable type ${left}: ${typeName(a)}`
    : `non-comparable types ${left}: ${typeName(a)}, ${typeName(b)}: ${right}`
}

function eq(first: unknown, ...others: unknown[]): boolean {
  if (others.length === 0) throw new Error('missing argument for comparison')
  return others.some(other => equals(first, other))
}

function isLess(a: unknown, b: unknown): boolean {
  const [left, right] = [kindOf(a), kindOf(b)]
  if (!isBasic(left) || !isBasic(right)) throw new Error('invalid type for comparison')
  if (left !== right) throw new Error('incompatible types for comparison')
  if (left === 'bool' || left === 'complex128') throw new Error('invalid type for comparison')
  return left === 'string'
    ? Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b))) < 0
    : left === 'int'
      ? BigInt(a as number) < BigInt(b as number)
      : floatOf(a) < floatOf(b)
}

function call(fn: unknown, ...args: unknown[]): unknown {
  if (typeof fn !== 'function') throw new Error(kindOf(fn) === 'nil' ? 'call of nil' : `non-function of type ${typeName(fn)}`)
  return (fn as (...given: unknown[]) => unknown)(...args)
}

/** `and` and `or` are here by name only: they do not evaluate all they are given. */
export const builtins: Readonly<Record<string, GoFunction>> = {
  and: typed(['any'], (...args: unknown[]) => args.find(arg => !isTrue(arg)) ?? args.at(-1), true),
  or: typed(['any'], (...args: unknown[]) => args.find(isTrue) ?? args.at(-1), true),
  not: typed(['any'], (arg: unknown) => !isTrue(arg)),
  len: typed(['any'], len),
  index,
  slice,
  call,
  eq,
  ne: typed(['any', 'any'], (a: unknown, b: unknown) => !equals(a, b)),
  lt: typed(['any', 'any'], isLess),
  le: typed(['any', 'any'], (a: unknown, b: unknown) => isLess(a, b) || equals(a, b)),
  gt: typed(['any', 'any'], (a: unknown, b: unknown) => !(isLess(a, b) || equals(a, b))),
  ge: typed(['any', 'any'], (a: unknown, b: unknown) => !isLess(a, b)),
  print: (...args: unknown[]) => sprint(args),
  printf: typed(['string'], (format: string, ...args: unknown[]) => sprintf(format, args), true),
  println: (...args: unknown[]) => sprintln(args),
  html,
  js,
  urlquery,
}

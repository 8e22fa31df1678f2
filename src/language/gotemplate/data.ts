/** Plain JavaScript data seen as Go values: integers are int, other numbers float64, objects and Maps are maps, arrays slices. */
import { compareUtf8 } from '../values/utf8'
import { GoComplex, GoFloat } from './literals'

export type Kind = 'nil' | 'bool' | 'int' | 'float64' | 'complex128' | 'string' | 'slice' | 'map' | 'func'
export type GoFunction = ((...args: never[]) => unknown) & {
  /** What it takes, exactly, when it says so: see `typed`. */
  readonly kinds?: readonly (Kind | 'any')[]
  /** Takes more than it names. Default: when it names no kinds. */
  readonly variadic?: boolean
}

/** A function whose arguments Go would check before the call: their number and their types. */
export const typed = (kinds: readonly (Kind | 'any')[], fn: (...args: never[]) => unknown, variadic = false): GoFunction =>
  Object.assign(fn, { kinds, variadic })

export function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'nil'
  if (value instanceof GoFloat) return 'float64'
  if (value instanceof GoComplex) return 'complex128'
  switch (typeof value) {
    case 'boolean':
      return 'bool'
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float64'
    case 'bigint':
      return 'int'
    case 'string':
      return 'string'
    case 'function':
      return 'func'
    default:
      return Array.isArray(value) ? 'slice' : 'map'
  }
}

const names: Partial<Readonly<Record<Kind, string>>> = {
  nil: '<nil>',
  slice: '[]interface {}',
  map: 'map[string]interface {}',
  func: 'func()',
}

export const typeName = (value: unknown): string => names[kindOf(value)] ?? kindOf(value)

export const floatOf = (value: unknown): number => (value instanceof GoFloat ? value.value : Number(value))

/** Entries of a map, keys in the order in which Go ranges over them. */
export function entriesOf(map: unknown): [unknown, unknown][] {
  const entries: [unknown, unknown][] = map instanceof Map ? [...map] : Object.entries(map as object)
  return entries.sort(([a], [b]) => (typeof a === 'string' && typeof b === 'string' ? compareUtf8(a, b) : Number(a) - Number(b)))
}

/** What stands under the key; `found` is false when nothing does. */
export function lookUp(map: unknown, key: unknown): { found: boolean; value?: unknown } {
  if (map instanceof Map) return { found: map.has(key), value: map.get(key) }
  const found = Object.hasOwn(map as object, String(key))
  return { found, value: found ? (map as Record<string, unknown>)[String(key)] : undefined }
}

/** Everything is true but false, zero, nil and what is empty. */
export function isTrue(value: unknown): boolean {
  switch (kindOf(value)) {
    case 'nil':
      return false
    case 'int':
    case 'float64':
      return floatOf(value) !== 0
    case 'complex128':
      return (value as GoComplex).real !== 0 || (value as GoComplex).imaginary !== 0
    case 'slice':
      return (value as unknown[]).length > 0
    case 'map':
      return entriesOf(value).length > 0
    case 'func':
      return true
    default:
      return Boolean(value)
  }
}

/** What an action accepts, declared once: decoding, TypeScript type and EC2's own errors for what is missing, malformed or unknown. */
import { invalidValue, missingParameter, unknownParameter } from './error'
import type { Parameter } from './form'

export interface Shape<T> {
  decode(given: Parameter | undefined, name: string): T
}
export type Fields = Readonly<Record<string, Shape<unknown>>>
export type Decoded<F> = { readonly [K in keyof F]: F[K] extends Shape<infer T> ? T : never }

/** Clients send an empty parameter for one that is not set, and EC2 takes it so, unless `emptyCounts`. */
function scalar<T>(read: (text: string) => T | undefined, expected: string, emptyCounts = false): Shape<T | undefined> {
  return {
    decode(given, name) {
      if (given === undefined || (given === '' && !emptyCounts)) return undefined
      if (typeof given !== 'string') throw unknownParameter(`${name}.${Object.keys(given)[0]}`)
      const value = read(given)
      if (value === undefined) throw invalidValue(name, given, `Expected ${expected}.`)
      return value
    },
  }
}

export const text = scalar(given => given, 'text')
/** Text that may be empty and still mean something: a tag's value, a filter's, an attribute's. */
export const anyText = scalar(given => given, 'text', true)
export const integer = scalar(given => (/^[+-]?\d{1,15}$/.test(given) ? Number(given) : undefined), 'an integer')
export const flag = scalar(
  given => (/^(true|1)$/i.test(given) ? true : /^(false|0)$/i.test(given) ? false : undefined),
  'true or false',
)
export const time = scalar(given => (Number.isNaN(Date.parse(given)) ? undefined : new Date(given)), 'a time as in ISO 8601')
/** Base64 on the wire; the decoded bytes. */
export const blob = scalar(given => (/^[A-Za-z0-9+/=\s]*$/.test(given) ? Buffer.from(given, 'base64') : undefined), 'base64')

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T | undefined> {
  return scalar(given => values.find(value => value === given), `one of ${values.join(', ')}`)
}

/** The parameter must be there, and not empty. */
export function required<T>(shape: Shape<T>): Shape<Exclude<T, undefined>> {
  return {
    decode(given, name) {
      const value = shape.decode(given, name)
      if (value === undefined || (Array.isArray(value) && value.length === 0)) throw missingParameter(name)
      return value as Exclude<T, undefined>
    },
  }
}

/** `Name.1`, `Name.2`, …; an absent list is empty. Items come in the order of their numbers. */
export function list<T>(item: Shape<T>): Shape<readonly Exclude<T, undefined>[]> {
  return {
    decode(given, name) {
      if (given === undefined || given === '') return []
      if (typeof given === 'string') throw invalidValue(name, given, 'Expected a numbered list.')
      const numbers = Object.keys(given)
      const odd = numbers.find(number => !/^\d+$/.test(number))
      if (odd !== undefined) throw unknownParameter(`${name}.${odd}`)
      const ordered = numbers.sort((a, b) => Number(a) - Number(b))
      return ordered.map(number => item.decode(given[number], `${name}.${number}`) as Exclude<T, undefined>)
    },
  }
}

/** Undefined when none of its members is given. */
export function structure<F extends Fields>(fields: F): Shape<Decoded<F> | undefined> {
  return {
    decode(given, name) {
      if (given === undefined || given === '') return undefined
      if (typeof given === 'string') throw unknownParameter(name)
      return decodeFields(fields, given, `${name}.`)
    },
  }
}

/** Known to EC2, without an effect here: read, for what EC2 would refuse, and then forgotten. */
export const unused = (shape: Shape<unknown>): Shape<undefined> => ({
  decode(given, name) {
    shape.decode(given, name)
    return undefined
  },
})

/** `{ A: unused(text), B: unused(text) }` for `ignoring('A', 'B')`. */
export function ignoring<const K extends string>(...names: readonly K[]): Record<K, Shape<undefined>> {
  return Object.fromEntries(names.map(name => [name, unused(text)])) as Record<K, Shape<undefined>>
}

export function decodeFields<F extends Fields>(fields: F, given: Readonly<Record<string, Parameter>>, prefix = ''): Decoded<F> {
  const stranger = Object.keys(given).find(name => !Object.hasOwn(fields, name))
  if (stranger !== undefined) throw unknownParameter(prefix + stranger)
  return Object.fromEntries(
    Object.entries(fields).map(([name, shape]) => [name, shape.decode(given[name], prefix + name)]),
  ) as Decoded<F>
}

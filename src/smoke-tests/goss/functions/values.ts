/** What Sprig's functions make of the values that they are given. */
import { floatOf } from '../../../language/gotemplate/data'
import { sprint } from '../../../language/gotemplate/print'
import { isList, isMap, isNumber, shown } from '../values'

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (isNumber(value) && floatOf(value) === 0) ||
  (isList(value) && value.length === 0) ||
  (isMap(value) && Object.keys(value).length === 0)

export const text = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : sprint([value])

export const number = (value: unknown): number => floatOf(value) || 0
export const whole = (value: unknown): number => Math.trunc(number(value))

export function list(value: unknown): readonly unknown[] {
  if (isList(value)) return value
  throw new Error(`${shown(value)} is not a list`)
}

export function map(value: unknown): Readonly<Record<string, unknown>> {
  if (isMap(value)) return value
  throw new Error(`${shown(value)} is not a map`)
}

/** What an attribute of a machine was found to be, and the conversions that goss makes before it compares. */
import type { GoFloat } from '../../language/gotemplate'
import { floatOf, kindOf } from '../../language/gotemplate/data'
import { sprint } from '../../language/gotemplate/print'

/** Text that is read line by line: file contents, a command's output, the body of an answer. */
export class Lines {
  constructor(readonly text: string) {}
}

/** A value cannot be compared as was asked; inside `not` too that is no pass. */
export class Mismatch extends Error {}

const lists = new WeakSet<object>()

/** A list that the machine gave: to goss its type differs from that of any list in a file. */
export function ofMachine(list: readonly string[]): readonly string[] {
  const own = [...list]
  lists.add(own)
  return own
}

export const isOfMachine = (value: unknown): boolean => typeof value === 'object' && value !== null && lists.has(value)

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  kindOf(value) === 'map' && !(value instanceof Lines)

export const isNumber = (value: unknown): value is number | bigint | GoFloat => /^(int|float64)$/.test(kindOf(value))

/** As Go prints it; of a list each element is a line. */
export function toText(value: unknown): string {
  if (value instanceof Lines) return value.text
  return isList(value) ? value.map(each => sprint([each])).join('\n') : sprint([value])
}

export function toNumber(value: unknown): number {
  if (isNumber(value)) return floatOf(value)
  const text = value instanceof Lines ? value.text : value
  if (typeof text !== 'string' || !/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text))
    throw new Mismatch(`${shown(value)} is not a number`)
  return Number(text)
}

/** Text becomes its lines; a map is the list of its values. */
export function toList(value: unknown): readonly unknown[] {
  if (isList(value)) return value
  if (value instanceof Lines) return value.text.split('\n')
  if (typeof value === 'string') return value.split('\n')
  if (isMap(value)) return Object.values(value)
  throw new Mismatch(`${shown(value)} is not a list`)
}

const LONGEST = 2000

/** For people, shortened. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value instanceof Lines ? value.text : value, plainNumber) ?? 'nothing'
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text
}

export const plainNumber = (_: string, value: unknown): unknown => (isNumber(value) ? floatOf(value) : value)

/** Deeply, whole numbers and others apart; the order of keys does not matter. */
export function equals(a: unknown, b: unknown): boolean {
  if (isOfMachine(a) || isOfMachine(b)) return false
  const [left, right] = [a, b].map(each => (each instanceof Lines ? each.text : each))
  if (isList(left) && isList(right)) return left.length === right.length && left.every((each, i) => equals(each, right[i]))
  if (isNumber(left) && isNumber(right)) return kindOf(left) === kindOf(right) && sprint([left]) === sprint([right])
  if (!isMap(left) || !isMap(right)) return left === right
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length && keys.every(key => Object.hasOwn(right, key) && equals(left[key], right[key]))
  )
}

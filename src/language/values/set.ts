/** Sets: no element twice, and always in the same order. */
import { valueKey } from './equality'
import type { Type } from './type'
import { compareUtf8 } from './utf8'
import { Value } from './value'

/** The elements must be of the element type already. */
export function setOfValues(element: Type, values: Iterable<Value>): Value {
  const distinct = new Map<string, Value>()
  for (const value of values) {
    const key = valueKey(value)
    // Two unknowns may turn out to differ, so each stays.
    const slot = value.isWhollyKnown ? key : `${key} ${distinct.size}`
    if (!distinct.has(slot)) distinct.set(slot, value)
  }
  const sorted = [...distinct].sort(([ka, a], [kb, b]) => compareElements(a, b) ?? compareUtf8(ka, kb))
  return Value.set(
    element,
    sorted.map(([, value]) => value),
  )
}

/** Strings by bytes, numbers by value, false before true, null last; undefined where only the key decides. */
function compareElements(a: Value, b: Value): number | undefined {
  if (a.state !== 'known' || b.state !== 'known') return rank(a) === rank(b) ? undefined : rank(a) - rank(b)
  switch (a.type.kind) {
    case 'string':
      return compareUtf8(a.asString(), b.asString())
    case 'number':
      return a.asNumber().compare(b.asNumber())
    case 'bool':
      return Number(a.asBool()) - Number(b.asBool())
    default:
      return undefined
  }
}

const rank = (value: Value): number => ({ known: 0, unknown: 1, null: 2 })[value.state]

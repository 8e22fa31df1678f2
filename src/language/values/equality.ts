/** When two values are the same: for `==`, and for sets, which need it to be fast. */

import { BOOL } from './type'
import { mayBecomeSame, sameType } from './type-text'
import { Value } from './value'

const MAYBE = Value.unknown(BOOL, true)

/** `==`: unknown when it depends on something unknown; nulls of all types are equal; no conversion takes place. */
export function equal(a: Value, b: Value): Value {
  if ((a.isNull && b.state === 'unknown' && b.notNull) || (b.isNull && a.state === 'unknown' && a.notNull))
    return Value.bool(false)
  if (!a.isKnown && !b.isKnown) return MAYBE
  if (a.isNull || b.isNull) return a.isKnown && b.isKnown ? Value.bool(a.isNull && b.isNull) : MAYBE
  if (a.isKnown && b.isKnown && sameType(a.type, b.type)) return equalKnown(a, b)
  const isDecided = (a.isWhollyKnown && b.isWhollyKnown) || !mayBecomeSame(a.type, b.type)
  return isDecided ? Value.bool(false) : MAYBE
}

function equalKnown(a: Value, b: Value): Value {
  switch (a.type.kind) {
    case 'number':
      return Value.bool(a.asNumber().equals(b.asNumber()))
    case 'list':
    case 'tuple':
      return equalAll(a.elements(), b.elements())
    case 'map':
    case 'object': {
      const [left, right] = [a.entries(), b.entries()]
      if (left.size !== right.size || [...left.keys()].some(key => !right.has(key))) return Value.bool(false)
      return equalAll([...left.values()], [...right.values()])
    }
    case 'set':
      return a.isWhollyKnown && b.isWhollyKnown ? Value.bool(rawEqual(a, b)) : MAYBE
    default:
      return Value.bool(rawEqual(a, b))
  }
}

function equalAll(left: readonly Value[], right: readonly Value[]): Value {
  if (left.length !== right.length) return Value.bool(false)
  for (let i = 0; i < left.length; i++) {
    const same = equal(left[i]!, right[i]!)
    if (!same.isKnown || !same.asBool()) return same
  }
  return Value.bool(true)
}

/** The same value in every respect: unknown equals unknown, and types count even of nulls. */
export function rawEqual(a: Value, b: Value): boolean {
  return a === b || (sameType(a.type, b.type) && valueKey(a) === valueKey(b))
}

const capsuleKeys = new WeakMap<object, number>()
let nextCapsuleKey = 0

/** Text that two values of one type share exactly when they are the same; its byte order is the order of sets of collections. */
export function valueKey(value: Value): string {
  if (value.state === 'null') return '~'
  if (value.state === 'unknown') return '?'
  switch (value.type.kind) {
    case 'string':
      return JSON.stringify(value.asString())
    case 'number':
      return value.asNumber().sign === 0 ? '0' : value.asNumber().toText()
    case 'bool':
      return value.asBool() ? 'T' : 'F'
    case 'list':
    case 'set':
      return `[${value
        .elements()
        .map(e => `${valueKey(e)};`)
        .join('')}]`
    case 'tuple':
      return `<${value
        .elements()
        .map(e => `${valueKey(e)};`)
        .join('')}>`
    case 'map':
      return `{${[...value.entries()].map(([key, e]) => `${JSON.stringify(key)}:${valueKey(e)};`).join('')}}`
    case 'object':
      return `<${[...value.entries().values()].map(e => `${valueKey(e)};`).join('')}>`
    default: {
      const payload = value.asCapsule()
      if (!capsuleKeys.has(payload)) capsuleKeys.set(payload, nextCapsuleKey++)
      return `(${capsuleKeys.get(payload)})`
    }
  }
}

/** Values as plain data and back, where the language meets plugins: defaults come in, plans are printed. */
import { BigFloat } from '../values/big-float'
import { DYNAMIC } from '../values/type'
import { Value } from '../values/value'

export type Plain = string | number | boolean | undefined | readonly Plain[] | { readonly [key: string]: Plain }

/** Null and unknown become undefined; numbers become doubles, as every plugin takes them. */
export function toPlain(value: Value): Plain {
  if (value.state !== 'known') return undefined
  switch (value.type.kind) {
    case 'string':
      return value.asString()
    case 'number':
      return value.asNumber().toDouble()
    case 'bool':
      return value.asBool()
    case 'list':
    case 'set':
    case 'tuple':
      return value.elements().map(toPlain)
    case 'map':
    case 'object':
      return Object.fromEntries([...value.entries()].map(([key, each]) => [key, toPlain(each)]))
    default:
      return undefined
  }
}

/** A value stays what it is; an array becomes a tuple and a record an object, ready to be converted. */
export function fromPlain(plain: unknown): Value {
  if (plain instanceof Value) return plain
  if (plain === undefined || plain === null) return Value.null(DYNAMIC)
  if (typeof plain === 'string') return Value.string(plain)
  if (typeof plain === 'boolean') return Value.bool(plain)
  if (typeof plain === 'number')
    return Value.number(Number.isSafeInteger(plain) ? BigFloat.fromInteger(plain) : BigFloat.fromText(String(plain)))
  if (Array.isArray(plain)) return Value.tuple(plain.map(fromPlain))
  return Value.object(Object.entries(plain).map(([key, each]) => [key, fromPlain(each)]))
}

/** Every string of the value through `change`; what is not a string, not known or null stays. */
export function mapStrings(value: Value, change: (text: string) => string): Value {
  if (value.state !== 'known') return value
  switch (value.type.kind) {
    case 'string': {
      const text = value.asString()
      const changed = change(text)
      return changed === text ? value : Value.string(changed)
    }
    case 'list':
      return Value.list(
        value.type.element,
        value.elements().map(each => mapStrings(each, change)),
      )
    case 'set':
      return Value.set(
        value.type.element,
        value.elements().map(each => mapStrings(each, change)),
      )
    case 'tuple':
      return Value.tuple(value.elements().map(each => mapStrings(each, change)))
    case 'map':
      return Value.map(value.type.element, mapEntries(value, change))
    case 'object':
      return Value.object(mapEntries(value, change))
    default:
      return value
  }
}

const mapEntries = (value: Value, change: (text: string) => string): [string, Value][] =>
  [...value.entries()].map(([key, each]) => [key, mapStrings(each, change)])

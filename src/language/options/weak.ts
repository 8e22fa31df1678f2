/**
 * Weakly typed conversion, as legacy JSON templates have it: a string may stand for a number, a flag or a list, a single
 * value for a list of one. Packer's own decoder behaves so (seen with the null and file builders of 1.6.6).
 */
import { BigFloat } from '../values/big-float'
import { convert } from '../values/convert'
import { NUMBER, type Type } from '../values/type'
import { Value } from '../values/value'

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True'])
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False', ''])

/** Throws ConversionError where even the weak rules find no way. */
export const convertWeakly = (value: Value, type: Type): Value => convert(prepare(value, type), type)

function prepare(value: Value, type: Type): Value {
  if (value.state !== 'known') return value
  switch (type.kind) {
    case 'bool':
      return toBool(value)
    case 'number':
      return toNumber(value)
    case 'string':
      return value.type.kind === 'bool' ? Value.string(value.asBool() ? '1' : '0') : value
    case 'list':
    case 'set':
      return Value.tuple(toElements(value).map(each => prepare(each, type.element)))
    case 'map':
      return Value.object(toEntries(value).map(([key, each]) => [key, prepare(each, type.element)]))
    default:
      return value
  }
}

function toBool(value: Value): Value {
  if (value.type.kind === 'number') return Value.bool(value.asNumber().sign !== 0)
  if (value.type.kind !== 'string') return value
  const text = value.asString()
  return TRUE.has(text) ? Value.bool(true) : FALSE.has(text) ? Value.bool(false) : value
}

function toNumber(value: Value): Value {
  if (value.type.kind === 'string' && value.asString() === '') return Value.null(NUMBER)
  if (value.type.kind === 'bool') return Value.number(BigFloat.fromInteger(value.asBool() ? 1 : 0))
  if (value.type.kind === 'string' && /^[+-]?0[xXbBoO][\da-fA-F]+$/.test(value.asString()))
    return Value.number(BigFloat.fromInteger(prefixed(value.asString())))
  return value
}

const prefixed = (text: string): bigint =>
  text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text.startsWith('+') ? text.slice(1) : text)

function toElements(value: Value): readonly Value[] {
  if (['list', 'set', 'tuple'].includes(value.type.kind)) return value.elements()
  if (value.type.kind !== 'string') return isEmptyMap(value) ? [] : [value]
  const text = value.asString()
  return text === '' ? [] : text.split(',').map(Value.string)
}

const isEmptyMap = (value: Value): boolean =>
  (value.type.kind === 'map' || value.type.kind === 'object') && value.entries().size === 0

function toEntries(value: Value): [string, Value][] {
  if (value.type.kind === 'map' || value.type.kind === 'object') return [...value.entries()]
  if (value.type.kind !== 'tuple') throw new TypeError('a map is required')
  return value.elements().flatMap(toEntries)
}

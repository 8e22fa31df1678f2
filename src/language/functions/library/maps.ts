/** Maps, objects and sets; and what works on any collection. */
import { countGraphemes } from '../../graphemes'
import { ConversionError, convert } from '../../values/convert'
import { valueKey } from '../../values/equality'
import { setOfValues } from '../../values/set'
import { DYNAMIC, listOf, mapOf, NUMBER, objectOf, STRING, setOf, type Type, tupleOf } from '../../values/type'
import { friendlyName, sameType } from '../../values/type-text'
import { unify } from '../../values/unify'
import { Value } from '../../values/value'
import { any, define, INSIDE, integer, many, number, parameter, string, strings, whole } from '../define'
import { FunctionError, type LanguageFunction } from '../function'

const ANYTHING = { allowNull: true, allowUnknown: true, allowDynamic: true } as const

function length(value: Value): Value {
  if (value.isNull) throw new FunctionError('argument must not be null', 0)
  if (value.type.kind === 'tuple') return integer(value.type.elements.length)
  if (value.type.kind === 'object') return integer(value.type.attributes.size)
  if (!['string', 'list', 'set', 'map', 'dynamic'].includes(value.type.kind))
    throw new FunctionError('argument must be a string, a collection type, or a structural type')
  if (!value.hasKnownSize) return Value.unknown(NUMBER, true)
  if (value.type.kind === 'string') return integer(countGraphemes(value.asString()))
  return integer(value.type.kind === 'map' ? value.entries().size : value.elements().length)
}

function elementType(list: Value, index: Value): Type {
  if (list.type.kind === 'list') return list.type.element
  if (list.type.kind !== 'tuple') throw new FunctionError(`cannot read elements from ${friendlyName(list.type)}`)
  return index.isKnown ? list.type.elements[place(index, list.type.elements.length)]! : DYNAMIC
}

/** Past the end it starts over. */
function place(index: Value, count: number): number {
  const at = whole(index, 'invalid index: ')
  if (count === 0) throw new FunctionError('cannot use element function with an empty list')
  if (at < 0) throw new FunctionError('cannot use element function with a negative index')
  return at % count
}

function element(list: Value, index: Value): Value {
  elementType(list, index)
  return list.elements()[place(index, list.elements().length)]!
}

function keys(map: Value): Value {
  if (map.isNull) throw new FunctionError('argument must not be null', 0)
  if (map.type.kind === 'object') return Value.tuple([...map.type.attributes.keys()].map(Value.string))
  if (map.type.kind !== 'map') throw new FunctionError('must have map or object type', 0)
  return map.isKnown ? Value.list(STRING, [...map.entries().keys()].map(Value.string)) : Value.unknown(listOf(STRING), true)
}

function valuesType(map: Value): Type {
  if (map.type.kind === 'map') return listOf(map.type.element)
  if (map.type.kind === 'object') return tupleOf([...map.type.attributes.values()])
  throw new FunctionError('values() requires a map as the first argument')
}

function values(map: Value): Value {
  const all = valuesType(map) && [...map.entries().values()]
  return map.type.kind === 'map' ? Value.list(map.type.element, all) : Value.tuple(all)
}

function lookupType(map: Value, key: Value, otherwise: Value): Type {
  if (map.type.kind === 'map') return map.type.element
  if (map.type.kind !== 'object') throw new FunctionError('lookup() requires a map as the first argument', 0)
  return key.isKnown ? (map.type.attributes.get(key.asString()) ?? otherwise.type) : DYNAMIC
}

function lookup(map: Value, key: Value, otherwise: Value): Value {
  lookupType(map, key, otherwise)
  const fallback = map.type.kind === 'map' ? converted(otherwise, map.type.element) : otherwise
  if (!fallback) throw new FunctionError('the default value must have the same type as the map elements', 2)
  return map.entries().get(key.asString()) ?? fallback
}

/** Undefined when it does not convert. */
function converted(value: Value, type: Type): Value | undefined {
  try {
    return convert(value, type)
  } catch (error) {
    if (error instanceof ConversionError) return undefined
    throw error
  }
}

/** Maps of one type stay that; anything else becomes an object with the attributes of all. */
function merge(...maps: Value[]): Value {
  for (const map of maps) {
    if (!map.isKnown && map.type.kind === 'dynamic') return map
    if (!['map', 'object', 'dynamic'].includes(map.type.kind))
      throw new FunctionError(`arguments must be maps or objects, got "${friendlyName(map.type)}"`)
  }
  const typed = maps.filter(map => map.type.kind !== 'dynamic')
  const first = typed[0]?.type ?? objectOf(new Map())
  const matching = typed.length === maps.length && typed.every(map => sameType(map.type, first))
  if (maps.some(map => !map.isKnown)) return Value.unknown(matching ? first : DYNAMIC)
  const entries = maps.filter(map => !map.isNull).flatMap(map => [...map.entries()])
  return matching && first.kind === 'map' ? Value.map(first.element, entries) : Value.object(new Map(entries))
}

function zipmapType(names: Value, items: Value): Type {
  if (items.type.kind === 'list') return mapOf(items.type.element)
  if (items.type.kind !== 'tuple') throw new FunctionError('values argument must be a list or tuple value')
  if (!names.isWhollyKnown) return DYNAMIC
  return zipmap(names, Value.tuple(items.type.elements.map(type => Value.unknown(type)))).type
}

function zipmap(names: Value, items: Value): Value {
  if (items.type.kind !== 'list' && items.type.kind !== 'tuple')
    throw new FunctionError('values argument must be a list or tuple value')
  if (!names.isWhollyKnown) return Value.unknown(items.type.kind === 'list' ? mapOf(items.type.element) : DYNAMIC)
  const [left, right] = [names.elements(), items.elements()]
  if (left.length !== right.length)
    throw new FunctionError(`number of keys (${left.length}) does not match number of values (${right.length})`)
  const entries = left.map((name, i) => {
    if (name.isNull) throw new FunctionError(`keys list has null value at index ${i}`)
    return [name.asString(), right[i]!] as const
  })
  return items.type.kind === 'list' ? Value.map(items.type.element, entries) : Value.object(new Map(entries))
}

function coalesceType(vals: readonly Value[]): Type {
  const type = vals.length > 0 ? unify(vals.map(each => each.type)) : undefined
  if (!type) throw new FunctionError('all arguments must have the same type')
  return type
}

/** Of all arguments; one that does not convert after all is passed over. */
function coalesce(...vals: Value[]): Value {
  const type = coalesceType(vals)
  for (const each of vals) {
    if (!each.isKnown) return Value.unknown(type)
    const value = each.isNull ? undefined : converted(each, type)
    if (value && !(type.kind === 'string' && value.asString() === '')) return value
  }
  throw new FunctionError('no non-null, non-empty-string arguments')
}

const INCOMPATIBLE = 'given sets must all have compatible element types'

/** Sets of several element types: an empty one of undecided type goes with any. */
function setType(sets: readonly Value[]): Type {
  const isEmpty = (set: Value) => set.isKnown && set.elements().length === 0
  const decided = sets.filter(set => !(isEmpty(set) && elementOf(set).kind === 'dynamic'))
  const element = unify(decided.map(elementOf))
  if (!element) throw new FunctionError(INCOMPATIBLE)
  return setOf(element)
}

const elementOf = (set: Value): Type => ('element' in set.type ? set.type.element : DYNAMIC)

/** Which elements of all sets together stay: decided from their keys, given those of each set. */
const setFunction = (
  name: string,
  combine: (sets: readonly Map<string, Value>[]) => Iterable<Value>,
  takesUnknown = false,
): LanguageFunction =>
  define(
    name,
    [parameter('first_set', setOf(DYNAMIC), INSIDE), many(parameter('other_sets', setOf(DYNAMIC), INSIDE))],
    (...sets) => setType(sets),
    (...sets) => {
      const type = setType(sets)
      if (!takesUnknown && sets.some(set => !set.isWhollyKnown)) return Value.unknown(type, true)
      const element = 'element' in type ? type.element : DYNAMIC
      const keyed = sets.map(
        set =>
          new Map(
            convert(set, type)
              .elements()
              .map(each => [valueKey(each), each]),
          ),
      )
      const types = keyed.flatMap(set => [...set.values()].map(each => each.type))
      if (types.some(each => !sameType(each, types[0]!))) throw new FunctionError(INCOMPATIBLE)
      return setOfValues(element, combine(keyed))
    },
  )

export const mapFunctions: readonly LanguageFunction[] = [
  define('length', [any('value', { allowUnknown: true, allowDynamic: true })], NUMBER, length),
  define('element', [any('list', INSIDE), number('index')], elementType, element),
  define('keys', [any('inputMap', { allowUnknown: true })], DYNAMIC, keys),
  define('values', [any('values', INSIDE)], valuesType, values),
  define('lookup', [any('inputMap'), string('key'), any('default', ANYTHING)], lookupType, lookup),
  define('merge', [many(any('maps', ANYTHING))], DYNAMIC, merge),
  define('zipmap', [strings('keys'), any('values', INSIDE)], zipmapType, zipmap),
  define('coalesce', [many(any('vals', ANYTHING))], (...vals) => coalesceType(vals), coalesce),
  setFunction('setunion', sets => sets.flatMap(set => [...set.values()]), true),
  setFunction('setintersection', ([first, ...others]) =>
    [...first!].filter(([key]) => others.every(set => set.has(key))).map(([, value]) => value),
  ),
]

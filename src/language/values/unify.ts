/** Conversion among types, before any value is seen: what a type becomes on its way to another, and what several can all become. */

import { DYNAMIC, listOf, mapOf, objectOf, setOf, type Type, tupleOf } from './type'
import { hasDynamic, sameType } from './type-text'

/** A safe conversion cannot fail for any value; an unsafe one may: "x" to number, a map to an object. */
export type Conversion = 'safe' | 'unsafe'

export const canConvert = (from: Type, to: Type, how: Conversion = 'unsafe'): boolean =>
  convertedType(from, to, how) !== undefined

/**
 * The type that values of `from` have once converted to `to`, its undecided parts filled from `from`; undefined when there is no way.
 * Attributes of it may still be marked as optional: only a value says whether they are there.
 */
export function convertedType(from: Type, to: Type, how: Conversion = 'unsafe'): Type | undefined {
  if (to.kind === 'dynamic') return from
  if (from.kind === 'dynamic') return to
  switch (to.kind) {
    case 'string':
      return from.kind === 'number' || from.kind === 'bool' || from.kind === 'string' ? to : undefined
    case 'number':
    case 'bool':
      return from.kind === to.kind || (from.kind === 'string' && how === 'unsafe') ? to : undefined
    case 'list':
      return toCollection(from, ['list', 'set', 'tuple'], listOf, to.element, how)
    case 'set':
      return toCollection(from, how === 'unsafe' ? ['list', 'set', 'tuple'] : ['set', 'tuple'], setOf, to.element, how)
    case 'map':
      return toCollection(from, ['map', 'object'], mapOf, to.element, how)
    case 'tuple': {
      if (from.kind !== 'tuple' || from.elements.length !== to.elements.length) return undefined
      const elements = all(from.elements.map((element, i) => convertedType(element, to.elements[i]!, how)))
      return elements && tupleOf(elements)
    }
    case 'object':
      return toObject(from, to, how)
    case 'capsule':
      return sameType(from, to) ? to : undefined
  }
}

function toCollection(
  from: Type,
  kinds: Type['kind'][],
  make: (e: Type) => Type,
  wanted: Type,
  how: Conversion,
): Type | undefined {
  if (!kinds.includes(from.kind)) return undefined
  if ('element' in from) {
    const element = convertedType(from.element, wanted, how)
    return element && make(element)
  }
  const parts = all(partsOf(from).map(part => convertedType(part, wanted, how)))
  if (!parts) return undefined
  if (!hasDynamic(wanted) || parts.length === 0) return make(wanted)
  const decided = parts.filter(part => part.kind !== 'dynamic')
  const element = unify(parts, how)
  if (element?.kind !== 'dynamic' || decided.length === 0) return element && make(element)
  // A null beside structures leaves a list undecided, which is an error; a map takes the type of the others.
  const rest = kinds.includes('map') ? unify(decided, how) : undefined
  return rest && make(rest)
}

function toObject(from: Type, to: Type & { kind: 'object' }, how: Conversion): Type | undefined {
  if (from.kind === 'map') return how === 'unsafe' ? mapToObject(from.element, to) : undefined
  if (from.kind !== 'object') return undefined
  const attributes = new Map<string, Type>()
  for (const [name, wanted] of to.attributes) {
    const given = from.attributes.get(name)
    if (!given && !to.optional?.has(name)) return undefined
    const type = given ? convertedType(given, wanted, how) : wanted
    if (!type) return undefined
    attributes.set(name, type)
  }
  return objectOf(attributes, to.optional)
}

/** Only the value says which keys a map has, so the marks stay until then; what cannot be had from it may yet be absent. */
function mapToObject(element: Type, to: Type & { kind: 'object' }): Type | undefined {
  const attributes = new Map<string, Type>()
  for (const [name, wanted] of to.attributes) {
    const type = convertedType(element, wanted) ?? (to.optional?.has(name) ? wanted : undefined)
    if (!type) return undefined
    attributes.set(name, type)
  }
  return objectOf(attributes, to.optional)
}

/**
 * The one type all of these can become, for conditionals and lists of mixed elements; undefined when there is none,
 * dynamic when that hangs on a type not yet decided.
 */
export function unify(types: readonly Type[], how: Conversion = 'unsafe'): Type | undefined {
  const distinct = [...new Set(types)]
  const first = distinct[0]
  if (!first) return DYNAMIC
  if (distinct.every(type => sameType(type, first))) return first
  const decided = distinct.filter(type => type.kind !== 'dynamic')
  const undecided = decided.length < distinct.length
  const kinds = new Set<Type['kind']>(decided.map(type => type.kind))
  const only = (...allowed: Type['kind'][]) => kinds.has(allowed[0]!) && [...kinds].every(kind => allowed.includes(kind))
  const gathered = (make: (element: Type) => Type) => {
    const common = wrap(make, unify(decided.flatMap(partsOf), how))
    return common && decided.every(type => canConvert(type, common, how)) ? common : undefined
  }
  if (only('object')) return undecided ? DYNAMIC : unifyObjects(decided, how)
  if (only('tuple')) return undecided ? DYNAMIC : unifyTuples(decided, how)
  if (kinds.has('object') && kinds.has('tuple')) return undefined
  if (!undecided && only('map', 'object')) return gathered(mapOf)
  if (!undecided && only('list', 'tuple')) return gathered(listOf)
  if (!undecided && only('set')) return gathered(setOf)
  const one = preferred(decided).find(wanted => distinct.every(type => canConvert(type, wanted, how)))
  return one ?? (undecided ? DYNAMIC : undefined)
}

/** Lists before sets, maps before objects; then what most of the others become without loss. */
function preferred(types: readonly Type[]): readonly Type[] {
  const rank = (to: Type) =>
    (to.kind === 'set' || to.kind === 'object' ? types.length + 1 : 0) - types.filter(from => canConvert(from, to, 'safe')).length
  return [...types].sort((a, b) => rank(a) - rank(b))
}

/** Objects with the same attributes stay objects, others become a map where their attributes allow it. */
function unifyObjects(types: readonly Type[], how: Conversion): Type | undefined {
  const shapes = types.flatMap(type => (type.kind === 'object' ? [type.attributes] : []))
  const names = [...shapes[0]!.keys()]
  if (shapes.some(shape => shape.size !== names.length || names.some(name => !shape.has(name))))
    return wrap(mapOf, unify(types.flatMap(partsOf), how))
  const attributes = all(
    names.map(name =>
      unify(
        shapes.map(shape => shape.get(name)!),
        how,
      ),
    ),
  )
  return attributes && objectOf(new Map(names.map((name, i) => [name, attributes[i]!])))
}

/** Tuples of one length stay tuples, others become a list where their elements allow it. */
function unifyTuples(types: readonly Type[], how: Conversion): Type | undefined {
  const shapes = types.map(partsOf)
  if (shapes.some(shape => shape.length !== shapes[0]!.length)) return wrap(listOf, unify(shapes.flat(), how))
  const elements = all(
    shapes[0]!.map((_, i) =>
      unify(
        shapes.map(shape => shape[i]!),
        how,
      ),
    ),
  )
  return elements && tupleOf(elements)
}

function partsOf(type: Type): readonly Type[] {
  if ('element' in type) return [type.element]
  if (type.kind === 'tuple') return type.elements
  return type.kind === 'object' ? [...type.attributes.values()] : []
}

const wrap = (make: (element: Type) => Type, element: Type | undefined): Type | undefined => element && make(element)

const all = (types: readonly (Type | undefined)[]): readonly Type[] | undefined =>
  types.every((type): type is Type => type !== undefined) ? types : undefined

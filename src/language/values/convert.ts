/** Conversion of values: what HCL does when an attribute, a variable or a function wants another type than it is given. */
import { BigFloat } from './big-float'
import { mismatch } from './mismatch'
import { setOfValues } from './set'
import { type Type, withoutOptional } from './type'
import { hasDynamic, sameType } from './type-text'
import { convertedType, unify } from './unify'
import { Value } from './value'

/** The message names the place inside the value: `element 0: a number is required`. */
export class ConversionError extends Error {}

/** The value as one of `type`; throws ConversionError. Null and unknown convert to null and unknown of that type. */
export function convert(value: Value, type: Type): Value {
  if (type.kind === 'dynamic' || value.type === type) return value
  const target = convertedType(value.type, type)
  if (!target) throw new ConversionError(mismatch(value.type, type))
  return become(value, target)
}

/** `type` has no undecided parts left that the value's own type could have filled. */
function become(value: Value, type: Type): Value {
  if (type.kind === 'dynamic' || sameType(value.type, type)) return value
  if (value.isNull) return Value.null(withoutOptional(type))
  if (!value.isKnown) return Value.unknown(withoutOptional(type), value.notNull)
  if (type.kind === 'list' && !value.hasKnownSize) return Value.unknown(withoutOptional(type), true)
  switch (type.kind) {
    case 'string':
      return Value.string(value.type.kind === 'number' ? value.asNumber().toText() : String(value.asBool()))
    case 'number':
      return toNumber(value.asString())
    case 'bool':
      return toBool(value.asString())
    case 'list':
      return Value.list(
        withoutOptional(type.element),
        alike(
          type,
          elementsAs(value, () => type.element),
        ),
      )
    case 'set':
      return setOfValues(
        withoutOptional(type.element),
        alike(
          type,
          elementsAs(value, () => type.element),
        ),
      )
    case 'tuple':
      return Value.tuple(elementsAs(value, i => type.elements[i]!))
    case 'map':
      return toMap(value, type)
    case 'object':
      return toObject(value, type)
    case 'capsule':
      throw new ConversionError(mismatch(value.type, type))
  }
}

function toNumber(text: string): Value {
  const number = BigFloat.parse(text)
  if (!number) throw new ConversionError('a number is required')
  return Value.number(number)
}

function toBool(text: string): Value {
  if (text === 'true' || text === '1') return Value.bool(true)
  if (text === 'false' || text === '0') return Value.bool(false)
  const lower = text.toLowerCase()
  const hint = lower === 'true' || lower === 'false' ? `; to convert from string, use lowercase "${lower}"` : ''
  throw new ConversionError(`a bool is required${hint}`)
}

const elementsAs = (value: Value, typeAt: (index: number) => Type): Value[] =>
  value.elements().map((element, i) => at(`element ${i}`, () => become(element, typeAt(i))))

/** Undecided parts of the element type may have left them different after all. */
function alike(type: Type, elements: readonly Value[]): readonly Value[] {
  if (elements.every(each => sameType(each.type, elements[0]!.type))) return elements
  const common = type.kind === 'set' ? undefined : unify(elements.map(each => each.type))
  if (!common || hasDynamic(common)) throw new ConversionError(`all ${type.kind} elements must have the same type`)
  return elements.map(each => convert(each, common))
}

function toMap(value: Value, type: Type & { element: Type }): Value {
  const entries = [...value.entries()].map(
    ([key, each]) => [key, at(`element "${key}"`, () => become(each, type.element))] as const,
  )
  const elements = alike(
    type,
    entries.map(([, each]) => each),
  )
  return Value.map(
    withoutOptional(type.element),
    entries.map(([key], i) => [key, elements[i]!]),
  )
}

function toObject(value: Value, type: Type & { kind: 'object' }): Value {
  const given = value.entries()
  const fromMap = value.type.kind === 'map'
  return Value.object(
    [...type.attributes].map(([name, wanted]) => {
      const own = given.get(name)
      // An object was looked at before; a map says only now what keys it has.
      if (own) return [name, at(`attribute "${name}"`, () => (fromMap ? convert(own, wanted) : become(own, wanted)))]
      if (fromMap && !type.optional?.has(name)) throw new ConversionError(`map has no element for required attribute "${name}"`)
      return [name, Value.null(withoutOptional(wanted))]
    }),
  )
}

function at(place: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (error instanceof ConversionError) throw new ConversionError(`${place}: ${error.message}`)
    throw error
  }
}

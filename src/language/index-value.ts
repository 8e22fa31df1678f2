/** What `a[b]` and `a.b` mean for every kind of value, with the message for each way it can be wrong. */

import { failed, ok } from './collector'
import type { Checked } from './diagnostic'
import { didYouMean } from './did-you-mean'
import type { Range } from './source'
import { ConversionError, convert } from './values/convert'
import { DYNAMIC, NUMBER, STRING, type Type } from './values/type'
import { friendlyName } from './values/type-text'
import { nfc } from './values/utf8'
import { Value } from './values/value'

const UNKNOWN = Value.unknown()
const NO_ELEMENT = 'No element of this value has the given key'

/** `collection[key]` */
export function indexValue(collection: Value, key: Value, range: Range): Checked<Value> {
  const wrong = (detail: string) => failed(UNKNOWN, 'Invalid index', detail, range)
  if (collection.isNull)
    return failed(UNKNOWN, 'Attempt to index null value', 'This value is null, so it does not have any indices.', range)
  if (key.isNull) return wrong("Can't use a null value as an indexing key.")
  const { type } = collection
  if (type.kind === 'dynamic' || key.type.kind === 'dynamic') return ok(UNKNOWN)
  if (type.kind === 'set')
    return wrong('The elements of a set have neither index nor key. Convert it to a list, or use a for expression.')
  const wanted =
    type.kind === 'list' || type.kind === 'tuple' ? NUMBER : type.kind === 'map' || type.kind === 'object' ? STRING : undefined
  if (!wanted) return wrong('This value does not have any indices.')
  try {
    const converted = convert(key, wanted)
    return wanted === NUMBER ? elementOf(collection, converted, wrong) : entryOf(collection, converted, wrong)
  } catch (error) {
    if (error instanceof ConversionError) return wrong(`${NO_ELEMENT}: ${error.message}.`)
    throw error
  }
}

function elementOf(sequence: Value, key: Value, wrong: (detail: string) => Checked<Value>): Checked<Value> {
  const type = sequence.type as Type & { kind: 'list' | 'tuple' }
  if (type.kind === 'list' && !(key.isKnown && sequence.isKnown)) return ok(Value.unknown(type.element))
  if (!key.isKnown) return ok(UNKNOWN)
  const number = key.asNumber()
  if (!number.isInteger) return wrong(`${NO_ELEMENT}: the index of a sequence is a whole number, this one has a fraction.`)
  if (number.sign < 0) return wrong(`${NO_ELEMENT}: a negative number is not an index of a sequence.`)
  const index = number.toDouble()
  if (type.kind === 'tuple' && index < type.elements.length)
    return ok(sequence.isKnown ? sequence.elements()[index]! : Value.unknown(type.elements[index]))
  const length = type.kind === 'tuple' ? type.elements.length : sequence.elements().length
  if (index < length) return ok(sequence.elements()[index]!)
  if (length === 0) return wrong(`${NO_ELEMENT}: the collection has no elements.`)
  return wrong(`${NO_ELEMENT}: the index is greater than or equal to the length of the collection, ${length}.`)
}

function entryOf(collection: Value, key: Value, wrong: (detail: string) => Checked<Value>): Checked<Value> {
  const type = collection.type as Type & { kind: 'map' | 'object' }
  if (!key.isKnown) return ok(Value.unknown(type.kind === 'map' ? type.element : DYNAMIC))
  const name = key.asString()
  if (type.kind === 'map' && !collection.isKnown) return ok(Value.unknown(type.element))
  const found = collection.isKnown ? collection.entries().get(name) : unknownAttribute(type, name)
  if (found) return ok(found)
  const names = type.kind === 'map' ? collection.entries().keys() : (type as Type & { kind: 'object' }).attributes.keys()
  return wrong(`${NO_ELEMENT}.${didYouMean(name, names)}`)
}

function unknownAttribute(type: Type, name: string): Value | undefined {
  const attribute = type.kind === 'object' ? type.attributes.get(name) : undefined
  return attribute && Value.unknown(attribute)
}

const unsupported = (detail: string, range: Range, missing?: readonly string[]) =>
  failed(UNKNOWN, 'Unsupported attribute', detail, range, { missing })

/** `value.name` */
export function attributeOf(value: Value, name: string, range: Range): Checked<Value> {
  if (value.isNull)
    return failed(
      UNKNOWN,
      'Attempt to get attribute from null value',
      'This value is null, so it does not have any attributes.',
      range,
    )
  const { type } = value
  const key = nfc(name)
  switch (type.kind) {
    case 'dynamic':
      return ok(UNKNOWN)
    case 'object': {
      const found = value.isKnown ? value.entries().get(key) : unknownAttribute(type, key)
      if (found) return ok(found)
      return unsupported(
        `This object does not have an attribute named "${name}".${didYouMean(name, type.attributes.keys())}`,
        range,
        [name],
      )
    }
    case 'map': {
      if (!value.isKnown) return ok(Value.unknown(type.element))
      const found = value.entries().get(key)
      if (found) return ok(found)
      const hint = didYouMean(name, value.entries().keys())
      return failed(UNKNOWN, 'Missing map element', `This map does not have an element with the key "${name}".${hint}`, range)
    }
    case 'list':
    case 'set':
      return unsupported(explainSequence(type, name), range)
    case 'string':
    case 'number':
    case 'bool':
      return unsupported(`A ${friendlyName(type)} does not have attributes.`, range)
    default:
      return unsupported('This value does not have any attributes.', range)
  }
}

function explainSequence(type: Type & { element: Type }, name: string): string {
  const plain = `A ${friendlyName(type)} does not have attributes.`
  if (type.element.kind !== 'object' || !type.element.attributes.has(name)) return plain
  const of = type.kind === 'list' ? `one element, [0].${name}, or of every element, [*].${name}` : `every element, [*].${name}`
  return `${plain} Did you mean the attribute "${name}" of ${of}?`
}

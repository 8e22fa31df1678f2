/** Puts the defaults of optional attributes into a value, before it is converted to its type: what is missing gets them, and what is null. */
import { Value } from './values/value'

/** Returns the value itself where there is nothing to fill: null, unknown, or of another shape (the conversion then complains). */
export type Fill = (value: Value) => Value

const isSequence = (value: Value): boolean => ['list', 'set', 'tuple'].includes(value.type.kind)
const isMapping = (value: Value): boolean => value.type.kind === 'map' || value.type.kind === 'object'

/** Of a list, set or map: elements may come to differ in type, so tuples and objects are made of them. */
export const fillElements =
  (fill: Fill): Fill =>
  value => {
    if (value.state !== 'known') return value
    if (isSequence(value)) return Value.tuple(value.elements().map(fill))
    return isMapping(value) ? Value.object([...value.entries()].map(([key, each]) => [key, fill(each)])) : value
  }

export const fillTuple =
  (fills: readonly (Fill | undefined)[]): Fill =>
  value =>
    value.state === 'known' && isSequence(value)
      ? Value.tuple(value.elements().map((each, i) => fills[i]?.(each) ?? each))
      : value

export const fillObject =
  (attributes: ReadonlyMap<string, { readonly fill?: Fill; readonly fallback?: Value }>): Fill =>
  value => {
    if (value.state !== 'known' || !isMapping(value)) return value
    const entries = new Map(value.entries())
    for (const [name, { fill, fallback }] of attributes) {
      const own = entries.get(name)
      const filled = (!own || own.isNull) && fallback ? fallback : own
      if (filled) entries.set(name, fill ? fill(filled) : filled)
    }
    return Value.object(entries)
  }

/** Why no value of one type can become another: named down to the attribute or element that is in the way. */

import type { Type } from './type'
import { friendlyName, sameType } from './type-text'
import { canConvert } from './unify'

/** Only for types without a conversion between them. */
export function mismatch(given: Type, wanted: Type): string {
  if (given.kind === 'object' && wanted.kind === 'object') return objectMismatch(given, wanted)
  if ('element' in wanted) {
    const fits = wanted.kind === 'map' ? given.kind === 'object' : given.kind === 'tuple'
    if (fits && wanted.element.kind === 'dynamic') return `all ${wanted.kind} elements must have the same type`
    if (fits) return elementMismatch(given, wanted.element)
    if ('element' in given && (given.kind === 'map') === (wanted.kind === 'map'))
      return `incorrect ${wanted.kind} element type: ${mismatch(given.element, wanted.element)}`
  }
  return `${friendlyName(wanted, true)} required`
}

function objectMismatch(given: Type & { kind: 'object' }, wanted: Type & { kind: 'object' }): string {
  const missing = [...wanted.attributes.keys()].filter(name => !given.attributes.has(name) && !wanted.optional?.has(name)).sort()
  if (missing.length > 0)
    return `${missing.length === 1 ? 'attribute' : 'attributes'} ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} required`
  for (const [name, type] of wanted.attributes) {
    const own = given.attributes.get(name)
    if (own && !canConvert(own, type)) return `attribute "${name}": ${mismatch(own, type)}`
  }
  return 'incorrect object attributes'
}

function listed(names: readonly string[]): string {
  const quoted = names.map(name => `"${name}"`)
  if (quoted.length < 3) return quoted.join(' and ')
  return `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}`
}

function elementMismatch(given: Type, wanted: Type): string {
  const parts: (readonly [string, Type])[] =
    given.kind === 'tuple'
      ? given.elements.map((type, i) => [String(i), type])
      : given.kind === 'object'
        ? [...given.attributes].map(([name, type]) => [`"${name}"`, type])
        : []
  const wrong = parts.find(([, type]) => !sameType(type, wanted) && !canConvert(type, wanted))
  return wrong ? `element ${wrong[0]}: ${mismatch(wrong[1], wanted)}` : `all elements must be ${friendlyName(wanted, true)}`
}

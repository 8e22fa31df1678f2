/** Types in words, for messages, and in the syntax of type constraints, for those who must write one; and whether two are the same. */
import type { Type } from './type'
import { compareUtf8 } from './utf8'

/** "list of string", "object", "tuple", "dynamic": what kind of value it is. `constraint` reads unknown parts as "any type". */
export function friendlyName(type: Type, constraint = false): string {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      if (constraint && type.element.kind === 'dynamic') return `${type.kind} of any single type`
      return `${type.kind} of ${friendlyName(type.element, constraint)}`
    case 'dynamic':
      return constraint ? 'any type' : 'dynamic'
    case 'capsule':
      return type.name
    default:
      return type.kind
  }
}

/** In the syntax of type constraints: `list(string)`, `object({a=number})`. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind}(${typeText(type.element)})`
    case 'tuple':
      return `tuple([${type.elements.map(typeText).join(',')}])`
    case 'object': {
      const names = [...type.attributes.keys()].sort(compareUtf8)
      const attribute = (name: string) => {
        const text = typeText(type.attributes.get(name)!)
        return `${name}=${type.optional?.has(name) ? `optional(${text})` : text}`
      }
      return `object({${names.map(attribute).join(',')}})`
    }
    case 'dynamic':
      return 'any'
    case 'capsule':
      return type.name
    default:
      return type.kind
  }
}

/** Optional marks do not make a type another: they belong to the constraint only. */
export const sameType = (a: Type, b: Type): boolean => matches(a, b, () => false)

/** Whether the two may turn out to be the same once their undecided parts are decided. */
export const mayBecomeSame = (a: Type, b: Type): boolean =>
  matches(a, b, (one, other) => one.kind === 'dynamic' || other.kind === 'dynamic')

function matches(a: Type, b: Type, forgives: (a: Type, b: Type) => boolean): boolean {
  if (a === b || forgives(a, b)) return true
  if (a.kind === 'tuple')
    return (
      b.kind === 'tuple' &&
      a.elements.length === b.elements.length &&
      a.elements.every((e, i) => matches(e, b.elements[i]!, forgives))
    )
  if (a.kind === 'object') {
    if (b.kind !== 'object' || a.attributes.size !== b.attributes.size) return false
    return [...a.attributes].every(([name, type]) => {
      const other = b.attributes.get(name)
      return other !== undefined && matches(type, other, forgives)
    })
  }
  if (a.kind === 'capsule') return b.kind === 'capsule' && a.name === b.name
  if (a.kind !== b.kind) return false
  return !('element' in a && 'element' in b) || matches(a.element, b.element, forgives)
}

/** Whether some part of it is not yet decided. */
export function hasDynamic(type: Type): boolean {
  if (type.kind === 'dynamic') return true
  if (type.kind === 'tuple') return type.elements.some(hasDynamic)
  if (type.kind === 'object') return [...type.attributes.values()].some(hasDynamic)
  return 'element' in type && hasDynamic(type.element)
}

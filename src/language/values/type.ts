/** The types of HCL's information model, as in go-cty. */
export type Type =
  | { readonly kind: 'string' }
  | { readonly kind: 'number' }
  | { readonly kind: 'bool' }
  /** Any type: of a literal null, of an unknown whose type is not yet known, and the constraint `any`. */
  | { readonly kind: 'dynamic' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly element: Type }
  | { readonly kind: 'tuple'; readonly elements: readonly Type[] }
  | { readonly kind: 'object'; readonly attributes: ReadonlyMap<string, Type>; readonly optional?: ReadonlySet<string> }
  /** A host value that the language carries but cannot look into (a type given to `convert`). */
  | { readonly kind: 'capsule'; readonly name: string }

export const STRING: Type = { kind: 'string' }
export const NUMBER: Type = { kind: 'number' }
export const BOOL: Type = { kind: 'bool' }
export const DYNAMIC: Type = { kind: 'dynamic' }
export const listOf = (element: Type): Type => ({ kind: 'list', element })
export const setOf = (element: Type): Type => ({ kind: 'set', element })
export const mapOf = (element: Type): Type => ({ kind: 'map', element })
export const tupleOf = (elements: readonly Type[]): Type => ({ kind: 'tuple', elements })
export const objectOf = (attributes: ReadonlyMap<string, Type>, optional?: ReadonlySet<string>): Type => ({
  kind: 'object',
  attributes,
  optional,
})

/** The type without the marks of optional attributes, which belong to constraints: values have none. */
export function withoutOptional(type: Type): Type {
  if ('element' in type) return { kind: type.kind, element: withoutOptional(type.element) }
  if (type.kind === 'tuple') return tupleOf(type.elements.map(withoutOptional))
  if (type.kind === 'object') return objectOf(new Map([...type.attributes].map(([name, each]) => [name, withoutOptional(each)])))
  return type
}

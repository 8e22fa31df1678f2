/** A legacy template as a tree: JSON with the range of everything, and texts that are still templates. */
import type { Range } from '../../language/source'
import { Value } from '../../language/values/value'

export type JsonNode = JsonObject | JsonArray | JsonScalar

export interface JsonObject {
  readonly kind: 'object'
  readonly members: readonly Member[]
  readonly range: Range
}
export interface JsonArray {
  readonly kind: 'array'
  readonly elements: readonly JsonNode[]
  readonly range: Range
}
export interface JsonScalar {
  readonly kind: 'scalar'
  readonly value: Value
  readonly range: Range
}
export interface Member {
  readonly name: string
  readonly nameRange: Range
  readonly value: JsonNode
}

export const memberOf = (object: JsonObject, name: string): JsonNode | undefined =>
  object.members.find(member => member.name === name)?.value

/** Undefined for what is not a text. */
export const textOf = (node: JsonNode | undefined): string | undefined =>
  node?.kind === 'scalar' && node.value.state === 'known' && node.value.type.kind === 'string' ? node.value.asString() : undefined

export function valueOf(node: JsonNode): Value {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'array') return Value.tuple(node.elements.map(valueOf))
  return Value.object(node.members.map(({ name, value }) => [name, valueOf(value)]))
}

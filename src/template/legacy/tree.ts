/** A legacy template as a tree of JSON: no name twice, numbers as Go's decoder takes them, texts that are still templates. */
import { Collector } from '../../language/collector'
import type { Checked } from '../../language/diagnostic'
import { parseJsonTree } from '../../language/json/parse'
import type { JsonMember, JsonNode } from '../../language/json/tree'
import { fromPlain } from '../../language/options/plain'
import { Value } from '../../language/values/value'

export type { JsonMember, JsonNode }
export type JsonObject = Extract<JsonNode, { kind: 'object' }>

/** Undefined when it cannot be read at all. */
export function parseTree(text: string | Uint8Array, file: string): Checked<JsonNode | undefined> {
  const findings = new Collector()
  const tree = findings.take(parseJsonTree(text, file))
  if (tree) refuseDuplicates(tree, findings)
  return findings.done(tree)
}

function refuseDuplicates(node: JsonNode, findings: Collector): void {
  if (node.kind === 'array') for (const item of node.items) refuseDuplicates(item, findings)
  if (node.kind !== 'object') return
  const seen = new Map<string, JsonMember>()
  for (const member of node.members) {
    const { name, nameRange, value } = member
    const first = seen.get(name)?.nameRange.start
    if (first)
      findings.error(
        'Duplicate key',
        `"${name}" is already set at line ${first.line}, column ${first.column} of this object.`,
        nameRange,
      )
    seen.set(name, member)
    refuseDuplicates(value, findings)
  }
}

/** Go's decoder does not mind the case of a key. */
export const memberOf = (object: JsonObject, name: string): JsonNode | undefined =>
  (object.members.find(member => member.name === name) ?? object.members.find(member => member.name.toLowerCase() === name))
    ?.value

/** What a name may be given as: a number or a flag does too. */
export const scalarTextOf = (node: JsonNode): string | undefined =>
  node.kind === 'number' ? node.text : node.kind === 'bool' ? String(node.value) : textOf(node)

/** Undefined for what is not a text. */
export const textOf = (node: JsonNode | undefined): string | undefined => (node?.kind === 'string' ? node.text : undefined)

/** Numbers are doubles in Go, and a long one loses digits before anyone asks for its text. */
export function toValue(node: JsonNode): Value {
  switch (node.kind) {
    case 'object':
      return Value.object(node.members.map(({ name, value }) => [name, toValue(value)]))
    case 'array':
      return Value.tuple(node.items.map(toValue))
    case 'string':
      return Value.string(node.text)
    case 'number':
      return fromPlain(Number(node.text))
    case 'bool':
      return Value.bool(node.value)
    case 'null':
      return Value.null()
  }
}

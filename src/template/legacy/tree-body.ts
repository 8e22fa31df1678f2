/** A body over a JSON object: what the schema calls a block is one object or a list of them, all else is an attribute. */
import type { Attribute, Block, Body, BodyContent, BodySchema, Expression } from '../../language/body'
import { Collector, ok } from '../../language/collector'
import type { Checked } from '../../language/diagnostic'
import { misspelt } from '../../language/did-you-mean'
import type { Range } from '../../language/source'
import type { StaticItem, StaticShape } from '../../language/static'
import { type JsonMember, type JsonNode, type JsonObject, toValue } from './tree'

export const treeBody = (object: JsonObject, without: readonly string[] = []): Body =>
  bodyOf(
    object.members.filter(({ name }) => !without.includes(name)),
    object.range,
  )

const bodyOf = (members: readonly JsonMember[], range: Range): Body => ({
  missingItemRange: range,
  content: schema => exact(asSchemaHas(members, schema), range, schema),
  partialContent(schema) {
    const known = asSchemaHas(members, schema)
    const names = new Set(namesOf(schema))
    const rest = known.filter(({ name }) => !names.has(name))
    return ok({ ...take(known, range, schema), remain: bodyOf(rest, range) })
  },
  justAttributes: () => ok(new Map(members.map(member => [member.name, attributeOf(member)]))),
  justBlocks: () => ok([]),
})

const namesOf = (schema: BodySchema): readonly string[] => [
  ...schema.attributes.map(({ name }) => name),
  ...schema.blocks.map(({ type }) => type),
]

/** Go's decoder does not mind the case of a key, as long as no other key is meant. */
function asSchemaHas(members: readonly JsonMember[], schema: BodySchema): readonly JsonMember[] {
  const names = new Map(namesOf(schema).map(name => [name.toLowerCase(), name]))
  const given = new Set(members.map(({ name }) => name))
  return members.map(member => {
    const name = names.get(member.name.toLowerCase()) ?? member.name
    return name === member.name || given.has(name) ? member : { ...member, name }
  })
}

function exact(members: readonly JsonMember[], range: Range, schema: BodySchema): Checked<BodyContent> {
  const findings = new Collector()
  const names = namesOf(schema)
  for (const { name, nameRange } of members)
    if (!names.includes(name)) {
      const { hint, slip } = misspelt(name, names)
      findings.error('Unknown configuration key', `"${name}" is not expected here.${hint}`, nameRange, { slip })
    }
  for (const { name, required } of schema.attributes)
    if (required && !members.some(member => member.name === name))
      findings.error('Missing required argument', `"${name}" is required, but it is not set here.`, range, { missing: [name] })
  return findings.done(take(members, range, schema))
}

function take(members: readonly JsonMember[], range: Range, schema: BodySchema): BodyContent {
  const attributes = new Set(schema.attributes.map(({ name }) => name))
  const types = new Set(schema.blocks.map(({ type }) => type))
  return {
    attributes: new Map(members.filter(({ name }) => attributes.has(name)).map(member => [member.name, attributeOf(member)])),
    blocks: members.filter(({ name }) => types.has(name)).flatMap(member => blocksOf(member, member.value)),
    missingItemRange: range,
  }
}

const attributeOf = ({ name, nameRange, value }: JsonMember): Attribute => ({
  name,
  nameRange,
  range: { ...nameRange, end: value.range.end },
  expression: constant(value),
})

const constant = (node: JsonNode): Expression & Pick<StaticShape, 'asList' | 'asMap'> => ({
  range: node.range,
  evaluate: () => ok(toValue(node)),
  variables: () => [],
  asList: () => (node.kind === 'array' ? node.items.map(constant) : undefined),
  asMap: () => (node.kind === 'object' ? node.members.map(item) : undefined),
})

const item = ({ name, nameRange, value }: JsonMember): StaticItem => ({
  key: constant({ kind: 'string', text: name, range: nameRange }),
  value: constant(value),
})

function blocksOf(member: JsonMember, value: JsonNode): readonly Block[] {
  if (value.kind === 'array') return value.items.flatMap(each => blocksOf(member, each))
  if (value.kind !== 'object') return []
  const { name: type, nameRange } = member
  return [{ type, labels: [], body: treeBody(value), typeRange: nameRange, labelRanges: [], definitionRange: nameRange }]
}

/** A body made of values, for what Packer lets stand as an object instead of a block: `override`, and dynamic content. */

import type { Attribute, Block, Body, BodyContent, BodySchema, Expression } from '../language/body'
import { Collector, ok } from '../language/collector'
import type { Checked } from '../language/diagnostic'
import { didYouMean } from '../language/did-you-mean'
import type { Range } from '../language/source'
import type { Value } from '../language/values/value'

/** All of it stands at `range`: a value does not know where its parts were written. */
export const valueBody = (entries: ReadonlyMap<string, Value>, range: Range): Body => ({
  missingItemRange: range,
  content: schema => exact(entries, range, schema),
  partialContent(schema) {
    const found = take(entries, range, schema)
    return ok({ ...found.content, remain: valueBody(found.rest, range) })
  },
  justAttributes: () => ok(new Map([...entries].map(([name, value]) => [name, attributeOf(name, value, range)]))),
})

export const constant = (value: Value, range: Range): Expression => ({ range, evaluate: () => ok(value), variables: () => [] })

const attributeOf = (name: string, value: Value, range: Range): Attribute => ({
  name,
  expression: constant(value, range),
  range,
  nameRange: range,
})

function take(entries: ReadonlyMap<string, Value>, range: Range, schema: BodySchema) {
  const rest = new Map(entries)
  const attributes = new Map<string, Attribute>()
  for (const { name } of schema.attributes) {
    const value = entries.get(name)
    if (value === undefined) continue
    rest.delete(name)
    attributes.set(name, attributeOf(name, value, range))
  }
  const blocks = schema.blocks.flatMap(({ type }) => {
    const value = entries.get(type)
    rest.delete(type)
    return value === undefined ? [] : blocksOf(type, value, range)
  })
  const content: BodyContent = { attributes, blocks, missingItemRange: range }
  return { content, rest }
}

/** One object is one block, a list of objects as many. */
function blocksOf(type: string, value: Value, range: Range): readonly Block[] {
  if (value.state !== 'known') return []
  if (value.type.kind !== 'object' && value.type.kind !== 'map')
    return 'element' in value.type || value.type.kind === 'tuple'
      ? value.elements().flatMap(each => blocksOf(type, each, range))
      : []
  const body = valueBody(value.entries(), range)
  return [{ type, labels: [], body, typeRange: range, labelRanges: [], definitionRange: range }]
}

function exact(entries: ReadonlyMap<string, Value>, range: Range, schema: BodySchema): Checked<BodyContent> {
  const { content, rest } = take(entries, range, schema)
  const findings = new Collector()
  const known = [...schema.attributes.map(({ name }) => name), ...schema.blocks.map(({ type }) => type)]
  for (const name of rest.keys())
    findings.error('Unsupported argument', `An argument named "${name}" is not expected here.${didYouMean(name, known)}`, range)
  for (const { name, required } of schema.attributes)
    if (required && !content.attributes.has(name))
      findings.error('Missing required argument', `The argument "${name}" is required, but no definition was found.`, range)
  return findings.done(content)
}

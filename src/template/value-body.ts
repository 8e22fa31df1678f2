/** A body made of values, for what Packer lets stand as an object instead of a block: `override`, and dynamic content. */

import type { Attribute, Block, Body, BodyContent, BodySchema, Expression } from '../language/body'
import { Collector, ok } from '../language/collector'
import type { Checked } from '../language/diagnostic'
import { misspelt } from '../language/did-you-mean'
import type { Range } from '../language/source'
import type { StaticItem } from '../language/static'
import type { Value } from '../language/values/value'
import { itemsByName } from './places'

/** A value does not know where its parts were written; `written` may, and else all of it stands at `range`. */
export const valueBody = (entries: ReadonlyMap<string, Value>, range: Range, written?: Expression): Body =>
  bodyOf(entries, { range, items: itemsByName(written) })

interface Place {
  readonly range: Range
  readonly items: ReadonlyMap<string, StaticItem>
}

const bodyOf = (entries: ReadonlyMap<string, Value>, place: Place): Body => ({
  missingItemRange: place.range,
  content: schema => exact(entries, place, schema),
  partialContent(schema) {
    const found = take(entries, place, schema)
    return ok({ ...found.content, remain: bodyOf(found.rest, place) })
  },
  justAttributes: () => ok(new Map([...entries].map(([name, value]) => [name, attributeOf(name, value, place)]))),
  justBlocks: () => ok([]),
})

export const constant = (value: Value, range: Range): Expression => ({ range, evaluate: () => ok(value), variables: () => [] })

function attributeOf(name: string, value: Value, { range, items }: Place): Attribute {
  const item = items.get(name)
  const [nameRange, valueRange] = [item?.key.range ?? range, item?.value.range ?? range]
  return { name, expression: constant(value, valueRange), range: { ...nameRange, end: valueRange.end }, nameRange }
}

function take(entries: ReadonlyMap<string, Value>, place: Place, schema: BodySchema) {
  const rest = new Map(entries)
  const attributes = new Map<string, Attribute>()
  for (const { name } of schema.attributes) {
    const value = entries.get(name)
    if (value === undefined) continue
    rest.delete(name)
    attributes.set(name, attributeOf(name, value, place))
  }
  const blocks = schema.blocks.flatMap(({ type }) => {
    const value = entries.get(type)
    rest.delete(type)
    return value === undefined ? [] : blocksOf(type, value, place.items.get(type)?.value.range ?? place.range)
  })
  const content: BodyContent = { attributes, blocks, missingItemRange: place.range }
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

function exact(entries: ReadonlyMap<string, Value>, place: Place, schema: BodySchema): Checked<BodyContent> {
  const { content, rest } = take(entries, place, schema)
  const { range, items } = place
  const findings = new Collector()
  const known = [...schema.attributes.map(({ name }) => name), ...schema.blocks.map(({ type }) => type)]
  for (const name of rest.keys()) {
    const { hint, slip } = misspelt(name, known)
    const detail = `An argument named "${name}" is not expected here.${hint}`
    findings.error('Unsupported argument', detail, items.get(name)?.key.range ?? range, { slip })
  }
  for (const { name, required } of schema.attributes)
    if (required && !content.attributes.has(name))
      findings.error('Missing required argument', `The argument "${name}" is required, but no definition was found.`, range, {
        missing: [name],
      })
  return findings.done(content)
}

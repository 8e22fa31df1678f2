/** Two bodies as one: what a build's `source` block adds to its source, and what `override` puts over a provisioner. */
import type { Attribute, Block, Body, BodyContent, BodySchema } from '../language/body'
import { Collector } from '../language/collector'
import type { Checked } from '../language/diagnostic'

/** `add`: an argument in both is a mistake, as in Packer. `replace`: the second wins, blocks of a type all together. */
export type Merge = 'add' | 'replace'

export const mergedBody = (first: Body, second: Body, how: Merge): Body => ({
  missingItemRange: second.missingItemRange,
  content: schema => merge(schema, first.content(optional(schema)), second.content(optional(schema)), how),
  partialContent(schema) {
    const [a, b] = [first.partialContent(optional(schema)), second.partialContent(optional(schema))]
    const merged = merge(schema, a, b, how)
    return { ...merged, value: { ...merged.value, remain: mergedBody(a.value.remain, b.value.remain, how) } }
  },
  justAttributes() {
    const findings = new Collector()
    const [a, b] = [findings.take(first.justAttributes()), findings.take(second.justAttributes())]
    return findings.done(mergeAttributes(a, b, how, findings))
  },
  justBlocks() {
    const findings = new Collector()
    const [a, b] = [findings.take(first.justBlocks()), findings.take(second.justBlocks())]
    return findings.done(mergeBlocks(a, b, how))
  },
})

/** What one of the two may lack, both together must have; `merge` looks after that. */
const optional = (schema: BodySchema): BodySchema => ({
  attributes: schema.attributes.map(({ name }) => ({ name })),
  blocks: schema.blocks,
})

function merge(schema: BodySchema, a: Checked<BodyContent>, b: Checked<BodyContent>, how: Merge): Checked<BodyContent> {
  const findings = new Collector()
  const [first, second] = [findings.take(a), findings.take(b)]
  const attributes = mergeAttributes(first.attributes, second.attributes, how, findings)
  for (const { name, required } of schema.attributes)
    if (required && !attributes.has(name))
      findings.error(
        'Missing required argument',
        `The argument "${name}" is required, but no definition was found.`,
        first.missingItemRange,
        { missing: [name] },
      )
  const blocks = mergeBlocks(first.blocks, second.blocks, how)
  return findings.done({ attributes, blocks, missingItemRange: first.missingItemRange })
}

function mergeBlocks(first: readonly Block[], second: readonly Block[], how: Merge): readonly Block[] {
  const replaced = new Set(how === 'replace' ? second.map(({ type }) => type) : [])
  return [...first.filter(({ type }) => !replaced.has(type)), ...second]
}

type Attributes = ReadonlyMap<string, Attribute>

function mergeAttributes(first: Attributes, second: Attributes, how: Merge, findings: Collector): Attributes {
  const merged = new Map(first)
  for (const [name, attribute] of second) {
    const before = first.get(name)
    if (before && how === 'add')
      findings.error(
        'Duplicate argument',
        `"${name}" is already set in the source block, at ${before.nameRange.file}:${before.nameRange.start.line}. A build can add arguments to its source, not replace them.`,
        attribute.nameRange,
        { context: attribute.range },
      )
    merged.set(name, attribute)
  }
  return merged
}

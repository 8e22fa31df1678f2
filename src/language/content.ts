/** Reads a body by its schema, with misspelt names for what they mean: the slip is told once, and what stands behind it is read. */
import type { Attribute, Body, BodyContent, BodySchema } from './body'
import { Collector } from './collector'
import type { Checked } from './diagnostic'

export function contentOf(body: Body, schema: BodySchema): Checked<BodyContent> {
  const content = body.content(schema)
  if (content.diagnostics.length === 0) return content
  const slips = new Map(content.diagnostics.flatMap(({ slip }) => (slip ? [[slip.written, slip.meant]] : [])))
  return slips.size === 0 ? content : withMeant(body, schema, content, slips)
}

/** What is written, and what is meant by it. */
type Slips = ReadonlyMap<string, string>

function withMeant(body: Body, schema: BodySchema, { value, diagnostics }: Checked<BodyContent>, slips: Slips) {
  const found = new Collector()
  const meant = new Set(slips.values())
  found.addAll(diagnostics.filter(({ missing = [] }) => !missing.some(name => meant.has(name))))
  const { value: misspelt } = body.partialContent(asWritten(schema, slips))
  const attributes = new Map<string, Attribute>(value.attributes)
  for (const [name, attribute] of misspelt.attributes) {
    const right = slips.get(name)!
    if (!attributes.has(right)) attributes.set(right, attribute)
  }
  const blocks = [...value.blocks, ...misspelt.blocks.map(block => ({ ...block, type: slips.get(block.type)! }))]
  return found.done({ ...value, attributes, blocks })
}

/** What a misspelt name stands for, under that name; what is written in the other form is left alone. */
const asWritten = ({ attributes, blocks }: BodySchema, slips: Slips): BodySchema => ({
  attributes: [...slips].filter(([, meant]) => attributes.some(({ name }) => name === meant)).map(([name]) => ({ name })),
  blocks: [...slips].flatMap(([type, meant]) => {
    const spec = blocks.find(each => each.type === meant)
    return spec ? [{ ...spec, type }] : []
  }),
})

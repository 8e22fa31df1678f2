/** `dynamic "type" { for_each … content { … } }` writes blocks as a loop. A body in this wrapping shows the blocks written out. */
import type { Attribute, Block, Body, BodyContent, BodySchema } from './body'
import { Collector } from './collector'
import type { Checked } from './diagnostic'
import { misspelt } from './did-you-mean'
import { generateBlocks } from './dynamic-block'
import type { EvalContext } from './eval-context'
import { type Iteration, within } from './iteration'
import type { Range } from './source'

/** `for_each` and `labels` are evaluated in `context` when blocks are asked for; nested bodies are expanded alike. */
export const expandDynamicBlocks = (body: Body, context: EvalContext): Body =>
  new ExpandedBody(body, context, undefined, new Set())

const DYNAMIC = { type: 'dynamic', labels: ['type'] }

class ExpandedBody implements Body {
  constructor(
    private readonly body: Body,
    private readonly context: EvalContext,
    private readonly iteration: Iteration | undefined,
    /** Types that an earlier partialContent has dealt with. */
    private readonly taken: ReadonlySet<string>,
  ) {}

  get missingItemRange(): Range {
    return this.body.missingItemRange
  }

  content(schema: BodySchema): Checked<BodyContent> {
    const found = new Collector()
    const content = found.take(this.body.content(withDynamic(schema)))
    const types = schema.blocks.map(({ type }) => type)
    for (const block of content.blocks) {
      const type = block.labels[0]!
      if (block.type !== DYNAMIC.type || types.includes(type) || this.taken.has(type)) continue
      const { hint, slip } = misspelt(type, types)
      const detail = `Blocks of type "${type}" are not expected here.${hint}`
      found.error('Unsupported block type', detail, block.labelRanges[0]!, { context: block.definitionRange, slip })
    }
    return found.done(found.take(this.expand(content, schema)))
  }

  partialContent(schema: BodySchema): Checked<BodyContent & { readonly remain: Body }> {
    const found = new Collector()
    const content = found.take(this.body.partialContent(withDynamic(schema)))
    // The dynamic blocks of other types stay in what remains.
    const { remain } = this.body.partialContent(schema).value
    const taken = new Set([...this.taken, ...schema.blocks.map(({ type }) => type)])
    const expanded = found.take(this.expand(content, schema))
    return found.done({ ...expanded, remain: new ExpandedBody(remain, this.context, this.iteration, taken) })
  }

  justAttributes(): Checked<ReadonlyMap<string, Attribute>> {
    const { value, diagnostics } = this.body.justAttributes()
    // In JSON nothing else tells them from arguments.
    const others = [...value].filter(([name]) => name !== DYNAMIC.type)
    return { value: this.wrapAttributes(new Map(others)), diagnostics }
  }

  justBlocks(): Checked<readonly Block[]> {
    const found = new Collector()
    const blocks = found.take(this.body.justBlocks()).flatMap(block => {
      if (block.type !== DYNAMIC.type) return [this.wrapBlock(block, this.iteration)]
      // How many labels there should be only a schema would say.
      const generated = found.take(generateBlocks(block, undefined, this.context, this.iteration))
      return generated.map(each => this.wrapBlock(each.block, each.iteration))
    })
    return found.done(blocks)
  }

  private expand(content: BodyContent, schema: BodySchema): Checked<BodyContent> {
    const found = new Collector()
    const blocks = content.blocks.flatMap(block => {
      const spec = block.type === DYNAMIC.type ? schema.blocks.find(({ type }) => type === block.labels[0]) : undefined
      if (block.type !== DYNAMIC.type) return [this.wrapBlock(block, this.iteration)]
      const generated = spec ? found.take(generateBlocks(block, spec.labels, this.context, this.iteration)) : []
      return generated.map(each => this.wrapBlock(each.block, each.iteration))
    })
    return found.done({ ...content, attributes: this.wrapAttributes(content.attributes), blocks })
  }

  private wrapAttributes(attributes: ReadonlyMap<string, Attribute>): ReadonlyMap<string, Attribute> {
    const { iteration } = this
    if (!iteration) return attributes
    return new Map([...attributes].map(([name, each]) => [name, { ...each, expression: within(iteration, each.expression) }]))
  }

  private wrapBlock(block: Block, iteration: Iteration | undefined): Block {
    return { ...block, body: new ExpandedBody(block.body, this.context, iteration, new Set()) }
  }
}

const withDynamic = (schema: BodySchema): BodySchema => ({ ...schema, blocks: [...schema.blocks, DYNAMIC] })

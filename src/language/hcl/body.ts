/** A body of the native syntax: what the parser found between two braces, or in a file. */
import type { Attribute, Block, Body, BodyContent, BodySchema } from '../body'
import { Collector, ok } from '../collector'
import type { Checked } from '../diagnostic'
import { misspelt, suggestion } from '../did-you-mean'
import type { Range } from '../source'
import { between, endOf } from '../span'

export class HclBody implements Body {
  constructor(
    readonly attributes: ReadonlyMap<string, Attribute>,
    readonly blocks: readonly Block[],
    readonly missingItemRange: Range,
  ) {}

  content(schema: BodySchema): Checked<BodyContent> {
    const found = new Collector()
    const content = this.select(schema, found)
    const isAll = content.attributes.size === this.attributes.size && this.blocks.every(({ type }) => specOf(schema, type))
    if (!isAll) this.without(schema).reportAll(schema, found)
    return found.done(content)
  }

  partialContent(schema: BodySchema): Checked<BodyContent & { readonly remain: HclBody }> {
    const found = new Collector()
    return found.done({ ...this.select(schema, found), remain: this.without(schema) })
  }

  private select(schema: BodySchema, found: Collector): BodyContent {
    const attributes = new Map<string, Attribute>()
    for (const { name, required } of schema.attributes) {
      const attribute = this.attributes.get(name)
      if (attribute) attributes.set(name, attribute)
      else if (required)
        found.error(
          'Missing required argument',
          `The argument "${name}" is required, but it is not set here.`,
          this.missingItemRange,
          { missing: [name] },
        )
    }
    const blocks = this.blocks.filter(block => {
      const spec = specOf(schema, block.type)
      return spec !== undefined && hasLabels(block, spec.labels, found)
    })
    return { attributes, blocks, missingItemRange: this.missingItemRange }
  }

  /** What the schema does not name. */
  private without(schema: BodySchema): HclBody {
    const attributes = new Map(this.attributes)
    for (const { name } of schema.attributes) attributes.delete(name)
    const blocks = this.blocks.filter(({ type }) => !specOf(schema, type))
    return new HclBody(attributes, blocks, this.missingItemRange)
  }

  justAttributes(): Checked<ReadonlyMap<string, Attribute>> {
    const found = new Collector()
    const [block] = this.blocks
    if (block) {
      const hint = block.labels.length === 0 ? ` To set the argument "${block.type}", write an equals sign behind its name.` : ''
      found.error(`Unexpected "${block.type}" block`, `Blocks are not allowed here.${hint}`, block.typeRange, {
        context: block.definitionRange,
      })
    }
    return found.done(this.attributes)
  }

  justBlocks(): Checked<readonly Block[]> {
    return ok(this.blocks)
  }

  private reportAll(schema: BodySchema, found: Collector): void {
    const names = schema.attributes.map(({ name }) => name)
    const types = schema.blocks.map(({ type }) => type)
    for (const { name, nameRange, range } of this.attributes.values()) {
      const { hint, slip } = types.includes(name)
        ? { hint: ` For a block of type "${name}" leave the equals sign out.`, slip: undefined }
        : misspelt(name, names)
      const detail = `An argument named "${name}" is not expected here.${hint}`
      found.error('Unsupported argument', detail, nameRange, { context: range, lost: range, slip })
    }
    for (const block of this.blocks) {
      const { type, typeRange, definitionRange } = block
      const isArgument = names.includes(type) && suggestion(type, types) === undefined
      // Types with as many labels are likelier.
      const fits = schema.blocks.filter(spec => spec.labels.length === block.labels.length).map(spec => spec.type)
      const { hint, slip } = isArgument
        ? { hint: ` To set the argument "${type}", write an equals sign behind its name.`, slip: undefined }
        : misspelt(type, [...fits, ...types])
      const detail = `Blocks of type "${type}" are not expected here.${hint}`
      found.error('Unsupported block type', detail, typeRange, { context: definitionRange, lost: wholeOf(block), slip })
    }
  }
}

const specOf = (schema: BodySchema, type: string) => schema.blocks.find(spec => spec.type === type)
const wholeOf = ({ typeRange, body }: Block): Range => between(typeRange, body.missingItemRange)

function hasLabels(block: Block, names: readonly string[], found: Collector): boolean {
  const { type, labels, labelRanges, definitionRange, isDamaged } = block
  if (labels.length === names.length) return true
  if (isDamaged) return labels.length > names.length
  const around = { context: definitionRange, lost: wholeOf(block) }
  const expected = `All ${type} blocks must have ${names.length} labels (${names.join(', ')}).`
  if (labels.length > names.length) {
    const detail = names.length === 0 ? `No labels are expected for ${type} blocks.` : expected
    found.error(`Extraneous label for ${type}`, detail, labelRanges[names.length]!, around)
  } else found.error(`Missing ${names[labels.length]} for ${type}`, expected, endOf(definitionRange), around)
  return false
}

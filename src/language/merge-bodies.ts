/** Several bodies as one: the files of a folder, or the objects of a JSON array. */
import type { Attribute, Block, Body, BodyContent, BodySchema } from './body'
import { Collector } from './collector'
import type { Checked } from './diagnostic'
import type { Range } from './source'

/** `missingItemRange` is needed when there are no bodies. */
export function mergeBodies(bodies: readonly Body[], missingItemRange: Range = bodies[0]!.missingItemRange): Body {
  return bodies.length === 1 ? bodies[0]! : new MergedBody(bodies, missingItemRange)
}

class MergedBody implements Body {
  constructor(
    private readonly bodies: readonly Body[],
    readonly missingItemRange: Range,
  ) {}

  content(schema: BodySchema): Checked<BodyContent> {
    return this.merge(schema, (body, relaxed) => body.content(relaxed))
  }

  partialContent(schema: BodySchema): Checked<BodyContent & { readonly remain: Body }> {
    const remains: Body[] = []
    const { value, diagnostics } = this.merge(schema, (body, relaxed) => {
      const partial = body.partialContent(relaxed)
      remains.push(partial.value.remain)
      return partial
    })
    return { value: { ...value, remain: new MergedBody(remains, this.missingItemRange) }, diagnostics }
  }

  justAttributes(): Checked<ReadonlyMap<string, Attribute>> {
    const found = new Collector()
    const all = this.bodies.map(body => found.take(body.justAttributes()))
    return found.done(found.take(mergeAttributes(all)))
  }

  justBlocks(): Checked<readonly Block[]> {
    const found = new Collector()
    return found.done(this.bodies.flatMap(body => found.take(body.justBlocks())))
  }

  /** An argument is missing only when it is in none of them. */
  private merge(schema: BodySchema, read: (body: Body, relaxed: BodySchema) => Checked<BodyContent>): Checked<BodyContent> {
    const found = new Collector()
    const relaxed = { ...schema, attributes: schema.attributes.map(({ name }) => ({ name })) }
    const contents = this.bodies.map(body => found.take(read(body, relaxed)))
    const attributes = found.take(mergeAttributes(contents.map(content => content.attributes)))
    for (const { name, required } of schema.attributes)
      if (required && !attributes.has(name))
        found.error(
          'Missing required argument',
          `The argument "${name}" is required, but it is not set here.`,
          this.missingItemRange,
        )
    const blocks: readonly Block[] = contents.flatMap(content => content.blocks)
    return found.done({ attributes, blocks, missingItemRange: this.missingItemRange })
  }
}

function mergeAttributes(all: readonly ReadonlyMap<string, Attribute>[]): Checked<ReadonlyMap<string, Attribute>> {
  const found = new Collector()
  const merged = new Map<string, Attribute>()
  for (const attribute of all.flatMap(attributes => [...attributes.values()])) {
    const first = merged.get(attribute.name)
    if (!first) merged.set(attribute.name, attribute)
    else {
      const { file, start } = first.nameRange
      const detail = `The argument "${attribute.name}" is already set at ${file}:${start.line}:${start.column}.`
      found.error('Duplicate argument', detail, attribute.nameRange)
    }
  }
  return found.done(merged)
}

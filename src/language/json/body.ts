/** A JSON object as a body: the schema says which properties are arguments, which are blocks, and how many labels those have. */
import type { Attribute, Block, Body, BodyContent, BodySchema } from '../body'
import { Collector, ok } from '../collector'
import type { Checked } from '../diagnostic'
import { misspelt } from '../did-you-mean'
import type { Range } from '../source'
import { between } from '../span'
import { blocksOf } from './blocks'
import { JsonExpression } from './expression'
import { describeKind, type JsonMember, type JsonNode } from './tree'

/** Property names that begin so are comments, and are left out of every body. */
const COMMENT = '//'

export class JsonBody implements Body {
  constructor(
    private readonly node: JsonNode,
    /** Names that an earlier partialContent has taken. */
    private readonly taken: ReadonlySet<string> = new Set(),
  ) {}

  get missingItemRange(): Range {
    const { node } = this
    return node.kind === 'object' ? node.closeRange : node.kind === 'array' ? node.openRange : node.range
  }

  content(schema: BodySchema): Checked<BodyContent> {
    const found = new Collector()
    const content = found.take(this.partialContent(schema))
    const names = [...schema.attributes.map(({ name }) => name), ...schema.blocks.map(({ type }) => type)]
    for (const { name, nameRange, value } of membersOf(this.node).value) {
      if (names.includes(name) || this.taken.has(name)) continue
      const { hint, slip } = misspelt(name, names)
      const detail = `No argument or block type is named "${name}" here.${hint}`
      found.error('Extraneous JSON object property', detail, nameRange, { lost: between(nameRange, value.range), slip })
    }
    return found.done(content)
  }

  partialContent(schema: BodySchema): Checked<BodyContent & { readonly remain: Body }> {
    const found = new Collector()
    const members = found.take(membersOf(this.node)).filter(({ name }) => !this.taken.has(name))
    const attributes = found.take(attributesOf(members.filter(({ name }) => schema.attributes.some(each => each.name === name))))
    for (const { name, required } of schema.attributes)
      if (required && !attributes.has(name))
        found.error(
          'Missing required argument',
          `The argument "${name}" is required, but it is not set here.`,
          this.missingItemRange,
          { missing: [name] },
        )
    const blocks: readonly Block[] = members.flatMap(member => {
      const spec = schema.blocks.find(({ type }) => type === member.name)
      return spec ? found.take(blocksOf(member, spec.labels, node => new JsonBody(node))) : []
    })
    const names = [...schema.attributes.map(({ name }) => name), ...schema.blocks.map(({ type }) => type)]
    const remain = new JsonBody(this.node, new Set([...this.taken, ...names]))
    return found.done({ attributes, blocks, missingItemRange: this.missingItemRange, remain })
  }

  justAttributes(): Checked<ReadonlyMap<string, Attribute>> {
    const found = new Collector()
    const members = found.take(membersOf(this.node)).filter(({ name }) => !this.taken.has(name))
    return found.done(found.take(attributesOf(members)))
  }

  justBlocks(): Checked<readonly Block[]> {
    return ok([])
  }
}

/** Of an object, or of all the objects in an array. */
function membersOf(node: JsonNode): Checked<readonly JsonMember[]> {
  const found = new Collector()
  const objects = node.kind === 'array' ? node.items : [node]
  const members = objects.flatMap(each => {
    if (each.kind === 'object') return each.members.filter(({ name }) => name !== COMMENT)
    found.error(
      'Incorrect JSON value type',
      `An object must stand here, with arguments and blocks, not ${describeKind(each)}.`,
      each.range,
    )
    return []
  })
  return found.done(members)
}

function attributesOf(members: readonly JsonMember[]): Checked<ReadonlyMap<string, Attribute>> {
  const found = new Collector()
  const attributes = new Map<string, Attribute>()
  for (const { name, nameRange, value } of members) {
    const first = attributes.get(name)
    if (first) {
      const { line, column } = first.nameRange.start
      found.error('Duplicate argument', `The argument "${name}" is already set at line ${line}, column ${column}.`, nameRange)
    } else
      attributes.set(name, { name, expression: new JsonExpression(value), range: between(nameRange, value.range), nameRange })
  }
  return found.done(attributes)
}

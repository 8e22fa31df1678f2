/** Blocks in JSON: properties of objects are labels, one level for each, and arrays repeat at every level. */
import type { Block, Body } from '../body'
import { Collector } from '../collector'
import type { Checked } from '../diagnostic'
import type { Range } from '../source'
import { describeKind, type JsonMember, type JsonNode } from './tree'

export function blocksOf(
  member: JsonMember,
  labelNames: readonly string[],
  makeBody: (node: JsonNode) => Body,
): Checked<readonly Block[]> {
  const found = new Collector()
  const blocks: Block[] = []
  const leaf = (node: JsonNode, labels: readonly string[], labelRanges: readonly Range[]) => {
    const definitionRange = labelRanges[labelRanges.length - 1] ?? member.nameRange
    blocks.push({ type: member.name, labels, body: makeBody(node), typeRange: member.nameRange, labelRanges, definitionRange })
  }
  const wrong = (node: JsonNode, what: string) =>
    found.error(
      'Incorrect JSON value type',
      `An object or an array of objects must stand here, ${what}, not ${describeKind(node)}.`,
      node.range,
    )

  const descend = (node: JsonNode, labels: readonly string[], labelRanges: readonly Range[]): void => {
    const label = labelNames[labels.length]
    const what = label === undefined ? `for one or more "${member.name}" blocks` : `whose names are the ${label} of the block`
    if (node.kind === 'null' && label === undefined) return
    const objects = node.kind === 'array' ? node.items : [node]
    const before = blocks.length
    for (const each of objects) {
      if (each.kind !== 'object') wrong(each, what)
      else if (label === undefined) leaf(each, labels, labelRanges)
      else for (const { name, nameRange, value } of each.members) descend(value, [...labels, name], [...labelRanges, nameRange])
    }
    const isEmpty = objects.every(each => each.kind === 'object' && each.members.length === 0)
    if (label !== undefined && isEmpty && blocks.length === before) {
      const subject = node.kind === 'object' || node.kind === 'array' ? node.openRange : node.range
      found.error(
        'Missing block label',
        `A property is needed whose name is the ${label} of the "${member.name}" block.`,
        subject,
      )
    }
  }
  descend(member.value, [], [])
  return found.done(blocks)
}

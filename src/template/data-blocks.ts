/** `data` blocks: what is asked of the outside before anything is built. */
import type { Block, Body, Traversal } from '../language/body'
import { Collector } from '../language/collector'
import type { Checked } from '../language/diagnostic'
import type { OptionsSpec } from '../language/options/spec'
import type { Range } from '../language/source'
import { objectOf } from '../language/values/type'
import { Value } from '../language/values/value'
import type { DataSource } from '../model/plugin'
import { findComponent } from './builds/component'
import type { RequiredPlugin } from './packer-block'

export interface DataBlock {
  readonly type: string
  readonly name: string
  readonly body: Body
  readonly range: Range
  /** Undefined when it is not built in, which has been said. */
  readonly plugin: DataSource | undefined
  /** All that its arguments read. */
  readonly references: readonly Traversal[]
}

export function readDataBlocks(
  blocks: readonly Block[],
  builtIn: Readonly<Record<string, DataSource>>,
  required: readonly RequiredPlugin[],
): Checked<readonly DataBlock[]> {
  const findings = new Collector()
  const known = new Map<string, DataBlock>()
  for (const { labels, labelRanges, definitionRange: range, body } of blocks) {
    const [type = '', name = ''] = labels
    const label = labelRanges[0] ?? range
    const plugin = findings.take(findComponent('data source', type, builtIn, required, label, range))
    const key = JSON.stringify([type, name])
    if (known.has(key)) findings.error('Duplicate data source', `Data source "${type}" "${name}" is already declared.`, range)
    else known.set(key, { type, name, body, range, plugin, references: plugin ? referencesIn(body, plugin.options) : [] })
  }
  return findings.done([...known.values()])
}

/** Before it was read: nothing but what it will look like. */
export const unread = ({ plugin }: DataBlock): Value => (plugin ? Value.unknown(outputType(plugin)) : Value.unknown())

export const outputType = ({ outputs }: DataSource) =>
  objectOf(new Map(Object.entries(outputs).map(([name, { type }]) => [name, type])))

const DYNAMIC = { type: 'dynamic', labels: ['type'] }
const GENERATOR = { attributes: [{ name: 'for_each' }], blocks: [{ type: 'content', labels: [] }] }

function referencesIn(body: Body, spec: OptionsSpec): readonly Traversal[] {
  const options = Object.entries(spec)
  const nested = options.filter(([, { form }]) => form !== 'attribute').map(([type]) => ({ type, labels: [] }))
  const attributes = options.filter(([, { form }]) => form === 'attribute').map(([name]) => ({ name }))
  const { value: content } = body.partialContent({ attributes, blocks: [...nested, DYNAMIC] })
  return [
    ...[...content.attributes.values()].flatMap(({ expression }) => expression.variables()),
    ...content.blocks.flatMap(block => {
      if (block.type !== DYNAMIC.type) return referencesIn(block.body, spec[block.type]?.options ?? {})
      const { attributes: given, blocks } = block.body.partialContent(GENERATOR).value
      const inner = spec[block.labels[0] ?? '']?.options ?? {}
      return [...(given.get('for_each')?.expression.variables() ?? []), ...blocks.flatMap(each => referencesIn(each.body, inner))]
    }),
  ]
}

/** `data` blocks: what is asked of the outside. Until a plan is applied their values are unknown. */
import type { Block } from '../language/body'
import { Collector } from '../language/collector'
import type { Checked } from '../language/diagnostic'
import { Value } from '../language/values/value'
import { findComponent } from './builds/component'
import type { RequiredPlugin } from './packer-block'

/** No data source is built in yet, so each is named, and what reads it is unknown. */
export function readDataBlocks(blocks: readonly Block[], required: readonly RequiredPlugin[]): Checked<Value> {
  const findings = new Collector()
  const types = new Map<string, Map<string, Value>>()
  for (const { labels, labelRanges, definitionRange } of blocks) {
    const [type = '', name = ''] = labels
    const named = types.get(type) ?? new Map<string, Value>()
    if (named.has(name))
      findings.error('Duplicate data source', `Data source "${type}" "${name}" is already declared.`, definitionRange)
    types.set(type, named.set(name, Value.unknown()))
    findings.take(findComponent('data source', type, {}, required, labelRanges[0] ?? definitionRange, definitionRange))
  }
  return findings.done(Value.object([...types].map(([type, named]) => [type, Value.object(named)])))
}

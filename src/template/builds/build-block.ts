/** A `build` block, taken apart: its sources, provisioners and chains of post-processors, not yet decoded. */
import type { Block, Body } from '../../language/body'
import { Collector } from '../../language/collector'
import { contentOf } from '../../language/content'
import { type Checked, hasErrors } from '../../language/diagnostic'
import type { EvalContext } from '../../language/eval-context'
import type { Range } from '../../language/source'
import { withoutEffect } from '../blocks'
import { MetaReader } from './meta'
import { readSourceUses, type SourceBlock, type SourceUse, standIn } from './sources'

export interface BuildBlock {
  /** Empty when the block has none. */
  readonly name: string
  readonly description?: string
  readonly uses: readonly SourceUse[]
  readonly provisioners: readonly Block[]
  readonly errorCleanupProvisioner?: Block
  readonly chains: readonly (readonly Block[])[]
  readonly range: Range
}

const SCHEMA = {
  attributes: [{ name: 'name' }, { name: 'description' }, { name: 'sources' }],
  blocks: [
    { type: 'source', labels: ['reference'] },
    { type: 'provisioner', labels: ['type'] },
    { type: 'error-cleanup-provisioner', labels: ['type'] },
    { type: 'post-processor', labels: ['type'] },
    { type: 'post-processors', labels: [] },
    { type: 'hcp_packer_registry', labels: [] },
    { type: 'from', labels: ['type'] },
  ],
}
const CHAIN = { attributes: [], blocks: [{ type: 'post-processor', labels: ['type'] }] }

/** `body` is the block's own, with dynamic blocks expanded. */
export function readBuild(
  block: Block,
  body: Body,
  sources: ReadonlyMap<string, SourceBlock>,
  context: EvalContext,
): Checked<BuildBlock> {
  const findings = new Collector()
  const content = findings.take(contentOf(body, SCHEMA))
  const of = (type: string) => content.blocks.filter(each => each.type === type)
  const meta = new MetaReader(content, context)
  const name = meta.text('name') ?? ''
  const description = meta.text('description')
  findings.addAll(meta.findings.diagnostics)
  const found = findings.take(readSourceUses(content.attributes.get('sources'), of('source'), sources, context))
  if (found.length === 0 && !hasErrors(findings.diagnostics))
    findings.error(
      'Missing source',
      'A build needs at least one source: sources = ["source.type.name"].',
      block.definitionRange,
      { missing: ['sources'] },
    )
  const uses = found.length > 0 ? found : [standIn(block.body, block.definitionRange)]
  const [errorCleanupProvisioner, another] = of('error-cleanup-provisioner')
  if (another) findings.error('Duplicate error-cleanup-provisioner', 'A build may have only one of it.', another.definitionRange)
  for (const { type, definitionRange } of [...of('hcp_packer_registry'), ...of('from')])
    findings.add(withoutEffect(type, definitionRange))
  const chains = content.blocks.flatMap(each => {
    if (each.type === 'post-processor') return [[each]]
    return each.type === 'post-processors' ? [findings.take(contentOf(each.body, CHAIN)).blocks] : []
  })
  const range = block.definitionRange
  return findings.done({ name, description, uses, provisioners: of('provisioner'), errorCleanupProvisioner, chains, range })
}

/** The blocks a template may hold at its top, gathered from all of its files. */
import type { Block, Body } from '../language/body'
import { Collector } from '../language/collector'
import { contentOf } from '../language/content'
import type { Checked, Diagnostic } from '../language/diagnostic'
import type { Range } from '../language/source'

const TEMPLATE_BLOCKS = {
  packer: [],
  source: ['type', 'name'],
  variables: [],
  variable: ['name'],
  locals: [],
  local: ['name'],
  data: ['type', 'name'],
  build: [],
  hcp_packer_registry: [],
  communicator: ['type', 'name'],
} as const

const OWN_BLOCKS = { smoke_test: ['name'], ssh: [], publish: [], sbom: [] } as const

export type TemplateBlocks = Readonly<Record<keyof typeof TEMPLATE_BLOCKS, readonly Block[]>>
export type OwnBlocks = Readonly<Record<keyof typeof OWN_BLOCKS, readonly Block[]>>

export function templateBlocks(bodies: readonly Body[]): Checked<TemplateBlocks> {
  const findings = new Collector()
  const blocks = findings.take(gather(bodies, TEMPLATE_BLOCKS))
  for (const { type, definitionRange } of [...blocks.communicator, ...blocks.hcp_packer_registry])
    findings.add(withoutEffect(type, definitionRange))
  return findings.done(blocks)
}

/** Packer ignores `communicator` and `from` too; what HCP would do is a difference, and said. */
export const withoutEffect = (type: string, subject: Range): Diagnostic => ({
  severity: 'warning',
  summary: 'Block without effect',
  detail:
    type === 'hcp_packer_registry'
      ? 'Nothing is published to an HCP Packer registry: that is a service of HashiCorp.'
      : `Packer accepts "${type}" blocks here and ignores them, and so does ingot.`,
  subject,
})

/** `*.ingot.hcl` holds what is ours and not Packer's. */
export const ownBlocks = (bodies: readonly Body[]): Checked<OwnBlocks> => gather(bodies, OWN_BLOCKS)

function gather<K extends string>(
  bodies: readonly Body[],
  types: Readonly<Record<K, readonly string[]>>,
): Checked<Readonly<Record<K, readonly Block[]>>> {
  const findings = new Collector()
  const names = Object.keys(types) as K[]
  const schema = { attributes: [], blocks: names.map(type => ({ type, labels: types[type] })) }
  const blocks = bodies.flatMap(body => findings.take(contentOf(body, schema)).blocks)
  return findings.done(
    Object.fromEntries(names.map(type => [type, blocks.filter(block => block.type === type)])) as unknown as Record<K, Block[]>,
  )
}

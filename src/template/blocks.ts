/** The blocks a template may hold at its top, gathered from all of its files. */
import type { Block, Body } from '../language/body'
import { Collector } from '../language/collector'
import type { Checked } from '../language/diagnostic'

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

const OWN_BLOCKS = { smoke_test: ['name'] } as const

export type TemplateBlocks = Readonly<Record<keyof typeof TEMPLATE_BLOCKS, readonly Block[]>>
export type OwnBlocks = Readonly<Record<keyof typeof OWN_BLOCKS, readonly Block[]>>

export const templateBlocks = (bodies: readonly Body[]): Checked<TemplateBlocks> => gather(bodies, TEMPLATE_BLOCKS)

/** `*.ingot.hcl` holds what is ours and not Packer's. */
export const ownBlocks = (bodies: readonly Body[]): Checked<OwnBlocks> => gather(bodies, OWN_BLOCKS)

function gather<K extends string>(
  bodies: readonly Body[],
  types: Readonly<Record<K, readonly string[]>>,
): Checked<Readonly<Record<K, readonly Block[]>>> {
  const findings = new Collector()
  const names = Object.keys(types) as K[]
  const schema = { attributes: [], blocks: names.map(type => ({ type, labels: types[type] })) }
  const blocks = bodies.flatMap(body => findings.take(body.content(schema)).blocks)
  return findings.done(
    Object.fromEntries(names.map(type => [type, blocks.filter(block => block.type === type)])) as unknown as Record<K, Block[]>,
  )
}

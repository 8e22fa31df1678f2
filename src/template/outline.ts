/** What a template declares, without decoding any of it: for `inspect`, `init` and whoever looks for what is missing. */
import type { Block } from '../language/body'
import type { BuildBlock } from './builds/build-block'
import type { LegacyTemplate, Part } from './legacy/parts'
import type { RequiredPlugin } from './packer-block'

export interface Outline {
  readonly language: 'hcl' | 'legacy'
  /** Of a legacy template. */
  readonly description?: string
  /** In the order of the template. */
  readonly variables: readonly OutlinedVariable[]
  readonly requiredPlugins: readonly RequiredPlugin[]
  readonly dataSources: readonly Named[]
  readonly builds: readonly OutlinedBuild[]
}

export interface OutlinedVariable {
  readonly name: string
  /** It has no default. */
  readonly required: boolean
  readonly sensitive: boolean
  /** Of a legacy template: as it is written, not rendered. */
  readonly default?: string
}

export interface OutlinedBuild {
  /** Empty when the block has none; that of a legacy template has none. */
  readonly name: string
  readonly description?: string
  readonly sources: readonly Named[]
  readonly provisioners: readonly Named[]
  readonly errorCleanupProvisioner?: Named
  readonly postProcessors: readonly (readonly Named[])[]
}

export interface Named {
  readonly type: string
  /** Empty when it has none. */
  readonly name: string
}

export const outlinedBuild = (build: BuildBlock): OutlinedBuild => ({
  name: build.name,
  description: build.description,
  sources: build.uses.filter(({ isStandIn }) => !isStandIn).map(({ source: { type, name } }) => ({ type, name })),
  provisioners: build.provisioners.map(ofBlock),
  errorCleanupProvisioner: build.errorCleanupProvisioner && ofBlock(build.errorCleanupProvisioner),
  postProcessors: build.chains.map(chain => chain.map(ofBlock)),
})

export function outlinedLegacy(template: LegacyTemplate): Outline {
  const { description, variables, sensitive, builders, provisioners, errorCleanupProvisioner, chains } = template
  const build = {
    name: '',
    sources: builders.map(ofPart),
    provisioners: provisioners.map(ofPart),
    errorCleanupProvisioner: errorCleanupProvisioner && ofPart(errorCleanupProvisioner),
    postProcessors: chains.map(chain => chain.map(ofPart)),
  }
  return {
    language: 'legacy',
    description,
    variables: variables.map(({ name, default: text }) => ({
      name,
      required: text === undefined,
      sensitive: sensitive.includes(name),
      default: text,
    })),
    requiredPlugins: [],
    dataSources: [],
    builds: [build],
  }
}

function ofBlock({ labels: [type = ''], body }: Block): Named {
  const name = body.partialContent({ attributes: [{ name: 'name' }], blocks: [] }).value.attributes.get('name')
  const value = name?.expression.evaluate({}).value
  return { type, name: value?.state === 'known' && value.type.kind === 'string' ? value.asString() : '' }
}

function ofPart({ type, object }: Part): Named {
  const name = object.members.find(member => member.name === 'name')?.value
  return { type, name: name?.kind === 'string' ? name.text : '' }
}

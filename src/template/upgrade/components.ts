/** Builders, provisioners and post-processors as blocks. */
import type { OptionsSpec } from '../../language/options/spec'
import { compareUtf8 } from '../../language/values/utf8'
import { communicatorOptions } from '../../model/communicator-options'
import type { Plugins } from '../../model/plugin'
import type { LegacyTemplate, Part } from '../legacy/parts'
import { type JsonMember, type JsonNode, memberOf, scalarTextOf } from '../legacy/tree'
import { blockOf, comment, identifierFor, listOf, objectOf, quoted, stringOf } from './hcl-text'
import { codeOf, writeOptions } from './options'
import { type Names, type Place, translate } from './texts'

interface Builder {
  readonly part: Part
  /** As the JSON template calls it. */
  readonly name: string
  /** As the source block is called. */
  readonly label: string
}

/** What HCL calls the builder: a name in `{{ }}` is none there. */
const titleOf = ({ name, label }: Pick<Builder, 'name' | 'label'>): string => (name.includes('{{') ? label : name)

/** What a query for an image needs of its builder to find the way to the cloud. */
const ACCESS = [
  ...['access_key', 'secret_key', 'token', 'profile', 'region', 'assume_role', 'custom_endpoint_ec2', 'mfa_code'],
  ...['shared_credentials_file', 'insecure_skip_tls_verify', 'skip_region_validation', 'skip_credential_validation'],
  ...['skip_metadata_api_check', 'decode_authorization_messages', 'max_retries', 'aws_polling', 'vault_aws_engine'],
]
const CONDITIONS = new Set(['only', 'except'])

export class UpgradedComponents {
  readonly sources: string[] = []
  readonly data: string[] = []
  /** References for the build's `sources`. */
  readonly listed: string[] = []
  /** Sources whose name is none for HCL get it back in the build. */
  readonly uses: string[] = []
  /** Texts that stayed although nobody is known to answer them. */
  readonly leftovers: string[] = []
  private readonly builders: readonly Builder[]
  private readonly step: Place

  constructor(
    private readonly template: LegacyTemplate,
    private readonly plugins: Plugins,
    private readonly names: Names,
  ) {
    const taken = new Set<string>()
    const named = template.builders.map(part => ({
      part,
      name: scalarTextOf(memberOf(part.object, 'name') ?? NULL) ?? part.type,
    }))
    this.builders = [...named]
      .sort((a, b) => compareUtf8(a.name, b.name))
      .map(({ part, name }) => {
        const label = identifierFor(name.includes('{{') ? part.type : name, taken)
        taken.add(label)
        return { part, name, label }
      })
    const [first, ...others] = this.builders
    const lost = first && others.length === 0 && first.name.includes('{{')
    // Of several builders with such names nobody can say here which one a step is run for.
    this.step = { kind: 'step', builderName: lost ? this.nameOf(first.name) : undefined }
    for (const builder of this.builders) this.source(builder)
  }

  private nameOf(name: string): string {
    return stringOf(translate(name, { kind: 'source' }, this.names).pieces)
  }

  steps(): string {
    const { provisioners, errorCleanupProvisioner, chains } = this.template
    const blocks = [
      ...provisioners.map(part => this.provisioner('provisioner', part)),
      ...(errorCleanupProvisioner ? [this.provisioner('error-cleanup-provisioner', errorCleanupProvisioner)] : []),
      ...chains.map(chain => {
        const links = chain.map(part => this.postProcessor(part))
        return links.length === 1 ? links[0]! : blockOf('post-processors', [], links.join('\n'))
      }),
    ]
    return blocks.join('\n')
  }

  private source({ part, name, label }: Builder): void {
    const members = without(part, ['type', 'name'])
    const has = (name: string) => members.find(member => member.name === name)
    // Where both are set they stay in the source: the image must match, or an empty source_ami leaves the choice to the filter.
    const filter = part.type.startsWith('amazon-') && !has('source_ami') ? has('source_ami_filter') : undefined
    const data = filter && this.imageQuery(label, filter, members)
    const rest = data ? members.filter(member => member !== filter) : members
    const reference = data ? `source_ami = data.amazon-ami.${label}.id\n` : ''
    if (data) this.data.push(data)
    const spec = this.specOf(part.type)
    const note = name.includes('{{') ? comment(`In JSON its name was ${name}; in HCL2 a name is a constant.`) : ''
    const block = this.noted(writer => blockOf('source', [part.type, label], writeOptions(rest, spec, writer) + reference), {
      kind: 'source',
      builderName: name === label ? undefined : this.nameOf(name),
    })
    this.sources.push(note + block)
    const address = `source.${part.type}.${label}`
    if (name === label || note) this.listed.push(quoted(address))
    else this.uses.push(blockOf('source', [address], `name = ${quoted(name)}\n`))
  }

  /** Undefined when the filter speaks of the source, which a data source cannot know. */
  private imageQuery(label: string, filter: JsonMember, members: readonly JsonMember[]): string | undefined {
    if (filter.value.kind !== 'object') return undefined
    if (/\bbuild(_name|_type)?\b|\{\{-?\s*\./.test(textsIn(filter.value).join('\n'))) return undefined
    const access = members.filter(({ name }) => ACCESS.includes(name))
    const all = [...filter.value.members, ...access]
    const source = this.specOf('amazon-ebs')
    const spec = source && { ...source, ...source.source_ami_filter?.options }
    return this.noted(writer => blockOf('data', ['amazon-ami', label], writeOptions(all, spec, writer)), { kind: 'data' })
  }

  private specOf(source: string): OptionsSpec | undefined {
    const plugin = Object.hasOwn(this.plugins.sources, source) ? this.plugins.sources[source] : undefined
    return plugin && { ...(plugin.reachable ? communicatorOptions : {}), ...plugin.options }
  }

  private provisioner(kind: string, part: Part): string {
    const meta = ['type', 'only', 'except', 'override']
    const spec = this.plugins.provisioners[part.type]?.options
    return this.noted(
      writer =>
        blockOf(
          kind,
          [part.type],
          this.conditions(part) + writeOptions(without(part, meta), spec, writer) + this.override(part, writer),
        ),
      this.step,
    )
  }

  private postProcessor(part: Part): string {
    const spec = this.plugins.postProcessors[part.type]?.options
    const members = without(part, ['type', 'only', 'except'])
    return this.noted(
      writer => blockOf('post-processor', [part.type], this.conditions(part) + writeOptions(members, spec, writer)),
      this.step,
    )
  }

  /** JSON names builders, HCL names sources with their type. */
  private conditions(part: Part): string {
    return part.object.members
      .filter(({ name }) => CONDITIONS.has(name))
      .map(({ name, value }) => {
        const items = value.kind === 'array' ? value.items : [value]
        return `${name} = ${listOf(items.map(item => this.reference(scalarTextOf(item) ?? '')))}\n`
      })
      .join('')
  }

  private reference(name: string): string {
    const builder = this.named(name)
    return quoted(builder ? `${builder.part.type}.${titleOf(builder)}` : name)
  }

  private named(name: string): Builder | undefined {
    return this.builders.find(each => each.name === name)
  }

  private override(part: Part, writer: Writer): string {
    const value = memberOf(part.object, 'override')
    if (value?.kind !== 'object') return ''
    const spec = this.plugins.provisioners[part.type]?.options
    const entries = value.members.map(({ name, value: own }): [string, string] => [
      titleOf(this.named(name) ?? { name, label: name }),
      own.kind === 'object'
        ? objectOf(own.members.flatMap(each => optionOf(each, spec?.[each.name]?.type, writer)))
        : (codeOf(own, undefined, writer) ?? 'null'),
    ])
    return `override = ${objectOf(entries)}\n`
  }

  /** What could not be upgraded is said above the block. */
  private noted(write: (writer: Writer) => string, place: Place): string {
    const unknown = new Set<string>()
    const writer: Writer = {
      text: text => {
        const translated = translate(text, place, this.names)
        for (const name of translated.unknown) unknown.add(name)
        return translated
      },
    }
    const block = write(writer)
    this.leftovers.push(...unknown)
    const note = [...unknown].map(name =>
      comment(`TODO: "${name}" has no counterpart in HCL2 that is known here; its {{ }} stayed as it was.`),
    )
    return note.join('') + block
  }
}

interface Writer {
  text(text: string): ReturnType<typeof translate>
}

const NULL = {
  kind: 'null',
  range: { file: '', start: { line: 1, column: 1, byte: 0 }, end: { line: 1, column: 1, byte: 0 } },
} as const

const without = ({ object }: Part, names: readonly string[]): readonly JsonMember[] =>
  object.members.filter(({ name }) => !names.includes(name.toLowerCase()))

function optionOf({ name, value }: JsonMember, type: Parameters<typeof codeOf>[1], writer: Writer): [string, string][] {
  const code = value.kind === 'null' ? undefined : codeOf(value, type, writer)
  return code === undefined ? [] : [[name, code]]
}

function textsIn(node: JsonNode): readonly string[] {
  if (node.kind === 'string') return [node.text]
  if (node.kind === 'array') return node.items.flatMap(textsIn)
  return node.kind === 'object' ? node.members.flatMap(({ name, value }) => [name, ...textsIn(value)]) : []
}

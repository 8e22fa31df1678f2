/** From a JSON tree to the parts of a legacy template; every mistake in its structure is named. */
import { Collector } from '../../language/collector'
import type { Checked } from '../../language/diagnostic'
import { didYouMean } from '../../language/did-you-mean'
import type { Range } from '../../language/source'
import type { LegacyTemplate, Part } from './parts'
import { type JsonNode, type JsonObject, memberOf, textOf } from './tree'
import type { UserVariable } from './user-variables'

const ROOT_KEYS = [
  'min_packer_version',
  'description',
  'variables',
  'sensitive-variables',
  'builders',
  'provisioners',
  'error-cleanup-provisioner',
  'post-processors',
  'push',
]

export const NO_BUILDERS = 'No builders'

export function readLegacyTemplate(root: JsonNode): Checked<LegacyTemplate | undefined> {
  const reader = new Reader()
  return reader.findings.done(reader.template(root))
}

class Reader {
  readonly findings = new Collector()

  template(root: JsonNode): LegacyTemplate | undefined {
    if (root.kind !== 'object') {
      this.findings.error('Not a template', 'A template is a JSON object: { "builders": [ … ] }.', root.range)
      return undefined
    }
    for (const { name, nameRange } of root.members)
      if (!ROOT_KEYS.includes(name.toLowerCase()) && !name.startsWith('_'))
        this.findings.error(
          'Unknown root level key',
          `"${name}" is none of a template's keys.${didYouMean(name, ROOT_KEYS)} A comment's key begins with an underscore.`,
          nameRange,
        )
    const minimum = memberOf(root, 'min_packer_version')
    const description = memberOf(root, 'description')
    const cleanup = memberOf(root, 'error-cleanup-provisioner')
    return {
      description: description && this.text(description, 'The description'),
      minimumVersion: minimum && { text: this.text(minimum, 'min_packer_version') ?? '', range: minimum.range },
      variables: this.variables(memberOf(root, 'variables')),
      sensitive: this.list(memberOf(root, 'sensitive-variables'), 'sensitive-variables').flatMap(
        node => this.text(node, 'A name in sensitive-variables') ?? [],
      ),
      builders: this.builders(memberOf(root, 'builders'), root),
      provisioners: this.list(memberOf(root, 'provisioners'), 'provisioners').flatMap(
        node => this.part(node, 'provisioner') ?? [],
      ),
      errorCleanupProvisioner: cleanup && this.part(cleanup, 'error-cleanup-provisioner'),
      chains: this.list(memberOf(root, 'post-processors'), 'post-processors').map(node => this.chain(node)),
      range: root.range,
    }
  }

  private variables(node: JsonNode | undefined): readonly UserVariable[] {
    if (!node) return []
    if (node.kind !== 'object') {
      this.findings.error('Invalid variables', 'variables is an object of names and default texts.', node.range)
      return []
    }
    return node.members.map(({ name, nameRange, value }) => {
      const required = value.kind === 'null'
      return { name, default: required ? undefined : (this.text(value, `The default of "${name}"`) ?? ''), range: nameRange }
    })
  }

  private builders(node: JsonNode | undefined, root: JsonObject): readonly Part[] {
    const builders = this.list(node, 'builders')
    if (builders.length === 0 && (!node || node.kind === 'array'))
      this.findings.error(
        NO_BUILDERS,
        'A template needs at least one builder: "builders": [{ "type": "…" }].',
        node?.range ?? root.range,
      )
    return builders.flatMap(each => this.part(each, 'builder') ?? [])
  }

  /** A name alone, an object, or a list of both, which is a chain. */
  private chain(node: JsonNode): readonly Part[] {
    const links = node.kind === 'array' ? node.items : [node]
    return links.flatMap(link => {
      const name = textOf(link)
      if (name !== undefined)
        return [
          {
            type: name,
            typeRange: link.range,
            range: link.range,
            object: empty(link.range),
          },
        ]
      return this.part(link, 'post-processor') ?? []
    })
  }

  private part(node: JsonNode, kind: string): Part | undefined {
    if (node.kind !== 'object') {
      this.findings.error(`Invalid ${kind}`, `A ${kind} is an object with a "type".`, node.range)
      return undefined
    }
    const type = memberOf(node, 'type')
    const text = type && this.text(type, `The type of a ${kind}`)
    if (!type) this.findings.error(`Missing type`, `This ${kind} has no "type".`, node.range)
    return text === undefined || !type ? undefined : { type: text, typeRange: type.range, range: type.range, object: node }
  }

  private list(node: JsonNode | undefined, name: string): readonly JsonNode[] {
    if (!node || node.kind === 'array') return node?.items ?? []
    this.findings.error(`Invalid ${name}`, `${name} is a list.`, node.range)
    return []
  }

  private text(node: JsonNode, what: string): string | undefined {
    const text = textOf(node)
    if (text === undefined) this.findings.error('Text expected', `${what} must be a text in quotes.`, node.range)
    return text
  }
}

const empty = (range: Range): JsonObject => ({ kind: 'object', members: [], range, openRange: range, closeRange: range })

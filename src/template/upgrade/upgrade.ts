/** `hcl2_upgrade`: a legacy JSON template written as HCL2, meant to come to the same plan. */
import { Collector } from '../../language/collector'
import { type Checked, hasErrors } from '../../language/diagnostic'
import { formatSource } from '../../language/hcl/format'
import type { Plugins } from '../../model/plugin'
import { isCore, pluginOf } from '../known-plugins'
import type { LegacyTemplate } from '../legacy/parts'
import { NO_BUILDERS, readLegacyTemplate } from '../legacy/read-template'
import { type JsonNode, memberOf, parseTree, textOf } from '../legacy/tree'
import { annotations } from './annotations'
import { UpgradedComponents } from './components'
import { blockOf, comment, keyOf, listOf, quoted } from './hcl-text'
import { UpgradedVariables } from './variables'

export interface UpgradeInput {
  readonly text: Uint8Array | string
  readonly file: string
  readonly plugins: Plugins
  /** Explain each kind of block in a comment. */
  readonly annotate?: boolean
}

/** Undefined when the JSON template has errors; one of variables alone will do. Warnings tell what could not be said in HCL2, and what is not built in. */
export function upgradeTemplate({ text, file, plugins, annotate = false }: UpgradeInput): Checked<string | undefined> {
  const findings = new Collector()
  const tree = findings.take(parseTree(text, file))
  const read = tree && readLegacyTemplate(tree)
  const template = read?.value
  for (const diagnostic of read?.diagnostics ?? [])
    if (!template || template.variables.length === 0 || diagnostic.summary !== NO_BUILDERS) findings.add(diagnostic)
  if (!tree || !template || hasErrors(findings.diagnostics)) return findings.done(undefined)
  const variables = new UpgradedVariables(template.variables, new Set(template.sensitive))
  const components = new UpgradedComponents(template, plugins, variables)
  const build = buildBlock(tree, components)
  const { variables: variableBlocks, locals } = variables.blocks()
  const sections: readonly (readonly [keyof typeof annotations, string])[] = [
    ['packer', packerBlock(template)],
    ['variables', variableBlocks],
    ['locals', locals],
    ['data', components.data.join('\n')],
    ['sources', components.sources.join('\n')],
    ['build', template.builders.length > 0 ? build : ''],
  ]
  const written = sections.flatMap(([name, code]) => (code ? [(annotate ? comment(annotations[name]) : '') + code] : []))
  const head = [annotate ? comment(annotations.file) : '', commentsOf(tree)].filter(Boolean)
  for (const name of new Set(components.leftovers))
    findings.add({
      severity: 'warning',
      summary: 'Not upgraded',
      detail: `"${name}" has no counterpart in HCL2 that is known here; it stayed as it was, with a comment above it.`,
    })
  findings.addAll(missing(template, plugins))
  return findings.done(formatSource([...head, ...written].join('\n')))
}

function buildBlock(tree: JsonNode, components: UpgradedComponents): string {
  const description = tree.kind === 'object' ? textOf(memberOf(tree, 'description')) : undefined
  const steps = components.steps()
  const { listed, uses } = components
  const parts = [
    description ? `description = ${quoted(description)}\n` : '',
    listed.length > 0 ? `sources = ${listOf(listed)}\n` : '',
    uses.join('\n'),
    steps,
  ]
  return blockOf('build', [], parts.filter(Boolean).join('\n'))
}

function packerBlock({ minimumVersion, builders, provisioners, errorCleanupProvisioner, chains }: LegacyTemplate): string {
  const types = [...builders, ...provisioners, ...(errorCleanupProvisioner ? [errorCleanupProvisioner] : []), ...chains.flat()]
  const needed = new Map(
    types.flatMap(({ type }) => {
      const plugin = pluginOf(type)
      return plugin ? [[plugin.name, plugin.source] as const] : []
    }),
  )
  const entries = [...needed].map(([name, source]) => `${keyOf(name)} = {\nsource = ${quoted(source)}\nversion = "~> 1"\n}\n`)
  const required = entries.length > 0 ? blockOf('required_plugins', [], entries.join('')) : ''
  const version = minimumVersion ? `required_version = ${quoted(`>= ${minimumVersion.text}`)}\n` : ''
  return version || required ? blockOf('packer', [], version + required) : ''
}

/** `_comment` and its like at the root, which JSON has for want of comments. */
const commentsOf = (tree: JsonNode): string =>
  tree.kind === 'object'
    ? tree.members.flatMap(({ name, value }) => (name.startsWith('_') ? [comment(textOf(value) ?? name)] : [])).join('')
    : ''

/** A component that neither ingot nor any known plugin brings is an error, though the file is written, as in Packer. */
function missing(template: LegacyTemplate, plugins: Plugins) {
  const findings = new Collector()
  const look = (kind: string, parts: LegacyTemplate['builders'], builtIn: object) => {
    for (const { type, typeRange } of parts) {
      if (Object.hasOwn(builtIn, type)) continue
      const plugin = pluginOf(type)
      findings.add({
        severity: plugin || isCore(type) ? 'warning' : 'error',
        summary: `Unknown ${kind} type`,
        detail: `"${type}" is not built in${plugin ? `: Packer has it from the plugin ${plugin.source}` : ''}. Its options were upgraded by their looks; check which of them are blocks.`,
        subject: typeRange,
      })
    }
  }
  look('source', template.builders, plugins.sources)
  look('provisioner', template.provisioners, plugins.provisioners)
  if (template.errorCleanupProvisioner) look('provisioner', [template.errorCleanupProvisioner], plugins.provisioners)
  look('post-processor', template.chains.flat(), plugins.postProcessors)
  return findings.diagnostics
}

/** `packer` blocks: which Packer a template is for and which plugins it needs; ours are built in. */
import type { Attribute, Block } from '../language/body'
import { Collector } from '../language/collector'
import { contentOf } from '../language/content'
import { type Checked, hasErrors } from '../language/diagnostic'
import type { Range } from '../language/source'
import type { Value } from '../language/values/value'
import { parseConstraints, parseVersion } from '../language/version'
import { PACKER_VERSION } from './scope'

export interface RequiredPlugin {
  readonly name: string
  readonly source: string
  /** Constraints. */
  readonly version?: string
  readonly range: Range
}

const PACKER = { attributes: [{ name: 'required_version' }], blocks: [{ type: 'required_plugins', labels: [] }] }

export function readPackerBlocks(blocks: readonly Block[]): Checked<readonly RequiredPlugin[]> {
  const findings = new Collector()
  const plugins = new Map<string, RequiredPlugin>()
  for (const block of blocks) {
    const { attributes, blocks: required } = findings.take(contentOf(block.body, PACKER))
    const version = attributes.get('required_version')
    if (version) findings.take(checkVersion(version))
    for (const attribute of required.flatMap(each => [...findings.take(each.body.justAttributes()).values()])) {
      if (plugins.has(attribute.name))
        findings.error(
          'Duplicate required_plugin',
          `Plugin "${attribute.name}" is already required elsewhere.`,
          attribute.nameRange,
        )
      const plugin = findings.take(readRequirement(attribute))
      if (plugin) plugins.set(attribute.name, plugin)
    }
  }
  return findings.done([...plugins.values()])
}

function checkVersion({ expression }: Attribute): Checked<void> {
  const findings = new Collector()
  const text = constantText(findings.take(expression.evaluate({})))
  if (hasErrors(findings.diagnostics)) return findings.done(undefined)
  try {
    if (text === undefined) throw new Error('it must be a text')
    if (!parseConstraints(text).check(parseVersion(PACKER_VERSION)))
      findings.error(
        'Unsupported Packer version',
        `This template wants Packer ${text}; templates are read here as Packer ${PACKER_VERSION} reads them.`,
        expression.range,
      )
  } catch (error) {
    findings.error(
      'Invalid required_version',
      `It is not a list of version constraints: ${(error as Error).message}.`,
      expression.range,
    )
  }
  return findings.done(undefined)
}

function readRequirement({ name, expression, nameRange }: Attribute): Checked<RequiredPlugin | undefined> {
  const findings = new Collector()
  const value = findings.take(expression.evaluate({}))
  if (hasErrors(findings.diagnostics)) return findings.done(undefined)
  const entries = value.state === 'known' && value.type.kind === 'object' ? value.entries() : undefined
  const source = entries && constantText(entries.get('source'))
  const version = entries && constantText(entries.get('version'))
  const fail = (detail: string) => findings.error('Invalid required_plugins entry', detail, expression.range)
  if (!entries) fail(`"${name}" is an object: { source = "host/namespace/name", version = ">= 1.0.0" }.`)
  else if (source === undefined || version === undefined) fail(`"${name}" needs both source and version, as texts.`)
  else if (!/^([\w.-]+\/)?[\w.-]+\/[\w.-]+$/.test(source))
    fail(`The source of "${name}" has the form "github.com/hashicorp/amazon".`)
  for (const key of entries?.keys() ?? [])
    if (key !== 'source' && key !== 'version') fail(`"${name}" has "${key}", but only source and version may stand here.`)
  if (version !== undefined) findings.take(checkConstraint(version, expression.range))
  return findings.done(source === undefined ? undefined : { name, source, version, range: nameRange })
}

function checkConstraint(version: string, range: Range): Checked<void> {
  const findings = new Collector()
  try {
    parseConstraints(version)
  } catch (error) {
    findings.error('Invalid version constraint', `"${version}" cannot be read: ${(error as Error).message}.`, range)
  }
  return findings.done(undefined)
}

const constantText = (value: Value | undefined): string | undefined =>
  value?.state === 'known' && value.type.kind === 'string' ? value.asString() : undefined

/** The layout of `inspect`, as observed of Packer 1.6.6: lines for people, and beside some of them a row for machines. */
import { SENSITIVE_TEXT } from '../language/options/printable'
import { packerText } from '../outputs/packer-value'
import type { Loaded } from '../template/load-plan'
import type { Named, Outline, OutlinedBuild } from '../template/outline'
import { variablesListing } from './console-session'

export interface Inspection {
  readonly parts: readonly Part[]
  /** The same for `-format json`. */
  readonly data: unknown
}

/** What Packer says at once: `text`, without its last newline. */
interface Part {
  readonly text: string
  readonly row?: readonly string[]
}

export function inspectionOf(outline: Outline, loaded: Pick<Loaded, 'variables' | 'locals'>): Inspection {
  return {
    parts: outline.language === 'hcl' ? hclParts(outline, loaded) : legacyParts(outline),
    data: dataOf(outline, loaded),
  }
}

function dataOf(outline: Outline, { variables, locals }: Pick<Loaded, 'variables' | 'locals'>): unknown {
  const { language, description, dataSources, builds } = outline
  const value = (name: string) => (variables.has(name) ? packerText(variables.get(name)!) : undefined)
  return {
    language,
    description,
    requiredPlugins: outline.requiredPlugins.map(({ name, source, version }) => ({ name, source, version })),
    variables: outline.variables.map(({ name, required, sensitive }) => ({
      name,
      required,
      sensitive,
      value: sensitive ? SENSITIVE_TEXT : value(name),
    })),
    locals: Object.fromEntries([...locals].map(([name, each]) => [name, packerText(each)])),
    dataSources,
    builds,
  }
}

function hclParts({ builds }: Outline, { variables, locals }: Pick<Loaded, 'variables' | 'locals'>): readonly Part[] {
  return [
    { text: 'Packer Inspect: HCL2 mode\n' },
    { text: variablesListing(variables, locals) },
    { text: `> builds:\n${builds.map(buildText).join('')}` },
  ]
}

function buildText(build: OutlinedBuild, index: number): string {
  const { name, description, sources, provisioners, postProcessors } = build
  const chains = postProcessors.map((chain, i) => `      ${i}:\n${chain.map(part => `        ${called(part)}\n`).join('')}`)
  return [
    `\n  > ${name || `<unnamed build ${index}>`}:\n`,
    ...(description ? [`\n  > Description: ${description}\n`] : []),
    section(
      'sources',
      sources.map(part => `      ${called(part)}\n`),
      'source',
    ),
    section(
      'provisioners',
      provisioners.map(part => `      ${called(part)}\n`),
      'provisioner',
    ),
    section('post-processors', chains, 'post-processor'),
  ].join('')
}

const called = ({ type, name }: Named): string => (name ? `${type}.${name}` : type)

const section = (title: string, items: readonly string[], none: string): string =>
  `\n    ${title}:\n\n${items.length > 0 ? items.join('\n') : `      <no ${none}>\n`}`

function legacyParts({ description, variables, builds }: Outline): readonly Part[] {
  const { sources = [], provisioners = [] } = builds[0] ?? {}
  return [
    { text: 'Packer Inspect: JSON mode' },
    ...(description ? [{ text: 'Description:\n' }, { text: `${description}\n` }] : []),
    ...variableParts(variables),
    { text: 'Builders:\n' },
    ...aligned(sources.map(titled)),
    { text: '' },
    { text: 'Provisioners:\n' },
    ...(provisioners.length === 0 ? [{ text: '  <No provisioners>' }] : []),
    ...provisioners.map(({ type }) => ({ row: ['template-provisioner', type], text: `  ${type}` })),
  ]
}

function variableParts(variables: Outline['variables']): readonly Part[] {
  if (variables.length === 0) return [{ text: 'Variables:\n' }, { text: '  <No variables>' }, { text: '' }]
  const sorted = [...variables].sort((a, b) => (a.name < b.name ? -1 : 1))
  const [required, optional] = [sorted.filter(each => each.required), sorted.filter(each => !each.required)]
  const width = Math.max(...optional.map(({ name }) => name.length), 0)
  const shown = ({ sensitive, default: text = '' }: Outline['variables'][number]) => (sensitive ? SENSITIVE_TEXT : text)
  return [
    ...(required.length > 0 ? [{ text: 'Required variables:\n' }] : []),
    ...required.map(({ name }) => ({ row: ['template-variable', name, '', '1'], text: `  ${name}` })),
    ...(required.length > 0 ? [{ text: '' }] : []),
    ...(optional.length > 0 ? [{ text: 'Optional variables and their defaults:\n' }] : []),
    ...optional.map(each => ({
      row: ['template-variable', each.name, shown(each), '0'],
      text: `  ${each.name.padEnd(width)} = ${shown(each)}`,
    })),
    ...(optional.length > 0 ? [{ text: '' }] : []),
  ]
}

/** A builder is called by its type when it has no name. */
const titled = ({ type, name }: Named): Named => ({ type, name: name || type })

function aligned(builders: readonly Named[]): readonly Part[] {
  const sorted = [...builders].sort((a, b) => (a.name < b.name ? -1 : 1))
  const width = Math.max(...sorted.map(({ name }) => name.length), 0)
  return sorted.map(({ type, name }) => ({
    row: ['template-builder', name, type],
    text: `  ${name === type ? name : `${name.padEnd(width)} (${type})`}`,
  }))
}

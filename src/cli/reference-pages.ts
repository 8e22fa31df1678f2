/** The reference of everything built in, from the same declarations that decode the templates: what is said here is what is done. */

import { referenceTables } from '../language/options/reference'
import type { OptionsSpec } from '../language/options/spec'
import { typeText } from '../language/values/type-text'
import { communicatorOptions, trustOptions } from '../model/communicator-options'
import type { DataSource, Plugins } from '../model/plugin'
import { publishOptions } from '../template/publish-block'
import { sbomOptions } from '../template/sbom-block'
import { smokeTestOptions } from '../template/smoke-test-options'

export interface Page {
  /** Below docs/reference: `sources/amazon-ebs.md`. */
  readonly path: string
  /** The template's word. */
  readonly name: string
  readonly summary: string
  /** Markdown. */
  readonly text: string
}

export interface Room {
  readonly title: string
  readonly pages: readonly Page[]
}

export function referenceRooms({ sources, dataSources, provisioners, postProcessors, communicators }: Plugins): readonly Room[] {
  return [
    { title: 'Sources', pages: Object.values(sources).map(source => pluginPage('sources', source, reachedBy(source.reachable))) },
    { title: 'Data sources', pages: Object.values(dataSources).map(dataSourcePage) },
    { title: 'Provisioners', pages: Object.values(provisioners).map(plugin => pluginPage('provisioners', plugin)) },
    { title: 'Post-processors', pages: Object.values(postProcessors).map(plugin => pluginPage('post-processors', plugin)) },
    { title: 'Other blocks and options', pages: [communicatorsPage(communicators), ...ownPages] },
  ]
}

/** The index, for docs/reference/README.md. */
export function referenceIndex(rooms: readonly Room[]): string {
  const link = ({ path, name, summary }: Page) => `- [${name}](${path}): ${summary}`
  const parts = rooms.map(({ title, pages }) => `## ${title}\n\n${pages.map(link).join('\n')}\n`)
  return `# Reference\n\nMade by \`npm run docs\` from the declarations in \`src\`; what is written here by hand is overwritten.\n\n${parts.join('\n')}`
}

interface Described {
  readonly type: string
  readonly summary: string
  readonly options: OptionsSpec
}

function pluginPage(folder: string, { type, summary, options }: Described, note?: string): Page {
  return { path: `${folder}/${type}.md`, name: type, summary, text: textOf(type, [summary, note], options) }
}

function dataSourcePage(source: DataSource): Page {
  const page = pluginPage('data-sources', source)
  const rows = Object.entries(source.outputs).map(([name, { type, doc }]) => `| \`${name}\` | ${typeText(type)} | ${doc} |`)
  const outputs = [
    '## Outputs',
    `Read as \`data.${source.type}.NAME.OUTPUT\`.`,
    ['| Output | Type | Meaning |', '| --- | --- | --- |', ...rows].join('\n'),
  ]
  return { ...page, text: `${page.text}\n${outputs.join('\n\n')}\n` }
}

const reachedBy = (reachable: boolean) =>
  reachable
    ? 'How the machine is reached is said in the same block, by the [communicator options](../communicators.md).'
    : undefined

function communicatorsPage(communicators: Plugins['communicators']): Page {
  const summary = 'How machines are reached. These options stand in the source block, beside its own.'
  const list = Object.values(communicators).map(({ type, summary: what }) => `- \`${type}\`: ${what}`)
  const text = textOf('Communicators', [summary, list.join('\n')], communicatorOptions)
  return { path: 'communicators.md', name: 'communicators', summary, text }
}

/** A block of `*.ingot.hcl`, which Packer does not read. */
function ownPage(name: string, what: string, more: string, options: OptionsSpec): Page {
  const summary = `A block of \`*.ingot.hcl\`: ${what}`
  return { path: `${name}.md`, name, summary, text: textOf(name, [summary, more], options) }
}

const ownPages = [
  ownPage(
    'smoke_test',
    'what a fresh machine from the candidate image is asked before it is published.',
    'More in [Smoke tests](../smoke-tests.md).',
    smokeTestOptions,
  ),
  ownPage('ssh', 'how machines are trusted.', 'More in [SSH](../ssh.md).', trustOptions),
  ownPage('sbom', 'whether what is installed in an image is listed.', 'More in [SBOM](../sbom.md).', sbomOptions),
  ownPage('publish', 'where the IDs of published images go.', 'More in [Terraform](../terraform.md).', publishOptions),
]

function textOf(title: string, paragraphs: readonly (string | undefined)[], options: OptionsSpec): string {
  const intro = paragraphs.filter(paragraph => paragraph !== undefined)
  return `${[`# ${title}`, ...intro, referenceTables(options).trimEnd()].join('\n\n')}\n`
}

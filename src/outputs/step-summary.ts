/** What a CI host shows of a run on one page, as Markdown: the result first, then images, smoke tests, failures, the timeline. */
import { duration } from '../lib/duration-text'
import type { BuildReport, Report } from '../model/report'
import { cell, code, codeBlock, markdownTable } from './markdown'
import { ganttOf } from './mermaid'
import { changeRows, packagesLine } from './package-changes-text'
import type { PhaseTime } from './phase-times'

/** Of the last output of a failed build; the rest stands in the log. */
const EVIDENCE_CHARACTERS = 4000

/** Of a build; a new release of a distribution exchanges everything. */
const MOST_CHANGES = 500

export interface PageOptions {
  readonly times?: readonly PhaseTime[]
  /** Bytes of UTF-8. Sections that do not fit are left out and named. */
  readonly limit: number
}

export function stepSummary(report: Report, { times = [], limit }: PageOptions): string {
  const sections: readonly (readonly [string, string | undefined])[] = [
    ['result', headline(report)],
    ['images', images(report)],
    ['failures', failures(report)],
    ['smoke tests', smokeTests(report)],
    ['packages', packages(report)],
    ['leftovers', leftovers(report)],
    ['timeline', timeline(times)],
  ]
  const left: string[] = []
  let page = ''
  for (const [name, text] of sections) {
    if (text === undefined) continue
    if (Buffer.byteLength(page) + Buffer.byteLength(text) + 200 <= limit) page += `${text}\n\n`
    else left.push(name)
  }
  return left.length === 0 ? page : `${page}_Left out, because the page would be too long: ${left.join(', ')}. See the log._\n`
}

function headline(report: Report): string {
  const { outcome, builds, run, milliseconds, smokeTested, problems } = report
  const waiting = builds.filter(build => build.candidate).length
  const baked =
    waiting > 0
      ? `${counted(waiting, 'candidate waits', 'candidates wait')} for merge`
      : counted(countImages(report), 'image', 'images')
  const failed = builds.filter(build => build.outcome === 'failed').length
  const verdict = {
    done: `✅ ${cell(run.template)}: ${baked}`,
    failed: `❌ ${cell(run.template)}: ${failed > 0 ? `${failed} of ${counted(builds.length, 'build', 'builds')} failed` : 'failed'}`,
    interrupted: `🛑 ${cell(run.template)}: interrupted`,
  }[outcome]
  const lines = [`## ${verdict}`, `Run ${code(run.id)}, ${duration(milliseconds)}.`]
  if (!smokeTested) lines.push('> ⚠️ **NOT TESTED**: smoke tests were switched off for this run.')
  for (const problem of problems) lines.push(`> ⚠️ ${cell(problem)}`)
  return lines.join('\n\n')
}

const countImages = ({ builds }: Report): number => builds.flatMap(build => build.images).length

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

function images({ builds }: Report): string | undefined {
  const rows = builds.flatMap(build => [
    ...build.images.map(({ id, name, region, sourceId }) => [
      code(build.name),
      code(id),
      region,
      cell(name),
      code(sourceId ?? ''),
    ]),
    ...(build.candidate?.held ?? []).map(({ id, place }) => [
      code(build.name),
      code(id),
      place.region ?? '',
      '_waits for merge_',
      '',
    ]),
  ])
  return rows.length === 0 ? undefined : markdownTable(['Build', 'Image', 'Region', 'Name', 'Base image'], rows)
}

function smokeTests({ builds }: Report): string | undefined {
  const rows = builds.flatMap(build =>
    build.smokeTests.map(({ name, outcome, milliseconds, detail }) => [
      { passed: '✅', failed: '❌', skipped: '⏭️' }[outcome],
      code(build.name),
      cell(name),
      outcome === 'skipped' ? '' : duration(milliseconds),
      outcome === 'passed' ? '' : cell((detail ?? '').slice(0, 300)),
    ]),
  )
  return rows.length === 0 ? undefined : `### Smoke tests\n\n${markdownTable(['', 'Build', 'Test', 'Time', 'Detail'], rows)}`
}

function packages({ builds }: Report): string | undefined {
  const known = builds.flatMap(build => (build.packages ? [{ name: build.name, ...build.packages }] : []))
  if (known.length === 0) return undefined
  const parts = known.map(({ name, ...found }) => {
    const rows = found.changes ? changeRows(found.changes) : []
    const line = `${code(name)}: ${cell(packagesLine(found))}`
    if (rows.length === 0) return line
    const told = rows.slice(0, MOST_CHANGES).map(([word, ...cells]) => [word, ...cells.map(code)])
    const more = rows.length > MOST_CHANGES ? `\n\n_and ${rows.length - MOST_CHANGES} more, see the report_` : ''
    const whole = markdownTable(['', 'Package', 'Before', 'Now'], told) + more
    return `${line}\n\n${rows.length > 20 ? `<details><summary>Which</summary>\n\n${whole}\n\n</details>` : whole}`
  })
  return `### Packages\n\n${parts.join('\n\n')}`
}

function failures({ builds }: Report): string | undefined {
  const failed = builds.filter(build => build.error)
  return failed.length === 0 ? undefined : `### What failed\n\n${failed.map(failure).join('\n\n')}`
}

function failure({ name, error, outcome }: BuildReport): string {
  const { message = '', advice, evidence } = error ?? {}
  const lines = [`**${cell(name)}** ${outcome === 'interrupted' ? 'was interrupted' : 'failed'}: ${cell(message)}`]
  if (advice) lines.push(cell(advice))
  if (evidence)
    lines.push(`<details><summary>Last output</summary>\n\n${codeBlock(evidence.slice(-EVIDENCE_CHARACTERS))}\n\n</details>`)
  return lines.join('\n\n')
}

function leftovers({ leftovers: remaining }: Report): string | undefined {
  if (remaining.length === 0) return undefined
  const rows = remaining.map(({ kind, id, build = '', reason }) => [cell(kind), code(id), code(build), cell(reason)])
  return `### ⚠️ Left behind\n\n${markdownTable(['What', 'ID', 'Build', 'Why'], rows)}`
}

function timeline(times: readonly PhaseTime[]): string | undefined {
  const chart = ganttOf(times)
  return chart && `### Timeline\n\n${codeBlock(chart, 'mermaid')}`
}

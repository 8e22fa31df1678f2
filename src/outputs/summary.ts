/** The last table: what came of it, how long each phase took, what was tested, where to read on, what to try next. */
import type { BuildReport, Report } from '../model/report'
import { changeLine, packagesLine } from './package-changes-text'
import { table } from './table'

export function summary(report: Report, next?: string): string {
  const files = report.files.map(({ what, path }) => [label(what), path])
  const verdicts = report.builds.map(build => tested(report, build)).filter(row => row !== undefined)
  const rows = [...verdicts, ...report.builds.flatMap(build => packages(report, build)), ...files]
  for (const problem of report.problems) rows.push(['Problem', problem])
  for (const { kind, id } of report.leftovers) rows.push(['Left behind', `${kind} ${id}`])
  if (report.leftovers.length > 0) rows.push(['Remove with', 'ingot clean'])
  if (next) rows.push(['Next', next])
  return [table(buildRows(report)), table(rows)].filter(part => part !== '').join('\n\n')
}

/** A phase that no build spent time in has no column. */
const NOTABLE_MILLISECONDS = 50

/** One row for each image; a build without any has one too. */
function buildRows({ builds }: Report): string[][] {
  const notable = builds.flatMap(build => build.phases.filter(({ milliseconds }) => milliseconds >= NOTABLE_MILLISECONDS))
  const phases = [...new Set(notable.map(({ phase }) => phase))]
  const header = ['Build', 'Image', 'Region', ...phases, 'total']
  const rows = builds.flatMap(build => {
    const times = phases.map(phase => seconds(build.phases.find(spent => spent.phase === phase)?.milliseconds))
    const images = build.images.length > 0 ? build.images : [{ id: build.outcome === 'done' ? '-' : build.outcome, region: '-' }]
    return images.map(({ id, region }, index) =>
      index === 0 ? [build.name, id, region, ...times, seconds(build.milliseconds)] : ['', id, region],
    )
  })
  return [header, ...rows]
}

function tested({ smokeTested, builds }: Report, { name, smokeTests }: BuildReport): string[] | undefined {
  if (smokeTests.length === 0) return undefined
  const count = (outcome: string) => smokeTests.filter(result => result.outcome === outcome).length
  const counts = ['passed', 'failed', 'skipped']
    .filter(outcome => count(outcome) > 0)
    .map(outcome => `${count(outcome)} ${outcome}`)
  const failed = smokeTests.filter(result => result.outcome === 'failed').map(result => result.name)
  const which = failed.length > 0 ? `: ${failed.join(', ')}` : ''
  const of = builds.length > 1 ? `${name}: ` : ''
  return ['Smoke tests', `${of}${counts.join(', ')}${which}${smokeTested ? '' : ' (NOT TESTED: switched off for this run)'}`]
}

function packages({ builds }: Report, { name, packages: found }: BuildReport): string[][] {
  if (!found) return []
  const of = builds.length > 1 ? `${name}: ` : ''
  const words = ['upgraded', 'downgraded', 'added', 'removed'] as const
  const changed = words.flatMap(word => {
    const line = changeLine(found.changes?.[word] ?? [])
    return line === undefined ? [] : [[label(word), `${of}${line}`]]
  })
  return [['Packages', `${of}${packagesLine(found)}`], ...changed]
}

const LABELS: Readonly<Record<string, string>> = {
  tfvars: 'Terraform variables',
  tfenv: 'Terraform environment',
  sbom: 'SBOM',
  junit: 'JUnit',
  'run-report': 'Run report',
}
const label = (what: string): string => LABELS[what] ?? what.charAt(0).toUpperCase() + what.slice(1)

const seconds = (milliseconds: number | undefined): string =>
  milliseconds === undefined ? '-' : `${(milliseconds / 1000).toFixed(1)} s`

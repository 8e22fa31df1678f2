/** Joins the reports of cells that ran on different machines into the one that a single run would have had. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCodes, Failure } from '../model/failure'
import type { Plan } from '../model/plan'
import type { BuildReport, Report } from '../model/report'
import { outcomeOf } from './report'

export interface CellReport {
  readonly path: string
  readonly report: Report
}

/** Reports in these files, and in all `*report.json` below these folders. Throws Failure `invalid`. */
export async function readReports(paths: readonly string[]): Promise<readonly CellReport[]> {
  const files = (await Promise.all(paths.map(reportFiles))).flat()
  return Promise.all([...new Set(files)].sort().map(async path => ({ path, report: await readReport(path) })))
}

async function reportFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found)
    throw new Failure('invalid', `There is no ${path} with reports`, { advice: 'Download the reports of the cells first.' })
  if (!found.isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile() && entry.name.endsWith('report.json'))
  return files.map(({ parentPath, path: before, name }) => join(parentPath ?? before, name))
}

async function readReport(path: string): Promise<Report> {
  try {
    const value = JSON.parse(await readFile(path, 'utf8')) as Partial<Report>
    if (value.formatVersion === 1 && value.run && Array.isArray(value.builds)) return value as Report
  } catch {}
  throw new Failure('invalid', `${path} is not a report of this version of ingot`, {
    advice: 'Hand over what the output report of each cell names, whole.',
  })
}

/**
 * `plan` says which builds there must be. A build that nobody reports, that two cells have done, or that is not in the plan is a
 * Failure that names it. Of a cell that was tried again the later report counts.
 */
export function mergeReports(plan: Plan, cells: readonly CellReport[]): Report {
  const chosen = new Map<string, { build: BuildReport; cell: CellReport }>()
  for (const cell of cells) for (const build of cell.report.builds) choose(chosen, build, cell)
  const names = plan.builds.map(build => build.name)
  const missing = names.filter(name => !chosen.has(name))
  if (missing.length > 0) throw noReport(missing, cells)
  const strange = [...chosen].filter(([name]) => !names.includes(name))
  if (strange.length > 0)
    throw new Failure(
      'invalid',
      `The template has no build ${strange.map(([name, { cell }]) => `${name} (reported in ${cell.path})`).join(', ')}`,
      { advice: 'Give merge the template, variables, only and except that plan had.' },
    )
  const builds = names.map(name => chosen.get(name)!.build)
  const used = cells.filter(cell => [...chosen.values()].some(choice => choice.cell === cell))
  return joined(
    plan,
    builds,
    used.map(cell => cell.report),
  )
}

function choose(chosen: Map<string, { build: BuildReport; cell: CellReport }>, build: BuildReport, cell: CellReport): void {
  const other = chosen.get(build.name)
  if (!other || other.cell.report.run.id === cell.report.run.id) chosen.set(build.name, { build, cell })
  else if (other.build.outcome === 'done' && build.outcome === 'done')
    throw new Failure('invalid', `Two cells have done ${build.name}: ${other.cell.path} and ${cell.path}`, {
      advice: 'Each build belongs to one cell. Hand over the report of one of them, and remove the image of the other.',
    })
  else if (other.build.outcome !== 'done' && (build.outcome === 'done' || later(cell, other.cell)))
    chosen.set(build.name, { build, cell })
}

const later = (a: CellReport, b: CellReport): boolean => a.report.run.startedAt > b.report.run.startedAt

function joined(plan: Plan, builds: readonly BuildReport[], reports: readonly Report[]): Report {
  const first = reports.toSorted((a, b) => (a.run.startedAt < b.run.startedAt ? -1 : 1))[0]!
  const problems = reports.flatMap(report => report.problems)
  const outcome = outcomeOf(builds, problems)
  const end = (report: Report) => Date.parse(report.run.startedAt) + report.milliseconds
  return {
    formatVersion: 1,
    run: { ...first.run, template: plan.template },
    outcome,
    exitCode: outcome === 'done' ? 0 : exitCodes[outcome],
    milliseconds: Math.max(...reports.map(end)) - Date.parse(first.run.startedAt),
    smokeTested: reports.every(report => report.smokeTested),
    builds,
    leftovers: builds.flatMap(build => build.leftovers),
    problems,
    // Paths on the machines of the cells; nothing is there any more.
    files: [],
  }
}

const noReport = (missing: readonly string[], cells: readonly CellReport[]): Failure =>
  new Failure(
    'failed',
    `No report of ${missing.join(', ')}: the cell did not run to its end, or its report was not handed over`,
    {
      advice: `${cells.length} ${cells.length === 1 ? 'report was' : 'reports were'} read${cells.length > 0 ? `: ${cells.map(cell => cell.path).join(', ')}` : ''}. Run the missing cell again, then merge.`,
    },
  )

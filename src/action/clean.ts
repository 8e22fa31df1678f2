/** The scheduled janitor: removes by tag what runs left behind whose runner died with their journal. */
import { error } from '@actions/core'
import { plugins } from '../catalog'
import { sweep } from '../engine/sweep'
import { code, markdownTable } from '../outputs/markdown'
import { accessAt, endpointOfEnvironment } from '../platforms/aws/access'
import { connect, defaultRegion } from '../platforms/aws/connect'
import { enabledRegions, type Swept } from '../platforms/aws/sweep'
import { findAllOurs } from '../platforms/aws/sweep-account'
import { print } from './log'
import { writeSummary } from './pages'
import type { Step } from './step'

/** 1 when something could not be removed: it is named, and the step has failed. */
export async function clean({ inputs, interrupt: { signal } }: Step): Promise<number> {
  const { 'older-than': olderThan = 0, runs, regions, 'dry-run': dryRun } = inputs
  const access = accessAt({ region: await defaultRegion() })
  const home = connect({ ...access, endpoint: endpointOfEnvironment() })
  const names = regions.length === 0 || regions.includes('all') ? await enabledRegions(home, signal) : regions
  const before = new Date(Date.now() - olderThan)
  const wanted = runs.length > 0 ? { runs, before } : { before }
  const { found, unseen } = await findAllOurs(
    names.map(region => home.inRegion(region)),
    wanted,
    print,
    signal,
  )
  print(
    `${found.length} things in ${names.length} regions bear ingot's tags, began before ${before.toISOString()} and are not published`,
  )
  for (const { kind, id, run, place } of found) print(`${kind} ${id} (${place.region}) of run ${run}`)
  const leftovers = dryRun ? [] : await sweep(found, { resourceKinds: plugins.resourceKinds, say: print, signal })
  for (const { kind, id, reason } of [...leftovers, ...unseen]) error(`Left behind: ${kind} ${id}: ${reason}`)
  if (inputs.summary) writeSummary(page(found, leftovers.length, dryRun))
  if (signal.aborted) return 130
  return leftovers.length + unseen.length > 0 ? 1 : 0
}

function page(found: readonly Swept[], left: number, dryRun: boolean): string {
  const verdict = dryRun ? `${found.length} would be removed` : `${found.length - left} of ${found.length} removed`
  const rows = found.map(({ kind, id, run, place }) => [kind, code(id), place.region ?? '', code(run)])
  const table = rows.length > 0 ? `\n\n${markdownTable(['What', 'ID', 'Region', 'Run'], rows)}` : ''
  return `## ${left > 0 ? '❌' : '🧹'} ${verdict}${table}\n\n`
}

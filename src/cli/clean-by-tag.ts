/** `ingot clean` without a journal: looks through regions of AWS for what bears ingot's tags. */
import { plugins } from '../catalog'
import type { CleanReport } from '../engine/clean'
import { readRuns } from '../engine/journal-reader'
import { type Found, sweep } from '../engine/sweep'
import { accessAt, endpointOfEnvironment } from '../platforms/aws/access'
import { connect, defaultRegion } from '../platforms/aws/connect'
import { enabledRegions, type Swept, type Wanted } from '../platforms/aws/sweep'
import { findAllOurs, type Inventory } from '../platforms/aws/sweep-account'

export interface Search {
  /** `all` or names. */
  readonly regions: readonly string[]
  readonly runs?: readonly string[]
  /** Milliseconds since the run began. */
  readonly olderThan?: number
  /** Of this machine's own runs; those that still live are left alone. */
  readonly stateFolder: string
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

/** What would be released, in the order of its creation. */
export async function search({ regions, runs, olderThan, stateFolder, say, signal }: Search): Promise<Inventory> {
  const access = accessAt({ region: await defaultRegion() })
  const home = connect({ ...access, endpoint: endpointOfEnvironment() })
  const wanted: Wanted = { runs, before: olderThan === undefined ? undefined : new Date(Date.now() - olderThan) }
  const names = regions.length === 0 || regions.includes('all') ? await enabledRegions(home, signal) : regions
  say(`Looking for what bears ingot's tags in ${names.length === 1 ? names[0] : `${names.length} regions`}`)
  const { found, unseen } = await findAllOurs(
    names.map(region => home.inRegion(region)),
    wanted,
    say,
    signal,
  )
  const alive = (await readRuns(stateFolder)).filter(run => run.owner === 'alive').map(({ run }) => run)
  for (const run of alive.filter(run => found.some(thing => thing.run === run))) say(`Run ${run} is still under way: left alone`)
  return { found: found.filter(thing => !alive.includes(thing.run)), unseen }
}

export function list(found: readonly Swept[], say: (line: string) => void): void {
  for (const { kind, id, run, startedAt, place } of found.toReversed())
    say(`Would release ${kind} ${id} (${place.region}) of run ${run}, begun ${startedAt}`)
}

export async function releaseFound(
  found: readonly Found[],
  { say, signal }: Pick<Search, 'say' | 'signal'>,
): Promise<CleanReport> {
  const leftovers = await sweep(found, { resourceKinds: plugins.resourceKinds, say, signal })
  const runs = new Set(found.map(({ run }) => run)).size
  return { runs, released: found.length - leftovers.length, leftovers, alive: [], unknown: [] }
}

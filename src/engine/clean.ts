/** Releases what dead runs left behind, from their journals, through the same resource kinds that made it. */
import { rm } from 'node:fs/promises'
import type { EventBody } from '../model/event'
import { Failure } from '../model/failure'
import type { Plugins } from '../model/plugin'
import type { Leftover } from '../model/report'
import type { Place, ResourceKind } from '../model/resource'
import { reasonOf } from './error-text'
import { Journal, type SandboxRecord } from './journal'
import { type Outstanding, type RunRecord, readRuns } from './journal-reader'
import { Scope } from './scope'

export interface CleanOptions {
  readonly stateFolder: string
  readonly resourceKinds: Plugins['resourceKinds']
  readonly say: (text: string) => void
  readonly warn: (text: string) => void
  readonly signal: AbortSignal
  /** Only these runs. Naming one says that its process is dead where that cannot be seen from here. */
  readonly runs?: readonly string[]
  /** Says what would be released and releases nothing. */
  readonly dryRun?: boolean
  /** Serves an embedded sandbox again while `work` runs, and hands it the endpoint of now. */
  readonly withSandbox?: <T>(sandbox: SandboxRecord, work: (endpoint: string) => Promise<T>) => Promise<T>
}

export interface CleanReport {
  /** Runs that had something to release. */
  readonly runs: number
  readonly released: number
  readonly leftovers: readonly Leftover[]
  /** Of runs whose process lives; that is no fault. */
  readonly alive: readonly string[]
  /** Of runs whose process may live elsewhere; nobody can tell from here. */
  readonly unknown: readonly string[]
}

export async function clean(options: CleanOptions): Promise<CleanReport> {
  const records = await readRuns(options.stateFolder)
  refuseUnknownRuns(options, records)
  const chosen = records.filter(record => !options.runs || options.runs.includes(record.run))
  const report = { runs: 0, released: 0, leftovers: [] as Leftover[], alive: [] as string[], unknown: [] as string[] }
  for (const record of chosen) {
    if (record.owner === 'alive') {
      options.say(`Run ${record.run} is still under way (process ${record.header?.process.pid}): left alone`)
      report.alive.push(record.run)
    } else if (record.damagedLine) {
      report.runs++
      report.leftovers.push(unreadable(record, record.damagedLine))
    } else if (record.owner === 'unknown' && !options.runs) {
      const where = record.header?.process.host
      options.warn(
        `Run ${record.run} belongs to a process on ${where} that cannot be seen from here. If it has ended: ingot clean --run ${record.run}`,
      )
      report.unknown.push(record.run)
    } else {
      const leftovers = await cleanRun(record, options)
      if (record.outstanding.length > 0) report.runs++
      report.released += options.dryRun ? 0 : record.outstanding.length - leftovers.length
      report.leftovers.push(...leftovers)
    }
  }
  return report
}

async function cleanRun(record: RunRecord, options: CleanOptions): Promise<Leftover[]> {
  const { outstanding } = record
  if (outstanding.length === 0) {
    if (!options.dryRun) await rm(record.path, { force: true })
    return []
  }
  const noun = outstanding.length === 1 ? 'thing' : 'things'
  options.say(`Run ${record.run} of ${record.header?.template} left ${outstanding.length} ${noun} behind`)
  if (options.dryRun) {
    for (const thing of outstanding.toReversed()) options.say(`Would release ${describe(thing)}`)
    return []
  }
  const sandbox = record.header?.sandbox
  if (!sandbox || !options.withSandbox) return replay(record, options, place => place)
  const moved = (endpoint: string) => (place: Place) =>
    Object.fromEntries(Object.entries(place).map(([key, value]) => [key, value === sandbox.endpoint ? endpoint : value]))
  try {
    return await options.withSandbox(sandbox, endpoint => replay(record, options, moved(endpoint)))
  } catch (error) {
    return outstanding.map(thing => leftover(thing, `its sandbox could not be served again: ${reasonOf(error)}`))
  }
}

/** One scope for each build, so that builds do not wait for each other. */
async function replay(record: RunRecord, options: CleanOptions, moved: (place: Place) => Place): Promise<Leftover[]> {
  const known = new Map(record.outstanding.map(thing => [thing.token, thing]))
  const journal = await Journal.reopen(record.path, known.keys())
  const emit = (event: EventBody) => {
    const thing = event.type === 'resource' && event.state === 'released' ? known.get(event.token) : undefined
    if (thing) options.say(`Released ${describe(thing)}`)
  }
  const scopes = new Map<string, Scope>()
  const strange: Leftover[] = []
  for (const thing of record.outstanding) {
    const { build, token, id } = thing
    const kind = kindOf(thing, options.resourceKinds, moved)
    if (!scopes.has(build)) scopes.set(build, new Scope({ build, journal, newToken: noToken, emit }))
    if (kind) scopes.get(build)?.adopt(kind, token, id, thing.record)
    else strange.push(leftover(thing, 'this version of ingot does not know the kind'))
  }
  const remaining = await Promise.all([...scopes.values()].map(scope => scope.close(options.signal)))
  await journal.close()
  return [...strange, ...remaining.flat()]
}

/** What is published must never go, and what else there is can be told by its tags. */
const unreadable = ({ run, path }: RunRecord, line: number): Leftover => ({
  build: '',
  kind: 'journal',
  id: path,
  place: {},
  reason: `line ${line} is damaged, so nothing is released by it. What the run left has its tags: ingot clean -run ${run} -region all. Then delete the file.`,
})

const noToken = (): never => {
  throw new Error('clean creates nothing')
}

function kindOf(
  thing: Outstanding,
  kinds: Plugins['resourceKinds'],
  moved: (place: Place) => Place,
): ResourceKind<never> | undefined {
  const at = Object.hasOwn(kinds, thing.kind) ? kinds[thing.kind] : undefined
  return at?.(moved(thing.place))
}

function refuseUnknownRuns(options: CleanOptions, records: readonly RunRecord[]): void {
  const missing = options.runs?.filter(run => !records.some(record => record.run === run)) ?? []
  if (missing.length === 0) return
  throw new Failure('invalid', `There is no journal of ${missing.join(', ')} in ${options.stateFolder}`, {
    advice: `${
      records.length === 0 ? 'No run has left anything there.' : `There are: ${records.map(record => record.run).join(', ')}.`
    } Where the journal is lost, its tags are not: ingot clean -run ${missing[0]} -region all`,
  })
}

const describe = ({ kind, id, token, place }: Outstanding): string =>
  `${kind} ${id ?? `with token ${token}`}${Object.keys(place).length > 0 ? ` (${Object.values(place).join(', ')})` : ''}`

const leftover = ({ build, kind, id, token, place }: Outstanding, reason: string): Leftover => ({
  build,
  kind,
  id: id ?? token,
  place,
  reason,
})

/** What a run came to so far; asked for anew while its outputs end, because one that fails changes it. */
import { exitCodes } from '../model/failure'
import type { Run } from '../model/plugin'
import type { BuildReport, Outcome, Report } from '../model/report'
import type { Emitter } from './emitter'

interface Ended {
  readonly run: Run
  readonly builds: readonly BuildReport[]
  readonly emitter: Pick<Emitter, 'problems' | 'files'>
  readonly smokeTested: boolean
  /** As `performance.now()` said it. */
  readonly began: number
}

export function reportOf({ run, builds, emitter, smokeTested, began }: Ended): Report {
  const outcome = outcomeOf(builds, emitter.problems)
  return {
    formatVersion: 1,
    run: { id: run.id, uuid: run.uuid, startedAt: run.startedAt, template: run.template },
    outcome,
    exitCode: outcome === 'done' ? 0 : exitCodes[outcome],
    milliseconds: Math.round(performance.now() - began),
    smokeTested,
    builds,
    leftovers: builds.flatMap(build => build.leftovers),
    problems: [...emitter.problems],
    files: [...emitter.files],
  }
}

/** What is left behind is a failure even when every build went well. */
export function outcomeOf(builds: readonly BuildReport[], problems: readonly string[]): Outcome {
  if (builds.some(build => build.outcome === 'interrupted')) return 'interrupted'
  const flawed = builds.some(build => build.outcome === 'failed' || build.leftovers.length > 0)
  return flawed || problems.length > 0 ? 'failed' : 'done'
}

/** Goes on from what the cells of a fan-out reported: their candidates are published, everything else stands as it is reported. */
import type { PlannedBuild } from '../model/plan'
import type { BuildReport, Report, WaitingCandidate } from '../model/report'

/**
 * All or nothing: as long as one build has failed no candidate is published, and each waits for a later merge. Never rejects.
 */
export async function goOn(
  build: PlannedBuild,
  prior: Report,
  publish: (build: PlannedBuild, candidate: WaitingCandidate) => BuildReport | Promise<BuildReport>,
): Promise<BuildReport> {
  const before = prior.builds.find(each => each.name === build.name)
  if (!before) throw new Error(`the report that is gone on from has no build ${build.name}`)
  if (!before.candidate || prior.outcome !== 'done') return before
  const after = await publish(build, before.candidate)
  const { candidate, ...rest } = before
  return {
    ...rest,
    ...after,
    milliseconds: before.milliseconds + after.milliseconds,
    phases: added(before.phases, after.phases),
    smokeTests: before.smokeTests,
    // What was not published can still be.
    ...(after.outcome !== 'done' && { candidate }),
  }
}

function added(before: BuildReport['phases'], after: BuildReport['phases']): BuildReport['phases'] {
  const spent = new Map(before.map(({ phase, milliseconds }) => [phase, milliseconds]))
  for (const { phase, milliseconds } of after) spent.set(phase, (spent.get(phase) ?? 0) + milliseconds)
  return [...spent].map(([phase, milliseconds]) => ({ phase, milliseconds }))
}

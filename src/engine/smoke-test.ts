/** Boots fresh machines from the candidate and asks them the declared questions. Nobody else can use the image before this passed. */
import { timeLimit } from '../lib/abort'
import { duration } from '../lib/duration-text'
import type { SmokeTestResult } from '../model/event'
import { Failure } from '../model/failure'
import type { PlannedSmokeTest } from '../model/plan'
import type { Source } from '../model/plugin'
import { buildContext } from './build-context'
import type { BuildRun } from './build-run'
import type { Scope } from './scope'
import { askGroup, groupsOf, type Subject } from './smoke-machine'

/** For all tests of a build together, machines included. */
const ALL_MILLISECONDS = 60 * 60_000

/**
 * Throws when one fails. The machines are released with the rest of the build, or left where they are when the caller wants that; those
 * that passed cost nothing any more, and publishing need not wait until they are gone. A candidate that a failed test wants kept is the
 * user's from then on.
 */
export async function smokeTest(build: BuildRun, source: Source, candidate: unknown, scope: Scope): Promise<SmokeTestResult[]> {
  const tests = build.plan.smokeTests
  if (tests.length === 0) return []
  if (build.options.smokeTests === false) {
    build.warn(`NOT TESTED: ${tests.length} smoke ${tests.length === 1 ? 'test is' : 'tests are'} switched off for this run`)
    return tests.map(test => skipped(test, 'switched off for this run'))
  }
  if (!source.boot || candidate === undefined) {
    build.warn(`No smoke test is run: ${build.plan.source.type} made no image that could be booted`)
    return tests.map(test => skipped(test, 'there is no image to boot'))
  }
  build.timeline.enter('smoke test')
  const machines = scope.nest()
  const subject = { build, source, candidate, machines, imageId: build.options.image ?? scope.candidateId }
  const results = await askBounded(subject)
  const failed = results.filter(({ outcome }) => outcome === 'failed')
  if (failed.length > 0) throw await verdict(subject, scope, results, failed)
  if (build.options.image === undefined) await mark(subject, 'tested')
  await machines.hasten(build.signal)
  return results
}

type Unbounded = Omit<Subject, 'signal'>

async function askBounded(subject: Unbounded): Promise<SmokeTestResult[]> {
  const { build, imageId = 'the candidate' } = subject
  const groups = groupsOf(build.plan.smokeTests)
  const machines = groups.length === 1 ? 'a fresh machine' : `${groups.length} fresh machines`
  build.say(`Smoke tests: ${machines} from ${imageId} ${groups.length === 1 ? 'is' : 'are'} booted`)
  const milliseconds = build.options.smokeTestMilliseconds ?? ALL_MILLISECONDS
  const limit = timeLimit(milliseconds, new Failure('failed', `The smoke tests were not done within ${duration(milliseconds)}`))
  const signal = AbortSignal.any([build.signal, limit.signal])
  try {
    const asked = groups.map(group => build.bounded(askGroup({ ...subject, signal }, group), signal))
    const settled = await Promise.allSettled(asked)
    const broken = settled.find(one => one.status === 'rejected')
    if (broken) throw broken.reason
    return settled.flatMap(one => (one.status === 'fulfilled' ? one.value : []))
  } finally {
    limit.stop()
  }
}

async function mark({ build, source, candidate, machines }: Unbounded, state: 'tested' | 'failed'): Promise<void> {
  await source.mark?.(build.plan.source.options.value as never, candidate, state, buildContext(build, machines))
}

async function verdict(
  subject: Unbounded,
  scope: Scope,
  results: readonly SmokeTestResult[],
  failed: readonly SmokeTestResult[],
): Promise<SmokeTestsFailed> {
  const { build, imageId } = subject
  if (build.options.image !== undefined) return new SmokeTestsFailed(results, failed, 'The image is as it was.')
  const keeps = (name: string) => build.plan.smokeTests.find(test => test.name === name)?.onFailure === 'keep'
  if (!failed.some(({ test }) => keeps(test)))
    return new SmokeTestsFailed(results, failed, 'The candidate image is discarded; nothing was published.')
  await mark(subject, 'failed')
  await scope.publish()
  return new SmokeTestsFailed(
    results,
    failed,
    `The candidate ${imageId} is kept, private and tagged as failed; nothing was published.`,
  )
}

/** Carries the results to the report. */
export class SmokeTestsFailed extends Failure {
  constructor(
    readonly results: readonly SmokeTestResult[],
    failed: readonly SmokeTestResult[],
    advice: string,
  ) {
    super('failed', `${failed.length} of ${results.length} smoke tests failed: ${failed.map(result => result.name).join(', ')}`, {
      advice,
      evidence: failed.map(result => `${result.name}: ${result.detail ?? 'no detail'}`).join('\n'),
    })
  }
}

const skipped = (test: PlannedSmokeTest, detail: string): SmokeTestResult => ({
  test: test.name,
  name: test.name,
  outcome: 'skipped',
  milliseconds: 0,
  detail,
})

/** Boots a fresh machine from the candidate and asks it the declared questions. Nobody else can use the image before this passed. */
import { timeLimit } from '../lib/abort'
import { duration } from '../lib/duration-text'
import type { SmokeTestResult } from '../model/event'
import { Failure } from '../model/failure'
import type { BuildValues, PlannedSmokeTest } from '../model/plan'
import type { ProvisionContext, Source } from '../model/plugin'
import { buildContext } from './build-context'
import type { BuildRun } from './build-run'
import { Connection } from './connection'
import { reasonOf } from './error-text'
import { provisionContext } from './provision'
import type { Scope } from './scope'
import { otherMachineValues } from './values'

/** Throws when one fails; its machines are then released with the rest of the build, or left where they are when the caller wants that. */
export async function smokeTest(
  build: BuildRun,
  source: Source,
  candidate: unknown,
  scope: Scope,
  release: (machines: Scope) => Promise<unknown>,
): Promise<SmokeTestResult[]> {
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
  build.say(`Smoke tests: a fresh machine from ${scope.candidateId ?? 'the candidate'} is booted`)
  const machines = scope.nest()
  const results = await onFreshMachine(build, source, candidate, machines, scope.candidateId)
  await release(machines)
  return results
}

async function onFreshMachine(
  build: BuildRun,
  source: Source,
  candidate: unknown,
  machines: Scope,
  imageId: string | undefined,
): Promise<SmokeTestResult[]> {
  const reach = await source.boot!(build.plan.source.options.value as never, candidate, buildContext(build, machines))
  build.redactor.add(reach.privateKey, reach.password)
  const values = { ...otherMachineValues(build, reach, build.values), ImageID: imageId ?? '<unknown>' }
  const connection = new Connection(build, reach, build.signal)
  try {
    await build.step('connect to the fresh machine', () => connection.open())
    return await build.step('smoke tests', signal => askAll(build, connection, values, signal))
  } finally {
    await connection.close().catch(() => {})
  }
}

async function askAll(build: BuildRun, connection: Connection, values: BuildValues, signal: AbortSignal) {
  const results: SmokeTestResult[] = []
  for (const test of build.plan.smokeTests) {
    const contextFor = (limited: AbortSignal) => provisionContext(build, connection, test.name, limited, values)
    for (const result of await ask(build, test, contextFor, signal)) {
      build.emit({ type: 'smoke-test', build: build.plan.name, result })
      results.push(result)
    }
  }
  const failed = results.filter(result => result.outcome === 'failed')
  if (failed.length === 0) return results
  throw new SmokeTestsFailed(results, failed)
}

/** A test that breaks off has failed; what breaks the whole run is thrown. */
async function ask(
  build: BuildRun,
  test: PlannedSmokeTest,
  contextFor: (signal: AbortSignal) => ProvisionContext,
  signal: AbortSignal,
): Promise<readonly SmokeTestResult[]> {
  const began = performance.now()
  const limit = timeLimit(test.timeout, new Error(`no verdict within ${duration(test.timeout)}`))
  const bounded = AbortSignal.any([signal, limit.signal])
  try {
    return await build.bounded(build.plugins.askSmokeTest(test, contextFor(bounded)), bounded)
  } catch (error) {
    signal.throwIfAborted()
    const detail = reasonOf(limit.signal.aborted ? limit.signal.reason : error)
    return [{ test: test.name, name: test.name, outcome: 'failed', milliseconds: Math.round(performance.now() - began), detail }]
  } finally {
    limit.stop()
  }
}

/** Carries the results to the report. */
export class SmokeTestsFailed extends Failure {
  constructor(
    readonly results: readonly SmokeTestResult[],
    failed: readonly SmokeTestResult[],
  ) {
    super('failed', `${failed.length} of ${results.length} smoke tests failed: ${failed.map(result => result.name).join(', ')}`, {
      advice: 'The candidate image is discarded; nothing was published.',
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

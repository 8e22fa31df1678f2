/** One fresh machine from the candidate and the tests that are asked of it; what a failure leaves behind for people is kept. */
import { timeLimit } from '../lib/abort'
import { duration } from '../lib/duration-text'
import type { Reach } from '../model/communicator'
import type { SmokeTestResult } from '../model/event'
import type { BuildValues, PlannedMachine, PlannedSmokeTest } from '../model/plan'
import type { BootRequest, ProvisionContext, Source } from '../model/plugin'
import { buildContext } from './build-context'
import type { BuildRun } from './build-run'
import { Connection } from './connection'
import { reasonOf } from './error-text'
import { takeInventory } from './inventory'
import { provisionContext } from './provision'
import type { Scope } from './scope'
import { holdForDebugging, saveEvidence } from './smoke-evidence'
import { otherMachineValues } from './values'

export interface Group {
  /** One of the machines is asked what is installed, too. */
  readonly isFirst: boolean
  /** Undefined: as the source makes it. */
  readonly machine?: PlannedMachine
  readonly tests: readonly PlannedSmokeTest[]
}

export interface Subject {
  readonly build: BuildRun
  readonly source: Source
  readonly candidate: unknown
  readonly imageId?: string
  /** What the machines are acquired in. */
  readonly machines: Scope
  /** Aborts when the run is interrupted, or the time for all tests is over. */
  readonly signal: AbortSignal
}

/** Each machine that any test wants, once; those that reboot it come last, so that the others see its first boot. */
export function groupsOf(tests: readonly PlannedSmokeTest[]): readonly Group[] {
  const groups = new Map<string, { machine?: PlannedMachine; tests: PlannedSmokeTest[] }>()
  for (const test of tests.toSorted((a, b) => Number(a.reboot ?? false) - Number(b.reboot ?? false)))
    for (const machine of test.machines?.length ? test.machines : [undefined]) {
      const key = machine ? JSON.stringify([machine.name, machine.instanceType, machine.userData]) : ''
      const group = groups.get(key) ?? { machine, tests: [] }
      group.tests.push(test)
      groups.set(key, group)
    }
  return [...groups.values()].map((group, index) => ({ ...group, isFirst: index === 0 }))
}

/** Results, failed ones among them; rejects when the machine cannot be made or reached. */
export async function askGroup(subject: Subject, group: Group): Promise<readonly SmokeTestResult[]> {
  const { build, source, candidate, machines, signal } = subject
  const name = group.machine?.name
  const on = name === undefined ? '' : ` "${name}"`
  const context = buildContext(build, machines)
  const reach = await source.boot!(build.plan.source.options.value as never, candidate, context, requestOf(group))
  build.redactor.add(reach.privateKey, reach.password)
  const values = { ...otherMachineValues(build, reach, build.values), ImageID: subject.imageId ?? '<unknown>' }
  const connection = new Connection(build, reach, signal)
  try {
    await build.step(`connect to the fresh machine${on}`, () => connection.open())
    if (group.isFirst) await takeInventory(build, connection, 'fresh machine', signal)
    const results = await build.step(`smoke tests${on}`, () => askAll(subject, group, connection, values))
    if (results.some(({ outcome }) => outcome === 'failed')) await afterFailure(subject, group, reach, connection)
    return results
  } catch (error) {
    if (!build.signal.aborted) await saveEvidence(build, reach, undefined, name)
    throw error
  } finally {
    await connection.close().catch(() => {})
  }
}

function requestOf({ machine, tests }: Group): BootRequest {
  const ports = tests.flatMap(test => [...(test.ports ?? []), ...(test.probes ?? []).map(({ port }) => port)])
  return { instanceType: machine?.instanceType, userData: machine?.userData, ports: [...new Set(ports)] }
}

async function afterFailure({ build, signal }: Subject, { machine }: Group, reach: Reach, connection: Connection): Promise<void> {
  await saveEvidence(build, reach, connection, machine?.name)
  await holdForDebugging(build, reach, signal)
}

async function askAll({ build, signal }: Subject, { machine, tests }: Group, connection: Connection, values: BuildValues) {
  const results: SmokeTestResult[] = []
  for (const test of tests) {
    const contextFor = (limited: AbortSignal) => provisionContext(build, connection, test.name, limited, values)
    for (const found of await ask(build, test, contextFor, signal)) {
      const result = machine ? { ...found, name: `${found.name} [${machine.name}]`, machine: machine.name } : found
      build.emit({ type: 'smoke-test', build: build.plan.name, result })
      results.push(result)
    }
  }
  return results
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

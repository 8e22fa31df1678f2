/** Runs a template's provisioners on a machine: connect, each in turn with its wrapper options, disconnect. */
import { delay, timeLimit } from '../lib/abort'
import { duration } from '../lib/duration-text'
import type { Reach } from '../model/communicator'
import { Failure } from '../model/failure'
import type { BuildValues, PlannedProvisioner } from '../model/plan'
import type { ProvisionContext } from '../model/plugin'
import type { BuildRun } from './build-run'
import { Connection } from './connection'
import { reasonOf } from './error-text'
import { asksBuildMachine, takeInventory } from './inventory'
import { resolved } from './late-options'
import { reachValues } from './values'

/** For the error-cleanup-provisioner of an interrupted build, whose machine is about to go. */
const CLEANUP_MILLISECONDS = 60_000

export async function provision(build: BuildRun, reach: Reach, values: BuildValues): Promise<void> {
  const { timeline } = build
  build.redactor.add(reach.privateKey, reach.password)
  build.values = reachValues(build, reach, values)
  timeline.enter('provision')
  const connection = new Connection(build, reach, build.signal)
  try {
    if (build.communicator !== 'none') await build.step('connect', () => connection.open())
    await runAll(build, connection)
    if (asksBuildMachine(build)) await takeInventory(build, connection, 'build machine', build.signal)
  } finally {
    await connection.close().catch(() => {})
    timeline.enter('image')
  }
}

async function runAll(build: BuildRun, connection: Connection): Promise<void> {
  try {
    for (const planned of build.plan.provisioners)
      await build.step(`provisioner ${label(planned)}`, signal => runTolerantly(build, planned, connection, signal))
  } catch (error) {
    await runErrorCleanup(build, connection)
    throw error
  }
}

/** `continue_on_error` forgives a provisioner, but not that the run was stopped. */
async function runTolerantly(
  build: BuildRun,
  planned: PlannedProvisioner,
  connection: Connection,
  signal: AbortSignal,
): Promise<void> {
  try {
    await runWithRetries(build, planned, connection, signal)
  } catch (error) {
    if (!planned.continueOnError || signal.aborted) throw error
    build.warn(`Provisioner ${label(planned)} failed: ${reasonOf(error)}; continue_on_error is set, so the build goes on`)
  }
}

/** Every attempt pauses anew, as in Packer; unlike there, `timeout` holds also with `pause_before`. */
async function runWithRetries(
  build: BuildRun,
  planned: PlannedProvisioner,
  connection: Connection,
  signal: AbortSignal,
): Promise<void> {
  for (let left = planned.maxRetries ?? 0; ; left--) {
    try {
      return await runOnce(build, planned, connection, signal)
    } catch (error) {
      if (left <= 0 || signal.aborted) throw error
      build.warn(`Provisioner ${label(planned)} failed: ${reasonOf(error)}; ${left} more ${left === 1 ? 'try' : 'tries'}`)
    }
  }
}

async function runOnce(build: BuildRun, planned: PlannedProvisioner, connection: Connection, signal: AbortSignal): Promise<void> {
  const plugin = build.plugins.provisioners[planned.type]
  if (!plugin) throw new Failure('invalid', `There is no provisioner "${planned.type}"`)
  if (planned.pauseBefore) {
    build.say(`Pausing ${duration(planned.pauseBefore)} before the next provisioner`)
    await delay(planned.pauseBefore, signal)
  }
  const options = resolved(build, planned.options, `provisioner "${planned.type}"`)
  const over = new Failure('failed', `Provisioner ${label(planned)} did not end within ${duration(planned.timeout ?? 0)}`, {
    advice: 'Raise its timeout, or look in its last output for what it was waiting for.',
  })
  const limit = planned.timeout ? timeLimit(planned.timeout, over) : undefined
  const bounded = limit ? AbortSignal.any([signal, limit.signal]) : signal
  try {
    await build.bounded(
      plugin.provision(options, provisionContext(build, connection, planned.name ?? planned.type, bounded)),
      bounded,
    )
  } catch (error) {
    // A provisioner that was stopped reports how it was stopped; what matters is why.
    throw limit?.signal.aborted && !signal.aborted ? over : error
  } finally {
    limit?.stop()
  }
}

/** Its own failure is told and changes nothing: the build has failed already. */
async function runErrorCleanup(build: BuildRun, connection: Connection): Promise<void> {
  const planned = build.plan.errorCleanupProvisioner
  if (!planned || build.onError === 'abort') return
  build.say('Provisioning failed: running the error-cleanup-provisioner')
  const limit = build.signal.aborted ? timeLimit(CLEANUP_MILLISECONDS, new Error('its time is over')) : undefined
  try {
    await runWithRetries(build, planned, connection, limit?.signal ?? build.signal)
  } catch (error) {
    build.warn(`The error-cleanup-provisioner failed: ${reasonOf(error)}`)
  } finally {
    limit?.stop()
  }
}

export function provisionContext(
  build: BuildRun,
  communicator: Connection,
  from: string,
  signal: AbortSignal,
  values = build.values,
): ProvisionContext {
  const { run, identity, say, warn, progress } = build
  const { waitForEnter } = build.options
  return {
    run,
    build: identity,
    communicator,
    signal,
    values,
    render: (text, data = {}) => build.options.render(text, data, { run, build: identity, values }),
    ...(waitForEnter && { waitForEnter: (text: string) => waitForEnter(identity.name, text, signal) }),
    output: (stream, text) => build.emit({ type: 'output', build: identity.name, stream, text, from }),
    say,
    warn,
    progress,
  }
}

const label = (planned: PlannedProvisioner): string => (planned.name ? `${planned.type} "${planned.name}"` : planned.type)

/** One run of the engine with the outputs of the Action; build and merge differ only in what they begin with. */
import { dirname, join } from 'node:path'
import { saveState } from '@actions/core'
import { plugins } from '../catalog'
import type { Interrupt } from '../engine/interrupt'
import type { RunOptions } from '../engine/options'
import { renderer } from '../engine/render'
import { newRunIdentity, runPlan } from '../engine/run'
import { timeLimit } from '../lib/abort'
import { duration } from '../lib/duration-text'
import { Failure } from '../model/failure'
import type { Plan } from '../model/plan'
import type { Report } from '../model/report'
import type { Sink } from '../model/sink'
import { JunitFile } from '../outputs/junit'
import { LogFile } from '../outputs/log-file'
import { ReportFile } from '../outputs/report-file'
import { previousPackages, SbomFiles } from '../outputs/sbom-files'
import { TerraformEnvironment } from '../outputs/terraform-environment'
import { Tfvars } from '../outputs/tfvars'
import { PACKER_VERSION } from '../template/scope'
import { GroupedLog } from './grouped-log'
import type { Inputs } from './inputs'
import type { Session } from './load'
import { ActionOutputs } from './outputs'
import { Pages } from './pages'
import { LEAVE } from './state'
import type { Step } from './step'
import { TrailKeeper } from './trail'

/** Resolves with the exit status; what failed is said by then. */
export async function run(
  { plan, recipes, sensitive, annotations }: Session,
  { inputs, interrupt, folder }: Step,
  more: Partial<RunOptions> = {},
): Promise<number> {
  const identity = newRunIdentity()
  const sinks = [new TrailKeeper(identity.id, more.sandbox), ...sinksFor(inputs, join(folder, identity.id))]
  const limited = within(inputs['timeout-minutes'], interrupt)
  try {
    const report = await runPlan(plan, plugins, {
      sinks,
      stateFolder: folder,
      identity,
      interrupt: limited.interrupt,
      render: renderer(PACKER_VERSION),
      parallelBuilds: inputs['parallel-builds'],
      onError: inputs['on-failure'],
      force: inputs.force,
      machineLifetime: inputs['machine-lifetime'],
      smokeTests: !inputs['no-smoke-tests'],
      smokeTestMilliseconds: inputs['smoke-tests-timeout'],
      skipUnchanged: inputs['skip-unchanged'],
      recipes,
      sbom: inputs.sbom,
      previousPackages: await packagesBefore(inputs, plan),
      publish: inputs.publish,
      redact: sensitive,
      ...more,
    })
    if (inputs['on-failure'] !== 'cleanup' && report.outcome === 'failed') saveState(LEAVE, 'true')
    annotations.report(report, plan)
    if (report.outcome !== 'done') annotations.failed(sentence(report))
    else annotations.end()
    return report.exitCode
  } finally {
    limited.stop()
  }
}

/** Those that tell what others wrote come last. */
const sinksFor = (inputs: Inputs, own: string): readonly Sink[] => [
  new LogFile(join(own, 'log.txt')),
  new Tfvars(inputs['tfvars-file']),
  ...(inputs['tf-env-file'] ? [new TerraformEnvironment(inputs['tf-env-file'])] : []),
  ...(inputs.sbom ? [new SbomFiles(sbomFolder(inputs))] : []),
  new JunitFile(join(own, 'junit.xml')),
  new ReportFile(join(own, 'report.json')),
  new ActionOutputs(),
  new Pages(inputs),
  new GroupedLog(),
]

const sbomFolder = (inputs: Inputs): string => inputs['sbom-dir'] || dirname(inputs['tfvars-file'])

/** What the workflow names has to be readable; what lies where the new list goes may be anything. */
async function packagesBefore(inputs: Inputs, { builds }: Plan) {
  const names = builds.map(({ name }) => name)
  const given = inputs['previous-sbom']
  if (!inputs.sbom) return undefined
  return given ? previousPackages(given, names) : previousPackages(sbomFolder(inputs), names).catch(() => undefined)
}

function sentence({ outcome, builds, problems, leftovers }: Report): string {
  if (outcome === 'interrupted') {
    const ids = builds.flatMap(({ images }) => images.map(({ id }) => id)).join(', ')
    return `The run was interrupted; ${ids ? `${ids} had been published by then, the rest` : 'what it had made'} was removed`
  }
  const failed = builds.filter(build => build.outcome === 'failed')
  if (failed.length > 0) return failed.map(({ name, error }) => `${name}: ${error?.message ?? 'failed'}`).join('; ')
  return leftovers.length > 0 ? 'Not everything could be removed; what is left is named above' : problems.join('; ')
}

/** The run ends with its clean-up when its time is over, so that the host need not kill it. */
function within(milliseconds: number, interrupt: Interrupt): { interrupt: Interrupt; stop(): void } {
  if (milliseconds === 0) return { interrupt, stop: () => {} }
  const reason = new Failure('failed', `not done within ${duration(milliseconds)}, as timeout-minutes has it`)
  const limit = timeLimit(milliseconds, reason)
  const signal = AbortSignal.any([interrupt.signal, limit.signal])
  return { interrupt: { signal, onRepeat: listener => interrupt.onRepeat(listener) }, stop: limit.stop }
}

/** Applies a plan from the command line, on an embedded sandbox or where the environment leads; `build` and `merge` share it. */
import { plugins } from '../catalog'
import type { Interrupt } from '../engine/interrupt'
import type { SandboxRecord } from '../engine/journal'
import { type OnError, onErrorChoices, type RunOptions } from '../engine/options'
import { pruneRuns } from '../engine/prune'
import { renderer } from '../engine/render'
import { newRunIdentity, runPlan } from '../engine/run'
import { runsFolder } from '../lib/folders'
import { quote } from '../lib/posix-quote'
import { exitCodes } from '../model/failure'
import type { Sink } from '../model/sink'
import { previousPackages } from '../outputs/sbom-files'
import { type EmbeddedSandbox, withEmbeddedSandbox } from '../sandbox/embedded'
import { defaultStateFolder } from '../sandbox/state-folder'
import { PACKER_VERSION } from '../template/scope'
import { type Io, ownScript } from './command'
import { choice, duration, text, toggle, type Values, whole } from './flags'
import { buildSandboxFlags, sandboxArguments } from './sandbox-flags'
import { sbomFolder, sinksFor } from './sinks'
import type { LoadedPlan } from './template-flags'

export const runFlags = {
  force: toggle('Replace what exists already (images of the same name, files).'),
  'on-error': choice('What to do when a build fails.', onErrorChoices, 'cleanup'),
  'parallel-builds': whole('N', 'Builds at a time; 0 is no limit.', 0),
  'machine-lifetime': duration('TIME', 'After which a forgotten machine on AWS ends itself; 0s for never. Default: 12h.'),
  'timestamp-ui': toggle('Begin each message with its time.'),
  color: toggle('Colours, on a terminal.', true),
  'machine-readable': toggle("Packer's lines for machines instead of text for people."),
  sandbox: toggle('Build on an embedded sandbox: real virtual machines here, no cloud account.'),
  'sandbox-state': text('DIR', 'Where the embedded sandbox keeps images and disks.'),
  'sandbox-kind': choice('Machines of the embedded sandbox: real ones, or light stand-ins for tests.', ['qemu', 'light'], 'qemu'),
  ...buildSandboxFlags,
  'tfvars-file': text('FILE', 'Where to write the images for Terraform. Default: images.auto.tfvars.json.'),
  'tf-env-file': text('FILE', 'Where to write the images as a line TF_VAR_images=… for an environment.'),
  'report-file': text(
    'FILE',
    'Where to write the report, whatever comes of it. Default: ingot-report.json beside the images for Terraform, when everything passed.',
  ),
  'no-sbom': toggle('Do not list what is installed in the images.'),
  'sbom-dir': text('DIR', 'Where to write what is installed in each image, as BUILD.cdx.json. Default: beside the report.'),
  'previous-sbom': text(
    'PATH',
    'What was installed in the last image, to say what has changed: an SBOM, or a folder of them. Default: where the new one will be.',
  ),
  'junit-file': text('FILE', 'Where to write the smoke tests as JUnit XML, whatever comes of them.'),
  'tap-file': text('FILE', 'Where to write the smoke tests in the Test Anything Protocol.'),
  'state-dir': text(
    'DIR',
    'Where to keep journal, log and report. Default: $INGOT_STATE_DIR, or ingot/runs in the XDG state folder.',
  ),
} as const

type RunFlags = Values<typeof runFlags>

export interface Given extends LoadedPlan {
  readonly flags: RunFlags
  readonly io: Io
  readonly interrupt: Interrupt
}

/** Resolves with the exit status. */
export async function apply(given: Given, more: Partial<RunOptions> = {}): Promise<number> {
  const { flags, io, interrupt } = given
  if (!flags.sandbox) return run(given, more)
  const stateFolder = flags['sandbox-state'] ?? defaultStateFolder()
  const sandbox = { stateFolder, kind: flags['sandbox-kind'], ...sandboxArguments(flags) }
  let sinks: readonly Sink[] = []
  const say = (line: string) => {
    const event = { at: Date.now(), type: 'message', level: 'info', text: `==> sandbox: ${line}` } as const
    if (sinks.length === 0) io.stdout.write(`${event.text}\n`)
    for (const sink of sinks) sink.handle(event)
  }
  const onSinks = (used: readonly Sink[]) => {
    sinks = used
  }
  const work = async ({ record }: EmbeddedSandbox) => {
    // What a template asks of the cloud is asked of the sandbox.
    const answered = given.unasked ? await given.answered() : given
    return answered ? run({ ...given, ...answered }, more, record, onSinks) : exitCodes.invalid
  }
  return withEmbeddedSandbox(sandbox, ownScript(), say, work, interrupt.signal)
}

async function run(
  { plan, sensitive, flags, io, interrupt }: Given,
  more: Partial<RunOptions>,
  sandbox?: SandboxRecord,
  onSinks: (sinks: readonly Sink[]) => void = () => {},
): Promise<number> {
  const stateFolder = flags['state-dir'] ?? runsFolder(io.environment)
  const identity = newRunIdentity()
  await pruneRuns(stateFolder)
  const sinks = sinksFor(flags, io, { stateFolder, run: identity.id, sandboxFlags: sandbox && sandboxFlags(flags) })
  onSinks(sinks)
  const report = await runPlan(plan, plugins, {
    sbom: !flags['no-sbom'],
    previousPackages: await packagesBefore(flags, plan),
    sinks,
    stateFolder,
    identity,
    sandbox,
    interrupt,
    render: renderer(PACKER_VERSION),
    parallelBuilds: flags['parallel-builds'],
    onError: flags['on-error'] as OnError,
    force: flags.force,
    machineLifetime: flags['machine-lifetime'],
    redact: sensitive,
    ...more,
  })
  io.document?.set('report', report)
  return report.exitCode
}

/** One that the caller names has to be readable; what lies where the new one goes may be anything. */
async function packagesBefore(flags: RunFlags, { builds }: Given['plan']) {
  const names = builds.map(({ name }) => name)
  const { 'no-sbom': unwanted, 'previous-sbom': given } = flags
  if (unwanted) return undefined
  return given === undefined ? previousPackages(sbomFolder(flags), names).catch(() => undefined) : previousPackages(given, names)
}

function sandboxFlags(flags: RunFlags): string {
  const state = flags['sandbox-state'] === undefined ? '' : `-state ${flags['sandbox-state']} `
  const kind = flags['sandbox-kind'] === 'qemu' ? '' : `-kind ${flags['sandbox-kind']} `
  const image = sandboxArguments(flags).imageFlags.map(word => `${quote(word)} `)
  return state + kind + image.join('')
}

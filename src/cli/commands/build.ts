/** `ingot build`: bake, test, publish. */
import { plugins } from '../../catalog'
import { type Interrupt, watchSignals } from '../../engine/interrupt'
import type { SandboxRecord } from '../../engine/journal'
import { type OnError, onErrorChoices } from '../../engine/options'
import { pruneRuns } from '../../engine/prune'
import { renderer } from '../../engine/render'
import { newRunIdentity, runPlan } from '../../engine/run'
import { runsFolder } from '../../lib/folders'
import { quote } from '../../lib/posix-quote'
import { hostKeyChoices } from '../../model/communicator-options'
import { Failure } from '../../model/failure'
import type { Sink } from '../../model/sink'
import { type EmbeddedSandbox, withEmbeddedSandbox } from '../../sandbox/embedded'
import { defaultStateFolder } from '../../sandbox/state-folder'
import { PACKER_VERSION } from '../../template/scope'
import { type Io, ownScript, verb } from '../command'
import { choice, text, toggle, type Values, whole } from '../flags'
import { Questions } from '../questions'
import { buildSandboxFlags, refuseWithoutSandbox, sandboxArguments } from '../sandbox-flags'
import { sinksFor } from '../sinks'
import { type LoadedPlan, planFrom, pluginFlags, templateFlags } from '../template-flags'

export const buildFlags = {
  ...templateFlags,
  ...pluginFlags,
  'skip-enforcement': toggle('Accepted for Packer: there is no HCP Packer here.'),
  force: toggle('Replace what exists already (images of the same name, files).'),
  'on-error': choice('What to do when a build fails.', onErrorChoices, 'cleanup'),
  'parallel-builds': whole('N', 'Builds at a time; 0 is no limit.', 0),
  'timestamp-ui': toggle('Begin each message with its time.'),
  color: toggle('Colours, on a terminal.', true),
  'machine-readable': toggle("Packer's lines for machines instead of text for people."),
  debug: toggle('One build at a time, and wait for Enter before each step.'),
  'warn-on-undeclared-var': toggle('Warn of values in variable files that the template does not declare.'),
  sandbox: toggle('Build on an embedded sandbox: real virtual machines here, no cloud account.'),
  'sandbox-state': text('DIR', 'Where the embedded sandbox keeps images and disks.'),
  'sandbox-kind': choice('Machines of the embedded sandbox: real ones, or light stand-ins for tests.', ['qemu', 'light'], 'qemu'),
  ...buildSandboxFlags,
  'no-smoke-tests': toggle('Publish without testing. Said in every output.'),
  'host-keys': choice('How host keys of launched machines are known, instead of what *.ingot.hcl says.', hostKeyChoices),
  'tfvars-file': text('FILE', 'Where to write the images for Terraform. Default: images.auto.tfvars.json.'),
  'state-dir': text(
    'DIR',
    'Where to keep journal, log and report. Default: $INGOT_STATE_DIR, or ingot/runs in the XDG state folder.',
  ),
} as const

export type BuildFlags = Values<typeof buildFlags>

export const build = verb({
  usage: 'build [flags] TEMPLATE',
  summary: 'Bakes images, boots and tests them, and only then publishes.',
  flags: buildFlags,
  run: async ({ rest, flags }, io) => {
    refuseWithoutSandbox(flags)
    const more = { requireBuilds: true, warnUndeclared: flags['warn-on-undeclared-var'], hostKeys: flags['host-keys'] }
    const loaded = await planFrom(rest, flags, plugins, io, more)
    if (!loaded) return 2
    const interrupt = watchSignals()
    try {
      const given = { ...loaded, flags, io, interrupt }
      return await (flags.sandbox ? onSandbox(given) : run(given))
    } finally {
      interrupt.stop()
    }
  },
})

interface Given extends LoadedPlan {
  readonly flags: BuildFlags
  readonly io: Io
  readonly interrupt: Interrupt
}

async function onSandbox(given: Given): Promise<number> {
  const { flags, io, interrupt } = given
  const stateFolder = flags['sandbox-state'] ?? defaultStateFolder()
  const sandbox = { stateFolder, kind: flags['sandbox-kind'], ...sandboxArguments(flags) }
  let sinks: readonly Sink[] = []
  const say = (line: string) => {
    const event = { at: Date.now(), type: 'message', level: 'info', text: `==> sandbox: ${line}` } as const
    if (sinks.length === 0) io.stdout.write(`${event.text}\n`)
    for (const sink of sinks) sink.handle(event)
  }
  const work = ({ record }: EmbeddedSandbox) =>
    run(given, record, used => {
      sinks = used
    })
  return withEmbeddedSandbox(sandbox, ownScript(), say, work, interrupt.signal)
}

async function run(
  { plan, sensitive, flags, io, interrupt }: Given,
  sandbox?: SandboxRecord,
  onSinks: (sinks: readonly Sink[]) => void = () => {},
): Promise<number> {
  const stateFolder = flags['state-dir'] ?? runsFolder(io.environment)
  const identity = newRunIdentity()
  await pruneRuns(stateFolder)
  const sinks = sinksFor(flags, io, { stateFolder, run: identity.id, sandboxFlags: sandbox && sandboxFlags(flags) })
  onSinks(sinks)
  const questions = new Questions(io)
  if (flags.debug && !questions.possible)
    throw new Failure('invalid', '-debug waits for Enter before each step, and there is no terminal', {
      advice: 'Leave out -debug.',
    })
  try {
    const report = await runPlan(plan, plugins, {
      sinks,
      stateFolder,
      identity,
      sandbox,
      interrupt,
      render: renderer(PACKER_VERSION),
      parallelBuilds: flags.debug ? 1 : flags['parallel-builds'],
      onError: flags['on-error'] as OnError,
      force: flags.force,
      smokeTests: !flags['no-smoke-tests'],
      redact: sensitive,
      ask: questions.possible && !flags['machine-readable'] ? questions.afterFailure : undefined,
      pause: flags.debug ? questions.beforeStep : undefined,
    })
    io.document?.set('report', report)
    return report.exitCode
  } finally {
    questions.close()
  }
}

function sandboxFlags(flags: BuildFlags): string {
  const state = flags['sandbox-state'] === undefined ? '' : `-state ${flags['sandbox-state']} `
  const kind = flags['sandbox-kind'] === 'qemu' ? '' : `-kind ${flags['sandbox-kind']} `
  const image = sandboxArguments(flags).imageFlags.map(word => `${quote(word)} `)
  return state + kind + image.join('')
}

/** `ingot sandbox`: a private EC2 on this machine, for a command, for another process of ours, or until it is interrupted. */
import { watchSignals } from '../../engine/interrupt'
import { Failure } from '../../model/failure'
import { defaultStateFolder, reset, type Sandbox, serve } from '../../sandbox'
import { readFaults } from '../../sandbox/ec2/behaviour/faults'
import { type Io, verb } from '../command'
import { choice, text, toggle, type Values, whole } from '../flags'
import { machineKind } from '../machine-kind'
import { givenImage, servingFlags } from '../sandbox-flags'
import { setUp } from '../sandbox-setup'
import { runCommand, untilInterrupted, untilOrphaned } from '../sandbox-use'

const flags = {
  kind: choice('Machines: real ones, or light stand-ins for tests.', ['qemu', 'light'], 'qemu'),
  state: text('DIR', 'Where images, disks and machines are kept. Default: ingot/sandbox in the XDG cache folder.'),
  port: whole('PORT', 'TCP port on 127.0.0.1; 0 is any free one.', 0),
  calls: text('FILE', 'Append every call to this file, as lines of JSON.'),
  ...servingFlags,
  embedded: toggle('For ingot itself: print the endpoint as JSON, stop when stdin ends.'),
} as const

type SandboxFlags = Values<typeof flags>

export const sandbox = verb({
  usage: 'sandbox [flags] [setup | reset | -- COMMAND…]',
  summary: "Serves EC2's protocol over virtual machines on this machine.",
  flags,
  run: async ({ rest, flags: given, command }, io) => {
    const stateFolder = given.state ?? defaultStateFolder()
    const [word, ...more] = rest
    if (more.length > 0 || (word !== undefined && word !== 'setup' && word !== 'reset'))
      throw new Failure('invalid', `There is no "sandbox ${rest.join(' ')}"`, {
        advice: 'There are: sandbox setup, sandbox reset, sandbox -- COMMAND, and sandbox alone.',
      })
    if (word === 'setup') return setUp(io)
    if (word === 'reset') return emptied(stateFolder, io)
    return served(stateFolder, given, command, io)
  },
})

async function emptied(stateFolder: string, io: Io): Promise<number> {
  await explained(reset(stateFolder))
  io.stdout.write(`The sandbox in ${stateFolder} is empty.\n`)
  return 0
}

/** Signals are for whoever uses the sandbox: it serves on until its command, or its parent, has cleaned up and ended. */
async function served(stateFolder: string, given: SandboxFlags, command: readonly string[] | undefined, io: Io): Promise<number> {
  const interrupt = watchSignals()
  try {
    if (given.embedded) return await untilOrphaned(signal => start(stateFolder, given, io, signal), io)
    const running = await start(stateFolder, given, io, interrupt.signal)
    try {
      if (command && command.length > 0) return await runCommand(command, running, interrupt.signal)
      return await untilInterrupted(running, interrupt.signal, io)
    } finally {
      await running.close()
    }
  } finally {
    interrupt.stop()
  }
}

async function start(stateFolder: string, given: SandboxFlags, io: Io, signal: AbortSignal): Promise<Sandbox> {
  const { kind, port, calls } = given
  const report = (line: string) => void io.stderr.write(`${line}\n`)
  const latency = given.latency === 'aws' ? 'aws' : undefined
  const serving = async () => {
    const faults = given.faults === undefined ? undefined : await readFaults(given.faults)
    return serve({ stateFolder, port, kind: await machineKind(kind, givenImage(given)), calls, latency, faults, report, signal })
  }
  return explained(serving(), signal)
}

/** What the sandbox throws are sentences for people. */
async function explained<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await work
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure(signal?.aborted ? 'interrupted' : 'failed', cause instanceof Error ? cause.message : String(cause), {
      cause,
    })
  }
}

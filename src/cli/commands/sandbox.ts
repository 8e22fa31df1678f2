/** `ingot sandbox`: a private EC2 on this machine, for a command, for another process of ours, or until it is interrupted. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { errorText } from '../../engine/error-text'
import { Interrupted, watchSignals } from '../../engine/interrupt'
import { Failure } from '../../model/failure'
import { defaultStateFolder, reset, type Sandbox, serve } from '../../sandbox'
import { type Announcement, sandboxEnvironment } from '../../sandbox/embedded'
import { type Io, programName, verb } from '../command'
import { choice, text, toggle, type Values, whole } from '../flags'
import { machineKind } from '../machine-kind'
import { setUp } from '../sandbox-setup'

const flags = {
  kind: choice('Machines: real ones, or light stand-ins for tests.', ['qemu', 'light'], 'qemu'),
  state: text('DIR', 'Where images, disks and machines are kept. Default: ingot/sandbox in the XDG cache folder.'),
  port: whole('PORT', 'TCP port on 127.0.0.1; 0 is any free one.', 0),
  calls: text('FILE', 'Append every call to this file, as lines of JSON.'),
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
    if (given.embedded) return await embedded(stateFolder, given, io)
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

async function start(stateFolder: string, { kind, port, calls }: SandboxFlags, io: Io, signal: AbortSignal): Promise<Sandbox> {
  const report = (line: string) => void io.stderr.write(`${line}\n`)
  return explained(
    machineKind(kind).then(machines => serve({ stateFolder, port, kind: machines, calls, report, signal })),
    signal,
  )
}

async function embedded(stateFolder: string, given: SandboxFlags, io: Io): Promise<number> {
  const orphaned = endOf(process.stdin)
  const announce = (announcement: Announcement) => io.stdout.write(`${JSON.stringify(announcement)}\n`)
  try {
    const running = await start(stateFolder, given, io, orphaned)
    const { endpoint, environment } = running
    announce({ endpoint, environment })
    await aborted(orphaned)
    await running.close()
    return 0
  } catch (error) {
    announce({ error: errorText(error) })
    return 1
  }
}

async function untilInterrupted({ endpoint, environment }: Sandbox, interrupted: AbortSignal, io: Io): Promise<number> {
  const settings = Object.entries(environment).map(([name, value]) => `export ${name}=${value}`)
  io.stdout.write(`${settings.join('\n')}\n`)
  io.stderr.write(`Serving EC2 at ${endpoint}. Another terminal can use it with the lines above; Ctrl-C stops it.\n`)
  await aborted(interrupted)
  io.stderr.write('Stopping the machines.\n')
  return 0
}

/** The command hears the terminal's Ctrl-C itself, and a second one would make some give up their clean-up; other signals are handed on. */
function runCommand(
  [program = '', ...args]: readonly string[],
  { environment }: Sandbox,
  interrupted: AbortSignal,
): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit', env: sandboxEnvironment(process.env, environment) })
  const handOn = () => {
    const name = interrupted.reason instanceof Interrupted ? interrupted.reason.by : 'SIGTERM'
    if (name !== 'SIGINT' || !process.stdin.isTTY) child.kill(name)
  }
  interrupted.addEventListener('abort', handOn, { once: true })
  return new Promise((done, fail) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? 'there is no such program' : error.message
      fail(
        new Failure('invalid', `"${program}" could not be started: ${why}`, {
          advice: `Write: ${programName()} sandbox -- aws ec2 describe-images`,
        }),
      )
    })
    child.once('close', (status, name) => done(status ?? 128 + (name ? constants.signals[name] : 0)))
  })
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

function endOf(stream: NodeJS.ReadStream): AbortSignal {
  const controller = new AbortController()
  const end = () => controller.abort(new Error('the process that started this sandbox has ended'))
  stream.once('end', end).once('close', end).once('error', end).resume()
  return controller.signal
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise(done => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })

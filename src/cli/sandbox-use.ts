/** What a sandbox is served for: a command, a parent process, or whoever comes until it is interrupted. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { errorText } from '../engine/error-text'
import { Interrupted } from '../engine/interrupt'
import { Failure } from '../model/failure'
import type { Sandbox } from '../sandbox'
import { type Announcement, sandboxEnvironment } from '../sandbox/embedded'
import { type Io, programName } from './command'

/** For a parent process of ours, which ends it by closing its stdin, or by dying. */
export async function untilOrphaned(start: (signal: AbortSignal) => Promise<Sandbox>, io: Io): Promise<number> {
  const orphaned = endOf(process.stdin)
  const announce = (announcement: Announcement) => io.stdout.write(`${JSON.stringify(announcement)}\n`)
  try {
    const running = await start(orphaned)
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

/** For clients in other terminals. */
export async function untilInterrupted({ endpoint, environment }: Sandbox, interrupted: AbortSignal, io: Io): Promise<number> {
  const settings = Object.entries(environment).map(([name, value]) => `export ${name}=${value}`)
  io.stdout.write(`${settings.join('\n')}\n`)
  io.stderr.write(`Serving EC2 at ${endpoint}. Another terminal can use it with the lines above; Ctrl-C stops it.\n`)
  await aborted(interrupted)
  io.stderr.write('Stopping the machines.\n')
  return 0
}

/** The command hears the terminal's Ctrl-C itself, and a second one would make some give up their clean-up; other signals are handed on. */
export function runCommand(
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

/** Runs a program on this machine, and really ends it when asked to. */
import { spawn } from 'node:child_process'
import { withGrace } from '../../lib/abort'
import type { RemoteExit } from '../../model/communicator'
import { Failure } from '../../model/failure'
import type { CommandOutput } from './output'

/** Between the request to end and the end by force. */
const GRACE_MILLISECONDS = 5000

export interface Execution {
  readonly signal: AbortSignal
  /** On top of ours. */
  readonly environment: Readonly<Record<string, string>>
  /** Default: ours. */
  readonly folder?: string
  readonly output: CommandOutput
}

/** In a process group of its own, so that an interruption ends all that the script has started. */
export function execute(
  program: string,
  args: readonly string[],
  { signal, environment, folder, output }: Execution,
): Promise<RemoteExit> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      env: { ...process.env, ...environment },
      cwd: folder,
    })
    child.stdout.on('data', chunk => output.stdout.write(chunk))
    child.stderr.on('data', chunk => output.stderr.write(chunk))
    const stop = async () => {
      kill(child.pid, 'SIGTERM')
      await withGrace(closed, AbortSignal.abort(), GRACE_MILLISECONDS).catch(() => undefined)
      kill(child.pid, 'SIGKILL')
      reject(signal.reason)
    }
    const closed = new Promise<void>(done => child.once('close', () => done()))
    signal.addEventListener('abort', stop, { once: true })
    child.once('error', (error: NodeJS.ErrnoException) => {
      signal.removeEventListener('abort', stop)
      reject(
        new Failure(
          'failed',
          `${program} could not be started: ${error.code === 'ENOENT' ? 'there is no such program' : error.message}`,
        ),
      )
    })
    child.once('close', (status, name) => {
      if (signal.aborted) return
      signal.removeEventListener('abort', stop)
      resolve({ status: status ?? undefined, ...(name && { signal: name }) })
    })
  })
}

function kill(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // It has ended already.
  }
}

/**
 * A sandbox of this process's own, as a child: `ingot sandbox -embedded`. It lives in a session of its own, so that Ctrl-C
 * reaches only the parent, and ends when its stdin does, which also happens when the parent is killed.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { SandboxRecord } from '../engine/journal'
import { delay } from '../lib/abort'
import { identityOf, type ProcessIdentity, stateOf } from '../lib/process-identity'
import type { ErrorText } from '../model/event'
import { Failure } from '../model/failure'

export interface EmbeddedSandboxOptions {
  readonly stateFolder: string
  readonly kind: string
  /** `-image …`: noted for whoever serves the folder again. */
  readonly imageFlags?: readonly string[]
  /** Of `ingot sandbox`, for this time only: `-faults FILE`. */
  readonly moreFlags?: readonly string[]
  /** A former sandbox of the same folder that may still be stopping its machines; its end is waited for. */
  readonly process?: ProcessIdentity
}

export interface EmbeddedSandbox {
  readonly endpoint: string
  readonly environment: Readonly<Record<string, string>>
  /** For the journal of a run that works on it. */
  readonly record: SandboxRecord
  /** Resolves when its machines are off and it has ended. */
  stop(): Promise<void>
}

/** For guests to shut down, and some more. */
const STOP_MILLISECONDS = 60_000

/** Variables that would lead an AWS client past the sandbox, to a real account. */
const ELSEWHERE = [
  ...['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ROLE_ARN', 'AWS_WEB_IDENTITY_TOKEN_FILE'],
  ...['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'],
]

/** The environment in which a client talks to the sandbox, and to nothing else. */
export const sandboxEnvironment = (own: NodeJS.ProcessEnv, given: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(own).filter(([name]) => !ELSEWHERE.includes(name))),
  ...given,
})

/**
 * This process talks to the sandbox while `work` runs. `script` is the command line's entry; `signal` ends the wait for the
 * sandbox, not the work.
 */
export async function withEmbeddedSandbox<T>(
  options: EmbeddedSandboxOptions,
  script: string,
  say: (line: string) => void,
  work: (sandbox: EmbeddedSandbox) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const sandbox = await startEmbeddedSandbox(options, script, say, signal)
  const before = { ...process.env }
  setEnvironment(sandboxEnvironment(before, sandbox.environment))
  try {
    return await work(sandbox)
  } finally {
    setEnvironment(before)
    await sandbox.stop()
  }
}

function setEnvironment(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
}

export async function startEmbeddedSandbox(
  { stateFolder, kind, imageFlags = [], moreFlags = [], process: former }: EmbeddedSandboxOptions,
  script: string,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<EmbeddedSandbox> {
  if (former) await ended(former, signal)
  const flags = ['-state', stateFolder, '-kind', kind, ...imageFlags, ...moreFlags]
  const args = [...process.execArgv, script, 'sandbox', '-embedded', ...flags]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true })
  // Writing to one that has died is found out by its exit.
  child.stdin.on('error', () => {})
  let stopping = false
  const stop = () => {
    stopping = true
    return stopped(child)
  }
  child.once('close', status => {
    if (!stopping) say(`The sandbox has ended by itself (status ${status})`)
  })
  const cancel = () => void stop()
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    const { endpoint, environment } = await announced(child, say)
    const image = imageFlags.length > 0 ? { imageFlags } : {}
    const record = { stateFolder, kind, ...image, endpoint, process: identityOf(child.pid ?? 0) }
    return { endpoint, environment, record, stop }
  } catch (error) {
    if (!signal?.aborted) throw error
    throw new Failure('interrupted', 'Interrupted while the sandbox was starting; nothing was built', { cause: error })
  } finally {
    stopping ||= child.exitCode !== null
    signal?.removeEventListener('abort', cancel)
  }
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>

/** What the child says first on stdout: where it serves, or why it does not. */
export type Announcement =
  | { readonly endpoint: string; readonly environment: Readonly<Record<string, string>> }
  | { readonly error: ErrorText }

/** Stderr tells how it gets on. */
function announced(child: Child, say: (line: string) => void): Promise<Pick<EmbeddedSandbox, 'endpoint' | 'environment'>> {
  createInterface({ input: child.stderr }).on('line', say)
  return new Promise((done, fail) => {
    createInterface({ input: child.stdout }).once('line', line => {
      const said = JSON.parse(line) as Announcement
      if (!('error' in said)) return done(said)
      const { message, advice, evidence } = said.error
      fail(new Failure('failed', message, { advice, evidence }))
    })
    child.once('error', fail)
    child.once('close', status => fail(new Failure('failed', `The sandbox ended before it served anything (status ${status})`)))
  })
}

function stopped(child: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  child.stdin.end()
  return new Promise(done => child.once('close', () => done()))
}

async function ended(identity: ProcessIdentity, signal?: AbortSignal): Promise<void> {
  const until = Date.now() + STOP_MILLISECONDS
  while (stateOf(identity) === 'alive' && Date.now() < until) await delay(200, signal)
}

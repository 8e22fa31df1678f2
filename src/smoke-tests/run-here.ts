/** One script on this machine, which asks the fresh one from outside: pytest-testinfra, InSpec, curl. */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { RemoteExit } from '../model/communicator'
import type { ProvisionContext } from '../model/plugin'
import type { Heard } from './heard'
import { LARGEST_BYTES } from './reports'
import { since } from './result'
import type { ScriptRun } from './script-run'

/** Between the request to end and the end by force. */
const GRACE_MILLISECONDS = 3000

/** A script without a first line that names an interpreter is the shell's. */
export async function runHere(
  content: Buffer,
  name: string,
  environment: Readonly<Record<string, string>>,
  heard: Heard,
  { signal, values }: ProvisionContext,
): Promise<ScriptRun> {
  const folder = await mkdtemp(join(tmpdir(), 'ingot-smoke-'))
  const began = performance.now()
  try {
    const [script, results, key] = [join(folder, name), join(folder, 'results'), join(folder, 'key')]
    await mkdir(results)
    await writeFile(script, content, { mode: 0o700 })
    const privateKey = textOf(values.SSHPrivateKey)
    if (privateKey) await writeFile(key, privateKey, { mode: 0o600 })
    const keyFile = privateKey ? key : textOf(values.SSHPrivateKeyFile)
    const own = { INGOT_RESULTS_DIR: results, ...(keyFile && { INGOT_SSH_KEY_FILE: keyFile }) }
    const words = content.subarray(0, 2).toString() === '#!' ? [script] : ['/bin/sh', script]
    const exit = await execute(words, { ...process.env, ...environment, ...own }, heard, signal)
    const files = await readResults(results)
    return {
      exit,
      milliseconds: since(began),
      stdout: heard.text('stdout'),
      stderr: heard.text('stderr'),
      last: heard.last,
      files,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '<unknown>' && value !== '' ? value : undefined

/** In a process group of its own, so that all that it has started ends with it. */
function execute(
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  heard: Heard,
  signal: AbortSignal,
): Promise<RemoteExit> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env })
    child.stdout.on('data', heard.onStdout)
    child.stderr.on('data', heard.onStderr)
    const stop = () => {
      end(child.pid, 'SIGTERM')
      const forced = setTimeout(() => end(child.pid, 'SIGKILL'), GRACE_MILLISECONDS)
      child.once('close', () => clearTimeout(forced))
    }
    signal.addEventListener('abort', stop, { once: true })
    child.once('error', error => {
      signal.removeEventListener('abort', stop)
      reject(new Error(`${basename(program)} could not be started: ${error.message}`))
    })
    child.once('close', (status, name) => {
      heard.end()
      signal.removeEventListener('abort', stop)
      if (signal.aborted) reject(signal.reason)
      else resolve({ status: status ?? undefined, ...(name && { signal: name }) })
    })
  })
}

function end(pid: number | undefined, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, name)
  } catch {
    // It has ended already.
  }
}

async function readResults(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name)
    if (/\.(xml|tap)$/.test(name) && (await stat(path)).size <= LARGEST_BYTES) files.set(name, await readFile(path, 'utf8'))
  }
  return files
}

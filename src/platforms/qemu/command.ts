/** Programs that run to their end: found on PATH, stopped by a signal, and quoted in the error when they fail. */
import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** Where an ordinary user's PATH does not look but mke2fs, sfdisk and iptables live. */
const systemFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin']

/** PATH with the system's own folders behind it. */
export function searchPath(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return [...new Set([...(environment.PATH ?? '/usr/bin:/bin').split(delimiter).filter(Boolean), ...systemFolders])].join(
    delimiter,
  )
}

/** The absolute path of a program; undefined when there is none. */
export async function findProgram(name: string, path = searchPath()): Promise<string | undefined> {
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder, name)
    if (
      await access(candidate, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return candidate
  }
  return undefined
}

export interface CommandOptions {
  /** Ends the program and everything that it started. */
  readonly signal?: AbortSignal
  readonly input?: string
  readonly environment?: Readonly<Record<string, string>>
  /** Called with each line of either stream, also one that ends in a carriage return as progress does. */
  readonly onLine?: (line: string) => void
}

/** Standard output. Rejects with the last lines of standard error, or with the signal's reason when that ended it. */
export async function run(program: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { signal, input, environment, onLine } = options
  signal?.throwIfAborted()
  const env = { ...process.env, LC_ALL: 'C', ...environment, PATH: searchPath() }
  // A group of its own, so that a stop reaches the children of a script too.
  const child = spawn(program, args, { env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] })
  const output = collect(child, onLine)
  const stop = () => signalGroup(child, 'SIGTERM')
  signal?.addEventListener('abort', stop, { once: true })
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  try {
    await new Promise<void>((resolve, reject) => {
      child.on('error', error => reject(notStarted(program, error)))
      child.on('close', (code, killer) => (code === 0 ? resolve() : reject(failed(program, args, code, killer, output))))
    })
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
  }
  return output.standard
}

function collect(child: ChildProcess, onLine?: (line: string) => void): { standard: string; error: string } {
  const output = { standard: '', error: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    let rest = ''
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      if (stream === 'stdout') output.standard += text
      else output.error = (output.error + text).slice(-8192)
      if (!onLine) return
      const lines = (rest + text).split(/[\r\n]+/)
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.trim()) onLine(line)
    })
  }
  return output
}

export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

function notStarted(program: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT') return new Error(`${program} is not installed or not on PATH`)
  return new Error(`${program} could not be started: ${error.message}`)
}

function failed(
  program: string,
  args: readonly string[],
  code: number | null,
  killer: string | null,
  output: { error: string; standard: string },
) {
  const how = killer ? `was ended by ${killer}` : `ended with status ${code}`
  const words = (output.error.trim() || output.standard.trim()).split('\n').slice(-8).join('\n')
  return new Error(`${[program, ...args.slice(0, 2)].join(' ')} ${how}${words ? `: ${words}` : ''}`)
}

/** Starts a TypeScript file of this repository in a process of its own. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(__dirname, '..', '..')

export function startSource(file: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(process.execPath, ['-r', resolve(__dirname, 'typescript.cjs'), resolve(root, file), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
}

export interface Ended {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Resolves when it has ended and its output is read. */
export function ended(child: ChildProcess): Promise<Ended> {
  const output = { stdout: '', stderr: '' }
  child.stdout?.on('data', chunk => {
    output.stdout += chunk
  })
  child.stderr?.on('data', chunk => {
    output.stderr += chunk
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (status, signal) => done({ status, signal, ...output }))
  })
}

export const runSource = (file: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ended> =>
  ended(startSource(file, args, options))

/** Resolves when the text has been printed. */
export function printed(child: ChildProcess, text: string): Promise<void> {
  return new Promise((done, fail) => {
    let seen = ''
    const look = (chunk: Buffer) => {
      seen += chunk
      if (seen.includes(text)) done()
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.on('close', () => fail(new Error(`ended without printing "${text}":\n${seen}`)))
  })
}

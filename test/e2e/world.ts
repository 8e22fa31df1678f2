/** What end-to-end tests share: the committed bundles, one cache for base images, a fresh sandbox state for each file. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(__dirname, '..', '..')
export const cli = join(root, 'dist', 'cli', 'main.js')

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly seconds: number
}

/** A folder of its own for state, journals and outputs; base images are cached once for all of them. */
export class World {
  readonly folder = mkdtempSync(join(tmpdir(), 'ingot-e2e-'))
  readonly state = join(this.folder, 'sandbox')
  readonly runs = join(this.folder, 'runs')
  readonly environment: Record<string, string> = {
    ...(process.env as Record<string, string>),
    XDG_CACHE_HOME: join(root, '.cache', 'e2e'),
    INGOT_STATE_DIR: this.runs,
    AWS_PAGER: '',
  }

  /** A copy of an example, so that a test may change it. */
  example(name: string, as = name): string {
    const target = join(this.folder, as)
    cpSync(join(root, 'examples', name), target, { recursive: true })
    return target
  }

  start(command: string, args: readonly string[]): ChildProcess {
    return spawn(command, args, { cwd: this.folder, env: this.environment, stdio: ['ignore', 'pipe', 'pipe'] })
  }

  /** `until` sees every chunk of stdout; when it returns a signal, the process gets it. */
  async run(command: string, args: readonly string[], until?: (stdout: string) => NodeJS.Signals | undefined): Promise<Ended> {
    const started = Date.now()
    const child = this.start(command, args)
    let stdout = ''
    let stderr = ''
    let signalled = false
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk
      const signal = signalled ? undefined : until?.(stdout)
      if (signal) signalled = child.kill(signal)
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk
    })
    // What a killed process leaves running may hold its output open: then its end is enough.
    const status = await new Promise<number | null>(done => {
      child.on('close', done).on('exit', code => setTimeout(done, 3000, code).unref())
    })
    return { status, stdout, stderr, seconds: (Date.now() - started) / 1000 }
  }

  ingot(args: readonly string[], until?: (stdout: string) => NodeJS.Signals | undefined): Promise<Ended> {
    return this.run(process.execPath, [cli, ...args], until)
  }

  /** A command with the sandbox around it. */
  onSandbox(command: readonly string[], kind = 'qemu'): Promise<Ended> {
    return this.ingot(['sandbox', '--state', this.state, '--kind', kind, '--', ...command])
  }
}

/**
 * A small runner of our own: what actions/runner does around a JavaScript action, with its numbers. Inputs and their defaults
 * from action.yml, command files, main, the cancel ladder (SIGINT, 7.5 s, SIGTERM, 2.5 s, SIGKILL to the entry process only), post.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { parse } from 'yaml'

const root = resolve(__dirname, '..', '..')
/** The folder of the bundles: the committed ones, or those of INGOT_DIST. */
export const dist = process.env.INGOT_DIST ? resolve(process.env.INGOT_DIST) : join(root, 'dist')

interface ActionFile {
  readonly inputs: Record<string, { default?: string; required?: boolean }>
  readonly outputs: Record<string, unknown>
  readonly runs: { readonly main: string; readonly post: string; readonly using: string }
}

export const actionFile = (): ActionFile => parse(readFileSync(join(root, 'action.yml'), 'utf8')) as ActionFile

export interface Step {
  readonly exitCode: number | null
  readonly log: string
  /** As the runner shows it: what was masked up to a line is stars in it. */
  readonly shown: string
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  readonly milliseconds: number
}

export class Runner {
  readonly temp = mkdtempSync(join(tmpdir(), 'ingot-runner-'))
  readonly workspace = join(this.temp, 'workspace')
  readonly cache: string

  /** `cache` of another one: two machines with the same cloud. */
  constructor(
    private readonly node: string,
    private readonly environment: Readonly<Record<string, string>> = {},
    cache?: string,
  ) {
    this.cache = cache ?? join(this.temp, 'cache')
    mkdirSync(this.workspace)
  }

  /**
   * `cancelWhen` sees every chunk of the log; true starts the ladder, or only the first rungs that are named. `cancelAfter`, in
   * milliseconds from the start, does so whatever the log says.
   */
  async main(
    inputs: Readonly<Record<string, string>>,
    cancelWhen: (log: string) => boolean = () => false,
    ladder: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGKILL'],
    cancelAfter?: number,
  ): Promise<Step> {
    return this.step(actionFile().runs.main, inputs, {}, { when: cancelWhen, ladder, after: cancelAfter })
  }

  async post(inputs: Readonly<Record<string, string>>, state: Readonly<Record<string, string>>): Promise<Step> {
    return this.step(actionFile().runs.post, inputs, state)
  }

  private async step(
    entry: string,
    inputs: Readonly<Record<string, string>>,
    state: Readonly<Record<string, string>>,
    cancel: Cancel = { when: () => false, ladder: [] },
  ): Promise<Step> {
    const files = Object.fromEntries(
      ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'].map(name => [name, join(this.temp, name.toLowerCase())]),
    )
    for (const file of Object.values(files)) writeFileSync(file, '')
    const started = Date.now()
    const child = spawn(this.node, [join(dist, relative('dist', entry))], {
      cwd: this.workspace,
      env: {
        ...(process.env as Record<string, string>),
        ...this.environment,
        CI: 'true',
        XDG_CACHE_HOME: this.cache,
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: this.workspace,
        RUNNER_TEMP: this.temp,
        ...Object.fromEntries(Object.entries(files).map(([name, file]) => [`GITHUB_${name}`, file])),
        ...inputVariables(inputs),
        ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const { exitCode, log } = await watch(child, cancel)
    return {
      exitCode,
      log,
      shown: shownOf(log),
      outputs: readCommandFile(files.OUTPUT as string),
      state: readCommandFile(files.STATE as string),
      summary: readFileSync(files.STEP_SUMMARY as string, 'utf8'),
      milliseconds: Date.now() - started,
    }
  }
}

function inputVariables(given: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = Object.entries(actionFile().inputs).map(([name, input]) => [name, input.default ?? ''] as const)
  // The expression of the token's default is evaluated by the host; what action.yml does not declare is handed over all the same.
  const all = { ...Object.fromEntries(defaults), 'github-token': '', ...given }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}

/** When each rung comes, in milliseconds from the cancel. */
const RUNGS = [0, 7_500, 10_000]

interface Cancel {
  readonly when: (log: string) => boolean
  readonly after?: number | undefined
  readonly ladder: readonly NodeJS.Signals[]
}

function watch(child: ChildProcess, cancel: Cancel): Promise<{ exitCode: number | null; log: string }> {
  return new Promise((done, failed) => {
    let log = ''
    let cancelled = false
    const timers: NodeJS.Timeout[] = []
    const climb = () => {
      if (cancelled) return
      cancelled = true
      for (const [index, signal] of cancel.ladder.entries()) timers.push(setTimeout(() => child.kill(signal), RUNGS[index]))
    }
    if (cancel.after !== undefined) timers.push(setTimeout(climb, cancel.after))
    const listen = (chunk: Buffer) => {
      log += chunk.toString()
      if (cancel.when(log)) climb()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.on('error', failed)
    child.on('close', exitCode => {
      timers.forEach(clearTimeout)
      done({ exitCode, log })
    })
  })
}

function shownOf(log: string): string {
  const masks: string[] = []
  const lines = log.split('\n').map(line => {
    const [, secret] = /^::add-mask::(.*)$/.exec(line) ?? []
    if (secret) masks.push(secret.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%'))
    return secret ? '' : masks.reduce((text, mask) => text.replaceAll(mask, '***'), line)
  })
  return lines.join('\n')
}

/** `name=value` lines and `name<<DELIMITER` blocks, as the runner reads them. */
function readCommandFile(file: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = readFileSync(file, 'utf8').split('\n')
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line)
    if (heredoc) {
      const end = lines.indexOf(heredoc[2] as string, i + 1)
      values[heredoc[1] as string] = lines.slice(i + 1, end).join('\n')
      i = end
    } else if (line.includes('=')) values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
  }
  return values
}

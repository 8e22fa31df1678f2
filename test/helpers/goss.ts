/** The real goss, as an oracle: what it makes of a file on this machine. */
import { execFile } from 'node:child_process'
import { parse } from 'yaml'
import { programPath } from './tools'

const RESULTS = ['passed', 'failed', 'skipped']
/** goss prints some attributes in other words than its files have. */
const NAMES: Readonly<Record<string, string>> = {
  linkedto: 'linked-to',
  version: 'versions',
  contains: 'contents',
  Body: 'body',
  Headers: 'headers',
}

export interface GossResults {
  /** `file /etc/passwd mode: passed`, sorted. */
  readonly verdicts: readonly string[]
  readonly error: string
}

/** Not in this process's time: the servers that goss asks may live here. */
export function realGoss(file: string, args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}): Promise<GossResults> {
  const settings = { encoding: 'utf8', env: { ...process.env, ...environment }, maxBuffer: 64 * 1024 * 1024 } as const
  return new Promise(done =>
    execFile(programPath('goss')!, ['-g', file, ...args, 'validate', '-f', 'json'], settings, (_, stdout, stderr) => {
      const found = stdout.startsWith('{') ? JSON.parse(stdout) : { results: [] }
      done({ verdicts: (found.results ?? []).map(line).sort(), error: `${stderr}${stdout.startsWith('{') ? '' : stdout}` })
    }),
  )
}

/** The `content` of each `matching` of a file, as goss renders it. */
export function renderedByGoss(file: string, vars: string, environment: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const settings = { encoding: 'utf8', env: { ...process.env, ...environment } } as const
  return new Promise((done, fail) =>
    execFile(programPath('goss')!, ['-g', file, '--vars', vars, 'render'], settings, (error, stdout) => {
      if (error) return void fail(error)
      const found: { matching: Record<string, { content: unknown }> } = parse(stdout)
      const ids = Object.keys(found.matching).sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
      done(ids.map(id => String(found.matching[id]!.content)))
    }),
  )
}

interface Result {
  readonly 'resource-type': string
  readonly 'resource-id': string
  readonly property: string
  readonly result: number
}

/** `name: target` where the two differ; only the name is a key. */
const line = (result: Result): string =>
  `${result['resource-type']} ${result['resource-id']} ${NAMES[result.property] ?? result.property}: ${RESULTS[result.result]}`

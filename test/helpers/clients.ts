/** Other people's EC2 clients as child processes against an endpoint of ours. */
import { execFile, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface Outcome {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Never blocks: the endpoint lives in this process. `home` keeps the user's own configuration out. */
export function runClient(program: string, args: readonly string[], environment: NodeJS.ProcessEnv, home: string, seconds = 120) {
  const env = { PATH: process.env.PATH, HOME: home, AWS_PAGER: '', CHECKPOINT_DISABLE: '1', ...pyenv(), ...environment }
  return new Promise<Outcome>(resolve => {
    execFile(program, args, { env, cwd: home, timeout: seconds * 1000, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ status: error ? (typeof error.code === 'number' ? error.code : 1) : 0, stdout, stderr })
    })
  })
}

/** Python's version managers look for themselves in the home directory. */
const pyenv = () => (process.env.HOME ? { PYENV_ROOT: process.env.PYENV_ROOT ?? join(process.env.HOME, '.pyenv') } : {})

export const hasPythonModule = (name: string) => spawnSync('python3', ['-c', `import ${name}`]).status === 0

/** Terraform's AWS provider, unpacked: INGOT_TF_PLUGINS, or a folder of that name where programs are installed. */
export function terraformPlugins(): string | undefined {
  const installed = existsSync('/opt') ? readdirSync('/opt').filter(name => /^(tf|terraform)[-_]plugins$/.test(name)) : []
  const candidates = [process.env.INGOT_TF_PLUGINS, ...installed.map(name => join('/opt', name))]
  return candidates.find(folder => folder && existsSync(join(folder, 'registry.terraform.io/hashicorp/aws')))
}

/** `describe`, or a skipped one that says what was missing; CI knows which of these it cannot have. */
export function describeNeeding(needs: Readonly<Record<string, boolean>>, name: string, tests: () => void): void {
  const missing = Object.keys(needs).filter(need => !needs[need])
  if (missing.length > 0) console.warn(`SKIPPED: ${name}: needs ${missing.join(', ')}`)
  if (missing.length === 0) describe(name, tests)
  else describe.skip(`${name} [needs ${missing.join(', needs ')}]`, tests)
}

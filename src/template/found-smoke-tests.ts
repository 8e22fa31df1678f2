/** Smoke tests that nobody declared: those in the folder `smoke` beside the template, and those that the caller names by their path. */
import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Collector } from '../language/collector'
import type { Checked } from '../language/diagnostic'
import { compareUtf8 } from '../language/values/utf8'
import type { PlannedSmokeTest } from '../model/plan'

const TIMEOUT_MILLISECONDS = 300_000
const GOSS = /^goss\.(ya?ml|json)$/
const VARIABLES = /^(goss[-_.])?vars\.(ya?ml|json)$/

/** What a declared test uses already is not asked twice. */
export function smokeTestsInFolder(folder: string, declared: readonly PlannedSmokeTest[]): readonly PlannedSmokeTest[] {
  const path = join(folder, 'smoke')
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return []
  const used = new Set(declared.flatMap(test => [...test.scripts, ...(test.goss?.files ?? []), ...(test.goss?.vars ?? [])]))
  return testOf(path, used) ?? []
}

/** A goss file, a script, or a folder that holds such; relative to where the caller is. */
export function namedSmokeTests(paths: readonly string[], workingDirectory: string): Checked<readonly PlannedSmokeTest[]> {
  const findings = new Collector()
  const tests = paths.flatMap(given => {
    const path = resolve(workingDirectory, given)
    const found = statSync(path, { throwIfNoEntry: false })
    const problem = (detail: string) => findings.add({ severity: 'error', summary: 'Smoke tests not found', detail })
    if (!found) problem(`There is no file or folder "${given}".`)
    if (!found) return []
    if (!found.isDirectory())
      return [planned(basename(path), /\.(ya?ml|json)$/.test(path) ? { goss: path } : { scripts: [path] })]
    const tests = testOf(path, new Set())
    if (!tests) problem(`The folder "${given}" holds neither a goss.yaml nor a script that may be run.`)
    return tests ?? []
  })
  return findings.done(tests)
}

/** Undefined: there is nothing in it. */
function testOf(folder: string, used: ReadonlySet<string>): readonly PlannedSmokeTest[] | undefined {
  const names = readdirSync(folder).sort(compareUtf8)
  const paths = (fits: (name: string) => boolean) =>
    names
      .filter(fits)
      .map(name => join(folder, name))
      .filter(path => !used.has(path))
  const [goss] = paths(name => GOSS.test(name))
  const vars = paths(name => VARIABLES.test(name))
  const scripts = paths(name => isProgram(join(folder, name)))
  if (!goss && scripts.length === 0) return undefined
  return [planned(basename(folder), { goss, vars, scripts })]
}

interface Found {
  readonly goss?: string
  readonly vars?: readonly string[]
  readonly scripts?: readonly string[]
}

const planned = (name: string, { goss, vars = [], scripts = [] }: Found): PlannedSmokeTest => ({
  name,
  scripts,
  inline: [],
  environment: {},
  timeout: TIMEOUT_MILLISECONDS,
  goss: goss === undefined ? undefined : { files: [goss], vars, sudo: false, retryTimeout: 0, sleep: 1000 },
})

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

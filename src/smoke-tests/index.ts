/** Asks a fresh machine the questions of a declared test: scripts and inline lines whose exit status is the answer. */
import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { duration } from '../lib/duration-text'
import type { SmokeTestResult } from '../model/event'
import type { PlannedSmokeTest } from '../model/plan'
import type { ProvisionContext } from '../model/plugin'
import { type Script, scriptsOf } from '../platforms/scripts/content'
import { runOnMachine } from './run-on-machine'
import { settle } from './settle'

/** The caller's clock started before ours. */
const LENIENCE_MILLISECONDS = 1000

/** One result for each script, and one for the inline lines together. After one that ran out of time the others are skipped. */
export async function askSmokeTest(test: PlannedSmokeTest, context: ProvisionContext): Promise<SmokeTestResult[]> {
  const began = performance.now()
  const scripts = [
    ...scriptsOf({ scripts: test.scripts }, true),
    ...(test.inline.length > 0 ? scriptsOf({ inline: test.inline }, false) : []),
  ]
  if (scripts.length === 0) return [result(test, undefined, 'skipped', 0, 'it has neither scripts nor inline lines')]
  const overdue = () => performance.now() - began > test.timeout - LENIENCE_MILLISECONDS
  const environment = environmentFor(test, context)
  await settle(test.timeout / 2, context)
  const results: SmokeTestResult[] = []
  for (const script of scripts) {
    const name = scripts.length > 1 ? script : undefined
    if (context.signal.aborted) {
      results.push(result(test, name, 'skipped', 0, 'the time of the test was over'))
      continue
    }
    const started = performance.now()
    const verdict = await verdictOf(script, test, environment, overdue, context)
    results.push(result(test, name, verdict === undefined ? 'passed' : 'failed', performance.now() - started, verdict))
  }
  return results
}

/** Undefined: passed. Throws only when the whole run is interrupted. */
async function verdictOf(
  script: Script,
  test: PlannedSmokeTest,
  environment: Readonly<Record<string, string>>,
  overdue: () => boolean,
  context: ProvisionContext,
): Promise<string | undefined> {
  const path = `/tmp/ingot-smoke-${randomBytes(4).toString('hex')}-${script.path ? safe(basename(script.path)) : 'inline'}`
  const lines: string[] = []
  try {
    const failure = await runOnMachine(await script.content(), path, environment, lines, context)
    return failure && withOutput(failure, lines)
  } catch (error) {
    if (context.signal.aborted) {
      if (overdue()) return withOutput(`no verdict within ${duration(test.timeout)}`, lines)
      throw context.signal.reason
    }
    return withOutput((error as Error).message, lines)
  }
}

const withOutput = (sentence: string, lines: readonly string[]): string =>
  lines.length > 0 ? `${sentence}; its last output:\n${lines.join('\n')}` : sentence

const safe = (name: string): string => name.replace(/[^\w.-]/g, '_')

function environmentFor(test: PlannedSmokeTest, { run, build, values }: ProvisionContext): Record<string, string> {
  const known = {
    INGOT_RUN_ID: run.id,
    INGOT_BUILD_NAME: build.name,
    INGOT_IMAGE_ID: values.ImageID,
    INGOT_HOST: values.Host,
    PACKER_BUILD_NAME: build.sourceName,
    PACKER_BUILDER_TYPE: build.sourceType,
  }
  const given = Object.entries(known).filter(([, value]) => value !== undefined && value !== '<unknown>')
  return { ...Object.fromEntries(given.map(([name, value]) => [name, String(value)])), ...test.environment }
}

function result(
  test: PlannedSmokeTest,
  script: Script | undefined,
  outcome: SmokeTestResult['outcome'],
  milliseconds: number,
  detail?: string,
): SmokeTestResult {
  const name = script ? `${test.name}: ${script.path ? basename(script.path) : 'inline'}` : test.name
  return { test: test.name, name, outcome, milliseconds: Math.round(milliseconds), ...(detail !== undefined && { detail }) }
}

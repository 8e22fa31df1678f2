/** Scripts and inline commands of a test, one after the other. */
import { basename } from 'node:path'
import { duration } from '../lib/duration-text'
import type { PlannedSmokeTest } from '../model/plan'
import type { ProvisionContext } from '../model/plugin'
import { type Script, scriptsOf } from '../platforms/scripts/content'
import { Heard } from './heard'
import { type Finding, since } from './result'
import { runHere } from './run-here'
import { runOnMachine } from './run-on-machine'
import { findingsOf, withOutput } from './script-run'
import { isOnWindows, powershellLines, runOnWindows } from './windows'

/** One finding for each script or each result that it wrote. After one that ran out of time the others are skipped. */
export async function askScripts(
  test: PlannedSmokeTest,
  environment: Readonly<Record<string, string>>,
  overdue: () => boolean,
  context: ProvisionContext,
): Promise<readonly Finding[]> {
  const scripts = [...scriptsOf({ scripts: test.scripts }, true), ...(test.inline.length > 0 ? [inlineOf(test, context)] : [])]
  const alone = scripts.length === 1 && !test.goss && !test.probes?.length
  const findings: Finding[] = []
  for (const script of scripts) {
    const name = alone ? undefined : script.path ? basename(script.path) : 'inline'
    if (context.signal.aborted)
      findings.push({ name, outcome: 'skipped', milliseconds: 0, detail: 'the time of the test was over' })
    else findings.push(...(await askScript(script, name, test, environment, overdue, context)))
  }
  return findings
}

function inlineOf({ inline, run }: PlannedSmokeTest, context: ProvisionContext): Script {
  if (run !== 'local' && isOnWindows(context))
    return { name: 'inline script', content: async () => Buffer.from(powershellLines(inline)) }
  return scriptsOf({ inline }, false)[0]!
}

/** Throws only when the whole run is interrupted. */
async function askScript(
  script: Script,
  name: string | undefined,
  { run, timeout }: PlannedSmokeTest,
  environment: Readonly<Record<string, string>>,
  overdue: () => boolean,
  context: ProvisionContext,
): Promise<readonly Finding[]> {
  const began = performance.now()
  const heard = new Heard(context.output)
  const failed = (sentence: string): readonly Finding[] => [
    { name, outcome: 'failed', milliseconds: since(began), detail: withOutput(sentence, heard.last) },
  ]
  try {
    const file = script.path ? basename(script.path).replace(/[^\w.-]/g, '_') : 'inline'
    const execute = run === 'local' ? runHere : isOnWindows(context) ? runOnWindows : runOnMachine
    return findingsOf(name, await execute(await script.content(), file, environment, heard, context))
  } catch (error) {
    if (!context.signal.aborted) return failed((error as Error).message)
    if (overdue()) return failed(`no verdict within ${duration(timeout)}`)
    throw context.signal.reason
  }
}

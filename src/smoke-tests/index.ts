/** Asks a fresh machine the questions of a declared test: scripts, goss files, probes from here; and after a reboot again. */

import type { CommunicatorOptions } from '../model/communicator-options'
import type { SmokeTestResult } from '../model/event'
import type { PlannedGoss, PlannedSmokeTest } from '../model/plan'
import type { Problem, ProvisionContext } from '../model/plugin'
import { environmentFor, PLAIN_ENVIRONMENT } from './environment'
import { askGoss, readGoss, verdictName } from './goss'
import { checkHttp } from './http-probe'
import { askProbe } from './probes'
import { reboot } from './reboot'
import { type Finding, resultOf, since } from './result'
import { askScripts } from './scripts'
import { settle, unexcused } from './settle'
import { notOnWindows } from './windows'

/** The caller's clock started before ours. */
const LENIENCE_MILLISECONDS = 1000

/** What is wrong with the files and patterns that a test names, or cannot be asked of such a machine; nothing is asked. */
export function checkSmokeTest(test: PlannedSmokeTest, communicator?: CommunicatorOptions): readonly Problem[] {
  const strange = communicator?.communicator === 'winrm' ? notOnWindows(test) : []

  const goss = test.goss ? readGoss({ ...test.goss, environment: { ...PLAIN_ENVIRONMENT, ...test.environment } }).problems : []
  const probes = (test.probes ?? []).flatMap(({ name, http }) => {
    try {
      if (http) checkHttp(http)
      return []
    } catch (error) {
      return [`${name}: ${(error as Error).message}`]
    }
  })
  return [...strange, ...goss, ...probes].map(detail => ({ summary: `Smoke test "${test.name}" cannot be asked`, detail }))
}

/** Goss files with all that they include, and their variables. */
export const filesOfSmokeTest = ({ goss, environment }: PlannedSmokeTest): readonly string[] =>
  goss ? readGoss({ ...goss, environment: { ...PLAIN_ENVIRONMENT, ...environment } }).files : []

/** Never rejects for what the machine answers; only when the whole run is interrupted. */
export async function askSmokeTest(test: PlannedSmokeTest, context: ProvisionContext): Promise<SmokeTestResult[]> {
  const began = performance.now()
  const overdue = () => since(began) > test.timeout - LENIENCE_MILLISECONDS
  const findings = [...(await askOnce(test, overdue, context))]
  if (test.reboot && !context.signal.aborted) findings.push(...(await askAfterReboot(test, overdue, context)))
  if (findings.length === 0) findings.push({ outcome: 'skipped', milliseconds: 0, detail: 'it asks nothing' })
  return findings.map(finding => resultOf(test, finding))
}

async function askAfterReboot(
  test: PlannedSmokeTest,
  overdue: () => boolean,
  context: ProvisionContext,
): Promise<readonly Finding[]> {
  const began = performance.now()
  const again = 'after a reboot'
  try {
    await reboot(context)
  } catch (error) {
    if (context.signal.aborted && !overdue()) throw error
    const detail = context.signal.aborted ? 'the machine did not come back in time' : (error as Error).message
    return [{ name: again, outcome: 'failed', milliseconds: since(began), detail }]
  }
  const findings = await askOnce(test, overdue, context)
  return findings.map(finding => ({ ...finding, name: finding.name === undefined ? again : `${finding.name} (${again})` }))
}

async function askOnce(test: PlannedSmokeTest, overdue: () => boolean, context: ProvisionContext): Promise<readonly Finding[]> {
  const began = performance.now()
  const environment = environmentFor(test, context)
  const settled = await settle(test.timeout / 2, context)
  const failed = unexcused(settled, test.allowFailedUnits ?? [])
  const detail = `failed while the machine started: ${failed.join(', ')}; allow_failed_units excuses what may fail`
  const units: Finding[] =
    failed.length > 0 ? [{ name: 'systemd units', outcome: 'failed', milliseconds: since(began), detail }] : []
  return [
    ...units,
    ...(test.goss ? await timed('goss', overdue, context, () => gossFindings(test.goss!, environment, context)) : []),
    ...(await askScripts(test, environment, overdue, context)),
    ...(await probeFindings(test, overdue, context)),
  ]
}

async function gossFindings(
  goss: PlannedGoss,
  environment: Readonly<Record<string, string>>,
  context: ProvisionContext,
): Promise<readonly Finding[]> {
  const { checks, problems } = readGoss({ ...goss, environment })
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const began = performance.now()
  const shell = goss.sudo ? 'sudo -n sh' : 'sh'
  const verdicts = await askGoss(checks, goss, { communicator: context.communicator, signal: context.signal, shell })
  const milliseconds = since(began) / Math.max(verdicts.length, 1)
  return verdicts.map(verdict => ({ name: verdictName(verdict), outcome: verdict.outcome, milliseconds, detail: verdict.detail }))
}

async function probeFindings({ probes = [] }: PlannedSmokeTest, overdue: () => boolean, context: ProvisionContext) {
  const host = String(context.values.Host)
  const asked = probes.map(probe =>
    timed(probe.name, overdue, context, async () => [await askProbe(probe, host, context.signal)]),
  )
  return (await Promise.all(asked)).flat()
}

/** What breaks off is a failure of its own; an interruption of the run is none. */
async function timed(
  name: string,
  overdue: () => boolean,
  { signal }: ProvisionContext,
  work: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const began = performance.now()
  try {
    return await work()
  } catch (error) {
    if (signal.aborted && !overdue()) throw signal.reason
    const detail = signal.aborted ? 'the time of the test was over' : (error as Error).message
    return [{ name, outcome: 'failed', milliseconds: since(began), detail }]
  }
}

/** After the job, whatever became of it: releases from the journal what main could not, and fails loudly if something remains. */
import { error, info, setFailed, warning } from '@actions/core'
import { plugins } from '../catalog'
import { clean } from '../engine/clean'
import { withEmbeddedSandbox } from '../sandbox/embedded'
import { cliBundle } from './cli-bundle'
import { stateFolder } from './state'

/** The host gives post steps five minutes after a cancel and then kills the job. */
const LIMIT_MILLISECONDS = 240_000

export async function post(): Promise<number> {
  try {
    const report = await clean({
      stateFolder: stateFolder(process.env),
      resourceKinds: plugins.resourceKinds,
      say: info,
      warn: warning,
      signal: AbortSignal.timeout(LIMIT_MILLISECONDS),
      withSandbox: (sandbox, work) => withEmbeddedSandbox(sandbox, cliBundle(), info, ({ endpoint }) => work(endpoint)),
    })
    for (const { kind, id, reason } of report.leftovers) error(`Left behind: ${kind} ${id}: ${reason}`)
    const unsure = report.leftovers.length + report.unknown.length + report.alive.length
    if (unsure === 0) return 0
    setFailed('Not everything that this job made could be removed; what remains is named above.')
  } catch (thrown) {
    setFailed(`Cleaning up failed: ${(thrown as Error).message}`)
  }
  return 1
}

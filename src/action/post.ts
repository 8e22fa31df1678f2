/** After the job, whatever became of it: releases from the journal what main could not, and fails loudly if something remains. */
import { error, getState, info, setFailed, warning } from '@actions/core'
import { plugins } from '../catalog'
import { clean } from '../engine/clean'
import { readRuns } from '../engine/journal-reader'
import { withEmbeddedSandbox } from '../sandbox/embedded'
import { openAccess } from './access'
import { cliBundle } from './cli-bundle'
import { harmless } from './log'
import { accessNames, readSome } from './read-inputs'
import { FOLDER, LEAVE } from './state'

/** The host gives post steps five minutes after a cancel and then kills the job. */
const LIMIT_MILLISECONDS = 240_000

/** Resolves with the exit status. */
export async function post(): Promise<number> {
  if (getState(LEAVE)) {
    info('A build failed, and on-failure: abort left all of it in place.')
    return 0
  }
  const say = (text: string) => info(harmless(text))
  const folder = getState(FOLDER)
  try {
    if ((await readRuns(folder)).length === 0) return 0
    await openAccess(readSome(process.env, accessNames), folder)
    const report = await clean({
      stateFolder: folder,
      resourceKinds: plugins.resourceKinds,
      say,
      warn: text => warning(harmless(text)),
      signal: AbortSignal.timeout(LIMIT_MILLISECONDS),
      withSandbox: (sandbox, work) => withEmbeddedSandbox(sandbox, cliBundle(), say, ({ endpoint }) => work(endpoint)),
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

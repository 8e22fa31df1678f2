/**
 * After the job, whatever became of it: releases from the journal what main could not, then what a lost journal did not know
 * of by its tags, and fails loudly if something remains.
 */
import { error, getState, info, setFailed, warning } from '@actions/core'
import { plugins } from '../catalog'
import { type CleanOptions, clean } from '../engine/clean'
import { readRuns } from '../engine/journal-reader'
import { sweep } from '../engine/sweep'
import { delay } from '../lib/abort'
import type { Leftover } from '../model/report'
import { connectAt } from '../platforms/aws/connect'
import { findAllOurs } from '../platforms/aws/sweep-account'
import { withEmbeddedSandbox } from '../sandbox/embedded'
import { openAccess } from './access'
import { cliBundle } from './cli-bundle'
import { harmless } from './log'
import { accessNames, readSome } from './read-inputs'
import { FOLDER, LEAVE } from './state'
import { savedTrail, type Trail } from './trail'

/** The host gives post steps five minutes after a cancel and then kills the job. */
const LIMIT_MILLISECONDS = 240_000

/** What main asked for in its last moment may show some seconds later: what was found is looked for again, until there is nothing. */
const LOOKS = 3
const PAUSE_MILLISECONDS = 10_000

/** Resolves with the exit status. */
export async function post(): Promise<number> {
  if (getState(LEAVE)) {
    info('A build failed, and on-failure left all of it in place.')
    return 0
  }
  const folder = getState(FOLDER)
  try {
    const runs = (await readRuns(folder)).map(({ run }) => run)
    const trail = savedTrail()
    if (runs.length === 0 && !trail) return 0
    await openAccess(readSome(process.env, accessNames), folder)
    const options = cleanOptions(folder)
    // Main has ended, also where its process cannot be seen from here.
    const { leftovers, alive } = await clean({ ...options, runs })
    const left = alive.length === 0 && trail ? distinct([...leftovers, ...(await byTag(trail, options))]) : leftovers
    for (const { kind, id, reason } of left) error(`Left behind: ${kind} ${id}: ${reason}`)
    if (left.length + alive.length === 0) return 0
    setFailed('Not everything that this job made could be removed; what remains is named above.')
  } catch (thrown) {
    setFailed(`Cleaning up failed: ${(thrown as Error).message}`)
  }
  return 1
}

type Options = CleanOptions & Required<Pick<CleanOptions, 'withSandbox'>>

function cleanOptions(stateFolder: string): Options {
  const say = (text: string) => info(harmless(text))
  return {
    stateFolder,
    resourceKinds: plugins.resourceKinds,
    say,
    warn: text => warning(harmless(text)),
    signal: AbortSignal.timeout(LIMIT_MILLISECONDS),
    withSandbox: (sandbox, work) => withEmbeddedSandbox(sandbox, cliBundle(), say, ({ endpoint }) => work(endpoint)),
  }
}

/** The journal may be gone, or torn: what bears the run's tags and was not published is found without it. */
async function byTag({ run, places, sandbox }: Trail, options: Options): Promise<readonly Leftover[]> {
  const regions = places.filter(({ region }) => region)
  if (regions.length === 0) return []
  const work = async () => {
    const clouds = regions.map(connectAt)
    for (let look = 1; ; look++) {
      const { found, unseen } = await findAllOurs(clouds, { runs: [run] }, options.say, options.signal)
      const left = [...(await sweep(found, options)), ...unseen]
      if (look === LOOKS || (look > 1 && found.length === 0)) return left
      await delay(clouds.every(({ loopback }) => loopback) ? 50 : PAUSE_MILLISECONDS, options.signal)
    }
  }
  return sandbox ? options.withSandbox(sandbox, work) : work()
}

const distinct = (leftovers: readonly Leftover[]): Leftover[] => [
  ...new Map(leftovers.map(left => [`${left.kind} ${left.id}`, left])).values(),
]

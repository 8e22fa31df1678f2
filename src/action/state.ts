/** What main leaves for post. The runner keeps its state file even when main is killed. */
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { saveState } from '@actions/core'

/**
 * The folder with the journals of this step: in the runner's temporary folder, which main and post share and other jobs do not,
 * and apart from those of other steps of the job. The second start of the bundle knows by it that it is post.
 */
export const FOLDER = 'folder'

/** Set when a build failed and `on-failure` asked for all of it to stay. */
export const LEAVE = 'leave'

/** Saved before anything else happens. */
export function newFolder(environment: NodeJS.ProcessEnv): string {
  const folder = join(environment.RUNNER_TEMP || tmpdir(), 'ingot', randomUUID().slice(0, 8))
  saveState(FOLDER, folder)
  return folder
}

/** What main leaves for post. The runner keeps its state file even when main is killed. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Set before anything else; the second start of the bundle knows by it that it is post. */
export const MAIN_BEGAN = 'mainBegan'

/** Journals live in the runner's temporary folder, which main and post share and other jobs do not. */
export const stateFolder = (environment: NodeJS.ProcessEnv): string => join(environment.RUNNER_TEMP || tmpdir(), 'ingot')

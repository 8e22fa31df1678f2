/** The Action's one bundle: the runner starts it twice, and what main saved says which of the two this is. */
import { join } from 'node:path'
import { getState } from '@actions/core'
import { end } from '../lib/at-end'
import { keepCompiled } from '../lib/compile-cache'
import { cacheFolder } from '../lib/folders'
import { FOLDER } from './state'

// To keep what was compiled costs a first run 0.1 s and saves each later one 0.2 s: on the host's own runners every run is the first.
// Main and post are loaded behind this line, each without the other.
if (process.env.RUNNER_ENVIRONMENT === 'self-hosted') keepCompiled(join(cacheFolder(process.env), 'compiled'))

const step = async (): Promise<number> => (getState(FOLDER) ? (await import('./post')).post() : (await import('./main')).main())

// Node ends when nothing is under way, with 0 unless told otherwise: what did not come to its end has not succeeded.
process.exitCode = 1
// Idle connections to the cloud would keep the process for seconds; nothing of ours is under way any more.
void step().then(status => end().then(() => process.exit(status)))

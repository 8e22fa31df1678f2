/** The Action's one bundle: the runner starts it twice, and what main saved says which of the two this is. */
import { getState } from '@actions/core'
import { main } from './main'
import { post } from './post'
import { FOLDER } from './state'

// Node ends when nothing is under way, with 0 unless told otherwise: what did not come to its end has not succeeded.
process.exitCode = 1
// Idle connections to the cloud would keep the process for seconds; nothing of ours is under way any more.
void (getState(FOLDER) ? post() : main()).then(status => process.exit(status))

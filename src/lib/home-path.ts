import { homedir } from 'node:os'
import { join } from 'node:path'

/** A path as people write it: `~` in front is the home folder of this user. */
export const underHome = (path: string): string => (path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(1)) : path)

/** Where things of one user are kept, by the XDG base directory rules: a variable counts only when it is an absolute path. */
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Journals and logs of runs: `$INGOT_STATE_DIR`, else `$XDG_STATE_HOME/ingot/runs`, else `~/.local/state/ingot/runs`. */
export const runsFolder = (environment: Environment): string =>
  environment.INGOT_STATE_DIR
    ? resolve(environment.INGOT_STATE_DIR)
    : join(base(environment, 'XDG_STATE_HOME', '.local/state'), 'ingot', 'runs')

/** What can be made again: `$XDG_CACHE_HOME/ingot`, else `~/.cache/ingot`. */
export const cacheFolder = (environment: Environment): string => join(base(environment, 'XDG_CACHE_HOME', '.cache'), 'ingot')

function base(environment: Environment, variable: string, fallback: string): string {
  const given = environment[variable]
  return given && isAbsolute(given) ? given : join(environment.HOME || homedir(), fallback)
}

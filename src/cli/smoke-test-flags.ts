/** The flags that say what smoke tests there are and how patient they are; `build` and `test` share them. */
import type { RunOptions } from '../engine/options'
import type { LoadInput } from '../template/load-plan'
import { duration, list, type Values } from './flags'

export const smokeTestFlags = {
  'smoke-tests': list(
    'PATH',
    'A goss file, a script or a folder of such, asked besides what the template declares; may be repeated.',
  ),
  'smoke-tests-timeout': duration('TIME', 'For all smoke tests of a build together. Default: 1h.'),
  'debug-on-failure': duration(
    'TIME',
    'Keep a machine that failed its smoke tests reachable for so long, and print the ssh line.',
  ),
} as const

type Flags = Values<typeof smokeTestFlags>

export const smokeTestInput = (flags: Flags): Pick<LoadInput, 'smokeTests'> => ({ smokeTests: flags['smoke-tests'] })

export const smokeTestOptions = (flags: Flags): Pick<RunOptions, 'smokeTestMilliseconds' | 'debugOnFailure'> => ({
  smokeTestMilliseconds: flags['smoke-tests-timeout'],
  debugOnFailure: flags['debug-on-failure'],
})

/** What a caller of the engine decides; everything else stands in the plan. */

import type { InstalledPackage } from '../model/inventory'
import type { BuildValues } from '../model/plan'
import type { BuildIdentity, Run } from '../model/plugin'
import type { Report } from '../model/report'
import type { Sink } from '../model/sink'
import type { Interrupt } from './interrupt'
import type { SandboxRecord } from './journal'

export interface RunOptions {
  readonly sinks: readonly Sink[]
  /** Folder for journals and logs of runs, one folder in it for each run. */
  readonly stateFolder: string
  readonly render: Render
  /** Builds at a time; below 1 (the default) all at once. */
  readonly parallelBuilds?: number
  /** Default `cleanup`. */
  readonly onError?: OnError
  /** Default false. */
  readonly force?: boolean
  /** Milliseconds after which a forgotten machine ends itself; 0 is never. Default 12 hours. */
  readonly machineLifetime?: number
  /** Default true; false is said in every output. */
  readonly smokeTests?: boolean
  /** For all smoke tests of a build together. Default 1 hour. */
  readonly smokeTestMilliseconds?: number
  /** How long a machine that failed its tests stays reachable. Default 0. */
  readonly debugOnFailure?: number
  /** By build, what its image is made of; see `recipesOf`. */
  readonly recipes?: ReadonlyMap<string, string>
  /** An image that was published of the same recipe is the result; nothing is launched then. */
  readonly skipUnchanged?: boolean
  /** Default true: a machine of each build is asked what is installed on it. */
  readonly sbom?: boolean
  /** By build, what was installed in the last image, to say what has changed. */
  readonly previousPackages?: ReadonlyMap<string, readonly InstalledPackage[]>
  /** Nothing is built: the smoke tests are asked of this image, which exists already. */
  readonly image?: string
  /** `later` leaves what can be published elsewhere as a candidate in the report. Default `now`. */
  readonly publish?: 'now' | 'later'
  /** What the cells of a fan-out came to: candidates in it are published, and nothing is built. */
  readonly prior?: Report
  /** Texts that no event may show, in any encoding. */
  readonly redact?: readonly string[]
  readonly interrupt?: Interrupt
  /** The embedded sandbox on which this run works, for whoever has to clean up after it. */
  readonly sandbox?: SandboxRecord
  /** For the clean-up of one build. Default 10 minutes. */
  readonly cleanupMilliseconds?: number
  /** For a plugin to end in its own way once its time is over or the run is interrupted. Default 5 seconds. */
  readonly graceMilliseconds?: number
  /** Default: a new one. */
  readonly identity?: RunIdentity
  /** For `ask`: what to do about a failed step. */
  readonly ask?: (build: string, step: string, error: unknown) => Promise<Answer>
  /** Called before each step (-debug). */
  readonly pause?: (build: string, step: string, signal: AbortSignal) => Promise<void>
  /** For breakpoints; absent where there is no person to ask. */
  readonly waitForEnter?: (build: string, text: string, signal: AbortSignal) => Promise<void>
}

/** As Packer's -on-error. `abort` leaves everything where it is, `run-cleanup-provisioner` too but for that provisioner. */
export const onErrorChoices = ['cleanup', 'abort', 'ask', 'run-cleanup-provisioner'] as const
export type OnError = (typeof onErrorChoices)[number]
export type Answer = 'cleanup' | 'abort' | 'retry'

export interface RunIdentity {
  readonly id: string
  readonly uuid: string
  readonly startedAt: string
}

/** Renders Packer's `{{ }}`: `data` holds the fields (`.Path`), `about` what its functions answer from (build_name, build). */
export type Render = (text: string, data: Readonly<Record<string, unknown>>, about: RenderContext) => string

export interface RenderContext {
  readonly run: Run
  readonly build: BuildIdentity
  readonly values: BuildValues
}

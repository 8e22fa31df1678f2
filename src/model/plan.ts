/** A Plan is a pure, frozen value: everything is evaluated and nothing is created. `ingot plan` prints it as it stands. */
import type { Checked } from '../language/diagnostic'
import type { Range } from '../language/source'
import type { CommunicatorOptions } from './communicator-options'

export interface Plan {
  readonly formatVersion: 1
  /** As the user named it: a folder or a file. */
  readonly template: string
  readonly builds: readonly PlannedBuild[]
}

export interface PlannedBuild {
  /** `[build.name.]type.name`. */
  readonly name: string
  /** The build block's own name, or empty. */
  readonly buildName: string
  readonly source: PlannedSource
  readonly provisioners: readonly PlannedProvisioner[]
  readonly errorCleanupProvisioner?: PlannedProvisioner
  /** Chains in the order of the template; each begins from the source's artifact. */
  readonly postProcessors: readonly (readonly PlannedPostProcessor[])[]
  readonly smokeTests: readonly PlannedSmokeTest[]
}

export interface PlannedSource {
  readonly type: string
  readonly name: string
  readonly options: Decoded
  readonly communicator: CommunicatorOptions
  readonly range?: Range
}

/** Options as a plugin receives them, with where each stands in the template. Printing leaves out what is sensitive. */
export interface Decoded<O = Readonly<Record<string, unknown>>> {
  readonly value: O
  /** Of an option that the template sets; not printed. */
  rangeOf(option: string): Range | undefined
  toJSON(): unknown
}

/** Decoded now with `<unknown>` for what only the build knows, and again with the real values right before it runs, as Packer does. */
export interface LateOptions {
  readonly preview: Decoded
  resolve(values: BuildValues): Checked<Decoded>
  toJSON(): unknown
}

/** What `build.*` holds: ID, Host, Port, User, ConnType, PackerRunUUID, SSHPublicKey … and what the source adds. */
export type BuildValues = Readonly<Record<string, string | number | Readonly<Record<string, string>>>>

export interface PlannedProvisioner {
  readonly type: string
  readonly name?: string
  readonly options: LateOptions
  /** Milliseconds. */
  readonly pauseBefore?: number
  readonly timeout?: number
  readonly maxRetries?: number
  readonly range?: Range
}

export interface PlannedPostProcessor {
  readonly type: string
  readonly name?: string
  readonly options: LateOptions
  readonly keepInputArtifact?: boolean
  readonly range?: Range
}

export interface PlannedSmokeTest {
  readonly name: string
  /** Files run on the fresh machine, absolute paths on this machine; exit status 0 passes. */
  readonly scripts: readonly string[]
  readonly inline: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** Milliseconds for the whole test. */
  readonly timeout: number
  readonly range?: Range
}

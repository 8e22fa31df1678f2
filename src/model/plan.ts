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
  readonly publications?: readonly PlannedPublication[]
  /** False: no list of packages is written. */
  readonly sbom?: boolean
}

/** Where others are told of the image, once it is published. */
export interface PlannedPublication {
  readonly ssmParameter: string
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
  /** Its failure is a warning, and the next provisioner follows. */
  readonly continueOnError?: boolean
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
  /** Absolute paths on this machine; each is run and passes with exit status 0. */
  readonly scripts: readonly string[]
  readonly inline: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** Milliseconds for the whole test. */
  readonly timeout: number
  /** Where scripts and commands run. Default: on the fresh machine. */
  readonly run?: 'machine' | 'local'
  readonly goss?: PlannedGoss
  readonly probes?: readonly PlannedProbe[]
  /** TCP ports that this machine may reach for the time of the test, besides those of the probes. */
  readonly ports?: readonly number[]
  /** Everything is asked again after a reboot. */
  readonly reboot?: boolean
  /** Names of systemd units, as globs, whose failure is none of the test. */
  readonly allowFailedUnits?: readonly string[]
  /** The machines that are asked. None: one as the source makes it. */
  readonly machines?: readonly PlannedMachine[]
  /** What becomes of a candidate that fails it. Default: it is discarded. */
  readonly onFailure?: 'discard' | 'keep'
  readonly range?: Range
}

export interface PlannedGoss {
  /** Absolute paths on this machine. */
  readonly files: readonly string[]
  readonly vars: readonly string[]
  /** Whether the questions are asked through sudo. */
  readonly sudo: boolean
  /** Milliseconds until a failure is final, and between two tries. */
  readonly retryTimeout: number
  readonly sleep: number
}

/** A question that this machine asks over the network. */
export interface PlannedProbe {
  readonly name: string
  readonly port: number
  /** Milliseconds for one try, until a failure is final, and between two tries. */
  readonly timeout: number
  readonly retryTimeout: number
  readonly sleep: number
  /** Absent: a TCP connection is all that is wanted. */
  readonly http?: PlannedHttp
}

export interface PlannedHttp {
  readonly tls: boolean
  /** Certificates are not checked: a fresh machine has no name yet. */
  readonly insecure: boolean
  readonly method: string
  readonly path: string
  /** Name for the Host header and for TLS. */
  readonly host?: string
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly requestBody?: string
  readonly status: readonly number[]
  /** Name to regular expression. */
  readonly headers: Readonly<Record<string, string>>
  /** Patterns as goss has them: `text`, `!text`, `/regex/`, `!/regex/`. */
  readonly body: readonly string[]
  readonly followRedirects: boolean
}

/** How a machine under test differs from the one that the source would make. */
export interface PlannedMachine {
  readonly name: string
  readonly instanceType?: string
  readonly userData?: string
}

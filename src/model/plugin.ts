/** The shapes of what can be plugged in. The catalog lists all that exist; engine and template get them handed in. */
import type { Lookup } from '../language/functions/library/lookups'
import type { OptionsOf, OptionsSpec } from '../language/options/spec'
import type { Range } from '../language/source'
import type { Type } from '../language/values/type'
import type { Artifact } from './artifact'
import type { Communicator, Reach } from './communicator'
import type { CommunicatorOptions } from './communicator-options'
import type { SmokeTestResult } from './event'
import type { Inventory } from './inventory'
import type { BuildValues, PlannedPublication, PlannedSmokeTest } from './plan'
import type { ResourceKind, ResourceKindAt } from './resource'

/** A cross-field mistake found after decoding; `option` names the one to underline. */
export interface Problem {
  readonly option?: string
  readonly severity?: 'error' | 'warning'
  readonly summary: string
  readonly detail?: string
}

interface Plugin<S extends OptionsSpec> {
  /** The template's word, which is the folder's name too. */
  readonly type: string
  /** One sentence for the reference page. */
  readonly summary: string
  readonly options: S
  /** Rules that one option alone cannot tell; `communicator` is of a source's block. Pure: nothing is read, asked or created. */
  check?(options: OptionsOf<S>, communicator?: CommunicatorOptions): readonly Problem[]
}

/** Answers four questions, each a short awaited story. `C` is a candidate: an image that nobody else can use yet. */
export interface Source<S extends OptionsSpec = OptionsSpec, C = unknown> extends Plugin<S> {
  /** Packer's id of the maker, which its manifest and other tools know. */
  readonly builderId: string
  /** False: communicator options are not accepted (file). */
  readonly reachable: boolean
  /** Names that the source adds to `build.*`. */
  readonly buildValues: readonly string[]
  /** A candidate is plain data with which another process, on another machine, can publish. */
  readonly portable?: boolean
  build(options: OptionsOf<S>, context: BuildContext): Promise<C>
  /** A fresh machine from the candidate for smoke tests; absent where there is no image. */
  boot?(options: OptionsOf<S>, candidate: C, context: BuildContext, request?: BootRequest): Promise<Reach>
  /** An image that exists already, as a candidate for smoke tests. It belongs to the user: nothing of it is changed. */
  adopt?(options: OptionsOf<S>, imageId: string, context: BuildContext): Promise<C>
  /** Options that only say how to get at the cloud (credentials, endpoints, patience): no image has anything of them. */
  readonly accessOptions?: readonly string[]
  /** The published image of the same recipe on the same base image, complete in every region; undefined: it has to be built. */
  unchanged?(options: OptionsOf<S>, context: BuildContext): Promise<Artifact | undefined>
  /** Writes on the candidate what became of its smoke tests, for everybody who may see it. */
  mark?(options: OptionsOf<S>, candidate: C, state: 'tested' | 'failed', context: BuildContext): Promise<void>
  /** Makes it usable and says what it is. Undefined: nothing came of it (skip_create_ami). */
  publish(options: OptionsOf<S>, candidate: C, context: BuildContext): Promise<Artifact | undefined>
  /** Tells others of a published artifact. */
  announce?(options: OptionsOf<S>, artifact: Artifact, publication: PlannedPublication, context: BuildContext): Promise<void>
  /** Deletes a published artifact that no post-processor kept. */
  discard?(options: OptionsOf<S>, artifact: Artifact, context: BuildContext): Promise<void>
}

/** How a machine for smoke tests differs from the one that the template describes. */
export interface BootRequest {
  readonly instanceType?: string
  readonly userData?: string
  /** TCP ports that this machine has to reach besides that of the communicator, for as long as the machine lives. */
  readonly ports: readonly number[]
}

/** What the engine lends a source, one for each build. */
export interface BuildContext {
  readonly run: Run
  readonly build: BuildIdentity
  readonly communicator: CommunicatorOptions
  /** Aborts when the run is interrupted or the build's time is over. */
  readonly signal: AbortSignal
  /** The one seam for events, timing, -debug and -on-error. */
  step<T>(name: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** Journals the intent, queues the release, then creates. Released at the end of the build, newest first. */
  acquire<Request, Id extends string>(kind: ResourceKind<Request, Id>, request: Request): Promise<Id>
  /** Like `acquire`, but released only if the build fails: the candidate. */
  keep<Request, Id extends string>(kind: ResourceKind<Request, Id>, request: Request): Promise<Id>
  /** Releases one early; what is not needed any more need not cost until the end. */
  release(id: string): Promise<void>
  /** Connects, runs the template's provisioners with these values in `build.*`, and closes the connection. */
  provision(reach: Reach, values: BuildValues): Promise<void>
  /** Renders a `late` option's `{{ }}` with this data. */
  render(text: string, data: Readonly<Record<string, unknown>>): string
  /** A text that is never to be printed from now on. */
  secret(text: string): void
  /** Where the template sets an option of the source or its communicator, for a diagnostic that points there. */
  rangeOf(option: string): Range | undefined
  say(text: string): void
  warn(text: string): void
  progress(text: string, fraction?: number): void
}

export interface Run {
  /** Unique, sortable by time, safe in tags and file names. */
  readonly id: string
  /** Packer's PACKER_RUN_UUID, which manifests carry. */
  readonly uuid: string
  /** ISO 8601. */
  readonly startedAt: string
  /** The template's folder or file as the user named it. */
  readonly template: string
  readonly force: boolean
  /** Milliseconds after which a machine ends itself when nobody has, where the source can see to that; 0 is never. */
  readonly machineLifetime?: number
}

export interface BuildIdentity {
  /** `[build.name.]type.name`, unique in a plan. */
  readonly name: string
  /** The name of the source block, which Packer gives components as build name. */
  readonly sourceName: string
  readonly sourceType: string
  /** A hash over all that the image is made of but its base image; absent when nobody asked for it. */
  readonly recipe?: string
}

/** `null` communicator: the source has none (communicator = "none"). */
export interface Provisioner<S extends OptionsSpec = OptionsSpec> extends Plugin<S> {
  provision(options: OptionsOf<S>, context: ProvisionContext): Promise<void>
  /** Files of this machine that running it reads besides those that its options name; `name` is where they lie for each other. */
  filesRead?(options: OptionsOf<S>): readonly { readonly name: string; readonly path: string }[]
}

export interface ProvisionContext {
  readonly run: Run
  readonly build: BuildIdentity
  /** Reconnects by itself after ConnectionLost; fails with a clear sentence when the build has no communicator. */
  readonly communicator: Communicator
  readonly signal: AbortSignal
  /** What `build.*` and `{{ build `X` }}` hold at run time. */
  readonly values: BuildValues
  render(text: string, data?: Readonly<Record<string, unknown>>): string
  /** Resolves when the person at the terminal has pressed Enter; absent where nobody can be asked. */
  readonly waitForEnter?: (text: string) => Promise<void>
  /** One line of a command's output. */
  output(stream: 'stdout' | 'stderr', text: string): void
  say(text: string): void
  warn(text: string): void
  progress(text: string, fraction?: number): void
}

export interface PostProcessor<S extends OptionsSpec = OptionsSpec> extends Plugin<S> {
  /** Keep the artifact that went in when the template does not say (keep_input_artifact). */
  readonly keepsInput: boolean
  /** The template cannot change it. */
  readonly forcesKeep?: boolean
  /** It only writes down what came of a build, and so does its work for an image that was there already too. */
  readonly records?: boolean
  process(options: OptionsOf<S>, artifact: Artifact, context: PostProcessContext): Promise<Artifact | undefined>
}

export interface PostProcessContext {
  readonly run: Run
  readonly build: BuildIdentity
  readonly signal: AbortSignal
  readonly values: BuildValues
  render(text: string, data?: Readonly<Record<string, unknown>>): string
  output(stream: 'stdout' | 'stderr', text: string): void
  /** Tells where a file was written that people will look for; `what` in a word: `manifest`. */
  wrote(what: string, path: string): void
  say(text: string): void
  warn(text: string): void
}

/** Asked of the outside while the template is read, before anything is built: `data "type" "name"`. */
export interface DataSource<S extends OptionsSpec = OptionsSpec> extends Plugin<S> {
  /** What `data.type.name` holds. Before it was read it is unknown, but of these types. */
  readonly outputs: Readonly<Record<string, DataOutput>>
  /** Resolves with plain data for the outputs. Called only when all options are known. */
  read(options: OptionsOf<S>, context: DataContext): Promise<Readonly<Record<string, unknown>>>
}

export interface DataOutput {
  readonly type: Type
  /** One sentence for the reference page. */
  readonly doc: string
}

export interface DataContext {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
  /** A text that is never to be printed from now on. */
  secret(text: string): void
}

/** Answers a function of the language that looks something up elsewhere. The text is kept secret. */
export type LookupSource = (lookup: Lookup, context: Pick<DataContext, 'environment' | 'signal'>) => Promise<string>

export interface CommunicatorPlugin {
  readonly type: string
  readonly summary: string
  /** Of its communicators, known before there is one. */
  readonly shell?: Communicator['shell']
  /** Keeps trying until the machine answers or its own timeout is over; the Failure says which obstacle it was. */
  connect(reach: Reach, options: CommunicatorOptions, context: ConnectContext): Promise<Communicator>
}

export interface ConnectContext {
  readonly signal: AbortSignal
  say(text: string): void
  warn(text: string): void
  progress(text: string): void
}

/** Everything that is built in, as the catalog hands it to template and engine. */
export interface Plugins {
  readonly sources: Readonly<Record<string, Source>>
  readonly provisioners: Readonly<Record<string, Provisioner>>
  readonly postProcessors: Readonly<Record<string, PostProcessor>>
  readonly dataSources: Readonly<Record<string, DataSource>>
  /** By what is looked up; a kind without one is said to be missing. */
  readonly lookups?: Readonly<Partial<Record<Lookup['kind'], LookupSource>>>
  readonly communicators: Readonly<Record<string, CommunicatorPlugin>>
  /** Asks a fresh machine the questions of one declared test; a failed one is a result, not an error. */
  readonly askSmokeTest: (test: PlannedSmokeTest, context: ProvisionContext) => Promise<readonly SmokeTestResult[]>
  /** What can be told of a test before there is a machine; reads the files that it names, and nothing else. */
  readonly checkSmokeTest?: (test: PlannedSmokeTest, communicator?: CommunicatorOptions) => readonly Problem[]
  /** Every file of this machine that asking it reads, besides its scripts. */
  readonly filesOfSmokeTest?: (test: PlannedSmokeTest) => readonly string[]
  /** All that is installed on a machine; undefined where there is no list of it. */
  readonly listPackages?: (context: Pick<ProvisionContext, 'communicator' | 'signal'>) => Promise<Inventory | undefined>
  /** By ResourceKind.name, for replaying a journal. */
  readonly resourceKinds: Readonly<Record<string, ResourceKindAt>>
}

/** A cloud that is a folder, so that another process sees what one left; and plugins that record what was asked of them. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunOptions } from '../../src/engine/options'
import type { Checked } from '../../src/language/diagnostic'
import type { Artifact } from '../../src/model/artifact'
import type { Communicator, Reach } from '../../src/model/communicator'
import type { Event } from '../../src/model/event'
import type {
  BuildValues,
  Decoded,
  LateOptions,
  Plan,
  PlannedBuild,
  PlannedPostProcessor,
  PlannedProvisioner,
} from '../../src/model/plan'
import type { BuildContext, Plugins, PostProcessor, Provisioner, Source } from '../../src/model/plugin'
import type { ResourceKind } from '../../src/model/resource'
import type { Sink } from '../../src/model/sink'

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'ingot-engine-'))

/** One file for each thing; its content is the token. `calls` is what this process asked for, in order. */
export class FolderCloud {
  readonly calls: string[] = []

  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true })
  }

  get things(): string[] {
    return readdirSync(this.folder).sort()
  }

  /** The request is the id. `hooks` run around the act itself. */
  kind(name: string, hooks: Hooks = {}): ResourceKind<string> {
    return {
      name,
      place: { folder: this.folder },
      create: async (id, token, signal) => {
        this.calls.push(`create ${id}`)
        await hooks.beforeCreate?.(id, signal)
        writeFileSync(join(this.folder, id), token)
        await hooks.afterCreate?.(id, signal)
        return id
      },
      refused: hooks.refused,
      find: async token => {
        this.calls.push(`find ${token.replace(/^.*-/, '')}`)
        return this.things.filter(id => readFileSync(join(this.folder, id), 'utf8') === token)
      },
      release: async (id, signal) => {
        this.calls.push(`release ${id}`)
        await hooks.beforeRelease?.(id, signal)
        if (!existsSync(join(this.folder, id))) this.calls.push(`gone already ${id}`)
        rmSync(join(this.folder, id), { force: true })
      },
      hasten: hooks.hastens
        ? async id => {
            this.calls.push(`hasten ${id}`)
          }
        : undefined,
    }
  }
}

export interface Hooks {
  beforeCreate?(id: string, signal: AbortSignal): Promise<void> | void
  afterCreate?(id: string, signal: AbortSignal): Promise<void> | void
  beforeRelease?(id: string, signal: AbortSignal): Promise<void> | void
  refused?(error: unknown): boolean
  readonly hastens?: boolean
}

export const decoded = (value: object): Decoded => ({
  value: value as Readonly<Record<string, unknown>>,
  rangeOf: () => undefined,
  toJSON: () => value,
})

export const late = (resolve: (values: BuildValues) => object): LateOptions => ({
  preview: decoded({}),
  resolve: (values): Checked<Decoded> => ({ value: decoded(resolve(values)), diagnostics: [] }),
  toJSON: () => ({}),
})

export const provisioner = (run: () => Promise<void> | void, more: Partial<PlannedProvisioner> = {}): PlannedProvisioner => ({
  type: 'fake',
  options: late(values => ({ run, values })),
  ...more,
})

export const postProcessor = (type: string, more: Partial<PlannedPostProcessor> = {}): PlannedPostProcessor => ({
  type,
  options: late(() => ({})),
  ...more,
})

export function plannedBuild(name: string, options: object = {}, more: Partial<PlannedBuild> = {}): PlannedBuild {
  return {
    name: `fake.${name}`,
    buildName: '',
    source: {
      type: 'fake',
      name,
      options: decoded(options),
      communicator: { communicator: 'fake', ssh_port: 22 } as unknown as PlannedBuild['source']['communicator'],
    },
    provisioners: [],
    postProcessors: [],
    smokeTests: [],
    ...more,
  }
}

export const plan = (...builds: PlannedBuild[]): Plan => ({ formatVersion: 1, template: 'template', builds })

export interface FakeSourceOptions {
  build?(context: BuildContext): Promise<unknown>
  boot?(context: BuildContext): Promise<Reach>
  publish?(context: BuildContext): Promise<Artifact | undefined>
  discard?(): Promise<void>
}

export const image = (id: string, region = 'here'): Artifact => ({
  builderId: 'fake',
  id: `${region}:${id}`,
  description: `image ${id}`,
  files: [],
  images: [{ region, id, name: `image ${id}` }],
})

const fakeSource: Source = {
  type: 'fake',
  summary: '',
  options: {},
  builderId: 'fake',
  reachable: true,
  buildValues: [],
  build: async (options, context) => {
    const fake = options as FakeSourceOptions
    if (fake.build) return fake.build(context)
    await context.provision({ host: 'machine' }, { ID: 'i-1' })
    return 'candidate'
  },
  boot: async (options, _candidate, context) => (options as FakeSourceOptions).boot?.(context) ?? { host: 'fresh' },
  publish: async (options, candidate, context) => {
    const fake = options as FakeSourceOptions
    return fake.publish ? fake.publish(context) : image(String(candidate))
  },
  discard: async options => (options as FakeSourceOptions).discard?.(),
}

const fakeProvisioner: Provisioner = {
  type: 'fake',
  summary: '',
  options: {},
  provision: async (options, context) => {
    const { run } = options as unknown as { run(context: unknown): Promise<void> }
    await run(context)
  },
}

export const postProcessors = (record: (line: string) => void): Record<string, PostProcessor> => {
  const of = (type: string, keepsInput: boolean, forcesKeep: boolean, process: PostProcessor['process']): PostProcessor => ({
    type,
    summary: '',
    options: {},
    keepsInput,
    forcesKeep,
    process: (options, artifact, context) => {
      record(`${type} ${artifact.id}`)
      return process(options, artifact, context)
    },
  })
  const made = (id: string): Artifact => ({ builderId: 'x', id, description: id, files: [], images: [] })
  return {
    manifest: { ...of('manifest', true, true, async (_options, artifact) => artifact), records: true },
    pack: of('pack', false, false, async (_options, artifact) => made(`packed ${artifact.id}`)),
    nothing: of('nothing', false, false, async () => undefined),
    broken: of('broken', false, false, async () => {
      throw new Error('broken post-processor')
    }),
  }
}

export const fakeCommunicator = (): Communicator => ({
  run: async () => ({ status: 0 }),
  upload: async () => {},
  uploadFile: async () => {},
  uploadFolder: async () => {},
  downloadFile: async () => {},
  downloadFolder: async () => {},
  remove: async () => {},
  close: async () => {},
})

export const plugins = (more: Partial<Plugins> = {}): Plugins => ({
  sources: { fake: fakeSource },
  provisioners: { fake: fakeProvisioner },
  postProcessors: postProcessors(() => {}),
  dataSources: {},
  communicators: { fake: { type: 'fake', summary: '', connect: async () => fakeCommunicator() } },
  askSmokeTest: async test => [{ test: test.name, name: test.name, outcome: 'passed', milliseconds: 1 }],
  resourceKinds: {},
  ...more,
})

export class Recorder implements Sink {
  readonly name = 'recorder'
  readonly events: Event[] = []
  handle(event: Event): void {
    this.events.push(event)
  }
  of<T extends Event['type']>(type: T): Extract<Event, { type: T }>[] {
    return this.events.filter((event): event is Extract<Event, { type: T }> => event.type === type)
  }
  get texts(): string[] {
    return this.of('message').map(event => event.text)
  }
}

export const options = (recorder: Sink, more: Partial<RunOptions> = {}): RunOptions => ({
  sinks: [recorder],
  stateFolder: temporaryFolder(),
  render: text => text,
  graceMilliseconds: 100,
  ...more,
})

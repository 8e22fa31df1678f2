/** Runs sources on the real engine, as a plan would, and says what was told on the way. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunOptions } from '../../src/engine/options'
import { runPlan } from '../../src/engine/run'
import type { Option, OptionsSpec } from '../../src/language/options/spec'
import type { Communicator, Reach } from '../../src/model/communicator'
import { type CommunicatorOptions, communicatorOptions } from '../../src/model/communicator-options'
import type { Event } from '../../src/model/event'
import type { Decoded, PlannedBuild, PlannedSmokeTest } from '../../src/model/plan'
import type { Plugins, Source } from '../../src/model/plugin'
import type { Report } from '../../src/model/report'

export interface Bake {
  readonly source: Source
  readonly options: object
  readonly communicator?: Partial<Record<keyof CommunicatorOptions, unknown>>
  /** Runs where the template's provisioner would; fails the build when it throws. */
  readonly provision?: () => Promise<void>
  /** Whether a smoke test is declared, and whether it passes. */
  readonly smokeTest?: 'passed' | 'failed'
  /** Instead: these, answered by the plugins given. */
  readonly smokeTests?: readonly PlannedSmokeTest[]
  readonly engine?: Partial<RunOptions>
  readonly plugins?: Partial<Plugins>
}

export interface Baked {
  readonly report: Report
  readonly events: readonly Event[]
  /** Where the communicator was sent, in order. */
  readonly reached: readonly Reach[]
  readonly steps: readonly string[]
  readonly messages: readonly string[]
}

export async function bake(order: Bake): Promise<Baked> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'ingot-bake-'))
  const events: Event[] = []
  const reached: Reach[] = []
  try {
    const sink = { name: 'recorder', handle: (event: Event) => void events.push(event) }
    const plan = { formatVersion: 1, template: 'template.pkr.hcl', builds: [plannedBuild(order)] } as const
    const report = await runPlan(plan, pluginsFor(order, reached), {
      sinks: [sink],
      stateFolder,
      render: (text, data) => text.replace(/\{\{ *\.(\w+) *\}\}/g, (_, name) => String(data[name])),
      ...order.engine,
    })
    return {
      report,
      events,
      reached,
      steps: events.flatMap(event => (event.type === 'step-finished' ? `${event.step}: ${event.outcome}` : [])),
      messages: events.flatMap(event => (event.type === 'message' ? event.text : [])),
    }
  } finally {
    rmSync(stateFolder, { recursive: true })
  }
}

function plannedBuild({ source, options, communicator, provision, smokeTest, smokeTests }: Bake): PlannedBuild {
  return {
    name: `${source.type}.web`,
    buildName: '',
    source: {
      type: source.type,
      name: 'web',
      options: decoded(withDefaults(source.options, options)),
      communicator: withDefaults(communicatorOptions, { ssh_username: 'admin', ...communicator }) as CommunicatorOptions,
    },
    provisioners: provision
      ? [
          {
            type: 'call',
            options: { preview: decoded({}), resolve: () => ({ value: decoded({}), diagnostics: [] }), toJSON: () => ({}) },
          },
        ]
      : [],
    postProcessors: [],
    smokeTests:
      smokeTests ?? (smokeTest ? [{ name: 'answers', scripts: [], inline: ['true'], environment: {}, timeout: 1000 }] : []),
  }
}

function pluginsFor({ source, provision, smokeTest = 'passed', plugins }: Bake, reached: Reach[]): Plugins {
  const connect = async (reach: Reach) => {
    reached.push(reach)
    return silent
  }
  return {
    sources: { [source.type]: source },
    provisioners: {
      call: { type: 'call', summary: '', options: {}, provision: async () => provision?.() },
    },
    postProcessors: {},
    dataSources: {},
    communicators: Object.fromEntries(['ssh', 'winrm', 'none'].map(type => [type, { type, summary: '', connect }])),
    askSmokeTest: async test => [{ test: test.name, name: test.name, outcome: smokeTest, milliseconds: 1 }],
    resourceKinds: {},
    ...plugins,
  }
}

const silent: Communicator = {
  run: async () => ({ status: 0 }),
  upload: async () => {},
  uploadFile: async () => {},
  uploadFolder: async () => {},
  downloadFile: async () => {},
  downloadFolder: async () => {},
  remove: async () => {},
  close: async () => {},
}

const decoded = (value: object): Decoded => ({
  value: value as Readonly<Record<string, unknown>>,
  rangeOf: () => undefined,
  toJSON: () => value,
})

/** As decoding would leave them: every option present, defaults filled in, in blocks too. */
export function withDefaults(spec: OptionsSpec, given: object): Readonly<Record<string, unknown>> {
  const unknown = Object.keys(given).filter(name => !(name in spec))
  if (unknown.length > 0) throw new Error(`no such option: ${unknown.join(', ')}`)
  const values = given as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(spec).map(([name, option]) => [name, filled(option, values[name])]))
}

function filled(option: Option<unknown>, value: unknown): unknown {
  if (option.form === 'blocks') return ((value ?? []) as object[]).map(each => withDefaults(option.options ?? {}, each))
  if (option.form === 'block') return value && withDefaults(option.options ?? {}, value)
  return value ?? option.settings.default
}

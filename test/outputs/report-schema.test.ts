/** The published schema of the report, held to reports as the engine makes them; closed for the test, so that no field is forgotten in it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { Interrupted } from '../../src/engine/interrupt'
import type { Inventory } from '../../src/model/inventory'
import type { Source } from '../../src/model/plugin'
import type { Report } from '../../src/model/report'
import { type Bake, bake } from '../helpers/bake'
import { buildReport, failedBuild, report } from './reports'

const schema = JSON.parse(readFileSync(join(__dirname, '..', '..', 'docs', 'ingot-report.schema.json'), 'utf8'))
const validator = (given: object) => {
  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false })
  addFormats(ajv)
  return ajv.compile(given)
}
const asPublished = validator(schema)
const closed = validator(withoutMore(schema) as object)

function withoutMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMore)
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutMore(each)]))
  return 'properties' in copy && 'type' in copy ? { ...copy, additionalProperties: false } : copy
}

const artifact = {
  builderId: 'x',
  id: 'r:ami-1',
  description: 'd',
  files: [],
  images: [{ region: 'r', id: 'ami-1', name: 'n', sourceId: 'ami-0', fingerprint: 'a'.repeat(64) }],
}
const inventory: Inventory = {
  system: { id: 'debian', name: 'Debian' },
  manager: 'deb',
  packages: [{ name: 'a', version: '2', arch: 'all' }],
}
const stuck = {
  name: 'fake.thing',
  place: { region: 'r' },
  create: async () => 'thing-1',
  find: async () => [],
  release: async () => Promise.reject(new Error('in use')),
}
const source = (more: object = {}) =>
  ({
    type: 'fake',
    summary: '',
    options: {},
    builderId: 'x',
    reachable: true,
    portable: true,
    buildValues: [],
    build: async (_options: unknown, context: { provision(reach: object, values: object): Promise<void> }) => {
      await context.provision({ host: 'builds' }, {})
      return { imageId: 'ami-1' }
    },
    boot: async () => ({ host: 'fresh' }),
    unchanged: async () => artifact,
    publish: async () => artifact,
    ...more,
  }) as unknown as Source
const leaky = source({
  build: async (_options: unknown, context: { acquire(kind: unknown, request: unknown): Promise<string> }) => {
    await context.acquire(stuck, {})
    return 'candidate'
  },
})
const plugins = { listPackages: async () => inventory }
const previousPackages = new Map([
  [
    'fake.web',
    [
      { name: 'a', version: '1', arch: 'all' },
      { name: 'b', version: '1' },
    ],
  ],
])
const interrupt = { signal: AbortSignal.abort(new Interrupted('SIGINT')), onRepeat: () => {} }
const baked = async (order: Partial<Bake> = {}) => (await bake({ source: source(), options: {}, plugins, ...order })).report

test.each<[string, () => Promise<Report>, Partial<Report>]>([
  ['a success', () => baked({ smokeTest: 'passed', engine: { previousPackages } }), { outcome: 'done' }],
  ['a failed smoke test', () => baked({ smokeTest: 'failed' }), { outcome: 'failed' }],
  ['something left behind', () => baked({ source: leaky }), { outcome: 'failed' }],
  ['an interruption', () => baked({ engine: { interrupt } }), { outcome: 'interrupted' }],
  ['a candidate that waits', () => baked({ engine: { publish: 'later' } }), { outcome: 'done' }],
  [
    'an unchanged image',
    () => baked({ engine: { skipUnchanged: true, recipes: new Map([['fake.web', 'r']]) } }),
    { outcome: 'done' },
  ],
  ['tests switched off', () => baked({ smokeTest: 'passed', engine: { smokeTests: false } }), { smokeTested: false }],
  [
    'several builds, files and problems',
    async () =>
      report({
        outcome: 'failed',
        exitCode: 1,
        builds: [buildReport(), failedBuild],
        problems: ['p'],
        files: [{ what: 'log', path: '/l' }],
      }),
    { outcome: 'failed' },
  ],
])('%s', async (_case, made, expected) => {
  const written = JSON.parse(JSON.stringify(await made()))
  expect(written).toMatchObject(expected)
  for (const validate of [asPublished, closed]) {
    validate(written)
    expect(validate.errors).toBeNull()
  }
})

test.each<[string, object]>([
  ['another version', { formatVersion: 2 }],
  ['no builds', { builds: undefined }],
  ['an unknown outcome', { outcome: 'fine' }],
  ['an image without a region', { builds: [buildReport({ images: [{ id: 'ami-1', name: 'x' } as never] })] }],
  ['a time that is none', { run: { ...report().run, startedAt: 'yesterday' } }],
])('refused: %s', (_case, more) => {
  expect(asPublished(JSON.parse(JSON.stringify({ ...report(), ...more })))).toBe(false)
})

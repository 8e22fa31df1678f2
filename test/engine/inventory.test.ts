/** Which machine is asked what is installed, when none is, and what the report says of it. */

import { execFileSync } from 'node:child_process'
import { packageChanges } from '../../src/engine/package-changes'
import { compareVersions } from '../../src/lib/version-order'
import type { Event } from '../../src/model/event'
import type { InstalledPackage, Inventory, PackageChange } from '../../src/model/inventory'
import type { PlannedSmokeTest } from '../../src/model/plan'
import type { Source } from '../../src/model/plugin'
import { type Bake, bake } from '../helpers/bake'
import { describeWith } from '../helpers/tools'

const inventory: Inventory = {
  system: { id: 'debian', name: 'Debian' },
  manager: 'deb',
  packages: [
    { name: 'openssl', version: '3.0.14', arch: 'amd64' },
    { name: 'nginx', version: '1', arch: 'amd64' },
  ],
}

const source = {
  type: 'fake',
  summary: '',
  options: {},
  builderId: 'x',
  reachable: true,
  portable: true,
  buildValues: [],
  build: async (_options: unknown, context: { provision(reach: object, values: object): Promise<void> }) => {
    await context.provision({ host: 'builds' }, {})
    return 'candidate'
  },
  boot: async () => ({ host: 'fresh' }),
  adopt: async () => 'adopted',
  unchanged: async () => artifact,
  publish: async () => artifact,
} as unknown as Source
const artifact = { builderId: 'x', id: 'ami-1', description: '', files: [], images: [{ region: 'r', id: 'ami-1', name: 'n' }] }

const smokeTest = (more: Partial<PlannedSmokeTest> = {}): PlannedSmokeTest => ({
  name: 't',
  scripts: [],
  inline: ['true'],
  environment: {},
  timeout: 5000,
  ...more,
})
const machines = (...names: string[]) => smokeTest({ machines: names.map(name => ({ name })) })

/** Which machines were asked, in order, and what came of it. */
async function asked(order: Partial<Bake> = {}, listPackages: () => Promise<Inventory | undefined> = async () => inventory) {
  const log: string[] = []
  const baked = await bake({
    source,
    options: {},
    ...order,
    plugins: {
      askSmokeTest: async ({ name }) => {
        log.push('tests')
        return [{ test: name, name, outcome: 'passed', milliseconds: 1 }]
      },
      listPackages: async () => {
        log.push('list')
        return listPackages()
      },
      ...order.plugins,
    },
  })
  const told = baked.events.filter((event): event is Extract<Event, { type: 'inventory' }> => event.type === 'inventory')
  return { ...baked, log, told: told.map(({ machine }) => machine), packages: baked.report.builds[0]?.packages }
}

test.each<[string, Partial<Bake>, string[], string[]]>([
  ['a fresh machine, before its tests', { smokeTests: [smokeTest()] }, ['list', 'tests'], ['fresh machine']],
  ['only one of several', { smokeTests: [machines('a', 'b')] }, ['list', 'tests', 'tests'], ['fresh machine']],
  ['the build machine where no test is declared', {}, ['list'], ['build machine']],
  [
    'the build machine where tests are switched off',
    { smokeTests: [smokeTest()], engine: { smokeTests: false } },
    ['list'],
    ['build machine'],
  ],
  ['nobody with -no-sbom', { smokeTests: [smokeTest()], engine: { sbom: false } }, ['tests'], []],
  ['nobody where there is no image', { source: { ...source, boot: undefined } as unknown as Source }, [], []],
  ['nobody without a communicator', { communicator: { communicator: 'none' } }, [], []],
  ['nobody of an image that exists', { smokeTests: [smokeTest()], engine: { image: 'ami-9' } }, ['tests'], []],
  [
    'nobody of an image that is unchanged',
    { smokeTests: [smokeTest()], engine: { skipUnchanged: true, recipes: new Map([['fake.web', 'same']]) } },
    [],
    [],
  ],
])('%s is asked', async (_case, order, log, told) => {
  const result = await asked(order)
  expect(result.report.outcome).toBe('done')
  expect(result.log.sort()).toEqual([...log].sort())
  expect(result.told).toEqual(told)
  if (log.length > 1 && log[0] === 'list')
    expect(result.events.findIndex(({ type }) => type === 'inventory')).toBeLessThan(
      result.events.findIndex(({ type }) => type === 'smoke-test'),
    )
  expect(result.packages).toEqual(told.length > 0 ? { installed: 2, machine: told[0] } : undefined)
})

test.each([
  ['breaks off', async () => Promise.reject(new Error('no rpm database')), 'There will be no SBOM: no rpm database'],
  ['has no packages', async () => undefined, 'There will be no SBOM: the machine has none of dpkg, rpm and apk'],
])('a machine that %s fails nobody', async (_case, list, message) => {
  const { report, messages, packages } = await asked({ smokeTests: [smokeTest()] }, list)
  expect(report.outcome).toBe('done')
  expect(messages).toContain(message)
  expect(packages).toBeUndefined()
})

test('unchanged images are said to be so, new ones are not', async () => {
  const unchanged = await asked({ engine: { skipUnchanged: true, recipes: new Map([['fake.web', 'same']]) } })
  expect(unchanged.report.builds[0]).toMatchObject({ unchanged: true, images: [{ id: 'ami-1' }] })
  expect((await asked()).report.builds[0]).not.toHaveProperty('unchanged')
})

test('secrets that are words of packages do not garble the list', async () => {
  const { events } = await asked({ engine: { redact: ['nginx'] } })
  expect(events).toContainEqual(expect.objectContaining({ type: 'inventory', inventory }))
})

test('what has changed since the last image, with published-later candidates once they are merged', async () => {
  const before: readonly InstalledPackage[] = [
    { name: 'openssl', version: '3.0.11', arch: 'amd64' },
    { name: 'vim', version: '9', arch: 'amd64' },
  ]
  const changes = {
    added: [{ name: 'nginx', arch: 'amd64', to: '1' }],
    removed: [{ name: 'vim', arch: 'amd64', from: '9' }],
    upgraded: [{ name: 'openssl', arch: 'amd64', from: '3.0.11', to: '3.0.14' }],
    downgraded: [],
  }
  const previousPackages = new Map([['fake.web', before]])
  expect((await asked({ engine: { previousPackages } })).packages?.changes).toEqual(changes)
  const later = await asked({ engine: { publish: 'later' } })
  expect(later.packages).toBeUndefined()
  const prior = JSON.parse(JSON.stringify(later.report))
  const merged = await asked({ engine: { prior, previousPackages } })
  expect({ log: merged.log, told: merged.told }).toEqual({ log: [], told: ['build machine'] })
  expect(merged.packages).toEqual({ installed: 2, machine: 'build machine', changes })
})

test.each<[string, string, string, object]>([
  ['the same', 'a 1, b 2', 'b 2, a 1', {}],
  ['from nothing', '', 'a 1', { added: ['a to 1'] }],
  ['to nothing', 'a 1', '', { removed: ['a from 1'] }],
  ['a downgrade', 'a 2', 'a 1', { downgraded: ['a from 2 to 1'] }],
  ['one kernel more', 'kernel 1', 'kernel 1, kernel 2', { added: ['kernel to 2'] }],
  ['the oldest of two kernels for a new one', 'kernel 1, kernel 2', 'kernel 2, kernel 3', { upgraded: ['kernel from 1 to 3'] }],
  ['another architecture', 'a:i386 1', 'a:amd64 1', { added: ['a:amd64 to 1'], removed: ['a:i386 from 1'] }],
])('%s', (_case, before, after, expected) => {
  const read = (text: string): InstalledPackage[] =>
    text === ''
      ? []
      : text.split(', ').map(word => {
          const [name = '', version = ''] = word.split(' ')
          const [plain = '', arch] = name.split(':')
          return { name: plain, version, ...(arch && { arch }) }
        })
  const changes: Readonly<Record<string, readonly PackageChange[]>> = { ...packageChanges(read(before), read(after)) }
  const shown = Object.entries(changes).flatMap(([word, list]) => {
    const texts = list.map(({ name, arch, from, to }) =>
      [arch ? `${name}:${arch}` : name, from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' '),
    )
    return texts.length > 0 ? [[word, texts]] : []
  })
  expect(Object.fromEntries(shown)).toEqual(expected)
})

describeWith(['dpkg'], 'versions, as dpkg compares them', () => {
  const versions = [
    '1',
    '1.0',
    '1.0-1',
    '1.0-1+b1',
    '1.0~rc1',
    '1:0.1',
    '2.10',
    '2.9',
    '1.0a',
    '1.0+',
    '1.0-1~deb12u2',
    '20240101',
    '1..0',
  ]
  test.each(versions.flatMap(a => versions.map(b => [a, b] as const)).filter(([a, b]) => a < b))('%s and %s', (a, b) => {
    const is = (relation: string) => {
      try {
        execFileSync('dpkg', ['--compare-versions', a, relation, b], { stdio: 'ignore' })
        return true
      } catch {
        return false
      }
    }
    expect(Math.sign(compareVersions(a, b))).toBe(is('lt') ? -1 : is('gt') ? 1 : 0)
    expect(Math.sign(compareVersions(b, a))).toBe(-Math.sign(compareVersions(a, b)) + 0)
  })
})

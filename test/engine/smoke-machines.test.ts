/** Several machines, their limits, what is kept of those that fail, and images that exist already. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { groupsOf } from '../../src/engine/smoke-machine'
import type { PlannedSmokeTest } from '../../src/model/plan'
import type { BootRequest, Source } from '../../src/model/plugin'
import { type Bake, bake } from '../helpers/bake'

const testOf = (name: string, more: Partial<PlannedSmokeTest> = {}): PlannedSmokeTest => ({
  name,
  scripts: [],
  inline: ['true'],
  environment: {},
  timeout: 5000,
  ...more,
})

test('machines are shared by the tests that want the same one, and rebooted last', () => {
  const big = { name: 'big', instanceType: 'm5.large' }
  const groups = groupsOf([
    testOf('reboots', { reboot: true }),
    testOf('plain'),
    testOf('on two', { machines: [big, { name: 'other' }] }),
    testOf('on big', { machines: [big] }),
  ])
  expect(groups.map(({ machine, tests }) => [machine?.name, tests.map(({ name }) => name)])).toEqual([
    [undefined, ['plain', 'reboots']],
    ['big', ['on two', 'on big']],
    ['other', ['on two']],
  ])
})

describe('a build', () => {
  let booted: (BootRequest | undefined)[]
  let marks: string[]
  let adopted: string[]
  let published: number
  let stateFolder: string

  beforeEach(() => {
    ;[booted, marks, adopted, published] = [[], [], [], 0]
    stateFolder = mkdtempSync(join(tmpdir(), 'ingot-machines-'))
  })
  afterEach(() => rmSync(stateFolder, { recursive: true, force: true }))

  const image = {
    name: 'fake.image',
    place: {},
    create: async () => 'image-1',
    find: async () => [],
    release: async () => void marks.push('released'),
  }
  const source = {
    type: 'fake',
    summary: '',
    options: {},
    builderId: 'x',
    reachable: true,
    buildValues: [],
    build: async (_options: unknown, context: { keep(kind: unknown, request: unknown): Promise<string> }) =>
      context.keep(image, {}),
    boot: async (_options: unknown, _candidate: unknown, _context: unknown, request?: BootRequest) => {
      booted.push(request)
      if (request?.instanceType === 'none') throw new Error('no such type')
      return { host: '192.0.2.1', privateKey: 'PRIVATE-PRIVATE', console: async () => 'last words of PRIVATE-PRIVATE' }
    },
    adopt: async (_options: unknown, id: string) => {
      adopted.push(id)
      return id
    },
    mark: async (_options: unknown, _candidate: unknown, state: string) => void marks.push(state),
    publish: async () => {
      published++
      return { builderId: 'x', id: 'image-1', description: '', files: [], images: [] }
    },
  } as unknown as Source

  const run = (tests: readonly PlannedSmokeTest[], outcome: 'passed' | 'failed' | 'never', engine: Bake['engine'] = {}) =>
    bake({
      source,
      options: {},
      smokeTests: tests,
      plugins: {
        askSmokeTest: async ({ name }, { signal }) => {
          if (outcome === 'never') await new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason)))
          return [{ test: name, name, outcome: outcome as 'passed', milliseconds: 1, detail: 'why' }]
        },
      },
      engine: { stateFolder, ...engine },
    })

  const probe = (port: number) => ({ name: `p${port}`, port, timeout: 1, retryTimeout: 1, sleep: 1 })

  test('each machine has its type, data and open ports; results say whose they are', async () => {
    const tests = [
      testOf('a', { probes: [probe(80), probe(443)], ports: [80, 8443] }),
      testOf('b', { machines: [{ name: 'big', instanceType: 'm5.large', userData: '#!' }, { name: 'small' }] }),
    ]
    const { report, messages } = await run(tests, 'passed')
    expect(report.builds[0]!.smokeTests.map(({ name, machine }) => [name, machine])).toEqual([
      ['a', undefined],
      ['b [big]', 'big'],
      ['b [small]', 'small'],
    ])
    expect(booted).toEqual([
      { instanceType: undefined, userData: undefined, ports: [80, 8443, 443] },
      { instanceType: 'm5.large', userData: '#!', ports: [] },
      { instanceType: undefined, userData: undefined, ports: [] },
    ])
    expect(messages.join()).toContain('3 fresh machines from image-1 are booted')
    expect([marks, published]).toEqual([['tested'], 1])
  })

  test('a machine that cannot be made fails the build; the others are asked all the same', async () => {
    const { report } = await run([testOf('a', { machines: [{ name: 'x', instanceType: 'none' }, { name: 'y' }] })], 'passed')
    expect(report.builds[0]!.error?.message).toBe('no such type')
    expect(booted).toHaveLength(2)
    expect([marks, published]).toEqual([['released'], 0])
  })

  test('a failed one: discarded, its console and journal are files without secrets', async () => {
    const { report } = await run([testOf('a')], 'failed')
    expect(report.outcome).toBe('failed')
    expect([marks, published]).toEqual([['released'], 0])
    const files = report.files.filter(({ what }) => what === 'console')
    expect(files).toHaveLength(1)
    const text = readFileSync(files[0]!.path, 'utf8')
    expect(text).toMatch(/^last words of /)
    expect(text).not.toContain('PRIVATE-PRIVATE')
  })

  test('or kept, when the test that failed says so', async () => {
    const { report } = await run([testOf('a', { onFailure: 'keep' }), testOf('b')], 'failed')
    expect(report.builds[0]!.error?.advice).toBe(
      'The candidate image-1 is kept, private and tagged as failed; nothing was published.',
    )
    expect([marks, published]).toEqual([['failed'], 0])
    expect(report.leftovers).toEqual([])
  })

  test('held for debugging for as long as asked, with the line that opens it', async () => {
    const began = Date.now()
    const { messages } = await run([testOf('a')], 'failed', { debugOnFailure: 400 })
    expect(Date.now() - began).toBeGreaterThan(390)
    const line = messages.find(message => message.startsWith('The machine stays for'))
    expect(line).toMatch(/ssh -p 22 -i \S+-key -o UserKnownHostsFile=\/dev\/null -o StrictHostKeyChecking=no admin@192\.0\.2\.1$/)
    expect(readdirSync(stateFolder, { recursive: true }).filter(name => String(name).endsWith('-key'))).toEqual([])
  })

  test('all tests together have a limit too', async () => {
    const { report } = await run([testOf('a')], 'never', { smokeTestMilliseconds: 200, graceMilliseconds: 50 })
    expect(report.builds[0]!.error?.message).toBe('The smoke tests were not done within 200 ms')
  })

  test.each(['passed', 'failed'] as const)('an image that exists is asked and left as it is: %s', async outcome => {
    const { report } = await run([testOf('a', { onFailure: 'keep' })], outcome, { image: 'image-9' })
    expect(adopted).toEqual(['image-9'])
    expect([marks, published]).toEqual([[], 0])
    expect(report.outcome).toBe(outcome === 'passed' ? 'done' : 'failed')
    expect(report.builds[0]!.smokeTests).toHaveLength(1)
  })
})

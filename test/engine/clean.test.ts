import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { clean } from '../../src/engine/clean'
import { Journal, type JournalEntry, journalPath } from '../../src/engine/journal'
import { readRun } from '../../src/engine/journal-reader'
import { currentProcess } from '../../src/lib/process-identity'
import { FolderCloud, type Hooks, temporaryFolder } from './fakes'

const dead = { ...currentProcess(), pid: 2 ** 22 + 1 }

function setUp(hooks: Hooks = {}) {
  const folder = temporaryFolder()
  const cloud = new FolderCloud(join(folder, 'cloud'))
  const said: string[] = []
  const stateFolder = join(folder, 'runs')
  const write = (run: string, header: object, ...entries: (JournalEntry | string)[]) => {
    const path = journalPath(stateFolder, run)
    mkdirSync(dirname(path), { recursive: true })
    const first = { type: 'run', formatVersion: 1, run, startedAt: '', template: 't', process: dead, ...header }
    writeFileSync(
      path,
      [first, ...entries].map(entry => (typeof entry === 'string' ? entry : `${JSON.stringify(entry)}\n`)).join(''),
    )
    return path
  }
  const make = (id: string, token: string) => writeFileSync(join(cloud.folder, id), token)
  const run = (more: object = {}) =>
    clean({
      stateFolder,
      resourceKinds: { thing: () => cloud.kind('thing', hooks) as never },
      say: line => said.push(line),
      warn: line => said.push(line),
      signal: new AbortController().signal,
      ...more,
    })
  return { cloud, said, write, make, run, stateFolder }
}

const intended = (token: string, kind = 'thing'): JournalEntry => ({ type: 'intended', token, kind, place: {}, build: 'b' })
const created = (token: string, id: string): JournalEntry => ({ type: 'created', token, id })

test('releases by id, by token where there is none, newest first, and the journal goes', async () => {
  const { cloud, write, make, run } = setUp()
  make('a', 'r-1')
  make('b', 'r-2')
  make('c', 'r-3')
  make('published', 'r-4')
  const path = write(
    'r',
    {},
    ...[intended('r-1'), created('r-1', 'a'), intended('r-2'), intended('r-3'), created('r-3', 'c')],
    ...[intended('r-4'), created('r-4', 'published'), { type: 'published', token: 'r-4' } as const],
    '{"type":"intended","token":"r-5","ki',
  )
  expect(await run()).toMatchObject({ runs: 1, released: 3, leftovers: [] })
  expect(cloud.calls).toEqual(['release c', 'find 2', 'release b', 'release a'])
  expect(cloud.things).toEqual(['published'])
  expect(existsSync(path)).toBe(false)
})

test('what cannot be released stays in the journal for the next time, what could does not', async () => {
  const hooks: Hooks = {
    beforeRelease: id => {
      if (id === 'a') throw new Error('in use')
    },
  }
  const { write, make, run, stateFolder } = setUp(hooks)
  make('a', 'r-1')
  make('b', 'r-2')
  write('r', {}, intended('r-1'), created('r-1', 'a'), intended('r-2'), created('r-2', 'b'))
  expect(await run()).toMatchObject({ released: 1, leftovers: [{ id: 'a', reason: 'in use' }] })
  expect((await readRun(stateFolder, 'r'))?.outstanding).toMatchObject([{ id: 'a' }])
}, 15_000)

test('never touches a run whose process lives', async () => {
  const { cloud, write, make, run } = setUp()
  make('a', 'r-1')
  write('r', { process: currentProcess() }, intended('r-1'), created('r-1', 'a'))
  expect(await run({ runs: ['r'] })).toMatchObject({ alive: ['r'], released: 0 })
  expect(cloud.things).toEqual(['a'])
})

test.each([
  ['another process now has the number', { started: '1' }, 'dead'],
  ['the machine was started anew since', { boot: 'another' }, 'dead'],
  ['it ran on another machine', { host: 'elsewhere', boot: 'another' }, 'unknown'],
  ['it ran in another container', { namespace: 'pid:[1]' }, 'unknown'],
])('%s: %o is %s', async (_case, difference, owner) => {
  const { cloud, write, make, run } = setUp()
  make('a', 'r-1')
  write('r', { process: { ...currentProcess(), ...difference } }, intended('r-1'), created('r-1', 'a'))
  const report = await run()
  expect(report.unknown).toEqual(owner === 'unknown' ? ['r'] : [])
  expect(cloud.things).toEqual(owner === 'unknown' ? ['a'] : [])
  await run(owner === 'unknown' ? { runs: ['r'] } : {})
  expect(cloud.things).toEqual([])
})

test('a dry run says what it would do and does nothing', async () => {
  const { cloud, write, make, run, said } = setUp()
  make('a', 'r-1')
  const path = write('r', {}, intended('r-1'), created('r-1', 'a'), intended('r-2'))
  const before = readFileSync(path, 'utf8')
  await run({ dryRun: true })
  expect(said.slice(1)).toEqual(['Would release thing with token r-2', 'Would release thing a'])
  expect(cloud.calls).toEqual([])
  expect(readFileSync(path, 'utf8')).toBe(before)
})

test('a kind that is not known is named', async () => {
  const { write, run } = setUp()
  write('r', {}, intended('r-1', 'future.thing'), created('r-1', 'a'))
  expect((await run()).leftovers).toMatchObject([{ kind: 'future.thing', id: 'a' }])
})

test('an embedded sandbox is served again, and places follow it to its new endpoint', async () => {
  const { cloud, write, make, run } = setUp()
  make('a', 'r-1')
  const sandbox = { stateFolder: '/sandbox', kind: 'light', endpoint: 'http://127.0.0.1:1' }
  const place = { region: 'r', endpoint: sandbox.endpoint }
  write('r', { sandbox }, { type: 'intended', token: 'r-1', kind: 'thing', place, build: 'b' }, created('r-1', 'a'))
  const places: unknown[] = []
  const served: unknown[] = []
  await run({
    resourceKinds: {
      thing: (at: object) => {
        places.push(at)
        return cloud.kind('thing')
      },
    },
    withSandbox: async (record: object, work: (endpoint: string) => Promise<unknown>) => {
      served.push(record)
      return work('http://127.0.0.1:2')
    },
  })
  expect(served).toEqual([sandbox])
  expect(places).toEqual([{ region: 'r', endpoint: 'http://127.0.0.1:2' }])
  expect(cloud.things).toEqual([])
})

test('a sandbox that cannot be served again leaves its things in the journal', async () => {
  const { write, run } = setUp()
  const path = write('r', { sandbox: { stateFolder: '/s', kind: 'light', endpoint: 'e' } }, intended('r-1'), created('r-1', 'a'))
  const withSandbox = async () => {
    throw new Error('no qemu')
  }
  expect((await run({ withSandbox })).leftovers).toMatchObject([
    { id: 'a', reason: 'its sandbox could not be served again: no qemu' },
  ])
  expect(existsSync(path)).toBe(true)
})

test('a run that is named and has no journal is refused', async () => {
  await expect(setUp().run({ runs: ['nobody'] })).rejects.toThrow('There is no journal of nobody')
})

const lineOf = (entry: JournalEntry) => `${JSON.stringify(entry)}\n`

test.each([
  ['a line in the middle', (text: string) => text.replace('"published"', '"publ\0\0\0\0\0"')],
  ['half a byte', (text: string) => text.replace('{"type":"published"', '{"tyqe:"published"')],
  ['the first line', (text: string) => text.replace('{"type":"run"', '\0\0\0\0\0\0\0\0\0\0')],
  ['an absent first line', (text: string) => text.slice(text.indexOf('\n') + 1)],
])('nothing is released by a damaged journal, and it stays: %s', async (_, damage) => {
  const { write, make, run, cloud } = setUp()
  make('a', 'r-1')
  make('published', 'r-2')
  const all = [intended('r-1'), created('r-1', 'a'), intended('r-2'), created('r-2', 'published')].map(lineOf)
  const path = write('r', {}, ...all, lineOf({ type: 'published', token: 'r-2' }))
  writeFileSync(path, damage(readFileSync(path, 'utf8')))
  const { leftovers, released } = await run()
  expect({ released, leftovers }).toEqual({
    released: 0,
    leftovers: [
      {
        build: '',
        kind: 'journal',
        id: path,
        place: {},
        reason: expect.stringMatching(/^line \d is damaged.* -run r -region all/),
      },
    ],
  })
  expect(cloud.things).toEqual(['a', 'published'])
  expect(existsSync(path)).toBe(true)
})

test('an empty journal, and one that was never begun, just go', async () => {
  const { write, run, stateFolder } = setUp()
  const empty = write('r', {})
  mkdirSync(join(stateFolder, 's'))
  writeFileSync(journalPath(stateFolder, 's'), '')
  expect(await run()).toMatchObject({ runs: 0, released: 0, leftovers: [] })
  expect([existsSync(empty), existsSync(journalPath(stateFolder, 's'))]).toEqual([false, false])
})

test('appending after a torn line keeps both readable', async () => {
  const { write, stateFolder } = setUp()
  const path = write('r', {}, intended('r-1'), created('r-1', 'a'))
  appendFileSync(path, '{"type":"rel')
  const journal = await Journal.reopen(path, ['r-1'])
  await journal.append({ type: 'intended', token: 'r-2', kind: 'thing', place: {}, build: 'b' })
  await journal.close()
  expect((await readRun(stateFolder, 'r'))?.outstanding.map(thing => thing.token)).toEqual(['r-1', 'r-2'])
})

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Journal } from '../../src/engine/journal'
import { readRun } from '../../src/engine/journal-reader'
import { Scope } from '../../src/engine/scope'
import { FolderCloud, temporaryFolder } from './fakes'

const journals: Journal[] = []
afterEach(() => Promise.allSettled(journals.splice(0).map(journal => journal.close())))

const patient = new AbortController().signal

async function setUp() {
  const folder = temporaryFolder()
  const cloud = new FolderCloud(join(folder, 'cloud'))
  const journal = await Journal.create(folder, { run: 'r', startedAt: '', template: '' })
  let tokens = 0
  const scope = new Scope({ build: 'b', journal, newToken: () => `r-${++tokens}`, emit: () => {} }, 20)
  journals.push(journal)
  const outstanding = async () => (await readRun(folder, 'r'))?.outstanding.map(thing => thing.id ?? `token ${thing.token}`)
  return { folder, cloud, journal, scope, outstanding }
}

test('the intent is on disk before the create, the id after it', async () => {
  const { cloud, scope, outstanding } = await setUp()
  const seen: unknown[] = []
  const kind = cloud.kind('thing', { beforeCreate: async () => void seen.push(await outstanding()) })
  await scope.acquire(kind, 'a', patient)
  expect(seen).toEqual([['token r-1']])
  expect(await outstanding()).toEqual(['a'])
})

test('releases newest first, nested ones before, and a journal with nothing left goes', async () => {
  const { cloud, scope, journal } = await setUp()
  await scope.acquire(cloud.kind('thing'), 'a', patient)
  await scope.acquire(cloud.kind('thing'), 'b', patient)
  await scope.nest().acquire(cloud.kind('thing'), 'c', patient)
  cloud.calls.length = 0
  expect(await scope.close(patient)).toEqual([])
  expect(cloud.calls).toEqual(['release c', 'release b', 'release a'])
  expect(cloud.things).toEqual([])
  await journal.close()
  expect(existsSync(journal.path)).toBe(false)
})

test('one that cannot be released does not keep the others, is tried again, and is named', async () => {
  const { cloud, scope, journal, outstanding } = await setUp()
  const stuck = () => {
    throw new Error('in use')
  }
  await scope.acquire(cloud.kind('thing'), 'a', patient)
  await scope.acquire(cloud.kind('stuck', { beforeRelease: stuck }), 'b', patient)
  await scope.acquire(cloud.kind('thing'), 'c', patient)
  const leftovers = await scope.close(patient)
  expect(leftovers).toEqual([{ build: 'b', kind: 'stuck', id: 'b', place: { folder: cloud.folder }, reason: 'in use' }])
  expect(cloud.calls.filter(call => call === 'release b')).toHaveLength(3)
  expect(cloud.things).toEqual(['b'])
  await journal.close()
  expect(await outstanding()).toEqual(['b'])
})

test('one that had to wait for another goes in a later pass', async () => {
  const { cloud, scope } = await setUp()
  const kind = cloud.kind('thing', {
    beforeRelease: id => {
      if (id === 'b' && cloud.things.includes('a')) throw new Error('in use by a')
    },
  })
  await scope.acquire(kind, 'a', patient)
  await scope.acquire(kind, 'b', patient)
  expect(await scope.close(patient)).toEqual([])
  expect(cloud.things).toEqual([])
})

test('a create whose reply was lost is found by its token', async () => {
  const { cloud, scope } = await setUp()
  const lost = () => {
    throw new Error('connection reset')
  }
  await expect(scope.acquire(cloud.kind('thing', { afterCreate: lost }), 'a', patient)).rejects.toThrow('connection reset')
  expect(cloud.things).toEqual(['a'])
  expect(await scope.close(patient)).toEqual([])
  expect(cloud.calls).toEqual(['create a', 'find 1', 'release a'])
})

test('a create that was refused for certain is not looked for', async () => {
  const { cloud, scope } = await setUp()
  const refuse = () => {
    throw new Error('no')
  }
  const kind = cloud.kind('thing', { beforeCreate: refuse, refused: error => (error as Error).message === 'no' })
  await expect(scope.acquire(kind, 'a', patient)).rejects.toThrow('no')
  await scope.close(patient)
  expect(cloud.calls).toEqual(['create a'])
})

test('an interrupt gives up on a create at once; what succeeds late is released by its id', async () => {
  const { cloud, scope } = await setUp()
  const interrupt = new AbortController()
  const kind = cloud.kind('thing', { beforeCreate: () => new Promise(done => setTimeout(done, 150)) })
  setTimeout(() => interrupt.abort(new Error('interrupted')), 30)
  const began = performance.now()
  await expect(scope.acquire(kind, 'a', interrupt.signal)).rejects.toThrow('interrupted')
  expect(performance.now() - began).toBeLessThan(120)
  expect(await scope.close(patient)).toEqual([])
  expect(cloud.calls).toEqual(['create a', 'release a'])
  expect(cloud.things).toEqual([])
})

test('after an abort and after the close nothing is created', async () => {
  const { cloud, scope } = await setUp()
  await expect(scope.acquire(cloud.kind('thing'), 'a', AbortSignal.abort(new Error('over')))).rejects.toThrow('over')
  await scope.close(patient)
  await expect(scope.acquire(cloud.kind('thing'), 'b', patient)).rejects.toThrow('clean-up has begun')
  expect(cloud.calls).toEqual([])
})

test('what was kept is released on failure, and never once it is published', async () => {
  const failed = await setUp()
  await failed.scope.acquire(failed.cloud.kind('image'), 'candidate', patient, true)
  await failed.scope.close(patient)
  expect(failed.cloud.things).toEqual([])

  const { cloud, scope, journal } = await setUp()
  await scope.acquire(cloud.kind('image'), 'candidate', patient, true)
  await scope.acquire(cloud.kind('machine'), 'machine', patient)
  await scope.publish()
  await scope.close(patient)
  expect(cloud.things).toEqual(['candidate'])
  await journal.close()
  expect(existsSync(journal.path)).toBe(false)
})

test('released early once, and not again at the end', async () => {
  const { cloud, scope } = await setUp()
  await scope.acquire(cloud.kind('thing'), 'a', patient)
  await scope.release('a', patient)
  await expect(scope.release('a', patient)).rejects.toThrow('does not hold')
  await scope.close(patient)
  expect(cloud.calls).toEqual(['create a', 'release a'])
})

test('hastens all at once, also what has no id yet', async () => {
  const { cloud, scope } = await setUp()
  const lost = () => {
    throw new Error('reset')
  }
  await scope.acquire(cloud.kind('machine', { hastens: true }), 'a', patient)
  await scope
    .nest()
    .acquire(cloud.kind('machine', { hastens: true, afterCreate: lost }), 'b', patient)
    .catch(() => {})
  await scope.acquire(cloud.kind('group'), 'c', patient)
  cloud.calls.length = 0
  await scope.hasten(patient)
  expect(cloud.calls.sort()).toEqual(['find 2', 'hasten a', 'hasten b'])
})

test('a clean-up whose time is over ends and names what remains', async () => {
  const { cloud, scope } = await setUp()
  const kind = cloud.kind('thing', { beforeRelease: () => new Promise(() => {}) })
  await scope.acquire(kind, 'a', patient)
  const over = new AbortController()
  setTimeout(() => over.abort(new Error('clean-up was not done in time')), 50)
  expect(await scope.close(over.signal)).toMatchObject([{ id: 'a', reason: 'clean-up was not done in time' }])
})

test('without a journal nothing is created', async () => {
  const { cloud, journal, scope } = await setUp()
  jest.spyOn(journal, 'append').mockRejectedValueOnce(new Error('ENOSPC: no space left on device'))
  await expect(scope.acquire(cloud.kind('thing'), 'a', patient)).rejects.toThrow('no space left on device')
  expect(cloud.calls).toEqual([])
  expect(await scope.close(patient)).toEqual([])
})

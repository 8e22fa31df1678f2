/** Signals, journal under load, and the pruning of old runs. */
import { EventEmitter } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Interrupted, watchSignals } from '../../src/engine/interrupt'
import { Journal, journalPath } from '../../src/engine/journal'
import { readRun } from '../../src/engine/journal-reader'
import { pruneRuns } from '../../src/engine/prune'
import { newRunIdentity } from '../../src/engine/run'
import { temporaryFolder } from './fakes'

test('the first signal aborts, later ones are only heard, and afterwards they are the system’s again', () => {
  const emitter = new EventEmitter()
  const interrupt = watchSignals(emitter as unknown as NodeJS.Process)
  const repeated = jest.fn()
  interrupt.onRepeat(repeated)
  emitter.emit('SIGTERM', 'SIGTERM')
  expect(interrupt.signal.reason).toEqual(new Interrupted('SIGTERM'))
  expect(repeated).not.toHaveBeenCalled()
  emitter.emit('SIGINT', 'SIGINT')
  emitter.emit('SIGTERM', 'SIGTERM')
  expect(repeated).toHaveBeenCalledTimes(2)
  interrupt.stop()
  expect(emitter.eventNames()).toEqual([])
})

test('a process with nothing under way before the run has ended aborts it', () => {
  const emitter = new EventEmitter()
  const interrupt = watchSignals(emitter as unknown as NodeJS.Process)
  emitter.emit('beforeExit', 1)
  expect(interrupt.signal.reason.message).toContain('can no longer come')
  interrupt.stop()
  expect(emitter.eventNames()).toEqual([])
})

test('run ids sort by time and may stand in tags, file names and tokens', () => {
  const earlier = newRunIdentity(new Date('2026-11-22T08:09:10Z'))
  const later = newRunIdentity(new Date('2026-11-22T08:09:11Z'))
  expect(earlier.id).toMatch(/^ingot-20261122t080910z-[0-9a-f]{6}$/)
  expect(earlier.id < later.id).toBe(true)
})

describe('journal', () => {
  const header = { run: 'r', startedAt: '', template: '' }

  test('many at once share a flush, and each is on disk when its promise resolves', async () => {
    const folder = temporaryFolder()
    const journal = await Journal.create(folder, header)
    const tokens = Array.from({ length: 200 }, (_, index) => `r-${index}`)
    await Promise.all(
      tokens.map(async token => {
        await journal.append({ type: 'intended', token, kind: 'k', place: {}, build: 'b' })
        expect(readFileSync(journal.path, 'utf8')).toContain(`"${token}"`)
      }),
    )
    await journal.close()
    expect((await readRun(folder, 'r'))?.outstanding.map(thing => thing.token)).toEqual(tokens)
  })

  test('only its owner may read it, and a second run cannot take it over', async () => {
    const folder = temporaryFolder()
    const journal = await Journal.create(folder, header)
    await expect(Journal.create(folder, header)).rejects.toThrow('EEXIST')
    await journal.close()
  })
})

test('old runs go, newest and those with a journal stay, strangers are not touched', async () => {
  const folder = temporaryFolder()
  const runs = ['1', '2', '3', '4'].map(second => `ingot-20260101t00000${second}z-abcdef`)
  for (const name of [...runs, 'other']) mkdirSync(join(folder, name))
  mkdirSync(dirname(journalPath(folder, runs[0]!)), { recursive: true })
  writeFileSync(journalPath(folder, runs[0]!), '')
  await pruneRuns(folder, 2)
  expect(readdirSync(folder).sort()).toEqual([runs[0], runs[2], runs[3], 'other'])
  await pruneRuns(join(folder, 'absent'))
})

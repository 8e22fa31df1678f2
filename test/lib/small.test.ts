/** Helpers of a few lines each. */

import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeAtomically } from '../../src/lib/atomic-file'
import { duration } from '../../src/lib/duration-text'
import { cacheFolder, runsFolder } from '../../src/lib/folders'
import { mapLimited } from '../../src/lib/limit'
import { currentProcess, stateOf } from '../../src/lib/process-identity'

test.each([
  [0, '0 ms'],
  [999.4, '999 ms'],
  [1000, '1 s'],
  [1420, '1.4 s'],
  [9949, '9.9 s'],
  [9950, '10 s'],
  [59_499, '59 s'],
  [60_000, '1 min'],
  [125_000, '2 min 5 s'],
  [3_600_000, '1 h'],
  [3_780_000, '1 h 3 min'],
])('%d ms is %s', (milliseconds, text) => expect(duration(milliseconds)).toBe(text))

test.each([
  [{ INGOT_STATE_DIR: '/s' }, '/s'],
  [{ XDG_STATE_HOME: '/x', HOME: '/h' }, '/x/ingot/runs'],
  [{ XDG_STATE_HOME: 'relative', HOME: '/h' }, '/h/.local/state/ingot/runs'],
  [{ HOME: '/h' }, '/h/.local/state/ingot/runs'],
])('runs of %j are kept in %s', (environment, folder) => expect(runsFolder(environment)).toBe(folder))

test('the cache', () => expect(cacheFolder({ XDG_CACHE_HOME: '/c' })).toBe('/c/ingot'))

test('mapLimited keeps the order of results, starts in order, and holds the limit', async () => {
  const started: number[] = []
  let running = 0
  const work = async (item: number) => {
    started.push(item)
    expect(++running).toBeLessThanOrEqual(2)
    await new Promise(done => setTimeout(done, 10 - item))
    running--
    return item * 2
  }
  expect(await mapLimited([1, 2, 3, 4, 5], 2, work)).toEqual([2, 4, 6, 8, 10])
  expect(started).toEqual([1, 2, 3, 4, 5])
})

test('a file is written whole or not at all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-atomic-'))
  const path = join(folder, 'a', 'file')
  await writeAtomically(path, 'one', 0o600)
  await writeAtomically(path, 'two')
  expect(readFileSync(path, 'utf8')).toBe('two')
  expect(statSync(path).mode & 0o777).toBe(0o644)
  writeFileSync(join(folder, 'blocked'), '')
  await expect(writeAtomically(join(folder, 'blocked', 'file'), 'x')).rejects.toThrow()
  await expect(writeAtomically(join(folder, 'a'), 'x')).rejects.toThrow()
  expect(readdirSync(folder).sort()).toEqual(['a', 'blocked'])
})

test('this process is alive; one that has ended, and one that has its number, are not', async () => {
  const me = currentProcess()
  expect(stateOf(me)).toBe('alive')
  expect(stateOf({ ...me, started: 'another time' })).toBe('dead')
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise(done => child.once('close', done))
  expect(stateOf({ ...me, pid: child.pid! })).toBe('dead')
})

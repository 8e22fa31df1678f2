import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { abortable, delay, timeLimit, withGrace, within } from '../../src/lib/abort'

const never = () => new Promise<never>(() => {})
const abortedIn = (milliseconds: number, reason = new Error('over')) => {
  const controller = new AbortController()
  setTimeout(() => controller.abort(reason), milliseconds)
  return controller.signal
}

test('abortable: as the promise, or the reason of the abort', async () => {
  const calm = new AbortController().signal
  expect(await abortable(Promise.resolve(1), calm)).toBe(1)
  await expect(abortable(Promise.reject(new Error('no')), calm)).rejects.toThrow('no')
  await expect(abortable(never(), abortedIn(5))).rejects.toThrow('over')
  await expect(abortable(never(), AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
})

test('withGrace: after the abort the promise may still end in its own way, but not for ever', async () => {
  const late = new Promise((_done, fail) => setTimeout(() => fail(new Error('stopped cleanly')), 30))
  await expect(withGrace(late, abortedIn(5), 1000)).rejects.toThrow('stopped cleanly')
  await expect(withGrace(never(), abortedIn(5), 10)).rejects.toThrow('over')
})

test('delay', async () => {
  const began = performance.now()
  await delay(20)
  expect(performance.now() - began).toBeGreaterThanOrEqual(19)
  await expect(delay(10_000, abortedIn(5))).rejects.toThrow('over')
  await expect(delay(10_000, AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
})

test('timeLimit aborts with its reason, unless it is stopped', async () => {
  const limit = timeLimit(5, new Error('too late'))
  await expect(abortable(never(), limit.signal)).rejects.toThrow('too late')
  const stopped = timeLimit(5, new Error('too late'))
  stopped.stop()
  await delay(15)
  expect(stopped.signal.aborted).toBe(false)
})

test('within: any of the signals, or the time, whatever the garbage collector takes', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const ended = (signal: AbortSignal) => new Promise(done => signal.addEventListener('abort', () => done(signal.reason.message)))
  const limited = ended(within(50, new AbortController().signal))
  await delay(1)
  collect()
  expect(await limited).toBe('not done within 50 ms')
  expect(await ended(within(10_000, new AbortController().signal, abortedIn(5)))).toBe('over')
})

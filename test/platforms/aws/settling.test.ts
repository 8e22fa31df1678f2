/** Whoever asks together with others, or waits with them, hears something: whatever fails, is given up, or comes late in between. */
import { setMaxListeners } from 'node:events'
import { abortable, delay, timeLimit } from '../../../src/lib/abort'
import { Batch } from '../../../src/platforms/aws/batch'
import { AwsError } from '../../../src/platforms/aws/errors'
import { Poller } from '../../../src/platforms/aws/poller'

/** A sequence of numbers from 0 to 1 that is the same each time (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const refusal = (status: number) =>
  new AwsError(`status ${status}`, status < 500 ? 'InvalidInstanceID.NotFound' : 'InternalError', {}, true, status)

/** Some milliseconds, none, or not even one turn of the loop; a cloud that heeds its signal half of the time. */
async function aWhile(next: () => number, signal: AbortSignal): Promise<void> {
  if (next() < 0.2) return
  const heeds = next() < 0.5
  await delay(next() * 4, heeds ? signal : undefined)
}

const CALLERS = 60
const seeds = Array.from({ length: 12 }, (_, index) => index + 1)

/** Each begins at some moment, some share a signal, some give up; resolves with how each ended, or with who never did. */
async function crowd(
  next: () => number,
  call: (id: string, signal: AbortSignal) => Promise<unknown>,
): Promise<readonly string[]> {
  const shared = new AbortController()
  setMaxListeners(0, shared.signal)
  const waiting = new Set<string>()
  const outcomes = Array.from({ length: CALLERS }, async (_, index) => {
    const id = `i-${index % 40}`
    const own = next() < 0.3 ? new AbortController() : undefined
    if (own) void delay(next() * 20).then(() => own.abort(new Error('given up')))
    await delay(next() * 15)
    waiting.add(`${index}`)
    const asked = call(id, own?.signal ?? shared.signal)
    await asked.then(
      () => undefined,
      () => undefined,
    )
    waiting.delete(`${index}`)
  })
  const patience = timeLimit(4000, new Error('not all have heard'))
  await abortable(Promise.all(outcomes), patience.signal).catch(() => undefined)
  patience.stop()
  shared.abort(new Error('the test is over'))
  return [...waiting]
}

test.each(seeds)('asking together, sequence %i', async seed => {
  const next = random(seed)
  const batch = new Batch<string, string>(
    async (items, signal) => {
      await aWhile(next, signal)
      if (next() < 0.15) throw refusal(next() < 0.5 ? 400 : 500)
      return item => {
        if (next() < 0.05) throw new Error('a strange answer')
        return `${item} of ${items.length}`
      }
    },
    { instant: 1, spacing: next() < 0.5 ? 0 : 3, size: 7 },
  )
  expect(await crowd(next, async (id, signal) => batch.ask(id, signal))).toEqual([])
})

test.each(seeds)('waiting together, sequence %i', async seed => {
  const next = random(seed)
  const ready = new Map<string, number>()
  const poller = new Poller<number>(
    async (ids, signal) => {
      await aWhile(next, signal)
      if (next() < 0.1) throw refusal(500)
      for (const id of ids) ready.set(id, (ready.get(id) ?? 0) + 1)
      return new Map(ids.filter(() => next() < 0.9).map(id => [id, ready.get(id) ?? 0]))
    },
    { delay: 2, jitter: 0.25 },
  )
  const wait = async (id: string, signal: AbortSignal) =>
    poller.wait({
      id,
      ready: looks => {
        if (looks !== undefined && next() < 0.03) throw new Error('will never be')
        return looks !== undefined && looks % 5 === 0 ? looks : undefined
      },
      signal,
      limit: 1000,
      what: id,
      first: next() < 0.3 ? 5 : 0,
      next: () => next() * 6,
    })
  expect(await crowd(next, wait)).toEqual([])
})

test('a look that begins as the last one leaves does not keep the next one waiting', async () => {
  let looks = 0
  const leaves = new AbortController()
  const poller = new Poller<number>(
    async ids => {
      // Gives up at its own pace, when the next one has come.
      if (++looks === 1) {
        leaves.abort(new Error('given up'))
        await delay(20)
        throw new Error('too late')
      }
      return new Map(ids.map(id => [id, 1]))
    },
    { delay: 1, jitter: 0 },
  )
  const wait = (id: string, signal: AbortSignal) => poller.wait({ id, ready: found => found, signal, limit: 1000, what: id })
  await expect(wait('a', leaves.signal)).rejects.toThrow('given up')
  expect(await wait('b', new AbortController().signal)).toBe(1)
})

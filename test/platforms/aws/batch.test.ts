import { Batch } from '../../../src/platforms/aws/batch'
import { AwsError } from '../../../src/platforms/aws/errors'

const never = new AbortController().signal
const rhythm = { instant: 5, spacing: 0, size: 3 }
const refusal = (code: string, status: number) => new AwsError(code, code, {}, true, status)

/** Answers in capitals; `bad` is refused. */
function cloud(error = refusal('InvalidInstanceID.NotFound', 400)) {
  const calls: (readonly string[])[] = []
  const batch = new Batch<string, string>(async items => {
    calls.push(items)
    if (items.includes('bad')) throw error
    return item => item.toUpperCase()
  }, rhythm)
  return { calls, ask: (item: string, signal = never) => batch.ask(item, signal) }
}

test('what is asked in one moment goes in one call, and each gets its own answer', async () => {
  const { calls, ask } = cloud()
  expect(await Promise.all([ask('a'), ask('b'), ask('a')])).toEqual(['A', 'B', 'A'])
  expect(calls).toEqual([['a', 'b']])
})

test('a later question is a call of its own: no answer is older than its question', async () => {
  const { calls, ask } = cloud()
  await ask('a')
  await ask('a')
  expect(calls).toEqual([['a'], ['a']])
})

test('more than a call takes go with the next', async () => {
  const { calls, ask } = cloud()
  await Promise.all(['a', 'b', 'c', 'd'].map(item => ask(item)))
  expect(calls).toEqual([['a', 'b', 'c'], ['d']])
})

test('when one is refused the others are asked for alone', async () => {
  const { calls, ask } = cloud()
  const [a, bad] = await Promise.allSettled([ask('a'), ask('bad')])
  expect([a.status, bad.status]).toEqual(['fulfilled', 'rejected'])
  expect(calls).toEqual([['a', 'bad'], ['a'], ['bad']])
})

test.each([
  ['throttling', refusal('RequestLimitExceeded', 503)],
  ['expired credentials', refusal('ExpiredToken', 400)],
  ['a fault of the server', refusal('InternalError', 500)],
])('%s is no one thing’s fault: nobody asks again', async (_name, error) => {
  const { calls, ask } = cloud(error)
  const results = await Promise.allSettled([ask('a'), ask('bad')])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(calls).toHaveLength(1)
})

test('who gives up before the call is not asked for; the call goes on for the others', async () => {
  const { calls, ask } = cloud()
  const controller = new AbortController()
  const given = ask('a', controller.signal)
  const other = ask('b')
  controller.abort(new Error('interrupted'))
  await expect(given).rejects.toThrow('interrupted')
  expect(await other).toBe('B')
  expect(calls).toEqual([['b']])
})

test('a call that nobody waits for any more is given up, also when some had a signal in common', async () => {
  let given: AbortSignal | undefined
  const batch = new Batch<string, string>(async (_items, signal) => {
    given = signal
    await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
    return item => item
  }, rhythm)
  const [common, own] = [new AbortController(), new AbortController()]
  const asked = [batch.ask('a', common.signal), batch.ask('b', common.signal), batch.ask('c', own.signal)]
  const ended = Promise.allSettled(asked)
  while (!given) await new Promise(look => setTimeout(look, 1))
  common.abort(new Error('interrupted'))
  expect(given.aborted).toBe(false)
  own.abort(new Error('interrupted too'))
  expect(given.aborted).toBe(true)
  expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
})

import type { Pace } from '../../../src/platforms/aws/pace'
import { Poller } from '../../../src/platforms/aws/poller'

const pace: Pace = { delay: 5, jitter: 0 }
const endless = 60_000
const never = new AbortController().signal

/** A cloud in which a thing is ready when it was looked at so many times. */
function cloud(readyAfter: Readonly<Record<string, number>>, delay = pace.delay) {
  const looks: (readonly string[])[] = []
  const seen = new Map<string, number>()
  const poller = new Poller<number>(
    async ids => {
      looks.push(ids)
      for (const id of ids) seen.set(id, (seen.get(id) ?? 0) + 1)
      return new Map(ids.filter(id => id in readyAfter).map(id => [id, seen.get(id)! >= readyAfter[id]! ? 1 : 0]))
    },
    { delay, jitter: 0 },
  )
  const wait = (id: string, more: object = {}) =>
    poller.wait({
      id,
      ready: state => (state === 1 ? `${id} ready` : undefined),
      signal: never,
      limit: endless,
      what: id,
      ...more,
    })
  return { poller, looks, wait }
}

test('waits for different things share one look', async () => {
  const { looks, wait } = cloud({ a: 3, b: 3, c: 4 })
  expect(await Promise.all([wait('a'), wait('b'), wait('c')])).toEqual(['a ready', 'b ready', 'c ready'])
  // The first to come looks at once; the others join the next round.
  expect(looks.length).toBeLessThanOrEqual(6)
  expect(looks[1]).toEqual(['a', 'b', 'c'])
})

test('nobody looks when nobody waits', async () => {
  const { looks, wait } = cloud({ a: 2 })
  await wait('a')
  const before = looks.length
  await new Promise(resolve => setTimeout(resolve, 30))
  expect(looks.length).toBe(before)
  await wait('a')
  expect(looks.length).toBe(before + 1)
})

test('an aborted wait ends at once with its reason, and the others go on', async () => {
  const { wait } = cloud({ a: 4, b: Number.POSITIVE_INFINITY })
  const controller = new AbortController()
  const reason = new Error('interrupted')
  const other = wait('a')
  const aborted = wait('b', { signal: controller.signal })
  setTimeout(() => controller.abort(reason), 8)
  await expect(aborted).rejects.toBe(reason)
  expect(await other).toBe('a ready')
})

test('the last one to leave ends the pause, so that nothing keeps the process alive', async () => {
  const { wait } = cloud({}, 3_600_000)
  const controller = new AbortController()
  const slow = wait('a', { signal: controller.signal })
  setTimeout(() => controller.abort(new Error('enough')), 5)
  await expect(slow).rejects.toThrow('enough')
  // Whoever comes next is not held up by it.
  await expect(wait('b', { limit: 0 })).rejects.toThrow('in vain')
})

test('a signal that is aborted already asks nothing', async () => {
  const { looks, wait } = cloud({ a: 1 })
  await expect(wait('a', { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before')
  expect(looks).toEqual([])
})

test('time that is over is a sentence with what was waited for and what to do', async () => {
  const { wait } = cloud({})
  await expect(wait('image ami-1 to be available', { limit: 20 })).rejects.toMatchObject({
    message: 'Waited 0.02 seconds for image ami-1 to be available, in vain',
    details: { advice: expect.stringContaining('aws_polling') },
  })
})

test('a hopeless state fails its own wait only', async () => {
  const poller = new Poller<string>(async ids => new Map(ids.map(id => [id, id])), pace)
  const ready = (state: string | undefined) => {
    if (state === 'bad') throw new Error('will never be')
    return state
  }
  const wait = (id: string) => poller.wait({ id, ready, signal: never, limit: endless, what: id })
  const [bad, good] = await Promise.allSettled([wait('bad'), wait('good')])
  expect(bad).toMatchObject({ status: 'rejected', reason: new Error('will never be') })
  expect(good).toMatchObject({ status: 'fulfilled', value: 'good' })
})

test('when looking fails everybody learns it, and whoever comes later starts anew', async () => {
  let looks = 0
  const poller = new Poller<number>(async ids => {
    if (++looks === 1) throw new Error('expired credentials')
    return new Map(ids.map(id => [id, 1]))
  }, pace)
  const wait = (id: string) => poller.wait({ id, ready: state => state, signal: never, limit: endless, what: id })
  const results = await Promise.allSettled([wait('a'), wait('b')])
  expect(results.map(each => each.status)).toEqual(['rejected', 'rejected'])
  expect(await wait('c')).toBe(1)
})

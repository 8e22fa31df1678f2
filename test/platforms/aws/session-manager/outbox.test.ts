import { Inbox } from '../../../../src/platforms/aws/session-manager/inbox'
import type { Message } from '../../../../src/platforms/aws/session-manager/message'
import { Outbox } from '../../../../src/platforms/aws/session-manager/outbox'

function setUp() {
  let now = 0
  const sent: string[] = []
  const outbox = new Outbox(
    frame => void sent.push(frame.toString()),
    () => now,
  )
  const put = (sequence: number) => outbox.put(sequence, Buffer.from(`m${sequence}`))
  const later = (milliseconds: number) => {
    now += milliseconds
    outbox.resend()
    return sent.splice(0)
  }
  return { outbox, sent, put, later }
}

test('what is not acknowledged is sent again, as long as it is not', () => {
  const { outbox, put, later } = setUp()
  void put(0)
  void put(1)
  expect(later(199)).toEqual(['m0', 'm1'])
  expect(later(1)).toEqual(['m0', 'm1'])
  outbox.acknowledged(1)
  expect(later(200)).toEqual(['m0'])
  outbox.acknowledged(0)
  expect(later(5000)).toEqual([])
})

test('the time before it is sent again follows the round trips, up to a second; answers to what went out twice do not count', () => {
  const { outbox, put, later } = setUp()
  for (let sequence = 0; sequence < 30; sequence++) {
    void put(sequence)
    later(190)
    outbox.acknowledged(sequence)
  }
  void put(30)
  expect(later(199)).toEqual(['m30'])
  expect(later(50)).toEqual(['m30'])
  const slow = setUp()
  for (let sequence = 0; sequence < 8; sequence++) {
    void slow.put(sequence)
    slow.later(sequence === 0 ? 199 : 350)
    slow.outbox.acknowledged(sequence)
  }
  void slow.put(8)
  slow.sent.length = 0
  expect(slow.later(150)).toEqual([])
})

test('a window holds the writer back until there is room', async () => {
  const { outbox, put } = setUp()
  let free = 0
  const writes = Array.from({ length: 260 }, (_, sequence) => put(sequence).then(() => free++))
  await new Promise(setImmediate)
  expect(free).toBe(255)
  for (let sequence = 0; sequence < 5; sequence++) outbox.acknowledged(sequence)
  await Promise.all(writes)
  expect(free).toBe(260)
})

test('one whose acknowledgement was lost is given up only after its resends were overtaken five times', () => {
  const { outbox, put, later } = setUp()
  void put(0)
  for (let sequence = 1; sequence <= 5; sequence++) {
    expect(later(1000)).toContain('m0')
    void put(sequence)
    outbox.acknowledged(sequence)
    // Once for each resend, however many come after it.
    outbox.acknowledged(sequence)
  }
  later(0)
  expect(later(1000)).toEqual([])
  expect(outbox.stalled).toBe(0)
})

test('it is stalled as long as nothing of what waits is acknowledged', () => {
  const { outbox, put, later } = setUp()
  later(60_000)
  expect(outbox.stalled).toBe(0)
  void put(0)
  void put(1)
  later(30_000)
  expect(outbox.stalled).toBe(30_000)
  outbox.acknowledged(1)
  later(10)
  expect(outbox.stalled).toBe(10)
})

test('output is delivered in its order and once, and acknowledged each time', () => {
  const delivered: number[] = []
  const inbox = new Inbox(({ sequence }) => void delivered.push(sequence))
  const message = (sequence: number) => ({ sequence }) as Message
  expect([2, 0, 0, 3, 1, 2, 4].map(sequence => inbox.take(message(sequence)))).toEqual(Array(7).fill(true))
  expect(delivered).toEqual([0, 1, 2, 3, 4])
})

import { createServer, type Server } from 'node:net'
import { untilItAnswers } from '../../../src/sources/amazon-ebs/answering'

let server: Server
let port: number
beforeAll(async () => {
  server = createServer(socket => socket.destroy())
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  port = (server.address() as { port: number }).port
})
afterAll(() => new Promise(done => server.close(done)))

const never = new AbortController().signal
const pending = { InstanceId: 'i-1', State: { Name: 'pending' as const }, PublicIpAddress: '127.0.0.1' }
const running = { ...pending, State: { Name: 'running' as const } }

test('a machine whose port answers is there, and nobody looks at its state any more', async () => {
  let looking: AbortSignal | undefined
  const machine = await untilItAnswers(
    port,
    ({ onLook, signal }) => {
      looking = signal
      onLook(pending)
      return new Promise(() => undefined)
    },
    never,
  )
  expect([machine, looking?.aborted]).toEqual([pending, true])
})

test('without a public address its state alone counts: another host may have the private one', async () => {
  const hidden = { ...pending, PublicIpAddress: undefined, PrivateIpAddress: '127.0.0.1' }
  const state = new Promise<typeof running>(resolve => setTimeout(resolve, 50, running))
  const watch = ({ onLook }: { onLook(machine: typeof hidden): void }) => {
    onLook(hidden)
    return state
  }
  expect(await untilItAnswers(port, watch, never)).toBe(running)
})

test('a machine that will never run ends the wait', async () => {
  await expect(untilItAnswers(port, () => Promise.reject(new Error('Instance i-1 is terminated')), never)).rejects.toThrow(
    'terminated',
  )
})

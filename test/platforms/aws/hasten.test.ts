/** When the process may be killed within seconds: the request to terminate gets out although calls are throttled, or hang. */
import { setMaxListeners } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { DefaultRateLimiter } from '@smithy/core/retry'
import { connect, type Ec2 } from '../../../src/platforms/aws/connect'
import { instance } from '../../../src/platforms/aws/resources/instance'

let server: Server
let heard: string[]
/** Undefined: no answer ever comes. */
let answer: (action: string, howManyth: number) => { readonly status: number; readonly body: string } | undefined

const done = (action: string) => ({ status: 200, body: `<${action}Response><requestId>0</requestId></${action}Response>` })
const throttled = {
  status: 503,
  body: '<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>no</Message></Error></Errors></Response>',
}

beforeEach(async () => {
  heard = []
  server = createServer(async (incoming, outgoing) => {
    const action = new URLSearchParams(await text(incoming)).get('Action') ?? ''
    heard.push(action)
    const reply = answer(action, heard.filter(each => each === action).length)
    if (reply) outgoing.writeHead(reply.status, { 'content-type': 'text/xml' }).end(reply.body)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const cloud = (): Ec2 => {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return connect({ region: 'us-east-1', endpoint, keys: { accessKeyId: 'any', secretAccessKey: 'any' } })
}
const over = new AbortController()
setMaxListeners(0, over.signal)
// The SDK's queue of throttled calls hears no signal; it shall not outlive the tests.
Object.assign(DefaultRateLimiter, { setTimeoutFn: (work: () => void, wait: number) => setTimeout(work, wait).unref() })
afterAll(() => over.abort(new Error('the test is over')))
/** What the engine gives it; CI hosts send SIGKILL 10 seconds after the first signal. */
const fiveSeconds = () => AbortSignal.any([over.signal, AbortSignal.timeout(5000)])

test('where the first request is never answered, a second one goes another way', async () => {
  answer = (action, howManyth) => (howManyth === 1 ? undefined : done(action))
  await instance(cloud()).hasten?.('i-1', fiveSeconds())
  expect(heard).toEqual(['TerminateInstances', 'TerminateInstances'])
}, 20_000)

test('while everybody else is throttled', async () => {
  answer = action => (action === 'TerminateInstances' ? done(action) : throttled)
  const ec2 = cloud()
  const others = Array.from({ length: 60 }, () => ec2.call('DescribeInstances', {}, over.signal).catch(() => undefined))
  while (heard.length < 30) await new Promise(look => setTimeout(look, 10))
  await instance(ec2).hasten?.('i-2', fiveSeconds())
  expect(heard).toContain('TerminateInstances')
  over.abort(new Error('enough'))
  await Promise.all(others)
}, 20_000)

test('answered as usual it asks once', async () => {
  answer = action => done(action)
  await instance(cloud()).hasten?.('i-3', new AbortController().signal)
  expect(heard).toEqual(['TerminateInstances'])
})

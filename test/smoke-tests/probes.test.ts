/** Probes against servers of this machine. */
import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcp } from 'node:net'
import type { PlannedHttp, PlannedProbe } from '../../src/model/plan'
import { askProbe } from '../../src/smoke-tests/probes'

const http: PlannedHttp = {
  tls: false,
  insecure: false,
  method: 'GET',
  path: '/',
  requestHeaders: {},
  status: [200],
  headers: {},
  body: [],
  followRedirects: true,
}
let server: Server
let port: number
let ready = true

beforeAll(async () => {
  server = createServer((request, response) => {
    const { url, method, headers } = request
    if (url === '/slow') return
    if (!ready) return void response.writeHead(503).end('warming up')
    if (url === '/loop') return void response.writeHead(302, { location: '/loop' }).end()
    if (url === '/see') return void response.writeHead(303, { location: '/echo' }).end()
    if (url === '/ftp') return void response.writeHead(302, { location: 'ftp://x/' }).end()
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () =>
      response.writeHead(200, { server: 'nginx/1' }).end(`${method} ${url} ${headers.host} ${headers['x-a'] ?? ''}\n${body}`),
    )
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', () => done()))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const ask = (given: Partial<PlannedHttp> | undefined, more: Partial<PlannedProbe> = {}) =>
  askProbe(
    { name: 'p', port, timeout: 400, retryTimeout: 0, sleep: 50, http: given && { ...http, ...given }, ...more },
    '127.0.0.1',
    new AbortController().signal,
  )

test.each<[string, Partial<PlannedHttp>]>([
  ['status', {}],
  ['one of several', { status: [204, 200] }],
  ['headers and body', { headers: { Server: '^nginx' }, body: ['GET / ', '!error', '/^GET/'] }],
  ['a name of its own', { host: 'example.org', body: ['GET / example.org'] }],
  [
    'a body and headers',
    { method: 'POST', requestBody: 'hello', requestHeaders: { 'X-A': 'b' }, body: ['/^POST .* b$/', '/^hello$/'] },
  ],
  ['a redirect', { path: '/see', method: 'POST', requestBody: 'x', body: ['GET /echo', '!x'] }],
  ['a redirect that is not followed', { path: '/see', followRedirects: false, status: [303], headers: { location: '^/echo$' } }],
])('passes: %s', async (_case, given) => {
  expect(await ask(given)).toMatchObject({ outcome: 'passed' })
})

test.each<[string, Partial<PlannedHttp>, RegExp]>([
  ['status', { status: [404] }, /^expected status 404, and it was 200; the body begins with "GET \/ /],
  ['header', { headers: { server: 'apache' } }, /^expected header server to match "apache", and it was "nginx\/1"/],
  ['absent header', { headers: { 'x-none': '.' } }, /and it was ""/],
  ['body', { body: ['!GET'] }, /^expected the body to have the patterns \["!GET"\]/],
  ['a loop', { path: '/loop' }, /sent on more than 10 times/],
  ['another protocol', { path: '/ftp' }, /sent on to ftp:\/\/x\/, which is not HTTP/],
  ['silence', { path: '/slow' }, /^no answer within 400 ms|0\.4 s/],
  ['not TLS', { tls: true }, /./],
])('fails: %s', async (_case, given, detail) => {
  expect(await ask(given)).toMatchObject({ outcome: 'failed', detail: expect.stringMatching(detail) })
})

test('asks again until it passes', async () => {
  ready = false
  setTimeout(() => {
    ready = true
  }, 300)
  expect(await ask({}, { retryTimeout: 5000 })).toMatchObject({ outcome: 'passed' })
})

test('a TCP port, open and closed', async () => {
  expect(await ask(undefined)).toMatchObject({ outcome: 'passed' })
  const closed = await new Promise<number>(done => {
    const listener = createTcp().listen(0, '127.0.0.1', () => {
      const { port: free } = listener.address() as AddressInfo
      listener.close(() => done(free))
    })
  })
  expect(await ask(undefined, { port: closed, retryTimeout: 150 })).toMatchObject({
    outcome: 'failed',
    detail: expect.stringMatching(/ECONNREFUSED.* \(tried \d+ times in /),
  })
})

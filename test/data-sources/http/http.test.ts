/** Against real servers on loopback: what is sent, what comes back, and how refusals read. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { http, httpOptions } from '../../../src/data-sources/http'
import type { DataContext } from '../../../src/model/plugin'
import { withDefaults } from '../../helpers/defaults'

interface Seen {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

let seen: Seen[]
let answer: (request: Seen, response: ServerResponse) => void
let server: Server
let origin: string

const listening = (made: Server): Promise<string> =>
  new Promise(resolve => made.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(made.address() as AddressInfo).port}`)))

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method, url, headers } = request
    seen.push({ method, url, headers, body })
    answer(seen.at(-1)!, response)
  })
  origin = await listening(server)
})
afterAll(() => server.close())
beforeEach(() => {
  seen = []
  answer = (_, response) => response.end('hello')
})

const context = (more: Partial<DataContext> = {}): DataContext => ({
  environment: {},
  signal: new AbortController().signal,
  secret: () => {},
  ...more,
})
const ask = (options: Parameters<typeof withDefaults<typeof httpOptions>>[1], more?: Partial<DataContext>) =>
  http.read(withDefaults(httpOptions, options), context(more))

test('a GET and its answer', async () => {
  answer = (_, response) => {
    response.setHeader('content-type', 'text/plain')
    response.setHeader('x-twice', ['a', 'b'])
    response.end('gruß')
  }
  const result = await ask({ url: `${origin}/path?q=1`, request_headers: { Accept: 'text/plain', 'X-Own': 'v' } })
  expect(result).toMatchObject({ url: `${origin}/path?q=1`, body: 'gruß' })
  expect(result.request_headers).toMatchObject({ 'Content-Type': 'text/plain', 'X-Twice': 'a, b', 'Content-Length': '5' })
  expect(seen).toMatchObject([{ method: 'GET', url: '/path?q=1', headers: { accept: 'text/plain', 'x-own': 'v' }, body: '' }])
})

test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('%s with a body', async method => {
  await ask({ url: origin, method, request_body: '{"a":1}' })
  expect(seen).toMatchObject([{ method, body: '{"a":1}' }])
})

test('HEAD', async () => {
  expect(await ask({ url: origin, method: 'HEAD' })).toMatchObject({ body: '' })
  expect(seen[0]?.method).toBe('HEAD')
})

test('name and password of the URL', async () => {
  await ask({ url: origin.replace('http://', 'http://us%40er:pass@') })
  expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('us@er:pass').toString('base64')}`)
})

describe('redirects', () => {
  const to = (status: number) => {
    answer = ({ url }, response) => {
      if (url !== '/start') return response.end('arrived')
      return response.writeHead(status, { location: '/there' }).end()
    }
  }
  test.each([
    [301, 'POST', 'GET', ''],
    [302, 'PUT', 'GET', ''],
    [303, 'POST', 'GET', ''],
    [302, 'HEAD', 'HEAD', ''],
    [307, 'POST', 'POST', 'b'],
    [308, 'PUT', 'PUT', 'b'],
  ] as const)('%d after %s becomes %s', async (status, method, next, body) => {
    to(status)
    const given = method === 'HEAD' ? undefined : 'b'
    await ask({ url: `${origin}/start`, method, request_body: given, request_headers: { Authorization: 'token', 'X-A': '1' } })
    expect(seen[1]).toMatchObject({ method: next, url: '/there', body, headers: { authorization: 'token', 'x-a': '1' } })
  })

  test('to another host: what proves who asks stays behind', async () => {
    const others: IncomingMessage['headers'][] = []
    const other = createServer((request, response) => {
      others.push(request.headers)
      response.end('other')
    })
    const there = await listening(other)
    answer = (_, response) => response.writeHead(302, { location: there }).end()
    const headers = { Authorization: 'token', Cookie: 'c', 'X-A': '1' }
    expect(await ask({ url: origin, request_headers: headers })).toMatchObject({ url: origin, body: 'other' })
    expect(others).toHaveLength(1)
    expect(others[0]).toMatchObject({ 'x-a': '1' })
    expect(others[0]).not.toHaveProperty('authorization')
    expect(others[0]).not.toHaveProperty('cookie')
    other.close()
  })

  test('without end', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/again' }).end()
    await expect(ask({ url: origin })).rejects.toThrow(/\/again was answered with status 302, after 10 redirects/)
    expect(seen).toHaveLength(11)
  })
})

test('another status is an error with what the server said', async () => {
  answer = (_, response) => response.writeHead(404).end('no such thing')
  await expect(ask({ url: `${origin.replace('//', '//u:secret@')}/x` })).rejects.toMatchObject({
    message: `GET ${origin}/x was answered with status 404`,
    details: { evidence: 'no such thing' },
  })
})

test('nobody listens', async () => {
  const gone = createServer()
  const url = await listening(gone)
  await new Promise(resolve => gone.close(resolve))
  await expect(ask({ url })).rejects.toThrow(/^GET http:\/\/127\.0\.0\.1:\d+\/ got no answer: .*ECONNREFUSED/)
})

test('an interruption ends a server that never answers', async () => {
  answer = () => {}
  const stop = new AbortController()
  const asking = ask({ url: origin }, { signal: stop.signal })
  setTimeout(() => stop.abort(new Error('enough')), 50)
  await expect(asking).rejects.toThrow('enough')
})

test('a proxy is asked for the whole URL, and for a tunnel to what is encrypted', async () => {
  const asked: string[] = []
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.end('by proxy')
  })
  proxy.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`)
    const { port, hostname } = new URL(origin)
    const there = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
    socket.pipe(there).pipe(socket)
    socket.on('error', () => {})
    there.on('error', () => {})
  })
  const at = await listening(proxy)
  const environment = { HTTP_PROXY: at, HTTPS_PROXY: at }
  expect(await ask({ url: 'http://server.example/x' }, { environment })).toMatchObject({ body: 'by proxy' })
  // Behind the tunnel there is no TLS: that it was asked for is enough.
  await expect(ask({ url: 'https://server.example/x' }, { environment })).rejects.toThrow('got no answer')
  expect(asked).toEqual(['GET http://server.example/x', 'CONNECT server.example:443'])
  expect(await ask({ url: origin }, { environment })).toMatchObject({ body: 'hello' })
  proxy.close()
  proxy.closeAllConnections()
})

test.each([
  ['ftp://a', 1],
  ['no url', 1],
  ['https://a', 0],
])('the URL %s', (url, problems) => {
  expect(http.check?.(withDefaults(httpOptions, { url }))).toHaveLength(problems)
})

/** AWS by way of a proxy: a tiny one on loopback, whose endpoint has a name that only the proxy can resolve. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect as connectTo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../../src/platforms/aws/connect'
import { readParameter } from '../../../src/platforms/aws/secrets'

const signal = new AbortController().signal
const kept = { ...process.env }
const folder = mkdtempSync(join(tmpdir(), 'ingot-proxy-'))
const keys = { accessKeyId: 'any', secretAccessKey: 'any' }
const regions =
  '<DescribeRegionsResponse><regionInfo><item><regionName>moon-1</regionName></item></regionInfo></DescribeRegionsResponse>'

const asked: string[] = []
const sockets = new Set<Socket>()
let proxy: Server
let cloud: Server
let tlsCloud: ReturnType<typeof createTlsServer>
let proxyUrl: string

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port
const started = async <S extends { listen(port: number, host: string, ready: () => void): unknown }>(server: S): Promise<S> => {
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  return server
}

/** Whatever the host is called, it is the cloud of this test. */
function tinyProxy(): Server {
  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url} ${incoming.headers['proxy-authorization'] ?? ''}`.trim())
    const { pathname } = new URL(incoming.url!)
    const onward = request(
      { port: portOf(cloud), method: incoming.method, path: pathname, headers: incoming.headers },
      answer => {
        outgoing.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(outgoing)
      },
    )
    incoming.pipe(onward)
  })
  server.on('connect', (incoming, socket: Socket) => {
    asked.push(`CONNECT ${incoming.url} ${incoming.headers['proxy-authorization'] ?? ''}`.trim())
    if (incoming.url!.startsWith('forbidden')) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const onward = connectTo(portOf(tlsCloud), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    for (const each of [onward, socket]) each.on('error', () => undefined)
    sockets.add(onward)
  })
  server.on('connection', socket => sockets.add(socket))
  return server
}

beforeAll(async () => {
  const [key, cert] = ['key.pem', 'cert.pem'].map(name => join(folder, name)) as [string, string]
  const subject = ['-subj', '/CN=cloud', '-addext', 'subjectAltName=DNS:*.cloud.test']
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      cert,
      ...subject,
    ],
    { stdio: 'ignore' },
  )
  const answer = (_: unknown, response: { end(text: string): void }) => response.end(regions)
  cloud = await started(createServer(answer))
  tlsCloud = await started(createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, answer))
  proxy = await started(tinyProxy())
  proxyUrl = `http://127.0.0.1:${portOf(proxy)}`
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  for (const server of [cloud, tlsCloud, proxy]) {
    server.closeAllConnections()
    await new Promise(done => server.close(done))
  }
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  asked.length = 0
  process.env = {
    PATH: kept.PATH,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/nowhere',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
  }
})
afterAll(() => {
  process.env = { ...kept }
})

/** A region of its own for each: a client is kept for as long as the process. */
const at = (endpoint: string, region: string) => connect({ region, endpoint, keys, maxAttempts: 1 })

test('what is encrypted goes through a tunnel, with the name and password of the proxy, and is checked against AWS_CA_BUNDLE', async () => {
  process.env.HTTPS_PROXY = proxyUrl.replace('//', '//me:p%40ss@')
  process.env.AWS_CA_BUNDLE = join(folder, 'cert.pem')
  const { Regions } = await at('https://ec2.cloud.test:8443', 'tls-1').call('DescribeRegions', {}, signal)
  expect(Regions).toEqual([{ RegionName: 'moon-1' }])
  expect(asked).toEqual([`CONNECT ec2.cloud.test:8443 Basic ${Buffer.from('me:p@ss').toString('base64')}`])
})

test('a certificate that nobody vouches for is refused behind a proxy too, unless the template says otherwise', async () => {
  process.env.https_proxy = proxyUrl
  const asking = (insecureTls: boolean) =>
    connect({ region: 'tls-2', endpoint: 'https://ec2.cloud.test', keys, maxAttempts: 1, insecureTls }).call(
      'DescribeRegions',
      {},
      signal,
    )
  await expect(asking(false)).rejects.toThrow(/certificate/)
  expect((await asking(true)).Regions).toHaveLength(1)
})

test('what is not encrypted is asked of the proxy itself', async () => {
  process.env.HTTP_PROXY = proxyUrl
  const { Regions } = await at('http://ec2.cloud.test:4566', 'plain-1').call('DescribeRegions', {}, signal)
  expect(Regions).toHaveLength(1)
  expect(asked).toEqual(['POST http://ec2.cloud.test:4566/'])
})

test('every service takes the same way', async () => {
  process.env.HTTPS_PROXY = proxyUrl
  await expect(readParameter({ region: 'forbidden', keys, maxAttempts: 1 }, 'x', false, signal)).rejects.toThrow()
  expect(asked).toEqual(['CONNECT ssm.forbidden.amazonaws.com:443'])
})

test('never for a program of this machine', async () => {
  process.env.HTTP_PROXY = proxyUrl
  await at(`http://127.0.0.1:${portOf(cloud)}`, 'here-1').call('DescribeRegions', {}, signal)
  expect(asked).toEqual([])
})

test('NO_PROXY is kept to', async () => {
  process.env.HTTP_PROXY = proxyUrl
  process.env.NO_PROXY = '.cloud.test'
  await expect(at('http://ec2.cloud.test:4566', 'plain-2').call('DescribeRegions', {}, signal)).rejects.toThrow(
    /getaddrinfo|name/,
  )
  expect(asked).toEqual([])
})

test('a proxy of another kind is told without what it says', async () => {
  process.env.HTTPS_PROXY = 'socks5://me:secret@proxy:1080'
  const call = at('https://ec2.cloud.test', 'odd-1').call('DescribeRegions', {}, signal)
  await expect(call).rejects.toThrow('names no proxy that ingot can use')
  await expect(call).rejects.not.toThrow('secret')
})

test('AWS_CA_BUNDLE that cannot be read is told', async () => {
  process.env.AWS_CA_BUNDLE = join(folder, 'missing.pem')
  await expect(at('https://ec2.cloud.test', 'odd-2').call('DescribeRegions', {}, signal)).rejects.toThrow('missing.pem')
})

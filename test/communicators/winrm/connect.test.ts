/** Whether a machine is reached, by which log-in, and what is said when it is not: against a WinRM service that is no Windows. */
import { createServer as createHttpServer, request } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { freePort } from '../../helpers/sshd'
import { startWinrm, type WinrmHost, type WinrmSettings } from '../../helpers/winrm/host'
import { failure, open, run } from './open'

const hosts: WinrmHost[] = []
const servers: Server[] = []
async function start(settings: WinrmSettings = {}): Promise<WinrmHost> {
  const host = await startWinrm(settings)
  hosts.push(host)
  return host
}
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.stop()
  for (const server of servers.splice(0)) server.close()
})

/** Of something else that listens. */
async function listen(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const QUICK = { winrm_timeout: 1500 }

test.each<[string, WinrmSettings, object]>([
  ['Basic over HTTP', { schemes: ['basic'] }, {}],
  ['NTLM over HTTP', { schemes: ['ntlm'], allowUnencrypted: false }, { winrm_use_ntlm: true }],
  ['Basic over HTTPS', { https: true, schemes: ['basic'] }, { winrm_use_ssl: true, winrm_insecure: true }],
  ['NTLM over HTTPS', { https: true, schemes: ['ntlm'] }, { winrm_use_ssl: true, winrm_insecure: true, winrm_use_ntlm: true }],
])('%s', async (_, settings, options) => {
  const host = await start({ ...settings, answers: [{ pattern: /^say/, stdout: 'héllo', stderr: 'oh', exitCode: 3 }] })
  const { communicator, said } = await open(host, options)
  expect(communicator.shell).toBe('cmd')
  expect(await run(communicator, 'say')).toEqual({ status: 3, stdout: 'héllo', stderr: 'oh' })
  expect(host.wasSealed()).toBe(!settings.https && settings.schemes?.[0] === 'ntlm')
  expect(host.openShells()).toBe(0)
  expect(said).toEqual([`Connecting to Administrator@127.0.0.1:${host.port} by WinRM`, 'Connected'])
  await communicator.close()
})

test('a connection is used again, and made anew when the machine has closed it', async () => {
  const host = await start({ schemes: ['ntlm'] })
  const { communicator } = await open(host, { winrm_use_ntlm: true })
  const before = host.connections()
  for (const _ of [1, 2, 3]) expect((await run(communicator, 'hostname')).status).toBe(0)
  expect(host.connections()).toBe(before)
  host.cut()
  expect((await run(communicator, 'hostname')).status).toBe(0)
  expect(host.connections()).toBe(before + 1)
  await communicator.close()
})

test('a machine that starts its service late is reached soon after', async () => {
  const port = await freePort()
  setTimeout(() => void start({ port }), 1000)
  const { communicator, said } = await open({ port, username: 'Administrator', password: 'p4ss-w0rd!' })
  expect(said).toContain('waiting for WinRM: the connection is refused: nothing listens on the port')
  await communicator.close()
})

test('a password that was set meanwhile, or that the machine has made anew', async () => {
  const host = await start({ password: 'new' })
  const { communicator } = await open(host, { winrm_password: undefined }, { password: 'old', otherPassword: async () => 'new' })
  await communicator.close()
  const error = await failure(host, { ...QUICK, winrm_password: 'old' }, { otherPassword: async () => undefined })
  expect(error.message).toMatch(/does not let us in with this user and password by Basic \(401\)/)
})

const refused = 'the connection is refused: nothing listens on the port'
const letIn = 'it does not let us in with this user and password by'
test.each<[string, WinrmSettings | undefined, object, string]>([
  ['nothing listens', undefined, {}, refused],
  ['another password, by Basic', {}, { winrm_password: 'wrong' }, `${letIn} Basic (401)`],
  ['another password, by NTLM', {}, { winrm_password: 'wrong', winrm_use_ntlm: true }, `${letIn} NTLM (401)`],
  ['another user, by NTLM', {}, { winrm_username: 'Nobody', winrm_use_ntlm: true }, `${letIn} NTLM (401)`],
  [
    'no Basic',
    { schemes: ['ntlm'] },
    {},
    'Basic is off, or refused over HTTP without TLS (AllowUnencrypted) (it takes: Negotiate',
  ],
  ['no NTLM', { schemes: ['basic'] }, { winrm_use_ntlm: true }, 'NTLM is off (it takes: Basic)'],
  ['Basic over HTTP where that is refused', { allowUnencrypted: false }, {}, 'Basic is off, or refused over HTTP'],
  ['HTTPS where HTTP is spoken', {}, { winrm_use_ssl: true }, 'what answers on the port does not speak TLS'],
  ['no shells to be had', { maxShells: 0 }, {}, 'it answers, but gives no shell: The WS-Management service cannot process'],
])('%s', async (_, settings, options, wanted) => {
  const host = settings ? await start(settings) : { port: await freePort(), username: 'u', password: 'p' }
  const error = await failure(host, { ...QUICK, ...options })
  expect(error.message).toMatch(/^cannot reach \S+@127\.0\.0\.1:\d+ by WinRM within 1\.5 s: /)
  expect(error.message).toContain(wanted)
  expect(error.details.advice).toBeTruthy()
})

test('a certificate that nobody trusts: it is said at once, and nothing is told to the machine', async () => {
  const host = await start({ https: true })
  const began = Date.now()
  const error = await failure(host, { winrm_use_ssl: true })
  expect(Date.now() - began).toBeLessThan(5000)
  expect(error.message).toMatch(/its TLS certificate is not trusted: self.signed certificate.*Nothing was told to it/)
  expect(error.details.advice).toMatch(/NODE_EXTRA_CA_CERTS.*winrm_insecure/)
  expect(host.requests).toEqual([])
})

test.each<[string, () => Server, string]>([
  ['a web server', () => createHttpServer((_, response) => void response.end('hello')), 'is not WinRM (HTTP status 200)'],
  ['another one', () => createHttpServer((_, response) => void response.writeHead(404).end()), 'is not WinRM (HTTP status 404)'],
  ['an SSH server', () => createServer(socket => void socket.end('SSH-2.0-x\r\n')), 'does not speak HTTP'],
  ['one that is silent', () => createServer(socket => void socket.unref()), 'nothing answers'],
  [
    'one that hangs up',
    () => createServer(socket => void socket.destroy()),
    'the connection is closed before WinRM has answered',
  ],
])('%s instead', async (_, server, wanted) => {
  const error = await failure({ port: await listen(server()) }, { ...QUICK, winrm_password: 'p' })
  expect(error.message).toContain(wanted)
})

test('an interruption ends the waiting', async () => {
  const interruption = new AbortController()
  setTimeout(() => interruption.abort(new Error('stopped by hand')), 300)
  const waiting = open({ port: await freePort() }, { winrm_password: 'p' }, {}, interruption.signal)
  await expect(waiting).rejects.toThrow('stopped by hand')
})

test('Basic over HTTP to another machine: it is said that the password can be read', async () => {
  const said: string[] = []
  const error = await failure({ port: 1 }, { winrm_timeout: 300, winrm_password: 'p' }, { host: 'host.invalid' }, undefined, said)
  expect(error.message).toMatch(/the name of the host is not known|nothing answers/)
  expect(said[0]).toMatch(/can be read on the way/)
})

test('the proxy of the environment is used, and winrm_no_proxy goes past it', async () => {
  const host = await start()
  const through: string[] = []
  const proxy = createHttpServer((incoming, outgoing) => {
    through.push(incoming.url ?? '')
    const { headers, method } = incoming
    const onward = request({ port: host.port, path: '/wsman', method, headers }, answer => {
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers)
      answer.pipe(outgoing)
    })
    incoming.pipe(onward)
  })
  process.env.HTTP_PROXY = `http://127.0.0.1:${await listen(proxy)}`
  try {
    const { communicator } = await open(host, {}, { host: 'windows.invalid' })
    expect(through[0]).toBe(`http://windows.invalid:${host.port}/wsman`)
    await communicator.close()
    const error = await failure(host, { ...QUICK, winrm_no_proxy: true }, { host: 'windows.invalid' })
    expect(error.message).toMatch(/the name of the host is not known|nothing answers/)
  } finally {
    delete process.env.HTTP_PROXY
  }
})

test('winrm_host goes before what the source knows', async () => {
  const host = await start()
  const { communicator } = await open(host, { winrm_host: '127.0.0.1' }, { host: 'host.invalid' })
  await communicator.close()
})

/** Tunnels through a real OpenSSH server, also after the connection was lost. */
import { connect, createServer, type Server } from 'node:net'
import { tunnelsOf } from '../../../src/communicators/ssh/tunnels'
import { linkProxy } from '../../helpers/link-proxy'
import { failure, open, outputOf } from '../../helpers/open-ssh'
import { freePort, type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

test.each([
  ['3306:localhost:3306', { bind: '127.0.0.1', port: 3306, host: 'localhost', hostPort: 3306 }],
  ['0.0.0.0:80:db.internal:8080', { bind: '0.0.0.0', port: 80, host: 'db.internal', hostPort: 8080 }],
  ['[::1]:80:[fd00::2]:81', { bind: '::1', port: 80, host: 'fd00::2', hostPort: 81 }],
])('%s', (text, tunnel) => expect(tunnelsOf([text], 'x')).toEqual([tunnel]))

test.each(['3306', '3306:localhost', 'a:localhost:1', '0:localhost:1', '1:localhost:70000', '1:fd00::2:3', '1::3'])(
  'not %s',
  text =>
    expect(() => tunnelsOf([text], 'ssh_local_tunnels')).toThrow(/ssh_local_tunnels: ".*" is not of the form port:host:port/),
)

describeWith(['sshd'], 'tunnels', () => {
  let server: Sshd
  let echo: Server
  let echoPort: number
  beforeAll(async () => {
    server = await startSshd()
    echo = createServer(socket => {
      socket.on('error', () => undefined)
      socket.pipe(socket)
    })
    await new Promise<void>(done => echo.listen(0, '127.0.0.1', done))
    echoPort = (echo.address() as { port: number }).port
  })
  afterAll(async () => {
    await server.stop()
    echo.close()
  })

  const answer = (port: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1').once('error', reject)
      socket.once('data', data => {
        socket.destroy()
        resolve(data.toString())
      })
      socket.once('close', () => reject(new Error('closed')))
      socket.write('hello')
    })
  const remotely = (port: number) => `exec bash -c 'exec 3<>/dev/tcp/127.0.0.1/${port}; echo hello >&3; head -1 <&3'`

  test('from here to there, and from there to here; also over the next connection; gone at the end', async () => {
    const [local, remote] = [await freePort(), await freePort()]
    const proxy = await linkProxy(server.port)
    const options = {
      ssh_local_tunnels: [`${local}:localhost:${echoPort}`],
      ssh_remote_tunnels: [`${remote}:127.0.0.1:${echoPort}`],
    }
    const { communicator } = await open(server, { port: proxy.port }, options)
    expect(await answer(local)).toBe('hello')
    expect(await outputOf(communicator, remotely(remote))).toBe('hello\n')
    proxy.cut()
    expect(await outputOf(communicator, remotely(remote))).toBe('hello\n')
    expect(await answer(local)).toBe('hello')
    await communicator.close()
    await expect(answer(local)).rejects.toThrow(/ECONNREFUSED/)
    await proxy.stop()
  })

  test('a port that is taken is named; the connection does not stay', async () => {
    const here = await failure(server, {}, { ssh_local_tunnels: [`${echoPort}:localhost:1`] })
    expect(here.message).toMatch(/ssh_local_tunnels: port \d+ of this machine cannot be used: another program/)
    const there = await failure(server, {}, { ssh_remote_tunnels: [`${echoPort}:localhost:1`] })
    expect(there.message).toMatch(/ssh_remote_tunnels: the machine does not open port/)
  })
})

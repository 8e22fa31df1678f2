/** Certificates of hosts, shown by OpenSSH servers, for authorities that known_hosts names. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vouched } from '../../../src/communicators/ssh/host-certificate'
import { shownCertificate } from '../../../src/communicators/ssh/shown-certificate'
import { failure, open } from '../../helpers/open-ssh'
import { makeKey, type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

const HOSTS = ['-h', '-n', '127.0.0.1', '-V', '-5m:+1h']

describeWith(['sshd', 'ssh-keygen'], 'certificates of hosts', () => {
  let folder: string
  let plain: Sshd
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ingot-host-certificates-'))
    makeKey(join(folder, 'ca'), 'ed25519')
    makeKey(join(folder, 'other'), 'ed25519')
    plain = await startSshd()
  })
  afterAll(async () => {
    await plain.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const publicKey = (name: string) => readFileSync(join(folder, `${name}.pub`), 'utf8').trim()
  const trust = (text: string, known_hosts: 'strict' | 'accept-new' = 'strict') => {
    const known_hosts_file = join(folder, 'known_hosts')
    writeFileSync(known_hosts_file, `${text}\n`)
    return { trust: { host_key: 'auto', known_hosts, known_hosts_file, proxy_jump: undefined } } as const
  }
  /** A server with the key of `plain`, and a certificate for it or for another one that it has too. */
  async function certified(sign: readonly string[], authority = 'ca', another?: string): Promise<Sshd> {
    const key = join(folder, 'host.pub')
    copyFileSync(join(plain.folder, `${another ?? 'host_ed25519'}.pub`), key)
    const config = another ? [`HostKey ${join(plain.folder, another)}`] : []
    execFileSync('ssh-keygen', ['-q', '-s', join(folder, authority), '-I', 'a host', ...sign, key])
    return startSshd({ folder: plain.folder, config: [...config, `HostCertificate ${join(folder, 'host-cert.pub')}`] })
  }
  const bare = { hostKeys: undefined }

  test.each(['ed25519', 'rsa', 'ecdsa'])(
    'one that an authority of kind %s has signed opens what known_hosts does not have',
    async type => {
      makeKey(join(folder, `by-${type}`), type)
      const server = await certified(HOSTS, `by-${type}`)
      const { communicator, said } = await open(server, bare, trust(`@cert-authority * ${publicKey(`by-${type}`)}`))
      await communicator.close()
      expect(said.join()).toMatch(/is vouched for by .*known_hosts:1: certificate "a host"/)
      expect(readFileSync(join(folder, 'known_hosts'), 'utf8').split('\n')).toHaveLength(2)
      await server.stop()
    },
  )

  test('one for all hosts, and one by a pattern', async () => {
    for (const sign of [
      ['-h', '-V', '-5m:+1h'],
      ['-h', '-n', '127.0.*', '-V', '-5m:+1h'],
    ]) {
      const server = await certified(sign)
      const { communicator } = await open(server, bare, trust(`@cert-authority * ${publicKey('ca')}`))
      await communicator.close()
      await server.stop()
    }
  })

  test.each<[string, readonly string[], string, () => string, RegExp]>([
    ['expired', ['-h', '-n', '127.0.0.1', '-V', '20200101:20200102'], 'ca', () => '', /"a host" has expired: 2020/],
    ['not yet', ['-h', '-n', '127.0.0.1', '-V', '20900101:20910101'], 'ca', () => '', /"a host" is not valid before (2089|2090)/],
    ['of another host', ['-h', '-n', 'bake.example', '-V', '-5m:+1h'], 'ca', () => '', /is for bake.example, not for 127.0.0.1/],
    ['of another authority', HOSTS, 'other', () => '', /is not known; it shows no certificate of/],
    [
      'of a revoked authority',
      HOSTS,
      'ca',
      () => `@revoked * ${publicKey('ca')}`,
      /authority of its certificate .* is revoked by .*:2/,
    ],
    ['for a revoked key', HOSTS, 'ca', () => `@revoked * ${plain.hostKey}`, /its host key .* is revoked by .*:2/],
  ])('refused: %s', async (_, sign, authority, more, expected) => {
    const server = await certified(sign, authority)
    const error = await failure(server, bare, trust(`@cert-authority * ${publicKey('ca')}\n${more()}`))
    expect(error.message).toMatch(expected)
    await server.stop()
  })

  test('refused: one whose signature is not that of the authority, and one of a user', async () => {
    const server = await certified(HOSTS)
    const [, text] = readFileSync(join(folder, 'host-cert.pub'), 'utf8').split(' ')
    const blob = Buffer.from(text!, 'base64')
    const judge = (bytes: Buffer) => vouched(bytes, '127.0.0.1', (pattern, name) => pattern === name)
    expect(judge(blob)).toMatchObject({ id: 'a host' })
    // Any one byte of what is signed, and of the signature.
    for (let at = 0; at < blob.length; at += 7) {
      const forged = Buffer.from(blob)
      forged[at]! ^= 1
      expect(typeof judge(forged)).toBe('string')
    }
    expect(judge(blob.subarray(0, 90))).toBe('cannot be read')
    execFileSync('ssh-keygen', ['-q', '-s', join(folder, 'ca'), '-I', 'u', '-n', '127.0.0.1', join(folder, 'host.pub')])
    const [, user] = readFileSync(join(folder, 'host-cert.pub'), 'utf8').split(' ')
    expect(judge(Buffer.from(user!, 'base64'))).toBe('"u" is one of a user, not of a host')
    await server.stop()
  })

  test('somebody else who shows the certificate of the host is not the host', async () => {
    const honest = await certified(HOSTS)
    const thief = await startSshd()
    // OpenSSH shows no certificate without its key, so the question for it is handed on to the honest server.
    const relay = createServer(client => {
      let to: Socket | undefined
      client.once('data', first => {
        to = connect(first.toString('latin1').startsWith('SSH-2.0-ingot') ? honest.port : thief.port, '127.0.0.1')
        to.on('error', () => client.destroy())
        to.write(first)
        to.pipe(client)
        client.pipe(to)
      })
      client.on('error', () => to?.destroy())
    })
    await new Promise<void>(done => relay.listen(0, '127.0.0.1', done))
    const { port } = relay.address() as { port: number }
    const error = await failure({ ...honest, port }, bare, trust(`@cert-authority * ${publicKey('ca')}`, 'accept-new'))
    expect(error.message).toMatch(/it shows host key SHA256:.*, not SHA256:/)
    relay.close()
    await Promise.all([honest.stop(), thief.stop()])
  }, 30_000)

  test('of a server with several keys the certified one is asked for', async () => {
    makeKey(join(plain.folder, 'host_ecdsa_too'), 'ecdsa')
    const server = await certified(HOSTS, 'ca', 'host_ecdsa_too')
    const { communicator, said } = await open(server, bare, trust(`@cert-authority * ${publicKey('ca')}`))
    await communicator.close()
    expect(said.join()).toMatch(/Host key ecdsa-sha2-nistp256 .* is vouched for/)
    await server.stop()
  })

  test('a bastion host, and the machine behind it', async () => {
    const server = await certified(HOSTS)
    const { communicator, said } = await open(server, bare, {
      ...trust(`@cert-authority * ${publicKey('ca')}`),
      ssh_bastion_host: '127.0.0.1',
      ssh_bastion_port: server.port,
      ssh_bastion_username: server.username,
      ssh_bastion_private_key_file: server.privateKeyFile,
    })
    await communicator.close()
    expect(said.filter(text => text.includes('vouched for'))).toHaveLength(2)
    await server.stop()
  })

  test.each([
    ['says nothing', ''],
    ['is no SSH server', 'HTTP/1.0 400 Bad Request\r\n\r\n'],
    ['talks rubbish', `SSH-2.0-x\r\n${'\0'.repeat(64)}`],
    ['never ends', `SSH-2.0-x\r\n${'\x7f'.repeat(1 << 20)}`],
  ])('what answers %s: no certificate', async (_, answer) => {
    const server = createServer(socket => {
      socket.on('error', () => undefined)
      socket.end(answer)
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    expect(await shownCertificate(connect((server.address() as { port: number }).port, '127.0.0.1'))).toBeUndefined()
    server.close()
  })
})

/** Whether a machine is reached, how soon, and what is said when it is not: against real OpenSSH servers. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linkProxy } from '../../helpers/link-proxy'
import { failure, open, outputOf } from '../../helpers/open-ssh'
import { freePort, makeKey, type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

const QUICK = { ssh_timeout: 1500 }

let server: Sshd
/** One server for the tests of a group. */
function group(name: string, tests: () => void): void {
  describeWith(['sshd', 'ssh-keygen'], `connecting by SSH: ${name}`, () => {
    beforeAll(async () => {
      server = await startSshd()
    })
    afterAll(() => server.stop())
    tests()
  })
}

group('no time is lost', () => {
  test('the connection that is begun early is the one that is used, and the key is shown once', async () => {
    const proxy = await linkProxy(server.port)
    const { communicator } = await open(server, { port: proxy.port })
    expect(await outputOf(communicator, 'echo here')).toBe('here\n')
    expect(proxy.connections()).toBe(1)
    expect(server.log()).toMatch(/Accepted publickey/)
    expect(server.log()).not.toMatch(/Postponed publickey/)
    await communicator.close()
    await proxy.stop()
  })

  test('one that nobody has a use for is ended', async () => {
    const far = createServer()
    await new Promise<void>(resolve => far.listen(0, '127.0.0.1', resolve))
    const ended = new Promise<void>(resolve => far.once('connection', socket => socket.resume().once('end', resolve)))
    const { port } = far.address() as { port: number }
    const error = await failure({ ...server, port }, {}, { ssh_private_key_file: __filename })
    expect(error.message).toMatch(/not a private key/)
    await ended
    far.close()
  })
})

group('host keys', () => {
  test('the pinned host key lets us in, and nothing is said of trust', async () => {
    const { communicator, said } = await open(server)
    expect(await outputOf(communicator, 'echo here')).toBe('here\n')
    expect(said.join('\n')).not.toMatch(/trusted/)
    await communicator.close()
  })

  test('without a pinned key the first one is trusted aloud', async () => {
    const { communicator, said } = await open(server, { hostKeys: [] })
    expect(said.join('\n')).toMatch(/ssh-ed25519 SHA256:\S+ is trusted on first use/)
    await communicator.close()
  })

  test('a link that broke is made anew, and the key trusted first must show again', async () => {
    const first = await startSshd()
    const { communicator } = await open(first, { hostKeys: [] }, { ssh_timeout: 3000 })
    await first.stop()
    const other = await startSshd({ port: first.port })
    await expect(communicator.run('true')).rejects.toThrow(/not the machine that was expected/)
    await communicator.close()
    await other.stop()
  })

  test('another host key than the pinned one: refused before any authentication', async () => {
    const stranger = await startSshd()
    const error = await failure(stranger, { hostKeys: [server.hostKey] })
    expect(error.message).toMatch(/cannot reach .*: it is not the machine that was expected.*SHA256:.*Nothing was told/)
    expect(stranger.log()).not.toMatch(/userauth|Accepted|Failed|preauth.*user/i)
    await stranger.stop()
  })

  test('another kind of host key than the pinned one is a changed key too', async () => {
    const stranger = await startSshd({ hostKeyType: 'rsa' })
    const error = await failure(stranger, { hostKeys: [server.hostKey] })
    expect(error.message).toMatch(/not the machine that was expected/)
    await stranger.stop()
  })

  test('a server with several keys is asked for the pinned one', async () => {
    const extra = join(server.folder, 'extra')
    makeKey(extra, 'rsa')
    const both = await startSshd({ config: [`HostKey ${extra}`] })
    const { communicator } = await open(both, { hostKeys: [readFileSync(`${extra}.pub`, 'utf8')] })
    await communicator.close()
    await both.stop()
  })
})

group('obstacles', () => {
  test('refused: nothing listens', async () => {
    const error = await failure({ port: await freePort(), username: 'x', privateKey: server.privateKey }, {}, QUICK)
    expect(error.message).toMatch(/cannot reach x@127\.0\.0\.1:\d+ by SSH within [\d.]+ m?s: the connection is refused/)
  })

  test('unknown host', async () => {
    // A resolver may think about it for long, so the first answer is waited for and not a time.
    const heard = new AbortController()
    const hear = (text: string) => /the name of the host is not known/.test(text) && heard.abort(new Error('heard'))
    const error = await failure(server, { host: 'no-such-host.invalid' }, { ssh_timeout: 15_000 }, heard.signal, hear)
    expect(error.message).toBe('heard')
  })

  test('no key fits: wrong user or wrong key, after as many log-ins as asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ingot-key-'))
    makeKey(join(folder, 'k'), 'ed25519')
    const privateKey = readFileSync(join(folder, 'k'), 'utf8')
    const error = await failure(server, { privateKey }, { ssh_handshake_attempts: 2 })
    expect(error.message).toMatch(/does not let us in with key SHA256:\S+ \(the server takes: publickey/)
    expect(error.details.advice).toMatch(/ssh_username/)
    rmSync(folder, { recursive: true })
  })

  test('no algorithm in common: said at once', async () => {
    const old = await startSshd({ config: ['Ciphers aes128-ctr'] })
    const error = await failure(old, {}, { ssh_ciphers: ['aes256-ctr'], ssh_timeout: 20000 })
    expect(error.message).toMatch(/no algorithm in common.*cipher/)
    const { communicator } = await open(old, {}, { ssh_ciphers: ['aes256-ctr', 'aes128-ctr'] })
    await communicator.close()
    await old.stop()
  })

  test('an algorithm that nobody knows is invalid', async () => {
    const error = await failure(server, {}, { ssh_key_exchange_algorithms: ['rot13'] })
    expect(error.message).toMatch(/rot13/)
  })

  test('something else than SSH on the port', async () => {
    const web = createServer(socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await new Promise<void>(resolve => web.listen(0, '127.0.0.1', resolve))
    const { port } = web.address() as { port: number }
    const error = await failure({ port, username: 'x', privateKey: server.privateKey }, {}, QUICK)
    expect(error.message).toMatch(/not an SSH server|closed before SSH is ready/)
    web.close()
  })

  test('the console is shown when the machine is never reached', async () => {
    const console = async () => 'Booting\r\nKernel panic - not syncing\r\n'
    const error = await failure({ port: await freePort(), username: 'x', privateKey: server.privateKey }, { console }, QUICK)
    expect(error.details.evidence).toContain('Kernel panic - not syncing')
  })
})

group('patience', () => {
  test('a slow banner is waited for', async () => {
    const proxy = await linkProxy(server.port, { slowBanner: 3500 })
    const { communicator } = await open(server, { port: proxy.port }, { ssh_timeout: 15000 })
    await communicator.close()
    await proxy.stop()
  })

  test('connections that are accepted and never served do not hold up the next', async () => {
    const proxy = await linkProxy(server.port, { silent: 1 })
    const began = Date.now()
    const { communicator } = await open(server, { port: proxy.port }, { ssh_timeout: 15000 })
    expect(Date.now() - began).toBeLessThan(12_000)
    await communicator.close()
    await proxy.stop()
  })

  test('a server that starts late is found', async () => {
    const port = await freePort()
    let refused!: () => void
    const waiting = new Promise<void>(resolve => {
      refused = resolve
    })
    const hear = (text: string) => /connection is refused/.test(text) && refused()
    const signal = new AbortController().signal
    const opening = open({ port, username: server.username, privateKey: server.privateKey }, { hostKeys: [] }, {}, signal, hear)
    await waiting
    const late = await startSshd({ port, folder: server.folder })
    const { communicator } = await opening
    await communicator.close()
    await late.stop()
  })

  test('an interruption ends the waiting', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('enough')), 200)
    const error = await failure(
      { port: await freePort(), username: 'x', privateKey: server.privateKey },
      {},
      {},
      controller.signal,
    )
    expect(error.message).toBe('enough')
  })

  test('pause_before_connecting: the connection that is used is a second one', async () => {
    const proxy = await linkProxy(server.port)
    const { communicator } = await open(server, { port: proxy.port }, { pause_before_connecting: 200 })
    expect(proxy.connections()).toBe(2)
    await communicator.close()
    await proxy.stop()
  })
})

group('keys of all formats', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ingot-keys-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const formats: readonly (readonly [string, string, readonly string[], boolean])[] = [
    ['OpenSSH ed25519', 'ed25519', [], false],
    ['OpenSSH rsa', 'rsa', [], false],
    ['OpenSSH ecdsa', 'ecdsa', ['-b', '384'], false],
    ['PEM rsa', 'rsa', ['-m', 'PEM'], false],
    ['PEM ecdsa', 'ecdsa', ['-m', 'PEM'], false],
    ['PKCS#8 rsa', 'rsa', ['-m', 'PKCS8'], false],
    ['PKCS#8 ecdsa', 'ecdsa', ['-m', 'PKCS8'], false],
    ['PKCS#8 ed25519', 'ed25519', [], true],
  ]
  test.each(formats)('%s', async (name, type, format, convert) => {
    const path = join(folder, name.replaceAll(/\W/g, ''))
    makeKey(path, type, '', format)
    let file = path
    if (convert) {
      file = `${path}.pk8`
      execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', file])
      const spki = execFileSync('openssl', ['pkey', '-in', file, '-pubout', '-outform', 'DER'])
      const raw = spki.subarray(-32)
      const blob = Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from('ssh-ed25519'), Buffer.from([0, 0, 0, 32]), raw])
      writeFileSync(`${path}.pub`, `ssh-ed25519 ${blob.toString('base64')}\n`)
    }
    const own = await startSshd()
    writeFileSync(join(own.folder, 'authorized'), readFileSync(`${path}.pub`))
    const { communicator } = await open(own, { privateKey: undefined }, { ssh_private_key_file: file })
    await communicator.close()
    await own.stop()
  })

  test.each([
    ['OpenSSH', []],
    ['PEM', ['-m', 'PEM']],
    ['PKCS#8', ['-m', 'PKCS8']],
  ])('an encrypted key is said to be one: %s', async (name, format) => {
    const path = join(folder, `locked${name.replaceAll(/\W/g, '')}`)
    makeKey(path, 'rsa', 'secret', format)
    const error = await failure(server, {}, { ssh_private_key_file: path })
    expect(error.message).toMatch(/encrypted with a passphrase/)
  })

  test.each([
    ['missing', '/nonexistent/key', /there is no such file/],
    ['no key', __filename, /not a private key/],
  ])('%s', async (_name, path, message) => {
    expect((await failure(server, {}, { ssh_private_key_file: path })).message).toMatch(message)
  })

  test('a public key is not the private one', async () => {
    const path = join(folder, 'pub')
    makeKey(path, 'ed25519')
    expect((await failure(server, {}, { ssh_private_key_file: `${path}.pub` })).message).toMatch(/public key/)
  })
})

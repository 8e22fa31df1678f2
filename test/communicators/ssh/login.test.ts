/** Ways in: passwords, questions, agents; and ways there: bastion hosts and proxies. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectTcp, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Server as SshServer } from 'ssh2'
import { makeSshKeyPair } from '../../../src/lib/ssh-key'
import { failure, open, outputOf } from '../../helpers/open-ssh'
import { type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

const PASSWORD = 'pass "word" ü'

/** OpenSSH cannot check passwords without the system's own users, so a server in this process stands in. */
async function passwordServer(
  methods: readonly ('password' | 'keyboard-interactive')[],
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = new SshServer({ hostKeys: [(await makeSshKeyPair('rsa', 'test', 2048)).privateKey] }, client => {
    client.on('error', () => undefined)
    client.on('authentication', context => {
      if (!methods.includes(context.method as never)) return context.reject([...methods])
      if (context.method === 'password') return context.password === PASSWORD ? context.accept() : context.reject([...methods])
      if (context.method === 'keyboard-interactive') {
        return context.prompt([{ prompt: 'Password: ', echo: false }], answers =>
          answers[0] === PASSWORD ? context.accept() : context.reject([...methods]),
        )
      }
      context.reject([...methods])
    })
    client.on('ready', () =>
      client.on('session', accept =>
        accept().once('exec', (acceptExec, _reject, info) => {
          const stream = acceptExec()
          stream.write(`ran ${info.command}`)
          stream.exit(0)
          stream.end()
        }),
      ),
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as { port: number }).port, stop: async () => void server.close() }
}

test.each([[['password']], [['keyboard-interactive']], [['keyboard-interactive', 'password']]] as const)(
  'a password by %p',
  async methods => {
    const server = await passwordServer(methods)
    const { communicator } = await open({ ...server, username: 'someone' }, {}, { ssh_password: PASSWORD })
    expect(await outputOf(communicator, 'x')).toBe('ran x')
    await communicator.close()
    server.stop()
  },
)

test('a wrong password is refused, and not told', async () => {
  const server = await passwordServer(['password'])
  const error = await failure({ ...server, username: 'someone' }, { password: 's3cret' }, { ssh_handshake_attempts: 1 })
  expect(error.message).toMatch(/does not let us in with a password \(the server takes: password\)/)
  expect(`${error.message}${JSON.stringify(error.details)}`).not.toContain('s3cret')
  await server.stop()
})

test('a key where only passwords are taken: what the server takes is told', async () => {
  const server = await passwordServer(['password'])
  const error = await failure(
    { ...server, username: 'someone', privateKey: (await makeSshKeyPair('ed25519', 'test')).privateKey },
    {},
    { ssh_handshake_attempts: 1 },
  )
  expect(error.message).toMatch(/with key SHA256:\S+ \(the server takes: password\)/)
  await server.stop()
})

/** Lets in who shows a key first and then the password; `ends`: not even then, with a word and the line. */
async function strictServer(ends?: string) {
  const hostKeys = [(await makeSshKeyPair('rsa', 'test', 2048)).privateKey]
  const server = new SshServer({ hostKeys, banner: ends }, client => {
    client.on('error', () => undefined)
    let hasKey = false
    client.on('authentication', context => {
      if (ends) return client.end()
      if (context.method === 'publickey' && !context.signature) return context.accept()
      if (context.method === 'publickey') {
        hasKey = true
        return context.reject(['password'], true)
      }
      if (context.method === 'password' && hasKey && context.password === PASSWORD) return context.accept()
      context.reject(['publickey'])
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { privateKey } = await makeSshKeyPair('ed25519', 'test')
  const port = (server.address() as { port: number }).port
  return { reach: { port, username: 'someone', privateKey }, stop: () => server.close() }
}

test('a key and a password, one after the other; what is missing is told', async () => {
  const { reach, stop } = await strictServer()
  const { communicator } = await open(reach, {}, { ssh_password: PASSWORD })
  await communicator.close()
  const error = await failure(reach, {}, { ssh_handshake_attempts: 1 })
  expect(error.message).toMatch(/it takes key SHA256:\S+, but then wants another proof \(password\)$/)
  stop()
})

test('a server that ends the connection at log-in is not silent', async () => {
  const { reach, stop } = await strictServer('All access is logged.\nThe system is going down.\n')
  const error = await failure(reach, {}, { ssh_timeout: 3000 })
  expect(error.message).toMatch(
    /it ends the connection while we log in with key SHA256:\S+, and says: The system is going down\.$/,
  )
  stop()
})

describeWith(['sshd', 'ssh-agent', 'ssh-add'], 'an agent', () => {
  test('opens what its keys open; without one it is said', async () => {
    const server = await startSshd()
    const started = execFileSync('ssh-agent', ['-s'], { encoding: 'utf8' })
    const socket = /SSH_AUTH_SOCK=([^;]+)/.exec(started)![1]!
    const pid = Number(/SSH_AGENT_PID=(\d+)/.exec(started)![1])
    const before = process.env.SSH_AUTH_SOCK
    try {
      execFileSync('ssh-add', ['-q', server.privateKeyFile], { env: { ...process.env, SSH_AUTH_SOCK: socket } })
      process.env.SSH_AUTH_SOCK = socket
      const { communicator } = await open(server, { privateKey: undefined }, { ssh_agent_auth: true })
      expect(await outputOf(communicator, 'echo "[$SSH_AUTH_SOCK]"')).toBe('[]\n')
      await communicator.close()
      delete process.env.SSH_AUTH_SOCK
      expect((await failure(server, {}, { ssh_agent_auth: true })).message).toMatch(/SSH_AUTH_SOCK is not/)
    } finally {
      if (before === undefined) delete process.env.SSH_AUTH_SOCK
      else process.env.SSH_AUTH_SOCK = before
      process.kill(pid)
      await server.stop()
    }
  })
})

describeWith(['sshd'], 'ssh_clear_authorized_keys', () => {
  test.each([
    [true, 1],
    [false, 2],
  ])('%p: %d keys are left', async (clear, count) => {
    const home = mkdtempSync(join(tmpdir(), 'ingot-home-'))
    const keys = join(home, '.ssh', 'authorized_keys')
    mkdirSync(join(home, '.ssh'))
    const server = await startSshd({ config: [`SetEnv HOME=${home} SHLVL=9`, `AuthorizedKeysFile ${keys}`] })
    writeFileSync(keys, `ssh-ed25519 AAAAother kept\n${readFileSync(`${server.privateKeyFile}.pub`, 'utf8')}`, { mode: 0o600 })
    const { communicator } = await open(server, {}, { ssh_clear_authorized_keys: clear })
    await communicator.close()
    const left = readFileSync(keys, 'utf8').split('\n').filter(Boolean)
    expect(left).toHaveLength(count)
    expect(left[0]).toBe('ssh-ed25519 AAAAother kept')
    await server.stop()
    rmSync(home, { recursive: true })
  })
})

describeWith(['sshd'], 'detours', () => {
  let server: Sshd
  let bastion: Sshd
  beforeAll(async () => {
    server = await startSshd()
    bastion = await startSshd()
  })
  afterAll(() => Promise.all([server.stop(), bastion.stop()]))

  const throughBastion = () => ({
    ssh_bastion_host: '127.0.0.1',
    ssh_bastion_port: bastion.port,
    ssh_bastion_username: bastion.username,
    ssh_bastion_private_key_file: bastion.privateKeyFile,
  })

  test('through a bastion host, with its own key; both connections end', async () => {
    const { communicator, said } = await open(server, {}, throughBastion())
    expect(await outputOf(communicator, 'echo $SSH_CONNECTION')).toMatch(new RegExp(` ${server.port}\n$`))
    await communicator.upload(Buffer.alloc(3_000_000), `${server.folder}/through`)
    expect(said.join('\n')).toMatch(/trusted on first use/)
    await communicator.close()
  })

  test('a bastion host that is not there, does not know us, or cannot go on, is named', async () => {
    const absent = await failure(server, {}, { ...throughBastion(), ssh_bastion_port: 1, ssh_timeout: 300 })
    expect(absent.message).toMatch(/the bastion host 127\.0\.0\.1 is not reached: the connection is refused/)
    const strange = await failure(
      server,
      {},
      { ...throughBastion(), ssh_bastion_private_key_file: server.privateKeyFile, ssh_timeout: 1500 },
    )
    expect(strange.message).toMatch(/the bastion host 127\.0\.0\.1 is not reached: it does not let us in/)
    const onward = await failure(server, { port: 1 }, { ...throughBastion(), ssh_timeout: 1500 })
    expect(onward.message).toMatch(/bastion host 127\.0\.0\.1 cannot connect to it: Connection refused/)
  })

  test('log-ins that a bastion host refuses are counted, and its options are named', async () => {
    const wrong = { ssh_bastion_private_key_file: server.privateKeyFile, ssh_handshake_attempts: 2 }
    const error = await failure(server, {}, { ...throughBastion(), ...wrong })
    expect(error.message).toMatch(/by SSH: the bastion host 127\.0\.0\.1 is not reached: it does not let us in/)
    expect(error.details.advice).toMatch(/ssh_bastion_username/)
  })

  test('through two bastion hosts; each is named when it is not reached, or cannot go on', async () => {
    const first = await startSshd({ config: [`AuthorizedKeysFile ${bastion.folder}/authorized`] })
    const by = (...proxy_jump: string[]) => ({
      ...throughBastion(),
      trust: { host_key: 'auto', known_hosts: 'accept-new', known_hosts_file: undefined, proxy_jump } as const,
    })
    const { communicator, said } = await open(server, {}, by(`${first.username}@127.0.0.1:${first.port}`))
    expect(await outputOf(communicator, 'echo here')).toBe('here\n')
    expect(said.filter(line => line.includes('trusted on first use'))).toHaveLength(2)
    expect(bastion.log()).toMatch(/Accepted publickey/)
    expect(first.log()).toMatch(/Accepted publickey/)
    await communicator.close()
    const unknown = await failure(server, {}, { ...by(`no-one@127.0.0.1:${first.port}`), ssh_handshake_attempts: 1 })
    expect(unknown.message).toMatch(/the bastion host 127\.0\.0\.1 is not reached: it does not let us in/)
    const onward = await failure(server, {}, { ...by(`127.0.0.1:${first.port}`), ssh_bastion_port: 1, ssh_timeout: 1500 })
    expect(onward.message).toMatch(/bastion host 127\.0\.0\.1 is not reached: the bastion host 127\.0\.0\.1 cannot connect to it/)
    await first.stop()
  })

  test.each(['a proxy', 'a bastion host'])('%s that never answers is let go when waiting ends', async what => {
    let heard!: (socket: Socket) => void
    const called = new Promise<Socket>(resolve => {
      heard = resolve
    })
    const silent = createServer(socket => heard(socket.resume().on('error', () => undefined)))
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as { port: number }
    const options =
      what === 'a proxy' ? { ssh_proxy_host: '127.0.0.1', ssh_proxy_port: port } : { ...throughBastion(), ssh_bastion_port: port }
    const stop = new AbortController()
    const opening = failure(server, {}, options, stop.signal)
    const socket = await called
    const over = new Promise(resolve => socket.once('close', resolve))
    stop.abort(new Error('enough'))
    expect((await opening).message).toBe('enough')
    await over
    silent.close()
  })

  test('a bastion host that forwards nothing', async () => {
    const closed = await startSshd({ config: ['AllowTcpForwarding no'] })
    const options = { ...throughBastion(), ssh_bastion_port: closed.port, ssh_bastion_private_key_file: closed.privateKeyFile }
    expect((await failure(server, {}, { ...options, ssh_timeout: 5000 })).message).toMatch(/does not let us through/)
    await closed.stop()
  })

  test.each([
    ['open to all', undefined],
    ['with a name and a password', ['user', 'secret']],
  ] as const)('through a SOCKS5 proxy %s', async (_name, credentials) => {
    const proxy = await socksProxy(credentials)
    const options = { ssh_proxy_host: '127.0.0.1', ssh_proxy_port: proxy.port }
    const names = credentials && { ssh_proxy_username: credentials[0], ssh_proxy_password: credentials[1] }
    for (const host of ['127.0.0.1', 'localhost']) {
      const { communicator } = await open(server, { host }, { ...options, ...names })
      expect(await outputOf(communicator, 'echo here')).toBe('here\n')
      await communicator.close()
    }
    if (credentials) {
      const error = await failure(server, {}, { ...options, ssh_proxy_username: 'user', ssh_proxy_password: 'wrong' })
      expect(error.message).toMatch(/by SSH: the proxy refuses ssh_proxy_username/)
      const nameless = await failure(server, {}, options)
      expect(nameless.message).toMatch(/by SSH: the proxy wants to know who we are/)
    }
    expect((await failure(server, { port: 1 }, { ...options, ...names, ssh_timeout: 500 })).message).toMatch(
      /the connection is refused/,
    )
    await proxy.stop()
  })

  test('both at once is invalid', async () => {
    const error = await failure(server, {}, { ...throughBastion(), ssh_proxy_host: 'x' })
    expect(error.message).toMatch(/cannot both be set/)
  })
})

/** As much of RFC 1928 and 1929 as a client that connects to a name or an IPv4 address can ask for. */
async function socksProxy(credentials?: readonly [string, string]): Promise<{ port: number; stop(): Promise<void> }> {
  const server: Server = createServer(client => {
    client.on('error', () => undefined)
    serveSocks(client, credentials).catch(() => client.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as { port: number }).port, stop: async () => void server.close() }
}

async function serveSocks(client: Socket, credentials?: readonly [string, string]): Promise<void> {
  const [, count] = await take(client, 2)
  const offered = await take(client, count!)
  if (credentials) {
    if (!offered.includes(2)) return void client.end(Buffer.from([5, 255]))
    client.write(Buffer.from([5, 2]))
    const name = await take(client, (await take(client, 2))[1]!)
    const secret = await take(client, (await take(client, 1))[0]!)
    const right = name.toString() === credentials[0] && secret.toString() === credentials[1]
    client.write(Buffer.from([1, right ? 0 : 1]))
    if (!right) return void client.end()
  } else client.write(Buffer.from([5, 0]))
  const kind = (await take(client, 4))[3]
  const host = kind === 1 ? [...(await take(client, 4))].join('.') : (await take(client, (await take(client, 1))[0]!)).toString()
  const port = (await take(client, 2)).readUInt16BE(0)
  const target = connectTcp(port, host)
  target.on('error', () => client.end(Buffer.from([5, 5, 0, 1, 0, 0, 0, 0, 0, 0])))
  target.on('connect', () => {
    client.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]))
    client.pipe(target).pipe(client)
  })
}

function take(socket: Socket, count: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const tell = () => {
      const bytes: Buffer | null = socket.read(count)
      if (!bytes) return
      socket.off('readable', tell).off('close', gone)
      resolve(bytes)
    }
    const gone = () => reject(new Error('closed'))
    socket.on('readable', tell).once('close', gone)
    tell()
  })
}

import { once } from 'node:events'
import { Client, type ClientChannel, utils } from 'ssh2'
import type { Communicator, RemoteExit } from '../../../src/model/communicator'
import { type Adapter, openAdapter } from '../../../src/provisioners/ansible/adapter'

/** A machine on which a command ends when the test says so. */
function machine() {
  let end!: (exit: RemoteExit) => void
  let say!: (chunk: Uint8Array) => unknown
  let started!: () => void
  const running = new Promise<void>(resolve => {
    started = resolve
  })
  const run: Communicator['run'] = (_command, options) => {
    say = chunk => options?.onStdout?.(chunk)
    started()
    return new Promise(resolve => {
      end = resolve
    })
  }
  return {
    communicator: { run } as unknown as Communicator,
    running,
    say: (text: string) => say(Buffer.from(text)),
    end: () => end({ status: 0 }),
  }
}

const adapters: Adapter[] = []
afterEach(() => {
  for (const adapter of adapters.splice(0)) adapter.close()
})

async function connected(compress: 'zlib@openssh.com' | 'none') {
  const keys = utils.generateKeyPairSync('ed25519')
  const far = machine()
  const adapter = await openAdapter({ communicator: far.communicator, hostKey: keys.private, clientKey: keys.public, port: 0 })
  adapters.push(adapter)
  const client = new Client()
  client.on('error', () => undefined)
  // Ansible's own ssh asks for compression, and takes none where there is none.
  const algorithms = { compress: [compress, 'none'] as ('zlib@openssh.com' | 'none')[] }
  client.connect({ host: '127.0.0.1', port: adapter.port, username: 'any', privateKey: keys.private, algorithms })
  await once(client, 'ready')
  const channel = await new Promise<ClientChannel>((resolve, reject) =>
    client.exec('sleep', (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  await far.running
  return { far, client, channel }
}

test.each(['zlib@openssh.com', 'none'] as const)(
  'a client that asks for %s and goes away before its command ends',
  async compress => {
    const { far, client } = await connected(compress)
    const thrown: unknown[] = []
    const note = (error: unknown) => void thrown.push(error)
    process.on('unhandledRejection', note)
    ;(client as unknown as { readonly _sock: { destroy(): void } })._sock.destroy()
    // The end of the connection and the end of the command cross each other in every order.
    for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setImmediate(resolve))
    expect(() => far.say('late')).not.toThrow()
    far.end()
    await new Promise(resolve => setTimeout(resolve, 50))
    process.off('unhandledRejection', note)
    expect(thrown).toEqual([])
  },
)

test('output and status arrive', async () => {
  const { far, client, channel } = await connected('zlib@openssh.com')
  const text: string[] = []
  channel.on('data', (chunk: Buffer) => void text.push(chunk.toString()))
  const exit = once(channel, 'exit')
  const closed = once(channel, 'close')
  far.say('hello')
  far.end()
  expect(await exit).toEqual([0])
  await closed
  expect(text.join('')).toBe('hello')
  client.end()
})

test('a client that does not read holds the command back, and gets all when it does', async () => {
  const { far, channel, client } = await connected('none')
  channel.pause()
  const chunk = 'x'.repeat(100_000)
  let [count, held] = [0, false]
  // Windows and buffers of both sides take a few megabytes.
  while (!held && ++count < 1000) {
    const room = far.say(chunk)
    held = (await Promise.race([room ?? true, new Promise(resolve => setTimeout(resolve, 200, 'full'))])) === 'full'
  }
  expect(count).toBeLessThan(500)
  let length = 0
  channel.on('data', (data: Buffer) => {
    length += data.length
  })
  const closed = once(channel, 'close')
  channel.resume()
  far.end()
  await closed
  expect(length).toBe(count * chunk.length)
  client.end()
})

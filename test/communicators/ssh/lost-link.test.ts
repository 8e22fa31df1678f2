/** A connection that ends while the server has not answered: ssh2 forgets some of what was asked, and nobody may wait for that for ever. */
import { generateKeyPairSync } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type Connection, Server, type Session } from 'ssh2'
import { open } from '../../helpers/open-ssh'

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
})

/** ssh2 has `subsystem` without saying so in its types. */
const bySubsystem = (session: Session, serve: (channel: Duplex) => void) =>
  (session as unknown as EventEmitter).on('subsystem', (accept: () => Duplex) => serve(accept()))

/** SSH_FXP_VERSION 3 with one extension. */
function version(...extension: readonly string[]): Buffer {
  const texts = extension.map(text => Buffer.concat([length(text.length), Buffer.from(text)]))
  const body = Buffer.concat([Buffer.from([2]), length(3), ...texts])
  return Buffer.concat([length(body.length), body])
}

function length(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** What the server does with a session before the connection breaks. */
const deaf: Readonly<Record<string, (session: Session, client: Connection) => void>> = {
  'a channel has been opened': (_, client) => client.emit('leave'),
  'SFTP has been granted and has said nothing yet': (session, client) =>
    bySubsystem(session, () => setTimeout(() => client.emit('leave'), 50)),
  'the SFTP server has been asked how much it takes at once': (session, client) =>
    bySubsystem(session, channel => {
      channel.once('data', () => {
        channel.write(version('limits@openssh.com', '1'))
        channel.once('data', () => client.emit('leave'))
      })
    }),
  'an SFTP session has begun': (session, client) => {
    session.on('sftp', accept => {
      accept().on('OPEN', () => client.emit('leave'))
    })
  },
}

test.each(Object.entries(deaf))(
  'an upload fails when the connection ends after %s',
  async (_, serve) => {
    const sockets = new Set<Duplex>()
    const server = new Server({ hostKeys: [privateKey] }, client => {
      client.on('error', () => undefined)
      client.on('authentication', context => context.accept())
      client.on('leave' as never, () => {
        for (const socket of sockets) socket.destroy()
      })
      client.on('ready', () => client.on('session', accept => serve(accept(), client)))
    })
    // The class extends EventEmitter only; its connections are those of the net.Server within.
    ;(server as unknown as { _srv: EventEmitter })._srv.on('connection', (socket: Duplex) => sockets.add(socket))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const { communicator } = await open({ port, username: 'root' }, { password: 'any' } as never)
    await expect(communicator.upload(Buffer.from('text'), '/tmp/file')).rejects.toThrow('the SSH connection is lost')
    await communicator.close()
    server.close()
  },
  20_000,
)

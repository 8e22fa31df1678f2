/**
 * An SSH server on loopback for Ansible, with keys of its own that live as long as the playbook runs. What it is asked to do it
 * does over the build's connection, so that bastion hosts, proxies, pinned host keys and reconnections hold for Ansible too.
 */
import { PassThrough, type Writable } from 'node:stream'
import { type Algorithms, type AuthContext, type ParsedKey, Server, type ServerChannel, type Session, utils } from 'ssh2'
import { delay } from '../../lib/abort'
import { quote } from '../../lib/posix-quote'
import type { Communicator, RemoteExit } from '../../model/communicator'
import { Failure } from '../../model/failure'

export interface AdapterSettings {
  readonly communicator: Communicator
  /** PEM. */
  readonly hostKey: string
  /** OpenSSH's public form; nothing else opens it. */
  readonly clientKey: string
  /** 0 for a free one. */
  readonly port: number
  readonly sftpCommand?: string
}

export interface Adapter {
  readonly port: number
  close(): void
}

/** For a command to end by itself when Ansible does not listen any more. */
const PARTING_MILLISECONDS = 2000

export async function openAdapter(settings: AdapterSettings): Promise<Adapter> {
  const key = parsed(settings.clientKey)
  const clients = new Set<{ end(): void }>()
  // Compression buys nothing on loopback, and with it ssh2 throws at a write to a connection that has just ended.
  const algorithms = { compress: ['none'] } satisfies Algorithms
  const server = new Server({ hostKeys: [settings.hostKey], ident: 'ingot', algorithms }, client => {
    clients.add(client)
    // A client that goes away in the middle of anything is nothing to report.
    client.on('error', () => undefined).on('close', () => clients.delete(client))
    client.on('authentication', context => (isRight(context, key) ? context.accept() : context.reject(['publickey'])))
    client.on('ready', () => client.on('session', accept => serve(accept(), settings)))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: Error) =>
      reject(new Failure('failed', `local_port ${settings.port} of this machine cannot be used: ${error.message}`)),
    )
    server.listen(settings.port, '127.0.0.1', resolve)
  })
  const close = () => {
    server.close()
    for (const client of clients) client.end()
  }
  return { port: (server.address() as { readonly port: number }).port, close }
}

function parsed(text: string): ParsedKey {
  const key = utils.parseKey(text)
  if (key instanceof Error) throw new Failure('invalid', 'ssh_authorized_key_file holds no public key')
  return key
}

function isRight(context: AuthContext, key: ParsedKey): boolean {
  if (context.method !== 'publickey' || !key.getPublicSSH().equals(context.key.data)) return false
  // Without a signature the client only asks whether the key would do.
  return (
    !context.signature || (context.blob !== undefined && key.verify(context.blob, context.signature, context.hashAlgo) === true)
  )
}

function serve(session: Session, settings: AdapterSettings): void {
  let pty = false
  session.on('pty', accept => {
    pty = true
    accept?.()
  })
  session.on('env', accept => accept?.())
  session.on('exec', (accept, _reject, info) => void pass(accept(), info.command, pty, settings))
  // ssh2 has `subsystem` without saying so in its types; with no listener for `sftp` it comes here too.
  const subsystems = session as unknown as { on(event: 'subsystem', listener: Subsystem): void }
  subsystems.on('subsystem', (accept, reject, info) => {
    if (info.name === 'sftp') void pass(accept(), settings.sftpCommand ?? SFTP, false, settings)
    else reject?.()
  })
}

type Subsystem = (accept: () => ServerChannel, reject: (() => void) | undefined, info: { readonly name: string }) => void

/** Where distributions put OpenSSH's. */
const SFTP_PLACES = ['/usr/lib/openssh', '/usr/libexec/openssh', '/usr/lib/ssh', '/usr/libexec', '/usr/lib', '/usr/local/libexec']
const SFTP = `exec sh -c ${quote(
  `for place in ${SFTP_PLACES.join(' ')}; do [ -x "$place/sftp-server" ] && exec "$place/sftp-server"; done; exit 127`,
)}`

async function pass(channel: ServerChannel, command: string, pty: boolean, { communicator }: AdapterSettings): Promise<void> {
  const stop = new AbortController()
  const over = new AbortController()
  channel
    .on('error', () => undefined)
    .on('close', async () => {
      await delay(PARTING_MILLISECONDS, over.signal).catch(() => undefined)
      stop.abort(new Error('Ansible does not listen any more'))
    })
  const options = {
    pty,
    signal: stop.signal,
    // Not the channel itself: whoever reads it to its end would close it before the exit status is told.
    stdin: channel.pipe(new PassThrough()),
    onStdout: (chunk: Uint8Array) => write(channel, channel, chunk),
    onStderr: (chunk: Uint8Array) => write(channel.stderr, channel, chunk),
  }
  try {
    tellEnd(channel, await communicator.run(command, options))
  } catch (error) {
    if (channel.writable) channel.stderr.write(`${(error as Error).message}\n`)
    tellEnd(channel, LOST)
  } finally {
    over.abort()
  }
}

/** Fulfilled when there is room for more, or nobody listens any more. */
function write(output: Writable, channel: ServerChannel, chunk: Uint8Array): Promise<void> | undefined {
  if (!channel.writable || output.write(chunk) || channel.destroyed) return undefined
  return new Promise(resolve => {
    const goOn = () => {
      output.off('drain', goOn)
      channel.off('close', goOn)
      resolve()
    }
    output.on('drain', goOn)
    channel.on('close', goOn)
  })
}

/** ssh's own status for a connection that is not there, which Ansible takes for an unreachable host. */
const LOST: RemoteExit = { status: 255 }

function tellEnd(channel: ServerChannel, { status, signal }: RemoteExit): void {
  if (!channel.writable) return
  if (status !== undefined) channel.exit(status)
  else if (signal !== undefined) channel.exit(signal)
  else channel.exit(LOST.status!)
  channel.end()
}

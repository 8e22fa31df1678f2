/** SSH into a light machine: keys only, any user name, real processes behind every channel. */
import type { ChildProcess } from 'node:child_process'
import {
  type Algorithms,
  type AuthContext,
  type Connection,
  type ParsedKey,
  Server,
  type ServerChannel,
  type Session,
  utils,
} from 'ssh2'
import type { Cell } from './cell'
import type { Booted } from './first-boot'

const SFTP_SERVER = '/usr/lib/openssh/sftp-server'

export function sshServer(booted: Booted, cell: () => Cell | undefined): Server {
  const keys = booted.authorizedKeys.map(key => utils.parseKey(key)).filter((key): key is ParsedKey => !(key instanceof Error))
  // Compression buys nothing on loopback, and with it ssh2 throws at a write to a connection that has just ended.
  const algorithms = { compress: ['none'] } satisfies Algorithms
  return new Server({ hostKeys: [booted.hostKey], ident: 'light', algorithms }, client => {
    let user = 'root'
    // A client that goes away in the middle of anything is nothing to report.
    client.on('error', () => {})
    client.on('authentication', context => {
      user = context.username
      if (isAuthorized(context, keys)) context.accept()
      else context.reject(['publickey'])
    })
    client.on('ready', () => client.on('session', accept => serve(accept(), client, user, cell)))
  })
}

function isAuthorized(context: AuthContext, keys: readonly ParsedKey[]): boolean {
  if (context.method !== 'publickey') return false
  const key = keys.find(each => each.getPublicSSH().equals(context.key.data))
  if (!key) return false
  // Asked whether a key would do, ssh2 answers with its old algorithm's name, and Go's client then takes the answer for another key's.
  if (!context.signature && context.hashAlgo)
    (context.key as { algo: string }).algo = context.hashAlgo === 'sha512' ? 'rsa-sha2-512' : 'rsa-sha2-256'
  // Without a signature the client only asks whether the key would do.
  return (
    !context.signature || (context.blob !== undefined && key.verify(context.blob, context.signature, context.hashAlgo) === true)
  )
}

function serve(session: Session, client: Connection, user: string, cell: () => Cell | undefined): void {
  const environment: Record<string, string> = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    USER: user,
    LOGNAME: user,
  }
  const home = user === 'root' ? '/root' : `/home/${user}`
  const start = (channel: ServerChannel, argv: readonly string[]) => {
    const inside = cell()
    if (!inside) return client.end()
    const process = inside.run(argv, { ...environment, HOME: home }, home)
    join(channel, process)
    session.on('signal', (_accept, _reject, info) => kill(process, `SIG${info.name}` as NodeJS.Signals))
    // As with sshd: when the channel or the connection goes, what reads from it ends.
    channel.on('close', () => kill(process, 'SIGHUP'))
  }
  session.on('env', (accept, _reject, info) => {
    environment[info.key] = info.val
    accept?.()
  })
  // ssh2 takes a session whose input has ended for one that is ending itself, and would hear no signal any more.
  session.on('eof', () => {
    ;(session as { _ending?: boolean })._ending = false
  })
  session.on('pty', accept => accept?.())
  session.on('exec', (accept, _reject, info) => start(accept(), ['/bin/sh', '-c', info.command]))
  session.on('shell', accept => start(accept(), ['/bin/sh']))
  // ssh2 has `subsystem` without saying so in its types; with no listener for `sftp` it comes here too.
  const subsystems = session as unknown as { on(event: 'subsystem', listener: Subsystem): void }
  subsystems.on('subsystem', (accept, reject, info) => {
    if (info.name === 'sftp') start(accept(), [SFTP_SERVER])
    else reject?.()
  })
}

type Subsystem = (accept: () => ServerChannel, reject: (() => void) | undefined, info: { readonly name: string }) => void

function join(channel: ServerChannel, process: ChildProcess): void {
  process.stdin?.on('error', () => {})
  channel.pipe(process.stdin as NodeJS.WritableStream)
  process.stdout?.pipe(channel, { end: false })
  process.stderr?.pipe(channel.stderr, { end: false })
  process.once('close', (status, signal) => {
    if (signal) channel.exit(signal.slice(3))
    else channel.exit(status ?? 255)
    channel.end()
  })
}

/** The command and all that it started in its own group. */
function kill(process: ChildProcess, signal: NodeJS.Signals): void {
  if (process.pid === undefined || process.exitCode !== null || process.signalCode !== null) return
  try {
    globalThis.process.kill(-process.pid, signal)
  } catch {
    // It ended by itself in between.
  }
}

/** ssh_local_tunnels and ssh_remote_tunnels: ports of one side that lead to places which the other side can reach. */
import { connect as connectTcp, createServer, type Server, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { delay } from '../../lib/abort'
import { Failure } from '../../model/failure'
import type { Link } from './link'

export interface Tunnel {
  /** Where it begins; only callers of that side itself unless the template says otherwise. */
  readonly bind: string
  readonly port: number
  readonly host: string
  readonly hostPort: number
}

/** As ssh's -L and -R: `[bind:]port:host:hostport`, IPv6 addresses in brackets. */
export function tunnelsOf(texts: readonly string[] | undefined, option: string): readonly Tunnel[] {
  return (texts ?? []).map(text => {
    const part = String.raw`(\[[^\]]+\]|[^:[\]]*)`
    const found = new RegExp(`^(?:${part}:)?(\\d+):${part}:(\\d+)$`).exec(text)
    const [, bind, port, host, hostPort] = found ?? []
    if (!host || !isPort(port) || !isPort(hostPort))
      throw new Failure('invalid', `${option}: "${text}" is not of the form port:host:port`, {
        advice: 'For instance 3306:localhost:3306.',
      })
    return { bind: bare(bind) || '127.0.0.1', port: Number(port), host: bare(host)!, hostPort: Number(hostPort) }
  })
}

const isPort = (text: string | undefined): boolean => Number(text) > 0 && Number(text) < 65_536
const bare = (host: string | undefined): string | undefined => host?.replace(/^\[|\]$/g, '')

/** `link` is asked anew for each caller, so that tunnels hold over reconnections. Resolves when all ports listen. */
export async function openLocal(tunnels: readonly Tunnel[], link: () => Promise<Link>): Promise<() => void> {
  const servers: Server[] = []
  const sockets = new Set<Socket>()
  const close = () => {
    for (const server of servers) server.close()
    for (const socket of sockets) socket.destroy()
  }
  try {
    for (const tunnel of tunnels) servers.push(await listen(tunnel, sockets, link))
  } catch (error) {
    close()
    throw error
  }
  return close
}

function listen({ bind, port, host, hostPort }: Tunnel, sockets: Set<Socket>, link: () => Promise<Link>): Promise<Server> {
  const serve = async (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    try {
      join(socket, await (await link()).forward(host, hostPort))
    } catch {
      // As with ssh: whoever called hears that nobody is there.
      socket.destroy()
    }
  }
  return new Promise((resolve, reject) => {
    const server = createServer(socket => void serve(socket))
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'another program, or another build, listens there' : error.message
      reject(new Failure('failed', `ssh_local_tunnels: port ${port} of this machine cannot be used: ${why}`))
    })
    server.listen(port, bind, () => resolve(server))
  })
}

/** Sshd gives a port free when it notices that the connection before is gone, which can be after the next one stands. */
const HELD_MILLISECONDS = 10_000
const HELD_PAUSE = 100

/** On this connection; to be opened `again` on the next one. */
export async function openRemote(tunnels: readonly Tunnel[], link: Link, again = false): Promise<void> {
  const end = Date.now() + (again ? HELD_MILLISECONDS : 0)
  for (const tunnel of tunnels) {
    for (;;) {
      const failure = await openOne(tunnel, link)
      if (!failure) break
      if (link.lost) throw link.loss()
      if (Date.now() >= end) throw failure
      await delay(HELD_PAUSE)
    }
  }
}

async function openOne({ bind, port, host, hostPort }: Tunnel, link: Link): Promise<Failure | undefined> {
  const accept = (channel: Duplex) => join(channel, connectTcp(hostPort, host))
  return link.listen(bind, port, accept).then(
    () => undefined,
    (error: Error) =>
      new Failure('failed', `ssh_remote_tunnels: the machine does not open port ${port}: ${error.message}`, {
        advice: 'Its sshd needs AllowTcpForwarding yes, and the port must be free there.',
      }),
  )
}

function join(one: Duplex, other: Duplex): void {
  one.on('error', () => other.destroy()).on('close', () => other.destroy())
  other.on('error', () => one.destroy()).on('close', () => one.destroy())
  one.pipe(other).pipe(one)
}

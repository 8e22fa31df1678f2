/** A proxy between client and server that does to a connection what networks do: delay it, cut it, keep silent. */
import { connect, createServer, type Socket } from 'node:net'

export interface LinkProxy {
  readonly port: number
  /** Connections that were made so far. */
  readonly connections: () => number
  /** Breaks all that stand. */
  cut(): void
  stop(): Promise<void>
}

export interface LinkSettings {
  /** Milliseconds added to each direction. */
  readonly delay?: number
  /** Bytes from the client after which a connection is broken. */
  readonly cutAfter?: number
  /** Bytes from the server after which a connection is broken. */
  readonly cutAfterDown?: number
  /** So many of the first connections are broken then; all when not given. */
  readonly cuts?: number
  /** Milliseconds until it is really broken, in which only the server is heard. */
  readonly linger?: number
  /** Milliseconds before the server's first word is passed on. */
  readonly slowBanner?: number
  /** The first connections are accepted and never answered. */
  readonly silent?: number
}

export async function linkProxy(target: number, settings: LinkSettings = {}): Promise<LinkProxy> {
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer(client => {
    sockets.add(client)
    client.on('close', () => sockets.delete(client)).on('error', () => undefined)
    if (connections++ < (settings.silent ?? 0)) return
    const spared = connections > (settings.cuts ?? connections)
    serve(client, target, spared ? { ...settings, cutAfter: undefined, cutAfterDown: undefined } : settings, sockets)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as { port: number }).port,
    connections: () => connections,
    cut,
    stop: () => {
      cut()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

function serve(client: Socket, target: number, settings: LinkSettings, sockets: Set<Socket>) {
  const { delay = 0, cutAfter, cutAfterDown = Number.POSITIVE_INFINITY, linger = 0, slowBanner = 0 } = settings
  const server = connect(target, '127.0.0.1')
  sockets.add(server)
  client.setNoDelay(true)
  server.setNoDelay(true)
  const opened = Date.now()
  let passed = 0
  server.on('close', () => {
    sockets.delete(server)
    setTimeout(() => client.destroy(), delay)
  })
  server.on('error', () => undefined)
  client.on('close', () => server.destroy())
  client.on('data', chunk => {
    passed += chunk.length
    if (cutAfter !== undefined && passed > cutAfter) {
      if (linger === 0) return client.destroy()
      client.pause()
      return void setTimeout(() => client.destroy(), linger)
    }
    if (delay > 0) setTimeout(() => server.write(chunk), delay)
    else if (!server.write(chunk)) {
      client.pause()
      server.once('drain', () => client.resume())
    }
  })
  // What is held back is written by one timer after another: timers of different lengths that end together fire in any order.
  let held: Promise<void> | undefined
  let came = 0
  server.on('data', chunk => {
    came += chunk.length
    if (came > cutAfterDown) return client.destroy()
    const wait = Math.max(delay, slowBanner - (Date.now() - opened))
    if (wait > 0 || held) {
      const due = new Promise(resolve => setTimeout(resolve, wait))
      const mine = (held ?? Promise.resolve())
        .then(() => due)
        .then(() => {
          client.write(chunk)
          if (held === mine) held = undefined
        })
      held = mine
    } else if (!client.write(chunk)) {
      server.pause()
      client.once('drain', () => server.resume())
    }
  })
}

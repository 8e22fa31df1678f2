/** A proxy that goes silent: what is asked arrives, and no answer ever comes; at all, or on the connections that there are. */
import { createServer, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'

export interface StallingProxy {
  readonly url: string
  /** What went on to the cloud, such as `TerminateInstances`, with the time. */
  readonly passed: { readonly action: string; readonly at: number }[]
  /** `old`: connections that are made from now on work. */
  stall(which: 'old' | 'all'): void
  /** Those that are stalled are cut, and all is well again. */
  recover(): void
  stop(): Promise<void>
}

export async function stallingProxy(cloud: string): Promise<StallingProxy> {
  const passed: StallingProxy['passed'] = []
  const sockets = new Set<Socket>()
  let silent: 'all' | ReadonlySet<Socket> = new Set<Socket>()
  const server = createServer(async (incoming, outgoing) => {
    const body = await text(incoming)
    if (silent === 'all' || silent.has(incoming.socket)) return
    passed.push({ action: new URLSearchParams(body).get('Action') ?? '', at: performance.now() })
    const onward = request(cloud, { method: incoming.method, headers: incoming.headers, agent: false }, answer => {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => incoming.socket.destroy())
    onward.end(body)
  })
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    stall(which) {
      silent = which === 'all' ? 'all' : new Set(sockets)
    },
    recover() {
      const dead = silent === 'all' ? sockets : silent
      silent = new Set()
      for (const socket of dead) socket.destroy()
    },
    async stop() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

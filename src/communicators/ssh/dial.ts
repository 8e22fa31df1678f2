/** Ways to a port: straight, or through a SOCKS5 proxy (RFC 1928 and 1929). A bastion host is one more, in bastion.ts. */
import { connect as connectTcp, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Early } from './early'
import { Obstacle } from './obstacle'

/** A fresh stream to the SSH server; rejects with the socket's error or an Obstacle. */
export type Dial = (signal: AbortSignal) => Promise<Duplex>

export interface Way {
  readonly dial: Dial
  /** Gives up what the way itself holds open. */
  close?(): unknown
}

/** SYN packets to a firewall are lost in silence; the kernel repeats them after 1, 3 and 7 s, so that longer gains little. */
const DIAL_MILLISECONDS = 10_000

export interface Proxy {
  readonly host: string
  readonly port: number
  readonly username?: string
  readonly password?: string
}

/** `idle`: milliseconds without a byte after which the link counts as broken; undefined for never. */
export const straight = (host: string, port: number, idle?: number, early?: Early): Way => ({
  dial: signal => dialTcp(begun(host, port, early), idle, signal),
})

const begun = (host: string, port: number, early?: Early): Socket => early?.take(host, port) ?? connectTcp({ host, port })

/** The signal ends the dialling only: given to the socket it would end the connection with whatever came after. */
const dialTcp = (socket: Socket, idle: number | undefined, signal: AbortSignal): Promise<Socket> =>
  new Promise<Socket>((resolve, reject) => {
    const giveUp = () => socket.destroy(signal.reason)
    const timer = setTimeout(() => socket.destroy(timedOut()), DIAL_MILLISECONDS)
    const settle = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
    }
    signal.addEventListener('abort', giveUp)
    if (signal.aborted) giveUp()
    socket.once('error', reject).once('close', settle)
    const connected = () => {
      settle()
      // Requests are small and answers are waited for: holding packets back would cost 40 ms each.
      socket.setNoDelay(true)
      gather(socket)
      if (idle) socket.setTimeout(idle, () => socket.destroy(timedOut()))
      resolve(socket)
    }
    if (socket.connecting) socket.once('connect', connected)
    else connected()
  })

/**
 * ssh2 hands over each packet in three parts. All that is written in one turn of the event loop goes out by one call, in as few
 * segments as hold it.
 */
function gather(socket: Socket): void {
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean
  const release = () => socket.uncork()
  socket.write = (...args: unknown[]) => {
    if (socket.writableCorked === 0) {
      socket.cork()
      process.nextTick(release)
    }
    return write(...args)
  }
}

const timedOut = (): Error => Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })

export const throughProxy = (proxy: Proxy, host: string, port: number, idle?: number, early?: Early): Way => ({
  dial: async signal => {
    const socket = await dialTcp(begun(proxy.host, proxy.port, early), idle, signal).catch((error: Error) => {
      throw detour(`the proxy ${proxy.host}:${proxy.port} cannot be reached (${error.message})`)
    })
    try {
      await greet(socket, proxy)
      await ask(socket, host, port)
      return socket
    } catch (error) {
      socket.destroy()
      throw error
    }
  },
})

async function greet(socket: Socket, { username, password }: Proxy): Promise<void> {
  const methods = username === undefined ? [0] : [0, 2]
  socket.write(Buffer.from([5, methods.length, ...methods]))
  const [version, method] = await take(socket, 2)
  if (version !== 5) throw detour('what answers there is not a SOCKS5 proxy')
  if (method === 2 && username !== undefined) {
    const name = Buffer.from(username)
    const secret = Buffer.from(password ?? '')
    socket.write(Buffer.concat([Buffer.from([1, name.length]), name, Buffer.from([secret.length]), secret]))
    const [, status] = await take(socket, 2)
    if (status !== 0) throw detour('the proxy refuses ssh_proxy_username and ssh_proxy_password')
  } else if (method !== 0) {
    throw detour('the proxy wants to know who we are: see ssh_proxy_username')
  }
}

async function ask(socket: Socket, host: string, port: number): Promise<void> {
  const name = Buffer.from(host)
  socket.write(Buffer.concat([Buffer.from([5, 1, 0, 3, name.length]), name, Buffer.from([port >> 8, port & 255])]))
  const [, status, , kind] = await take(socket, 4)
  if (status !== 0) throw refusal(status!)
  const length = kind === 1 ? 4 : kind === 4 ? 16 : (await take(socket, 1))[0]!
  await take(socket, length + 2)
}

/** The proxy tells like a kernel would; its reasons are the same obstacles. */
function refusal(status: number): Error {
  const codes: Readonly<Record<number, string>> = { 3: 'ENETUNREACH', 4: 'EHOSTUNREACH', 5: 'ECONNREFUSED', 6: 'ETIMEDOUT' }
  const code = codes[status]
  return code
    ? Object.assign(new Error('refused by the proxy'), { code })
    : detour(`the proxy refuses to connect (reply ${status})`)
}

const detour = (sentence: string) => new Obstacle('detour', sentence, 'See ssh_proxy_host and its companions.')

/** Exactly so many bytes; what comes after them stays in the stream. */
function take(socket: Socket, count: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const tell = () => {
      const bytes: Buffer | null = socket.read(count)
      if (!bytes) return
      forget()
      if (bytes.length === count) resolve(bytes)
      else end()
    }
    const end = () => {
      forget()
      reject(detour('the proxy closed the connection'))
    }
    const forget = () => socket.off('readable', tell).off('end', end).off('error', end)
    socket.on('readable', tell).once('end', end).once('error', end)
    tell()
  })
}

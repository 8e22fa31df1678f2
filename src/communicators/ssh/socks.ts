/** The way through a SOCKS5 proxy (RFC 1928 and 1929). */
import { isIPv4, isIPv6, type Socket } from 'node:net'
import { parse } from 'ipaddr.js'
import { begun, DIAL_MILLISECONDS, dialTcp, type Way } from './dial'
import type { Early } from './early'
import { Obstacle } from './obstacle'

export interface Proxy {
  readonly host: string
  readonly port: number
  readonly username?: string
  readonly password?: string
}

export const throughProxy = (proxy: Proxy, host: string, port: number, idle?: number, early?: Early): Way => ({
  dial: async signal => {
    const socket = await dialTcp(begun(proxy.host, proxy.port, early), idle, signal).catch((error: Error) => {
      throw detour(`the proxy ${proxy.host}:${proxy.port} cannot be reached (${error.message})`)
    })
    const giveUp = () => socket.destroy(signal.reason)
    const silent = () => socket.destroy(detour(`the proxy ${proxy.host}:${proxy.port} does not answer`))
    const timer = setTimeout(silent, DIAL_MILLISECONDS)
    signal.addEventListener('abort', giveUp)
    if (signal.aborted) giveUp()
    try {
      await greet(socket, proxy)
      await ask(socket, host, port)
      return socket
    } catch (error) {
      socket.destroy()
      throw error
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
    }
  },
})

async function greet(socket: Socket, { username, password }: Proxy): Promise<void> {
  const methods = username === undefined ? [0] : [0, 2]
  socket.write(Buffer.from([5, methods.length, ...methods]))
  const [version, method] = await take(socket, 2)
  if (version !== 5) throw wrong('what answers there is not a SOCKS5 proxy')
  if (method === 2 && username !== undefined) {
    const name = Buffer.from(username)
    const secret = Buffer.from(password ?? '')
    socket.write(Buffer.concat([Buffer.from([1, name.length]), name, Buffer.from([secret.length]), secret]))
    const [, status] = await take(socket, 2)
    if (status !== 0) throw wrong('the proxy refuses ssh_proxy_username and ssh_proxy_password')
  } else if (method !== 0) {
    throw wrong('the proxy wants to know who we are: see ssh_proxy_username')
  }
}

async function ask(socket: Socket, host: string, port: number): Promise<void> {
  socket.write(Buffer.concat([Buffer.from([5, 1, 0]), addressOf(host), Buffer.from([port >> 8, port & 255])]))
  const [, status, , kind] = await take(socket, 4)
  if (status !== 0) throw refusal(status!)
  const length = kind === 1 ? 4 : kind === 4 ? 16 : (await take(socket, 1))[0]!
  await take(socket, length + 2)
}

/** Names are looked up by the proxy; not every proxy takes an address for a name. */
function addressOf(host: string): Buffer {
  if (isIPv4(host) || isIPv6(host)) return Buffer.from([isIPv4(host) ? 1 : 4, ...parse(host).toByteArray()])
  const name = Buffer.from(host)
  return Buffer.concat([Buffer.from([3, name.length]), name])
}

/** The proxy tells like a kernel would; its reasons are the same obstacles. */
function refusal(status: number): Error {
  const codes: Readonly<Record<number, string>> = { 3: 'ENETUNREACH', 4: 'EHOSTUNREACH', 5: 'ECONNREFUSED', 6: 'ETIMEDOUT' }
  const code = codes[status]
  if (code) return Object.assign(new Error('refused by the proxy'), { code })
  return status === 2 ? wrong('the rules of the proxy forbid it') : detour(`the proxy refuses to connect (reply ${status})`)
}

const detour = (sentence: string, final = false) =>
  new Obstacle('detour', sentence, 'See ssh_proxy_host and its companions.', final)

/** Waiting does not help. */
const wrong = (sentence: string) => detour(sentence, true)

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
    const end = (error?: Error) => {
      forget()
      reject(error instanceof Obstacle ? error : detour('the proxy closed the connection'))
    }
    const forget = () => socket.off('readable', tell).off('end', end).off('error', end)
    socket.on('readable', tell).once('end', end).once('error', end)
    tell()
  })
}

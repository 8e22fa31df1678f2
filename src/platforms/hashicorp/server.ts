/** Questions to a server of Vault or Consul. Both are described by environment variables of one kind: VAULT_CACERT, CONSUL_CACERT. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dispatcher } from 'undici'
import { proxyFor } from '../../lib/proxy'
import { Failure } from '../../model/failure'
import type { LookupSource } from '../../model/plugin'

export type Context = Parameters<LookupSource>[1]

export interface Server {
  readonly name: 'Vault' | 'Consul'
  /** http://, https:// or unix:// with the path of a socket. */
  readonly address: string
  /** The variable that says so. */
  readonly addressFrom: string
  /** Those that are undefined are left out. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly verify: boolean
}

export interface Answer {
  readonly status: number
  readonly text: string
}

/** As the clients of both give up. */
const LIMIT_MILLISECONDS = 60_000

export const get = (server: Server, path: string, context: Context): Promise<Answer> => answerOf(server, { path }, context)

export const put = (server: Server, path: string, body: object, context: Context): Promise<Answer> =>
  answerOf(server, { path, body: JSON.stringify(body) }, context)

interface Question {
  readonly path: string
  /** With it the question is a PUT. */
  readonly body?: string
}

/** A redirect is followed once, as standby servers of Vault send it, but never from https to http. */
async function answerOf(server: Server, { path, body }: Question, context: Context): Promise<Answer> {
  const limit = AbortSignal.timeout(LIMIT_MILLISECONDS)
  const signal = AbortSignal.any([context.signal, limit])
  const [, socketPath] = /^unix:\/\/(.+)/.exec(server.address) ?? []
  try {
    const first = new URL((socketPath ? 'http://localhost' : server.address).replace(/\/+$/, '') + path)
    const answer = await ask(first, body, server, socketPath, { ...context, signal })
    const next = redirected(first, answer)
    return next ? await ask(next, body, server, undefined, { ...context, signal }) : answer
  } catch (error) {
    context.signal.throwIfAborted()
    if (error instanceof Failure) throw error
    const reason = limit.aborted ? 'it took more than a minute' : reasonOf(error)
    throw new Failure('failed', `${server.name} at ${server.address.replace(/\/\/[^/]*@/, '//')} gave no answer: ${reason}`, {
      advice: `${server.addressFrom} says where it is.`,
    })
  }
}

interface Reply extends Answer {
  readonly location?: string
}

async function ask(
  url: URL,
  body: string | undefined,
  server: Server,
  socketPath: string | undefined,
  context: Context,
): Promise<Reply> {
  const { Agent, ProxyAgent, request } = await import('undici')
  const { environment, signal } = context
  const connect = { ...tlsOf(server, environment), socketPath }
  const proxy = socketPath ? undefined : proxyFor(url, environment)
  const dispatcher: Dispatcher = proxy
    ? new ProxyAgent({ uri: proxy, proxyTunnel: false, requestTls: connect })
    : new Agent({ connect })
  try {
    const headers = Object.fromEntries(Object.entries(server.headers).filter(([, value]) => value !== undefined))
    const answer = await request(url, { method: body === undefined ? 'GET' : 'PUT', body, headers, dispatcher, signal })
    return { status: answer.statusCode, text: await answer.body.text(), location: [answer.headers.location].flat()[0] }
  } finally {
    await dispatcher.destroy()
  }
}

function redirected(url: URL, { status, location }: Reply): URL | undefined {
  if (![301, 302, 307].includes(status) || !location || !URL.canParse(location, url.href)) return undefined
  const next = new URL(location, url)
  return url.protocol === 'https:' && next.protocol !== 'https:' ? undefined : next
}

/** Certificates of the server's authority instead of the usual ones, and our own where the server asks for one. */
function tlsOf({ name, verify }: Server, environment: Context['environment']) {
  const of = (variable: string): string | undefined => environment[`${name.toUpperCase()}_${variable}`] || undefined
  const [file, folder, cert, key] = [of('CACERT'), of('CAPATH'), of('CLIENT_CERT'), of('CLIENT_KEY')]
  const files = file ? [file] : folder ? readdirSync(folder).map(each => join(folder, each)) : []
  return {
    ca: files.length > 0 ? files.map(each => readFileSync(each, 'utf8')) : undefined,
    cert: cert && readFileSync(cert, 'utf8'),
    key: key && readFileSync(key, 'utf8'),
    servername: of('TLS_SERVER_NAME'),
    rejectUnauthorized: verify,
  }
}

/** As Go reads a flag; undefined for anything else. */
export function flag(text: string | undefined): boolean | undefined {
  if (/^(1|t|T|TRUE|true|True)$/.test(text ?? '')) return true
  return /^(0|f|F|FALSE|false|False)$/.test(text ?? '') ? false : undefined
}

/** A path as it goes into a URL, without the slash that some begin it with. */
export const pathOf = (path: string): string => path.replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/')

function reasonOf(error: unknown): string {
  const { message, code, cause } = error as { message?: string; code?: string; cause?: { message?: string } }
  return message || cause?.message || code || String(error)
}

/** HTTP or HTTPS to one machine, straight or through the proxy of the environment. */
import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import { HttpProxyAgent } from 'http-proxy-agent'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { proxyFor } from '../../lib/proxy'

export interface Place {
  readonly url: URL
  /** Certificates are taken without a look. */
  readonly isInsecure: boolean
  /** Undefined: straight. */
  readonly proxy?: string
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** The connection that it came by. */
  readonly socket: Socket
}

export interface Patience {
  readonly signal?: AbortSignal
  /** Without a byte from the machine. */
  readonly milliseconds: number
}

/** No byte arrived for as long as the caller was patient. */
export class Silence extends Error {
  readonly code = 'ETIMEDOUT'
}

export function placeOf(url: URL, isInsecure: boolean, goesStraight: boolean): Place {
  return { url, isInsecure, proxy: goesStraight ? undefined : proxyFor(url, process.env) }
}

/** Connections are kept, so that an exchange does not pay for a new one; `sockets`: at most so many at once. */
export function agentTo({ url, isInsecure, proxy }: Place, sockets: number): HttpAgent {
  const settings = { keepAlive: true, maxSockets: sockets, rejectUnauthorized: !isInsecure }
  if (url.protocol === 'https:') return proxy ? new HttpsProxyAgent(proxy, settings) : new HttpsAgent(settings)
  return proxy ? new HttpProxyAgent(proxy, settings) : new HttpAgent(settings)
}

/** Rejects with the error of the socket, with Silence, or with the signal's reason. */
export function post(
  { url, isInsecure }: Place,
  agent: HttpAgent,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  { signal, milliseconds }: Patience,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(signal?.aborted ? signal.reason : error)
    const open = url.protocol === 'https:' ? httpsRequest : httpRequest
    const request = open(url, {
      method: 'POST',
      agent,
      rejectUnauthorized: !isInsecure,
      headers: { 'User-Agent': 'ingot', ...headers, 'Content-Length': String(body.length) },
      signal,
    })
    request.setTimeout(milliseconds, () => request.destroy(new Silence('the machine has fallen silent')))
    request.once('error', failed)
    request.once('response', response => {
      const { socket } = response
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', failed)
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks), socket }),
      )
    })
    request.end(body)
  })
}

/** One HTTP question from this machine. No proxy is used: the port is open for this machine alone. */
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { PlannedHttp } from '../model/plan'
import { linePattern, regularExpression, unsatisfied } from './goss/line-patterns'

const MOST_REDIRECTS = 10
const LARGEST_BYTES = 16 * 1024 * 1024
const REDIRECTS = [301, 302, 303, 307, 308]

interface Answer {
  readonly message: IncomingMessage
  readonly body: string
}

/** Undefined: it is as was expected, else a sentence. */
export async function askHttp(
  probe: PlannedHttp,
  port: number,
  address: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { message, body } = await follow(probe, firstUrl(probe, port, address), address, signal)
  const { statusCode = 0, headers } = message
  const shown = body.length > 0 ? `; the body begins with ${JSON.stringify(body.slice(0, 300))}` : ''
  if (!probe.status.includes(statusCode)) return `expected status ${probe.status.join(' or ')}, and it was ${statusCode}${shown}`
  for (const [name, expression] of Object.entries(probe.headers)) {
    const value = [headers[name.toLowerCase()] ?? []].flat().join(', ')
    if (!regularExpression(expression)(value))
      return `expected header ${name} to match ${JSON.stringify(expression)}, and it was ${JSON.stringify(value)}`
  }
  const missing = unsatisfied(probe.body.map(linePattern), body)
  return missing.length > 0 ? `expected the body to have the patterns ${JSON.stringify(missing)}${shown}` : undefined
}

/** Throws Error with a sentence for what no answer could be held against. */
export function checkHttp({ headers, body }: PlannedHttp): void {
  for (const expression of Object.values(headers)) regularExpression(expression)
  for (const pattern of body) linePattern(pattern)
}

function firstUrl({ tls, path, host }: PlannedHttp, port: number, address: string): URL {
  const name = host ?? (address.includes(':') ? `[${address}]` : address)
  return new URL(path.startsWith('/') ? path : `/${path}`, `${tls ? 'https' : 'http'}://${name}:${port}`)
}

/** As browsers and curl do it: after 303, and after 301 and 302 to a POST, what follows is a GET without a body. */
async function follow(probe: PlannedHttp, first: URL, address: string, signal: AbortSignal): Promise<Answer> {
  let [url, method, body] = [first, probe.method, probe.requestBody]
  for (let redirects = 0; ; redirects++) {
    const answer = await ask(probe, url, method, body, url.host === first.host ? address : undefined, signal)
    const { statusCode = 0, headers } = answer.message
    if (!probe.followRedirects || !REDIRECTS.includes(statusCode) || !headers.location) return answer
    if (redirects === MOST_REDIRECTS)
      throw new Error(`it was sent on more than ${MOST_REDIRECTS} times, at last to ${headers.location}`)
    url = new URL(headers.location, url)
    if (!/^https?:$/.test(url.protocol)) throw new Error(`it was sent on to ${url.href}, which is not HTTP`)
    if (statusCode === 303 || (statusCode < 303 && method === 'POST'))
      [method, body] = [method === 'HEAD' ? 'HEAD' : 'GET', undefined]
  }
}

/** `address`: where the machine is, whatever it is called. */
function ask(
  { insecure, requestHeaders }: PlannedHttp,
  url: URL,
  method: string,
  body: string | undefined,
  address: string | undefined,
  signal: AbortSignal,
): Promise<Answer> {
  const options: RequestOptions & { rejectUnauthorized?: boolean; servername?: string } = {
    method,
    signal,
    agent: false,
    host: address ?? url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port || (url.protocol === 'https:' ? 443 : 80),
    path: `${url.pathname}${url.search}`,
    headers: {
      host: url.host,
      'user-agent': 'ingot',
      ...requestHeaders,
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    },
    ...(url.protocol === 'https:' && {
      rejectUnauthorized: !insecure,
      servername: /[a-z]/i.test(url.hostname) && !url.hostname.includes(':') ? url.hostname : '',
    }),
  }
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? requestHttps : requestHttp)(options, message => {
      const chunks: Buffer[] = []
      let size = 0
      message.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size <= LARGEST_BYTES) chunks.push(chunk)
        else message.destroy(new Error(`the body is larger than ${LARGEST_BYTES} bytes`))
      })
      message.once('end', () => resolve({ message, body: Buffer.concat(chunks).toString() }))
      message.once('error', reject)
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

/** One request with its redirects, through the proxy that the environment names for each address. */
import { Agent, type Dispatcher, ProxyAgent, request } from 'undici'
import type { OptionsOf } from '../../language/options/spec'
import { proxyFor } from '../../lib/proxy'
import { Failure } from '../../model/failure'
import type { DataContext } from '../../model/plugin'
import type { httpOptions } from '.'

/** As Go's client, which Packer asks with. */
const REDIRECTS = 10
/** From the first request to the last byte of the answer. */
const LIMIT_MILLISECONDS = 120_000
const LONGEST_EVIDENCE = 2000

type Options = OptionsOf<typeof httpOptions>

interface Step {
  readonly url: URL
  readonly method: Options['method']
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

interface Answer {
  readonly status: number
  readonly headers: Dispatcher.ResponseData['headers']
  readonly text: string
}

export async function read(options: Options, { environment, signal }: DataContext) {
  const { url, method, request_headers: headers, request_body: body } = options
  const limit = AbortSignal.timeout(LIMIT_MILLISECONDS)
  const either = AbortSignal.any([signal, limit])
  let step: Step = { url: new URL(url), method, headers, body }
  try {
    for (let left = REDIRECTS; ; left--) {
      const answer = await ask(step, environment, either)
      const next = redirected(step, answer)
      if (next && left > 0) step = next
      else if (answer.status >= 200 && answer.status <= 299)
        return { url, body: answer.text, request_headers: headersOf(answer.headers) }
      else throw refused(step, answer)
    }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Failure) throw error
    throw unanswered(step, limit.aborted ? 'it took more than two minutes' : reasonOf(error))
  }
}

async function ask(
  { url, method, headers, body }: Step,
  environment: DataContext['environment'],
  signal: AbortSignal,
): Promise<Answer> {
  const proxy = proxyFor(url, environment)
  const dispatcher = proxy ? new ProxyAgent({ uri: proxy, proxyTunnel: false }) : new Agent()
  try {
    const answer = await request(url, { method, headers: { ...login(url), ...headers }, body, dispatcher, signal })
    return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() }
  } finally {
    await dispatcher.destroy()
  }
}

/** A name and a password in the URL are for the server. */
function login({ username, password }: URL): Readonly<Record<string, string>> {
  if (!username) return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

/** As browsers and Go do it: the method becomes GET but for 307 and 308, and what proves who asks stays with the host it was meant for. */
function redirected({ url, method, headers, body }: Step, answer: Answer): Step | undefined {
  const location = [answer.headers.location].flat()[0]
  if (![301, 302, 303, 307, 308].includes(answer.status) || !location || !URL.canParse(location, url.href)) return undefined
  const next = new URL(location, url)
  const secret = (name: string) => next.host !== url.host && /^(authorization|cookie|www-authenticate)$/i.test(name)
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !secret(name)))
  if (answer.status >= 307) return { url: next, method, headers: kept, body }
  return { url: next, method: method === 'HEAD' ? 'HEAD' : 'GET', headers: kept }
}

/** Names as Go writes them, which templates index by: `Content-Type`. */
function headersOf(headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> {
  const named = Object.entries(headers).map(([name, value]) => [
    name.replace(/(^|-)[a-z]/g, letter => letter.toUpperCase()),
    [value ?? ''].flat().join(', '),
  ])
  return Object.fromEntries(named)
}

function refused(step: Step, { status, headers, text }: Answer): Failure {
  const again = headers.location ? `, after ${REDIRECTS} redirects` : ''
  return new Failure('failed', `${asked(step)} was answered with status ${status}${again}`, {
    evidence: text.trim().slice(0, LONGEST_EVIDENCE) || undefined,
  })
}

const unanswered = (step: Step, reason: string): Failure =>
  new Failure('failed', `${asked(step)} got no answer: ${reason}`, {
    advice: 'Check the URL and the network; HTTPS_PROXY, HTTP_PROXY and NO_PROXY say how the server is reached.',
  })

/** Without name and password. */
const asked = ({ method, url }: Step): string => `${method} ${url.protocol}//${url.host}${url.pathname}${url.search}`

function reasonOf(error: unknown): string {
  const { message, code, cause } = error as { message?: string; code?: string; cause?: { message?: string } }
  return message || cause?.message || code || String(error)
}

/** The way to AWS: directly, or through the proxy that the environment names for an address; the SDK by itself knows no proxies. */
import { readFileSync } from 'node:fs'
import type { AgentOptions } from 'node:https'
import { proxyFor } from '../../lib/proxy'
import { Failure } from '../../model/failure'

type Environment = Readonly<Record<string, string | undefined>>

/** For the SDK's request handler. Empty: its own agents are right. */
export async function agents(insecureTls: boolean | undefined, environment: Environment = process.env): Promise<object> {
  const tls = { keepAlive: true, ...(insecureTls && { rejectUnauthorized: false }), ...authority(environment) }
  if (namesProxy(environment)) return proxied(tls, environment)
  if (Object.keys(tls).length === 1) return {}
  const https = await import('node:https')
  return { httpsAgent: new https.Agent(tls) }
}

const namesProxy = (environment: Environment): boolean =>
  ['HTTP_PROXY', 'HTTPS_PROXY'].some(name => environment[name] || environment[name.toLowerCase()])

/** Of a proxy that looks into what is encrypted, for one; as every AWS SDK but this one reads it. */
function authority({ AWS_CA_BUNDLE: path }: Environment): AgentOptions {
  if (!path) return {}
  try {
    return { ca: readFileSync(path) }
  } catch (cause) {
    throw new Failure('failed', `The certificates that AWS_CA_BUNDLE names cannot be read: ${path}`, {
      advice: 'Set it to a file in PEM form, or unset it.',
      cause,
    })
  }
}

/** Each address by the rules for that address: a client asks services of several names. */
async function proxied(tls: AgentOptions, environment: Environment) {
  const [{ Agent }, { HttpProxyAgent }, { HttpsProxyAgent }, http, https] = await Promise.all([
    import('agent-base'),
    import('http-proxy-agent'),
    import('https-proxy-agent'),
    import('node:http'),
    import('node:https'),
  ])
  const direct = { http: new http.Agent({ keepAlive: true }), https: new https.Agent(tls) }
  const known = new Map<string, InstanceType<typeof Agent>>()
  class ByAddress extends Agent {
    override connect(_request: unknown, { host, port, secureEndpoint }: Parameters<InstanceType<typeof Agent>['connect']>[1]) {
      const scheme = secureEndpoint ? 'https' : 'http'
      const proxy = proxyFor(new URL(`${scheme}://${host?.includes(':') ? `[${host}]` : host}:${port}`), environment)
      if (!proxy) return direct[scheme]
      const key = `${scheme} by ${proxy}`
      const by = known.get(key) ?? new (secureEndpoint ? HttpsProxyAgent : HttpProxyAgent)(proxyUrl(proxy), { keepAlive: true })
      known.set(key, by)
      return by
    }
  }
  return { httpAgent: new ByAddress({ keepAlive: true }), httpsAgent: new ByAddress(tls) }
}

/** It may hold a password, so it is not repeated. */
function proxyUrl(text: string): string {
  if (URL.canParse(text) && /^https?:\/\//.test(text)) return text
  throw new Failure('failed', 'HTTPS_PROXY or HTTP_PROXY names no proxy that ingot can use', {
    advice: 'Write it as http://host:port or https://host:port.',
  })
}

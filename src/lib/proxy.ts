/** Which proxy the environment names for an address, by the rules of Go's programs: HTTP_PROXY, HTTPS_PROXY and NO_PROXY, also in lower case. */

/** Loaded when first asked for: few environments name a proxy. */
const ipaddr = (): typeof import('ipaddr.js') => require('ipaddr.js')

type Environment = Readonly<Record<string, string | undefined>>

/** The proxy's URL; undefined when the address is asked directly. Programs of this machine always are. */
export function proxyFor(address: URL, environment: Environment): string | undefined {
  const of = (name: string) => environment[name] || environment[name.toLowerCase()] || undefined
  const given = of(address.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY')
  if (!given || isExempt(address, of('NO_PROXY') ?? '')) return undefined
  return given.includes('://') ? given : `http://${given}`
}

function isExempt(address: URL, list: string): boolean {
  const host = address.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const port = address.port || (address.protocol === 'https:' ? '443' : '80')
  const ip = ipaddr().isValid(host) ? ipaddr().process(host) : undefined
  if (host === 'localhost' || ip?.range() === 'loopback') return true
  const entries = list.split(',').map(entry => entry.trim().toLowerCase())
  return entries.filter(entry => entry !== '').some(entry => covers(entry, host, port, ip))
}

type Ip = ReturnType<ReturnType<typeof ipaddr>['process']>

/** `*`, a network, an address, or a name, which stands for all below it too; but for networks with a port if it should hold for that one only. */
function covers(entry: string, host: string, port: string, ip: Ip | undefined): boolean {
  if (entry === '*') return true
  if (ipaddr().isValidCIDR(entry)) return ip !== undefined && isWithin(ip, entry)
  const [, name = entry, only] = /^(.*?)(?::(\d+))?$/.exec(ipaddr().isValid(entry) ? `${entry}` : entry) ?? []
  if (ipaddr().isValid(entry)) return ip?.toNormalizedString() === ipaddr().process(entry).toNormalizedString()
  if (only !== undefined && only !== port) return false
  const bare = name.replace(/^\[|\]$/g, '').replace(/^\*/, '')
  return bare.startsWith('.') ? host.endsWith(bare) : host === bare || host.endsWith(`.${bare}`)
}

function isWithin(ip: Ip, network: string): boolean {
  const [base, bits] = ipaddr().parseCIDR(network)
  return base.kind() === ip.kind() && ip.match(base, bits)
}

/** From security group rules to the ports that are opened on a machine's own address. Pure arithmetic. */
import { IPv4, parseCIDR } from 'ipaddr.js'
import type { PortRule } from './machine-kind'

export interface Port {
  readonly protocol: 'tcp' | 'udp'
  readonly number: number
}

/** A rule for more ports than this stands for `usualPorts` within it: a listener for each of 65535 would cost more than the machine. */
export const widestRange = 128

/**
 * What servers listen on, for rules that open everything: those of the well-known services, and the first hundred of each
 * thousand that development servers choose from.
 */
export const usualPorts: readonly number[] = [
  ...[
    21, 22, 25, 53, 80, 110, 123, 143, 389, 443, 445, 465, 514, 587, 636, 993, 995, 1433, 1521, 1883, 2181, 2375, 2376, 2379,
    2380,
  ],
  ...[
    3306, 3389, 4222, 4646, 5432, 5601, 5671, 5672, 5900, 5985, 5986, 6379, 6443, 7946, 8200, 8300, 8301, 8302, 8500, 8600, 9042,
  ],
  ...[9200, 9300, 10250, 11211, 15672, 27017],
  ...[3000, 4000, 5000, 7000, 8000, 8080, 8443, 8888, 9000, 9090, 9100, 9443].flatMap(first =>
    first % 1000 === 0 ? decade(first) : [first],
  ),
]

function decade(first: number): number[] {
  return Array.from({ length: 11 }, (_, index) => first + index)
}

/** All callers of the sandbox come from here. */
const caller = IPv4.parse('127.0.0.1')

/** The ports that the rules open to 127.0.0.1, in order. ICMP opens none. */
export function openedPorts(rules: readonly PortRule[]): Port[] {
  const ports = new Map<string, Port>()
  for (const rule of rules.filter(admitsCaller)) {
    for (const protocol of rule.protocol === '-1' ? (['tcp', 'udp'] as const) : [rule.protocol]) {
      if (protocol === 'icmp') continue
      for (const number of numbers(rule)) ports.set(portKey({ protocol, number }), { protocol, number })
    }
  }
  return [...ports.values()].sort((a, b) => a.protocol.localeCompare(b.protocol) || a.number - b.number)
}

export const portKey = (port: Port) => `${port.protocol}:${port.number}`

/** True when a rule had to be cut to the usual ports. */
export const isWide = (rule: PortRule) => lastPort(rule) - firstPort(rule) >= widestRange

function numbers(rule: PortRule): number[] {
  const [from, to] = [firstPort(rule), lastPort(rule)]
  if (isWide(rule)) return usualPorts.filter(number => number >= from && number <= to)
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}

/** Protocol -1 is about all ports, whatever the range says; port 0 cannot be listened on. */
const firstPort = (rule: PortRule) => (rule.protocol === '-1' ? 1 : Math.max(1, rule.fromPort))
const lastPort = (rule: PortRule) => (rule.protocol === '-1' || rule.toPort < 0 ? 65535 : Math.min(65535, rule.toPort))

function admitsCaller(rule: PortRule): boolean {
  try {
    return caller.match(parseCIDR(rule.cidr) as [IPv4, number])
  } catch {
    return false
  }
}

/** What to do about ports that only root may listen on; undefined when there is nothing to say. */
export function privilegeAdvice(refused: readonly Port[], address: string): string | undefined {
  if (refused.length === 0) return undefined
  const lowest = Math.min(...refused.map(port => port.number))
  const list = refused.map(port => port.number).join(', ')
  return `port ${list} of ${address} could not be opened: only root may listen below net.ipv4.ip_unprivileged_port_start. To allow it: sudo sysctl net.ipv4.ip_unprivileged_port_start=${lowest}`
}

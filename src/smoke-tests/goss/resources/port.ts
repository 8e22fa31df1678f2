/** Ports that are listened on, from the kernel's socket tables: no tool is needed for them. */
import { isIPv4 } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { Answer, ResourceKind, Shared } from '../resource'

/** States in the fourth column. */
const LISTENING = '0A'
const UNCONNECTED = '07'

export const port: ResourceKind = {
  type: 'port',
  label: 'Port',
  target: 'port',
  attributes: ['listening', 'ip'],
  deciding: 'listening',
  shared: ['tcp', 'tcp6', 'udp', 'udp6'],
  find: (attribute, answer, { target }) => {
    const addresses = listeners(target, answer)
    return attribute === 'listening' ? addresses.length > 0 : addresses
  },
}

function listeners(target: string, answer: Answer): readonly string[] {
  const [, table = 'tcp', number = ''] = /^(?:(tcp6?|udp6?):)?(\d+)$/.exec(target) ?? []
  if (number === '') return []
  const state = table.startsWith('tcp') ? LISTENING : UNCONNECTED
  return answer
    .shared(table as Shared)
    .split('\n')
    .flatMap(line => {
      const [, local = '', , found] = line.trim().split(/\s+/)
      const [address = '', hexadecimal = ''] = local.split(':')
      return found === state && Number.parseInt(hexadecimal, 16) === Number(number) ? [addressOf(address)] : []
    })
}

/** Words of 32 bits, each in the byte order of the machine; those that ingot knows are little-endian. */
function addressOf(hexadecimal: string): string {
  const bytes = Buffer.from(hexadecimal, 'hex').swap32()
  const text = ipaddr.fromByteArray([...bytes]).toString()
  return isIPv4(text) ? text : ipaddr.IPv6.parse(text).toRFC5952String()
}

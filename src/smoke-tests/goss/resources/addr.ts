/** Addresses that can be reached from the machine. */
import { quote } from '../../../lib/posix-quote'
import type { ResourceKind } from '../resource'
import { seconds } from '../time-limit'

const DEFAULT_MILLISECONDS = 500

export const addr: ResourceKind = {
  type: 'addr',
  label: 'Addr',
  target: 'address',
  attributes: ['reachable'],
  required: 'reachable',
  settings: { timeout: 'number', 'local-address': 'text' },
  ask: ({ target, settings }) => {
    const [, protocol = 'tcp', host = '', port = ''] = /^(?:(tcp|udp)[46]?:\/\/)?\[?(.*?)\]?:(\w+)$/.exec(target) ?? []
    const words = [protocol, host, port, seconds(settings.timeout, DEFAULT_MILLISECONDS), settings['local-address'] ?? '']
    return `reach ${words.map(word => quote(String(word))).join(' ')}; echo $? >"$o".status`
  },
  find: (_, answer) => {
    const status = answer.text('status')?.trim()
    if (status === '3') throw new Error('the machine has none of bash, python3, perl and nc to connect with')
    return status === '0'
  },
}

/** Processes, kernel parameters, mounts and network interfaces, from what the kernel says of itself. */
import { quote } from '../../../lib/posix-quote'
import type { Answer, ResourceKind } from '../resource'

export const processKind: ResourceKind = {
  type: 'process',
  label: 'Process',
  target: 'comm',
  attributes: ['running'],
  required: 'running',
  shared: ['processes'],
  find: (_, answer, { target }) => answer.shared('processes').split('\n').includes(target),
}

export const kernelParam: ResourceKind = {
  type: 'kernel-param',
  label: 'KernelParam',
  target: 'name',
  attributes: ['value'],
  required: 'value',
  ask: ({ target }) => `cat ${quote(`/proc/sys/${parameterPath(target)}`)} >"$o".value || rm -f "$o".value`,
  find: (_, answer, { target }) => {
    const value = answer.text('value')
    if (value === undefined) throw new Error(`there is no kernel parameter ${target}`)
    return value.trim()
  },
}

/** Separated by dots or by slashes, whichever comes first; the other one stands for itself inside a name (eth0.100). */
function parameterPath(name: string): string {
  if (/^[^.]*\//.test(name)) return name
  return name.replace(/[./]/g, char => (char === '.' ? '/' : '.'))
}

export const mount: ResourceKind = {
  type: 'mount',
  label: 'Mount',
  target: 'mountpoint',
  attributes: ['exists', 'opts', 'vfs-opts', 'source', 'filesystem', 'usage'],
  deciding: 'exists',
  settings: { timeout: 'number' },
  shared: ['mounts'],
  ask: ({ target, wanted, settings }) =>
    wanted.has('usage') ? `limit ${Number(settings.timeout || 1000) / 1000} stat -f -c '%b %f' ${quote(target)} >"$o".usage` : '',
  find: (attribute, answer, { target }) => {
    const entry = mountAt(target, answer.shared('mounts'))
    switch (attribute) {
      case 'exists':
        return true
      case 'opts':
        return entry.options
      case 'vfs-opts':
        return entry.superOptions
      case 'source':
        return entry.source
      case 'filesystem':
        return entry.type
      default:
        return usage(answer)
    }
  },
}

/** proc(5): id, parent, device, root, mount point, options, optional fields, `-`, type, source, options of the super block. */
function mountAt(point: string, table: string) {
  const entry = table
    .split('\n')
    .map(line => line.split(' '))
    .findLast(fields => unescaped(fields[4] ?? '') === point)
  // goss too says so for `exists: false`: a missing mount point is an error to it.
  if (!entry) throw new Error(`nothing is mounted at ${point}`)
  const [type = '', source = '', superOptions = ''] = entry.slice(entry.indexOf('-', 6) + 1)
  return { options: (entry[5] ?? '').split(','), type, source: unescaped(source), superOptions: superOptions.split(',') }
}

const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8)))

/** Percent of all blocks, rounded up; of no blocks at all what Go makes of 0/0. */
function usage(answer: Answer): number {
  const [blocks = 0, free = 0] = (answer.text('usage') ?? '').trim().split(' ').map(Number)
  if (answer.text('usage') === undefined) throw new Error('its usage could not be read')
  return blocks === 0 ? -(2 ** 63) : Math.ceil(((blocks - free) / blocks) * 100)
}

export const networkInterface: ResourceKind = {
  type: 'interface',
  label: 'Interface',
  target: 'name',
  attributes: ['exists', 'addrs', 'mtu'],
  deciding: 'exists',
  ask: ({ target, wanted }) => {
    const mtu = `[ -e ${quote(`/sys/class/net/${target}`)} ] && cat ${quote(`/sys/class/net/${target}/mtu`)} >"$o".mtu`
    return wanted.has('addrs') ? `${mtu}\nip -o addr show dev ${quote(target)} >"$o".addrs || rm -f "$o".addrs` : mtu
  },
  find: (attribute, answer) => {
    const mtu = answer.text('mtu')
    if (attribute === 'exists') return mtu !== undefined
    if (attribute === 'mtu') return Number(mtu)
    const list = answer.text('addrs')
    if (list === undefined) throw new Error('the machine has no ip command to list addresses with')
    return [...list.matchAll(/ inet6? (\S+)/g)].map(match => match[1])
  },
}

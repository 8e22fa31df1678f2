/** Names as the machine resolves them, or as a name server that it can reach answers. */
import { isIP } from 'node:net'
import { quote } from '../../../lib/posix-quote'
import type { Answer, Question, ResourceKind } from '../resource'
import { seconds } from '../time-limit'
import { decodeAnswer, encodeQuestion, isRecordType, type RecordType } from './dns-message'

const DEFAULT_MILLISECONDS = 500

export const dns: ResourceKind = {
  type: 'dns',
  label: 'DNS',
  target: 'resolve',
  attributes: ['resolvable', 'addrs'],
  formerly: { resolveable: 'resolvable' },
  deciding: 'resolvable',
  settings: { server: 'text', timeout: 'number' },
  shared: ['hosts'],
  ask: question => {
    const { settings } = question
    if (!settings.server) return `getent ahosts ${quote(nameOf(question).name)} >"$o".addresses || rm -f "$o".addresses`
    const { host, port } = serverOf(String(settings.server))
    const words = [host, port, seconds(settings.timeout, DEFAULT_MILLISECONDS)].map(quote).join(' ')
    return typesOf(question)
      .map(type => `ask_udp ${words} ${quote(escaped(encodeQuestion(questionName(question, type), type)))} >"$o".${type}`)
      .join('\n')
  },
  find: (attribute, answer, question) => {
    const addresses = question.settings.server ? answered(answer, question) : resolved(answer, nameOf(question).name)
    return attribute === 'resolvable' ? addresses.length > 0 : addresses
  },
}

/** `MX:example.org` asks for records of one type. */
function nameOf({ target }: Pick<Question, 'target'>): { name: string; type?: RecordType } {
  const [, type = '', name = ''] = /^([A-Z]+):(.+)$/.exec(target) ?? []
  return isRecordType(type) ? { name, type } : { name: target }
}

function typesOf(question: Question): readonly RecordType[] {
  const { type } = nameOf(question)
  return type ? [type] : ['A', 'AAAA']
}

/** Addresses are looked up by their reversed name. */
function questionName(question: Question, type: RecordType): string {
  const { name } = nameOf(question)
  return type === 'PTR' && isIP(name) === 4 ? `${name.split('.').reverse().join('.')}.in-addr.arpa` : name
}

function serverOf(server: string): { host: string; port: string } {
  if (isIP(server)) return { host: server, port: '53' }
  const [, host = server, port = '53'] = /^\[?(.*?)\]?:(\d+)$/.exec(server) ?? []
  return { host, port }
}

const escaped = (bytes: Buffer): string => [...bytes].map(byte => `\\${byte.toString(8).padStart(3, '0')}`).join('')

function answered(answer: Answer, question: Question): readonly string[] {
  const found = typesOf(question).map(type => decodeAnswer(answer.bytes(type) ?? Buffer.alloc(0), type))
  return found.flat().sort()
}

/** The machine's own list of hosts comes first, as everywhere; then whatever else its resolver knows. */
function resolved(answer: Answer, name: string): readonly string[] {
  const listed = answer
    .shared('hosts')
    .split('\n')
    .map(line => line.replace(/#.*/, '').trim().split(/\s+/))
    .filter(([, ...names]) => names.includes(name))
    .map(([address = '']) => address)
  const asked = (answer.text('addresses') ?? '').split('\n').flatMap(line => line.trim().split(/\s+/)[0] || [])
  return [...new Set(listed.length > 0 ? listed : asked)].sort()
}

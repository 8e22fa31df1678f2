/** Questions to a name server and its answers, as RFC 1035 writes them; the machine only carries the bytes. */

const TYPES = { A: 1, NS: 2, CNAME: 5, PTR: 12, MX: 15, TXT: 16, AAAA: 28, SRV: 33, CAA: 257 } as const

export type RecordType = keyof typeof TYPES
export const isRecordType = (word: string): word is RecordType => Object.hasOwn(TYPES, word)

/** Any number does: there is but one question on each socket. */
const ID = 0x1d07

/** Recursion desired, one question, class IN. */
export function encodeQuestion(name: string, type: RecordType): Buffer {
  const labels = name.split('.').filter(label => label !== '')
  const body = labels.flatMap(label => [Buffer.from([Buffer.byteLength(label)]), Buffer.from(label)])
  const header = Buffer.from([ID >> 8, ID & 255, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0])
  return Buffer.concat([header, ...body, Buffer.from([0, TYPES[type] >> 8, TYPES[type] & 255, 0, 1])])
}

/** The records of that type as texts, in the order of the answer. Throws Error when it is none, or says no. */
export function decodeAnswer(message: Buffer, type: RecordType): readonly string[] {
  if (message.length < 12) throw new Error('the name server did not answer')
  const code = message.readUInt8(3) & 15
  if (code !== 0 && code !== 3) throw new Error(`the name server answered with code ${code}`)
  let at = 12
  for (let i = message.readUInt16BE(4); i > 0; i--) at = nameAt(message, at).end + 4
  const found: string[] = []
  for (let i = message.readUInt16BE(6); i > 0; i--) {
    const start = nameAt(message, at).end
    const data = start + 10
    const length = message.readUInt16BE(start + 8)
    if (message.readUInt16BE(start) === TYPES[type]) found.push(recordText(message, data, length, type))
    at = data + length
  }
  return found
}

/** Names end in a pointer to an earlier place, or in an empty label. */
function nameAt(message: Buffer, start: number): { name: string; end: number } {
  let [name, at, end] = ['', start, 0]
  for (let steps = 0; steps < 128; steps++) {
    const length = message.readUInt8(at)
    if (length >= 0xc0) {
      end ||= at + 2
      at = message.readUInt16BE(at) & 0x3fff
    } else if (length === 0) {
      return { name: name || '.', end: end || at + 1 }
    } else {
      name += `${message.toString('latin1', at + 1, at + 1 + length)}.`
      at += 1 + length
    }
  }
  throw new Error('the name server sent a name without end')
}

function recordText(message: Buffer, at: number, length: number, type: RecordType): string {
  const word = (offset: number) => message.readUInt16BE(at + offset)
  switch (type) {
    case 'A':
      return [...message.subarray(at, at + 4)].join('.')
    case 'AAAA':
      return compact(Array.from({ length: 8 }, (_, i) => word(i * 2).toString(16)))
    case 'MX':
      return `${word(0)} ${nameAt(message, at + 2).name}`
    case 'SRV':
      return `${word(0)} ${word(2)} ${word(4)} ${nameAt(message, at + 6).name}`
    case 'TXT':
      return strings(message.subarray(at, at + length)).join('')
    case 'CAA': {
      const tag = message.readUInt8(at + 1)
      return `${message.readUInt8(at)} ${message.toString('latin1', at + 2, at + 2 + tag)} ${message.toString('latin1', at + 2 + tag, at + length)}`
    }
    default:
      return nameAt(message, at).name
  }
}

function strings(data: Buffer): string[] {
  const found: string[] = []
  for (let at = 0; at < data.length; at += 1 + data.readUInt8(at))
    found.push(data.toString('utf8', at + 1, at + 1 + data.readUInt8(at)))
  return found
}

/** The longest run of zeros, the first of equals, becomes `::` (RFC 5952). */
function compact(groups: readonly string[]): string {
  const runs = [...groups.join(':').matchAll(/\b0(?::0)+\b/g)].sort((a, b) => b[0].length - a[0].length)
  const text = groups.join(':')
  if (!runs[0]) return text
  const { index, 0: run } = runs[0]
  return `${text.slice(0, index)}::${text.slice(index + run.length)}`.replace(/:{3,}/, '::')
}

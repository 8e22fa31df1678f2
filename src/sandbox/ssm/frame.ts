/** Messages of a data channel as the service and the agent see them. All numbers are big-endian. */
import { createHash, randomUUID } from 'node:crypto'

export interface Frame {
  readonly name: string
  readonly number: number
  readonly uuid: string
  readonly kind: number
  readonly body: Buffer
}

export const kinds = {
  data: 1,
  handshakeRequest: 5,
  handshakeResponse: 6,
  handshakeComplete: 7,
  encryptionRequest: 8,
  encryptionResponse: 9,
  flag: 10,
} as const

/** Throws a sentence when the frame is not whole, or its digest is not that of its payload. */
export function readFrame(bytes: Buffer): Frame {
  if (bytes.length < 120) throw new Error(`a frame has 120 bytes at least, this one ${bytes.length}`)
  const headerLength = bytes.readUInt32BE(0)
  if (headerLength !== 116) throw new Error(`a client's header has 116 bytes, this one ${headerLength}`)
  const schema = bytes.readUInt32BE(36)
  if (schema !== 1) throw new Error(`schema version ${schema}`)
  if (bytes.readBigUInt64BE(40) === 0n) throw new Error('a frame without its time')
  const body = bytes.subarray(120)
  if (bytes.readUInt32BE(116) !== body.length) throw new Error('a frame that is longer or shorter than it says')
  const digest = createHash('sha256').update(body).digest()
  if (body.length > 0 && digest.compare(bytes, 80, 112) !== 0) throw new Error('a payload that is not what was sent')
  const [low, high] = [bytes.toString('hex', 64, 72), bytes.toString('hex', 72, 80)]
  const uuid = [high.slice(0, 8), high.slice(8, 12), high.slice(12), low.slice(0, 4), low.slice(4)].join('-')
  return {
    name: bytes.toString('ascii', 4, 36).trimEnd(),
    number: Number(bytes.readBigInt64BE(48)),
    uuid,
    kind: bytes.readUInt32BE(112),
    body,
  }
}

/** `withKind` false: the shorter header of what the service itself says. */
export function writeFrame(name: string, body: Buffer, { number = 0, kind = 0, flags = 0, withKind = true } = {}): Buffer {
  const uuid = randomUUID().replaceAll('-', '')
  const parts = [
    word(withKind ? 116 : 112),
    Buffer.from(name.padEnd(32, ' ')),
    word(1),
    long(Date.now()),
    long(number),
    long(flags),
    Buffer.from(uuid.slice(16) + uuid.slice(0, 16), 'hex'),
    createHash('sha256').update(body).digest(),
    ...(withKind ? [word(kind)] : []),
    word(body.length),
    body,
  ]
  return Buffer.concat(parts)
}

export function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(value))
  return bytes
}

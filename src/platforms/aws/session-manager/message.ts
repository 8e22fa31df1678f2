/**
 * One message of Session Manager's data channel, as client and agent exchange them in binary frames of a websocket. Big-endian; a header of
 * 116 bytes after its own length, or of 112 without a payload type (channel_closed); then the payload's length, and the payload.
 */
import { createHash } from 'node:crypto'

export type MessageType =
  | 'input_stream_data'
  | 'output_stream_data'
  | 'acknowledge'
  | 'channel_closed'
  | 'start_publication'
  | 'pause_publication'

export const PayloadType = {
  output: 1,
  handshakeRequest: 5,
  handshakeResponse: 6,
  handshakeComplete: 7,
  encryptionChallenge: 8,
  encryptionAnswer: 9,
  flag: 10,
} as const
/** What a payload of type flag says, in four bytes. */
export const Flag = { disconnectToPort: 1, terminateSession: 2, connectToPortError: 3 } as const

export interface Message {
  /** A MessageType, or a word that a newer agent knows. */
  readonly type: string
  readonly sequence: number
  readonly flags: number
  /** UUID */
  readonly id: string
  readonly payloadType: number
  readonly payload: Buffer
}

const HEADER = 116
const at = { type: 4, version: 36, created: 40, sequence: 48, flags: 56, id: 64, digest: 80, payloadType: 112 } as const
const TYPE_LENGTH = 32
const DIGEST_LENGTH = 32

export function encode({ type, sequence, flags, id, payloadType, payload }: Message, created = Date.now()): Buffer {
  const frame = Buffer.alloc(HEADER + 4 + payload.length)
  frame.writeUInt32BE(HEADER, 0)
  frame.fill(' ', at.type, at.type + TYPE_LENGTH).write(type, at.type)
  frame.writeUInt32BE(1, at.version)
  frame.writeBigUInt64BE(BigInt(created), at.created)
  frame.writeBigInt64BE(BigInt(sequence), at.sequence)
  frame.writeBigUInt64BE(BigInt(flags), at.flags)
  swapped(Buffer.from(id.replaceAll('-', ''), 'hex')).copy(frame, at.id)
  digest(payload).copy(frame, at.digest)
  frame.writeUInt32BE(payloadType, at.payloadType)
  frame.writeUInt32BE(payload.length, HEADER)
  payload.copy(frame, HEADER + 4)
  return frame
}

/** Undefined for what is no message, or not what was sent. */
export function decode(frame: Buffer): Message | undefined {
  if (frame.length < at.payloadType + 4) return undefined
  const header = frame.readUInt32BE(0)
  if (header < at.payloadType || frame.length < header + 4) return undefined
  const length = frame.readUInt32BE(header)
  const payload = frame.subarray(header + 4, header + 4 + length)
  if (payload.length !== length || (length > 0 && !digest(payload).equals(frame.subarray(at.digest, at.digest + DIGEST_LENGTH))))
    return undefined
  const hex = swapped(frame.subarray(at.id, at.id + 16)).toString('hex')
  return {
    // Some pad with zeros.
    type: frame.toString('latin1', at.type, at.type + TYPE_LENGTH).replace(/[\0 ]+$/, ''),
    sequence: Number(frame.readBigInt64BE(at.sequence)),
    flags: Number(frame.readBigUInt64BE(at.flags)),
    id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    payloadType: header >= HEADER ? frame.readUInt32BE(at.payloadType) : 0,
    payload,
  }
}

const digest = (payload: Buffer): Buffer => createHash('sha256').update(payload).digest()
/** A UUID travels with its lower half first. */
const swapped = (id: Buffer): Buffer => Buffer.concat([id.subarray(8), id.subarray(0, 8)])

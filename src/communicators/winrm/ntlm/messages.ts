/** The three messages of NTLM ([MS-NLMP] 2.2.1): what the client can, what the server asks, what the client answers. */
import { randomBytes } from 'node:crypto'
import { type Account, hmacMd5, prove, utf16 } from './keys'
import { rc4 } from './rc4'

const SIGNATURE = Buffer.from('NTLMSSP\0')

/** [MS-NLMP] 2.2.2.5: Unicode, target, sign, seal, NTLM, always sign, extended session security, target info, version, 128 bit, key exchange, 56 bit. */
const FLAGS = 0xe2888235
const KEY_EXCHANGE = 0x40000000
const SEAL = 0x20
const EXTENDED_SECURITY = 0x00080000
const STRONG = 0x20000000

/** Of pairs in the target's description (2.2.2.1). */
const END = 0
const AV_FLAGS = 6
const TIMESTAMP = 7
const CHANNEL_BINDINGS = 10
const HAS_MIC = Buffer.from([2, 0, 0, 0])

/** Version 10.0, revision 15 of the protocol. */
const VERSION = Buffer.from('0a0000000000000f', 'hex')

export function negotiateMessage(): Buffer {
  const message = Buffer.alloc(40)
  SIGNATURE.copy(message)
  message.writeUInt32LE(1, 8)
  message.writeUInt32LE(FLAGS, 12)
  // No domain and no workstation are told: both are empty fields behind the message.
  message.writeUInt32LE(40, 20)
  message.writeUInt32LE(40, 28)
  VERSION.copy(message, 32)
  return message
}

export interface Challenge {
  readonly flags: number
  readonly serverChallenge: Buffer
  readonly target: ReadonlyMap<number, Buffer>
}

/** Throws when it is none, or when the server would not keep the session secret. */
export function readChallenge(message: Buffer): Challenge {
  if (message.length < 48 || !message.subarray(0, 8).equals(SIGNATURE) || message.readUInt32LE(8) !== 2)
    throw new Error('the answer is not a challenge of NTLM')
  const flags = message.readUInt32LE(20)
  const wanted = SEAL | EXTENDED_SECURITY | STRONG | KEY_EXCHANGE
  if ((flags & wanted) >>> 0 !== wanted >>> 0) throw new Error('the server knows only forms of NTLM that protect nothing')
  const length = message.readUInt16LE(40)
  const offset = message.readUInt32LE(44)
  return { flags, serverChallenge: message.subarray(24, 32), target: readPairs(message.subarray(offset, offset + length)) }
}

function readPairs(bytes: Buffer): ReadonlyMap<number, Buffer> {
  const pairs = new Map<number, Buffer>()
  for (let at = 0; at + 4 <= bytes.length; ) {
    const id = bytes.readUInt16LE(at)
    const length = bytes.readUInt16LE(at + 2)
    if (id === END) break
    pairs.set(id, bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return pairs
}

function writePairs(pairs: ReadonlyMap<number, Buffer>): Buffer {
  const pair = (id: number, value: Buffer) => {
    const head = Buffer.alloc(4)
    head.writeUInt16LE(id, 0)
    head.writeUInt16LE(value.length, 2)
    return [head, value]
  }
  return Buffer.concat([...[...pairs].flatMap(([id, value]) => pair(id, value)), Buffer.alloc(4)])
}

export interface Authentication {
  readonly message: Buffer
  /** What both sides now share, and nobody else. */
  readonly sessionKey: Buffer
}

/** `bindings`: MD5 of the TLS channel, where there is one. `random`: for the test vectors of the specification. */
export function authenticateMessage(
  account: Account,
  negotiate: Buffer,
  challengeMessage: Buffer,
  bindings?: Buffer,
  random: (size: number) => Buffer = randomBytes,
): Authentication {
  const { flags, serverChallenge, target } = readChallenge(challengeMessage)
  const told = target.get(TIMESTAMP)
  const described = new Map([
    ...target,
    ...(told ? [[AV_FLAGS, HAS_MIC] as const] : []),
    ...(bindings ? [[CHANNEL_BINDINGS, bindings] as const] : []),
  ])
  const { response, sessionBaseKey } = prove(account, serverChallenge, random(8), told ?? now(), writePairs(described))
  const sessionKey = random(16)
  const fields = [
    // With the time of the server goes no answer of the older kind (3.1.5.1.2).
    Buffer.alloc(24),
    response,
    utf16(account.domain),
    utf16(account.user),
    utf16(''),
    rc4(sessionBaseKey)(sessionKey),
  ]
  const message = layOut(fields, flags)
  if (told) hmacMd5(sessionKey, negotiate, challengeMessage, message).copy(message, MIC_AT)
  return { message, sessionKey }
}

const MIC_AT = 72
const HEADER = 88

/** 2.2.1.3: where each field lies, then the fields. */
function layOut(fields: readonly Buffer[], flags: number): Buffer {
  const header = Buffer.alloc(HEADER)
  SIGNATURE.copy(header)
  header.writeUInt32LE(3, 8)
  let at = HEADER
  for (const [index, { length }] of fields.entries()) {
    header.writeUInt16LE(length, 12 + index * 8)
    header.writeUInt16LE(length, 14 + index * 8)
    header.writeUInt32LE(at, 16 + index * 8)
    at += length
  }
  header.writeUInt32LE(flags >>> 0, 60)
  VERSION.copy(header, 64)
  return Buffer.concat([header, ...fields])
}

/** In 100 ns since 1601. */
function now(): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE((BigInt(Date.now()) + 11_644_473_600_000n) * 10_000n)
  return bytes
}

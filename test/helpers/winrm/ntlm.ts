/** The server's side of NTLM version 2 (MS-NLMP): challenge, proof, and the sealing of messages afterwards. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { md4, Rc4 } from './ciphers'

export interface Account {
  readonly username: string
  readonly password: string
}

/** UNICODE, OEM, REQUEST_TARGET, SIGN, SEAL, NTLM, ALWAYS_SIGN, TARGET_SERVER, EXTENDED_SESSIONSECURITY, TARGET_INFO, VERSION, 128, KEY_EXCH, 56. */
const FLAGS = 0xe28a8237 >>> 0
const KEY_EXCHANGE = 0x40000000
const SIGNATURE = Buffer.from('NTLMSSP\0')
const MIC_PRESENT = 2

const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const hmac = (key: Uint8Array, ...data: Uint8Array[]) => createHmac('md5', key).update(Buffer.concat(data)).digest()
const md5 = (...data: Uint8Array[]) => createHash('md5').update(Buffer.concat(data)).digest()

/** One log-in over one connection. */
export class NtlmServer {
  private readonly challenge = randomBytes(8)
  private readonly exchanged: Buffer[] = []

  constructor(private readonly account: Account) {}

  /** The challenge for a negotiate message; undefined when it is none. */
  negotiate(message: Buffer): Buffer | undefined {
    if (typeOf(message) !== 1) return undefined
    const name = utf16(hostname().split('.')[0]!.toUpperCase().slice(0, 15))
    const info = Buffer.concat([
      pair(2, name),
      pair(1, name),
      pair(4, name),
      pair(3, name),
      pair(7, fileTime()),
      pair(0, Buffer.alloc(0)),
    ])
    const head = Buffer.alloc(56)
    SIGNATURE.copy(head)
    head.writeUInt32LE(2, 8)
    writeField(head, 12, name.length, 56)
    head.writeUInt32LE(FLAGS, 20)
    this.challenge.copy(head, 24)
    writeField(head, 40, info.length, 56 + name.length)
    Buffer.from([10, 0, 0x63, 0x45, 0, 0, 0, 15]).copy(head, 48)
    const answer = Buffer.concat([head, name, info])
    this.exchanged.push(message, answer)
    return answer
  }

  /** What seals the messages to come; undefined when name or password are wrong, or the messages were tampered with. */
  authenticate(message: Buffer): Seals | undefined {
    if (typeOf(message) !== 3 || this.exchanged.length !== 2) return undefined
    const [proof, domain, user, encrypted] = [20, 28, 36, 52].map(at => field(message, at)) as [Buffer, Buffer, Buffer, Buffer]
    const flags = message.readUInt32LE(60)
    const { username, password } = this.account
    if (user.toString('utf16le').toLowerCase() !== username.toLowerCase() || proof.length < 44) return undefined
    const responseKey = hmac(md4(utf16(password)), utf16(user.toString('utf16le').toUpperCase()), domain)
    const [given, temporary] = [proof.subarray(0, 16), proof.subarray(16)]
    if (!hmac(responseKey, this.challenge, temporary).equals(given)) return undefined
    const base = hmac(responseKey, given)
    const session = flags & KEY_EXCHANGE ? new Rc4(base).update(encrypted) : base
    if (avFlags(temporary) & MIC_PRESENT && !this.micHolds(message, session)) return undefined
    return new Seals(session)
  }

  private micHolds(message: Buffer, session: Buffer): boolean {
    const zeroed = Buffer.from(message).fill(0, 72, 88)
    return hmac(session, ...this.exchanged, zeroed).equals(message.subarray(72, 88))
  }
}

export const typeOf = (message: Buffer): number =>
  message.length >= 12 && message.subarray(0, 8).equals(SIGNATURE) ? message.readUInt32LE(8) : 0

function field(message: Buffer, at: number): Buffer {
  const start = message.readUInt32LE(at + 4)
  return message.subarray(start, start + message.readUInt16LE(at))
}

function writeField(message: Buffer, at: number, length: number, start: number): void {
  message.writeUInt16LE(length, at)
  message.writeUInt16LE(length, at + 2)
  message.writeUInt32LE(start, at + 4)
}

function pair(id: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(value.length, 2)
  return Buffer.concat([head, value])
}

/** 100 nanoseconds since 1601. */
function fileTime(): Buffer {
  const out = Buffer.alloc(8)
  out.writeBigUInt64LE((BigInt(Date.now()) + 11_644_473_600_000n) * 10_000n)
  return out
}

/** MsvAvFlags among the pairs that the client sent back. */
function avFlags(temporary: Buffer): number {
  for (let at = 28; at + 4 <= temporary.length; ) {
    const [id, length] = [temporary.readUInt16LE(at), temporary.readUInt16LE(at + 2)]
    if (id === 0) return 0
    if (id === 6) return temporary.readUInt32LE(at + 4)
    at += 4 + length
  }
  return 0
}

const magic = (from: string, to: string, kind: string) =>
  Buffer.from(`session key to ${from}-to-${to} ${kind} key magic constant\0`)

/** Both directions of a sealed connection, each with its own running cipher and number. */
export class Seals {
  private readonly incoming: Direction
  private readonly outgoing: Direction

  constructor(session: Buffer) {
    this.incoming = new Direction(session, 'client', 'server')
    this.outgoing = new Direction(session, 'server', 'client')
  }

  /** The signature of 16 bytes, and the sealed text. */
  seal(text: Buffer): { signature: Buffer; sealed: Buffer } {
    const sealed = this.outgoing.cipher.update(text)
    return { signature: this.outgoing.sign(text), sealed }
  }

  /** Undefined when the signature is wrong. */
  open(signature: Buffer, sealed: Buffer): Buffer | undefined {
    const text = this.incoming.cipher.update(sealed)
    return this.incoming.sign(text).equals(signature) ? text : undefined
  }
}

class Direction {
  readonly cipher: Rc4
  private readonly key: Buffer
  private number = 0

  constructor(session: Buffer, from: string, to: string) {
    this.cipher = new Rc4(md5(session, magic(from, to, 'sealing')))
    this.key = md5(session, magic(from, to, 'signing'))
  }

  sign(text: Buffer): Buffer {
    const number = Buffer.alloc(4)
    number.writeUInt32LE(this.number++)
    const checksum = this.cipher.update(hmac(this.key, number, text).subarray(0, 8))
    return Buffer.concat([Buffer.from([1, 0, 0, 0]), checksum, number])
  }
}

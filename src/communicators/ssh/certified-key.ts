/**
 * A key that shows its certificate. ssh2 does not know certificates: it writes one name for the kind of the key and the kind of
 * the signature, which differ here. So the one packet in which they do is written by us, with ssh2's own means of sending it.
 */
import type { Client, ParsedKey } from 'ssh2'
import { sendPacket } from 'ssh2/lib/protocol/utils'
import { type Certificate, uint32 } from './certificate'

const REQUEST = 50

/** What authPK and its packet need of ssh2's protocol object. */
interface Protocol {
  readonly _kex: { readonly sessionID: Buffer }
  readonly _packetRW: {
    readonly write: { alloc(size: number): Buffer; readonly allocStart: number; finalize(packet: Buffer): Buffer }
  }
  readonly _authsQueue: string[]
  authPK(username: string, key: ParsedKey, algorithm?: string, sign?: unknown): void
}

/** The key as ssh2 sees it: `publickey` with it asks the server about the certificate. */
export function certified(key: ParsedKey, certificate: Certificate): ParsedKey {
  const type = `${key.type}-cert-v01@openssh.com`
  return Object.create(key, { type: { value: type }, getPublicSSH: { value: () => certificate.blob } }) as ParsedKey
}

/** To be called before authentication begins. */
export function presentCertified(client: Client, key: ParsedKey, plain: ParsedKey): void {
  const protocol = (client as unknown as { readonly _protocol: Protocol })._protocol
  const isRsa = plain.type === 'ssh-rsa'
  const kind = isRsa ? 'rsa-sha2-512-cert-v01@openssh.com' : key.type
  const original = protocol.authPK.bind(protocol)
  protocol.authPK = (username, used, algorithm, sign) => {
    if (used !== key) return original(username, used, algorithm, sign)
    if (!sign) return original(username, used, kind)
    const request = requestFor(username, kind, key.getPublicSSH())
    const signature = plain.sign(Buffer.concat([string(protocol._kex.sessionID), request]), isRsa ? 'sha512' : undefined)
    if (signature instanceof Error) throw signature
    const kindOfSignature = isRsa ? 'rsa-sha2-512' : plain.type
    const wrapped = string(Buffer.concat([string(kindOfSignature), string(asSshHasIt(signature, plain.type))]))
    send(protocol, Buffer.concat([request, wrapped]))
  }
}

/** RFC 4252, 7. */
const requestFor = (username: string, kind: string, blob: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([REQUEST]),
    ...[string(username), string('ssh-connection'), string('publickey')],
    Buffer.from([1]),
    ...[string(kind), string(blob)],
  ])

function send(protocol: Protocol, payload: Buffer): void {
  const { write } = protocol._packetRW
  const packet = write.alloc(payload.length)
  packet.set(payload, write.allocStart)
  protocol._authsQueue.push('publickey')
  sendPacket(protocol, write.finalize(packet))
}

/** ECDSA signatures come as DER: a sequence of the two integers, whose bytes are those of SSH's integers. */
function asSshHasIt(signature: Buffer, type: string): Buffer {
  if (!type.startsWith('ecdsa')) return signature
  const start = signature[1]! & 0x80 ? 2 + (signature[1]! & 0x7f) : 2
  const first = signature.subarray(start + 2, start + 2 + signature[start + 1]!)
  const second = signature.subarray(start + 2 + first.length + 2)
  return Buffer.concat([string(first), string(second)])
}

function string(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value as string)
  return Buffer.concat([uint32(bytes.length), bytes])
}

/**
 * Keys with a certificate, RSA keys with the longer hash, and others without being asked for twice. ssh2 does not know certificates:
 * it writes one name for the kind of the key and the kind of the signature, which differ then. So that one packet is written by us,
 * with ssh2's own means of sending it.
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

/** A key in a form that ssh2 does not have. */
export interface ShownKey {
  /** As ssh2 sees it: `publickey` with it shows the server this form. */
  readonly key: ParsedKey
  readonly plain: ParsedKey
  /** The name that the form has in the request, and that of its signature. */
  readonly kind: string
  readonly signature: string
}

/** With its certificate. */
export function certified(plain: ParsedKey, certificate: Certificate): ShownKey {
  const type = `${plain.type}-cert-v01@openssh.com`
  const key = Object.create(plain, { type: { value: type }, getPublicSSH: { value: () => certificate.blob } }) as ParsedKey
  const signature = plain.type === 'ssh-rsa' ? SHA512 : plain.type
  return { key, plain, kind: `${signature}-cert-v01@openssh.com`, signature }
}

/** ssh2 signs with SHA-256 wherever the server knows it, also where it does not accept it. */
export const bySha512 = (plain: ParsedKey): ShownKey => ({
  key: Object.create(plain) as ParsedKey,
  plain,
  kind: SHA512,
  signature: SHA512,
})

const SHA512 = 'rsa-sha2-512'

/** As it is. RSA keys are not meant: which hash the server takes is ssh2's to find out. */
export const plainly = (plain: ParsedKey): ShownKey => ({ key: plain, plain, kind: plain.type, signature: plain.type })

/**
 * To be called before authentication begins. The signature goes along at once: ssh2 asks first whether it would be welcome, which
 * costs a round trip and half of what the server needs for it.
 */
export function present(client: Client, shown: readonly ShownKey[]): void {
  const protocol = (client as unknown as { readonly _protocol?: Protocol })._protocol
  // Settings that ssh2 refuses leave it without one; its own error says why.
  if (!protocol) return
  const original = protocol.authPK.bind(protocol)
  protocol.authPK = (username, used, algorithm, sign) => {
    const form = shown.find(({ key }) => key === used)
    if (!form) return original(username, used, algorithm, sign)
    const request = requestFor(username, form.kind, used.getPublicSSH())
    const hash = form.signature === SHA512 ? 'sha512' : undefined
    const signature = form.plain.sign(Buffer.concat([string(protocol._kex.sessionID), request]), hash)
    if (signature instanceof Error) throw signature
    const wrapped = string(Buffer.concat([string(form.signature), string(asSshHasIt(signature, form.plain.type))]))
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

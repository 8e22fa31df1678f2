/** OpenSSH certificates (PROTOCOL.certkeys of openssh-portable). Those of users are read here, and checked for what a server would refuse without a word. */
import { readFile } from 'node:fs/promises'
import type { ParsedKey } from 'ssh2'
import { fileErrorReason } from '../../lib/file-error'
import { underHome } from '../../lib/home-path'
import { Failure } from '../../model/failure'

export interface Certificate {
  /** What goes over the wire. */
  readonly blob: Buffer
  /** The name of the authority's choice, for people. */
  readonly id: string
  readonly principals: readonly string[]
}

/** Strings or integers of the public key that come after the nonce. */
export const KEY_FIELDS: Readonly<Record<string, number>> = {
  'ssh-ed25519-cert-v01@openssh.com': 1,
  'ssh-rsa-cert-v01@openssh.com': 2,
  'ecdsa-sha2-nistp256-cert-v01@openssh.com': 2,
  'ecdsa-sha2-nistp384-cert-v01@openssh.com': 2,
  'ecdsa-sha2-nistp521-cert-v01@openssh.com': 2,
}
const USER = 1
export const HOST = 2

/** `option` and its file are named in errors; `key` has to be the one that is certified. */
export async function readCertificate(path: string, option: string, key: ParsedKey): Promise<Certificate> {
  const file = underHome(path)
  const invalid = (why: string, advice?: string) => new Failure('invalid', `${option} (${file}): ${why}`, { advice })
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw invalid(fileErrorReason(error))
  })
  const blob = Buffer.from(text.trim().split(/\s+/)[1] ?? '', 'base64')
  const certificate = parseCertificate(blob)
  if (!certificate) throw invalid('this is not an OpenSSH certificate', 'Name the file that ends in -cert.pub.')
  if (certificate.kind !== USER) throw invalid('this is a certificate of a host; one of a user is needed')
  if (!certificate.publicKey.equals(key.getPublicSSH())) throw invalid('it belongs to another key than ssh_private_key_file')
  const now = BigInt(Math.floor(Date.now() / 1000))
  const day = (seconds: bigint) => new Date(Number(seconds) * 1000).toISOString()
  if (now >= certificate.before) throw invalid(`the certificate "${certificate.id}" has expired: ${day(certificate.before)}`)
  if (now < certificate.after) throw invalid(`the certificate "${certificate.id}" is not valid before ${day(certificate.after)}`)
  return { blob, id: certificate.id, principals: certificate.principals }
}

/** Times in seconds since 1970. Undefined when it is none; its signature is not looked at. */
export function parseCertificate(blob: Buffer) {
  try {
    const fields = new Fields(blob)
    const type = fields.string().toString()
    const count = KEY_FIELDS[type]
    if (count === undefined) return undefined
    fields.string()
    const start = fields.at
    for (let field = 0; field < count; field++) fields.string()
    const name = Buffer.from(type.replace('-cert-v01@openssh.com', ''))
    const publicKey = Buffer.concat([uint32(name.length), name, blob.subarray(start, fields.at)])
    fields.skip(8)
    const kind = fields.uint32()
    const id = fields.string().toString()
    const names = new Fields(fields.string())
    const principals: string[] = []
    while (!names.isAtEnd) principals.push(names.string().toString())
    const [after, before] = [fields.uint64(), fields.uint64()]
    const critical = fields.string()
    // Extensions, and a field that is empty.
    fields.string()
    fields.string()
    const authority = fields.string()
    const signed = blob.subarray(0, fields.at)
    return { publicKey, kind, id, principals, after, before, critical, authority, signed, signature: fields.string() }
  } catch {
    return undefined
  }
}

/** Reads RFC 4251's data types; throws at the end. */
export class Fields {
  at = 0
  constructor(private readonly bytes: Buffer) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length
  }
  string(): Buffer {
    const length = this.uint32()
    if (this.at + length > this.bytes.length) throw new RangeError('too short')
    return this.bytes.subarray(this.at, this.skip(length))
  }
  uint32(): number {
    return this.bytes.readUInt32BE(this.skip(4) - 4)
  }
  uint64(): bigint {
    return this.bytes.readBigUInt64BE(this.skip(8) - 8)
  }
  skip(count: number): number {
    this.at += count
    return this.at
  }
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** Whether a certificate proves that a key is that of a host: what ssh(1) asks of one, for authorities of known_hosts (`@cert-authority`). */
import { verify } from 'node:crypto'
import { utils } from 'ssh2'
import { Fields, HOST, parseCertificate } from './certificate'
import { keyType } from './host-keys'

export interface Vouched {
  /** The key that is certified, in the form that the host shows it without the certificate. */
  readonly key: Buffer
  readonly id: string
  readonly authority: Buffer
}

/** The sentence says what is wrong with it, and completes "its certificate …". */
export function vouched(blob: Buffer, name: string, matches: (pattern: string, name: string) => boolean): Vouched | string {
  const certificate = parseCertificate(blob)
  if (!certificate) return 'cannot be read'
  const { publicKey, kind, id, principals, after, before, critical, authority } = certificate
  const called = `"${id}"`
  if (kind !== HOST) return `${called} is one of a user, not of a host`
  if (!isSigned(certificate)) return `${called} is not signed by the authority that it names`
  const now = BigInt(Math.floor(Date.now() / 1000))
  const day = (seconds: bigint) => new Date(Number(seconds) * 1000).toISOString()
  if (now >= before) return `${called} has expired: ${day(before)}`
  if (now < after) return `${called} is not valid before ${day(after)}`
  // None: it is for all hosts (ssh-keygen(1), CERTIFICATES).
  if (principals.length > 0 && !principals.some(pattern => matches(pattern.toLowerCase(), name)))
    return `${called} is for ${principals.join(', ')}, not for ${name}`
  if (critical.length > 0) return `${called} has critical options that are not understood`
  return { key: publicKey, id, authority }
}

/** What a kind of key signs with, and the bytes of each of the two integers where there are two. SHA-1 (`ssh-rsa`) is not taken. */
const SIGNATURES: Readonly<Record<string, { readonly of: string; readonly hash: string | null; readonly integer?: number }>> = {
  'ssh-ed25519': { of: 'ssh-ed25519', hash: null },
  'rsa-sha2-256': { of: 'ssh-rsa', hash: 'sha256' },
  'rsa-sha2-512': { of: 'ssh-rsa', hash: 'sha512' },
  'ecdsa-sha2-nistp256': { of: 'ecdsa-sha2-nistp256', hash: 'sha256', integer: 32 },
  'ecdsa-sha2-nistp384': { of: 'ecdsa-sha2-nistp384', hash: 'sha384', integer: 48 },
  'ecdsa-sha2-nistp521': { of: 'ecdsa-sha2-nistp521', hash: 'sha512', integer: 66 },
}

function isSigned({ authority, signed, signature }: { authority: Buffer; signed: Buffer; signature: Buffer }): boolean {
  try {
    const fields = new Fields(signature)
    const name = fields.string().toString()
    const how = Object.hasOwn(SIGNATURES, name) ? SIGNATURES[name] : undefined
    const type = keyType(authority)
    const key = utils.parseKey(`${type} ${authority.toString('base64')}`)
    if (!how || how.of !== type || key instanceof Error) return false
    const bytes = fields.string()
    const asNodeHasIt = how.integer === undefined ? bytes : integers(bytes, how.integer)
    return verify(how.hash, signed, { key: key.getPublicPEM(), dsaEncoding: 'ieee-p1363' }, asNodeHasIt)
  } catch {
    return false
  }
}

/** RFC 5656, 3.1.2: two mpints; in Node both have the same width. */
function integers(bytes: Buffer, width: number): Buffer {
  const fields = new Fields(bytes)
  return Buffer.concat([fields.string(), fields.string()].map(integer => fixed(integer, width)))
}

function fixed(integer: Buffer, width: number): Buffer {
  const plain = integer[0] === 0 ? integer.subarray(1) : integer
  return Buffer.concat([Buffer.alloc(width - plain.length), plain])
}

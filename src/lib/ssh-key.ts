/**
 * Key pairs for machines that live for minutes: made here, held in memory, gone with the build. Written in OpenSSH's own format
 * (PROTOCOL.key of openssh-portable), because ssh2's generator spoils every 256th ed25519 key and its parser knows no PKCS #8.
 */
import { generateKeyPair, type KeyObject, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

/** EC2 lets a user import but the first two. */
export type SshKeyType = 'ed25519' | 'rsa' | 'ecdsa'

export interface SshKeyPair {
  /** PEM without a passphrase, for OpenSSH and ssh2. */
  readonly privateKey: string
  /** One line: type, key, comment. */
  readonly publicKey: string
}

const generate = promisify(generateKeyPair)

/** `bits` is of rsa, default 4096, and of ecdsa: 256, 384 or 521, the default; ed25519 has none to choose. */
export async function makeSshKeyPair(type: SshKeyType, comment: string, bits?: number): Promise<SshKeyPair> {
  const pair = await makePair(type, bits)
  return { privateKey: pair.pem(comment), publicKey: `${pair.type} ${pair.blob.toString('base64')} ${comment}` }
}

async function makePair(type: SshKeyType, bits?: number): Promise<Pair> {
  if (type === 'ed25519') return ed25519Pair((await generate('ed25519')).privateKey)
  if (type === 'rsa') return rsaPair((await generate('rsa', { modulusLength: bits ?? 4096 })).privateKey)
  const namedCurve = `P-${bits ?? 521}`
  return ecdsaPair((await generate('ec', { namedCurve })).privateKey, `nistp${bits ?? 521}`)
}

interface Pair {
  readonly type: string
  readonly blob: Buffer
  pem(comment: string): string
}

function ed25519Pair(key: KeyObject): Pair {
  const { d, x } = key.export({ format: 'jwk' })
  const seed = Buffer.from(d ?? '', 'base64url')
  const point = Buffer.from(x ?? '', 'base64url')
  const type = 'ssh-ed25519'
  const blob = Buffer.concat([string(type), string(point)])
  return { type, blob, pem: comment => opensshPem(blob, [blob, string(Buffer.concat([seed, point])), string(comment)]) }
}

function rsaPair(key: KeyObject): Pair {
  const { n, e } = key.export({ format: 'jwk' })
  const type = 'ssh-rsa'
  const blob = Buffer.concat([string(type), integer(e), integer(n)])
  return { type, blob, pem: () => key.export({ type: 'pkcs1', format: 'pem' }) as string }
}

function ecdsaPair(key: KeyObject, curve: string): Pair {
  const { x, y } = key.export({ format: 'jwk' })
  const type = `ecdsa-sha2-${curve}`
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x ?? '', 'base64url'), Buffer.from(y ?? '', 'base64url')])
  const blob = Buffer.concat([string(type), string(curve), string(point)])
  return { type, blob, pem: () => key.export({ type: 'sec1', format: 'pem' }) as string }
}

function opensshPem(publicBlob: Buffer, privateParts: readonly Buffer[]): string {
  const check = randomBytes(4)
  const secret = Buffer.concat([check, check, ...privateParts])
  const padding = Buffer.from(Array.from({ length: -secret.length & 7 }, (_, index) => index + 1))
  const body = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    ...[string('none'), string('none'), string('')],
    Buffer.from([0, 0, 0, 1]),
    ...[string(publicBlob), string(Buffer.concat([secret, padding]))],
  ])
  const lines = body.toString('base64').match(/.{1,70}/g) ?? []
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n')
}

/** RFC 4251: length, then bytes. */
function string(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value as string)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** RFC 4251 mpint: a leading zero keeps it positive. */
function integer(base64url: string | undefined): Buffer {
  const bytes = Buffer.from(base64url ?? '', 'base64url')
  return string((bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
}

/** Keys and their fingerprints, in the four ways in which EC2 computes them. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { utils } from 'ssh2'
import { Ec2Error } from '../protocol/error'

/** The fingerprint of a key that EC2 made is SHA-1 over the private key as PKCS #8. */
export function makeRsa() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const material = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString().trimEnd()
  const pkcs8 = createPrivateKey(material).export({ type: 'pkcs8', format: 'der' })
  return {
    openssh: opensshOf(publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()),
    material,
    fingerprint: hex('sha1', pkcs8),
  }
}

export function makeEd25519() {
  const { private: material, public: openssh } = utils.generateKeyPairSync('ed25519')
  return { openssh, material: material.trimEnd(), fingerprint: readPublicKey(openssh).fingerprint }
}

/** The fingerprint of an imported RSA key is MD5 over the public key as DER; of an ed25519 key SHA-256 as OpenSSH shows it. */
export function readPublicKey(material: string): { openssh: string; fingerprint: string } {
  const invalid = new Ec2Error('InvalidKey.Format', 'Key is not in valid OpenSSH public key format')
  const parsed = utils.parseKey(material.trim())
  if (parsed instanceof Error) throw invalid
  const key = Array.isArray(parsed) ? parsed[0] : parsed
  if (!key || key.isPrivateKey() || !['ssh-rsa', 'ssh-ed25519'].includes(key.type)) throw invalid
  const wire = key.getPublicSSH()
  const openssh = `${key.type} ${wire.toString('base64')}${key.comment ? ` ${key.comment}` : ''}`
  if (key.type === 'ssh-ed25519') return { openssh, fingerprint: createHash('sha256').update(wire).digest('base64') }
  return { openssh, fingerprint: hex('md5', createPublicKey(key.getPublicPEM()).export({ type: 'spki', format: 'der' })) }
}

function opensshOf(pem: string): string {
  const spki = createPublicKey(pem)
  const { n = '', e = '' } = spki.export({ format: 'jwk' })
  const wire = Buffer.concat([field(Buffer.from('ssh-rsa')), field(positive(e)), field(positive(n))])
  return `ssh-rsa ${wire.toString('base64')}`
}

const field = (bytes: Buffer) => Buffer.concat([Buffer.from(Uint32Array.of(bytes.length).buffer).reverse(), bytes])
/** An SSH integer is signed: a leading zero keeps it positive. */
const positive = (base64url: string) => {
  const bytes = Buffer.from(base64url, 'base64url')
  return (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes
}

const hex = (algorithm: string, data: Buffer) =>
  createHash(algorithm)
    .update(data)
    .digest('hex')
    .replace(/..(?=.)/g, '$&:')

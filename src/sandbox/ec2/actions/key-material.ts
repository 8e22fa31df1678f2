/** Keys and their fingerprints, in the four ways in which EC2 computes them. */
import { constants, createHash, createPrivateKey, createPublicKey, publicEncrypt } from 'node:crypto'
import { utils } from 'ssh2'
import { makeSshKeyPair } from '../../../lib/ssh-key'
import { Ec2Error } from '../protocol/error'

/** The fingerprint of an RSA key that EC2 made is SHA-1 over the private key as PKCS #8. */
export async function makeKey(type: 'rsa' | 'ed25519', name: string) {
  const { privateKey, publicKey: openssh } = await makeSshKeyPair(type, name, 2048)
  const material = privateKey.trimEnd()
  if (type === 'ed25519') return { openssh, material, fingerprint: readPublicKey(openssh).fingerprint }
  return { openssh, material, fingerprint: hex('sha1', createPrivateKey(material).export({ type: 'pkcs8', format: 'der' })) }
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

/** As Windows hands it to its console for EC2: by RSA, with line breaks around it. Without such a key there is nothing to hand out. */
export function passwordFor(password: string, openssh = ''): string {
  const parsed = utils.parseKey(openssh)
  const key = Array.isArray(parsed) ? parsed[0] : parsed
  if (!key || key instanceof Error || key.type !== 'ssh-rsa') return ''
  const how = { key: key.getPublicPEM(), padding: constants.RSA_PKCS1_PADDING }
  return `\r\n${publicEncrypt(how, Buffer.from(password)).toString('base64')}\r\n`
}

const hex = (algorithm: string, data: Buffer) =>
  createHash(algorithm)
    .update(data)
    .digest('hex')
    .replace(/..(?=.)/g, '$&:')

/** Key pairs: made here or brought along; the private half is given once and never kept. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { utils } from 'ssh2'
import { action } from '../action'
import { Ec2Error, invalidCombination } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { blob, flag, list, oneOf, required, text } from '../protocol/shape'
import { newId } from '../state/ids'
import type { KeyPair } from '../state/records'
import type { Region } from '../state/region'
import { tagSet, tagSpecifications, tagsAtCreation } from './tagging'

const createKeyPair = action(
  {
    KeyName: required(text),
    KeyType: oneOf('rsa', 'ed25519'),
    KeyFormat: oneOf('pem', 'ppk'),
    TagSpecification: tagSpecifications,
  },
  ({ region }, input) => {
    if (input.KeyFormat === 'ppk') throw invalidCombination('The key format ppk is not offered by the sandbox; use pem.')
    const { openssh, material, fingerprint } = (input.KeyType ?? 'rsa') === 'rsa' ? makeRsa() : makeEd25519()
    const key = addKey(
      region,
      input.KeyName,
      openssh,
      fingerprint,
      tagsAtCreation(input.TagSpecification, 'key-pair')('key-pair'),
    )
    return { ...keyView(key), keyMaterial: material }
  },
)

const importKeyPair = action(
  { KeyName: required(text), PublicKeyMaterial: required(blob), TagSpecification: tagSpecifications },
  ({ region }, input) => {
    const { openssh, fingerprint } = readPublicKey(input.PublicKeyMaterial.toString())
    const tags = tagsAtCreation(input.TagSpecification, 'key-pair')('key-pair')
    return keyView(addKey(region, input.KeyName, openssh, fingerprint, tags))
  },
)

const describeKeyPairs = action(
  { KeyName: list(text), KeyPairId: list(text), IncludePublicKey: flag, Filter: filters },
  ({ region }, input) => {
    const named = input.KeyName.map(name => byName(region, name) ?? missing(name))
    const chosen = [
      ...named,
      ...(input.KeyPairId.length > 0 || named.length === 0 ? region.keyPairs.select(input.KeyPairId) : []),
    ]
    const found = applyFilters([...new Set(chosen)], input.Filter, {
      'key-name': key => key.name,
      'key-pair-id': key => key.id,
      'key-type': key => key.type,
      fingerprint: key => key.fingerprint,
    })
    return {
      keySet: found.map(key => ({
        ...keyView(key),
        keyType: key.type,
        createTime: new Date(key.createTime),
        publicKey: input.IncludePublicKey ? key.openssh : undefined,
      })),
    }
  },
)

/** Succeeds when there is no such key, as EC2 does for a name. */
const deleteKeyPair = action({ KeyName: text, KeyPairId: text }, ({ region }, input) => {
  if (!input.KeyName && !input.KeyPairId)
    throw new Ec2Error('MissingParameter', 'The request must contain the parameter KeyName or KeyPairId')
  const key = input.KeyPairId ? region.keyPairs.get(input.KeyPairId) : byName(region, input.KeyName!)
  if (key) region.keyPairs.delete(key.id)
  return { return: true, keyPairId: key?.id }
})

export const byName = (region: Region, name: string) => region.keyPairs.all().find(key => key.name === name)

export const missing = (name: string): never => {
  throw new Ec2Error('InvalidKeyPair.NotFound', `The key pair '${name}' does not exist`)
}

function addKey(region: Region, name: string, openssh: string, fingerprint: string, tags: Record<string, string>): KeyPair {
  if (name.length > 255) throw new Ec2Error('InvalidParameterValue', 'Key name must not exceed 255 characters')
  if (byName(region, name)) throw new Ec2Error('InvalidKeyPair.Duplicate', `The keypair already exists`)
  const type = openssh.startsWith('ssh-rsa ') ? 'rsa' : 'ed25519'
  return region.keyPairs.add({ id: newId('key'), name, type, fingerprint, openssh, createTime: new Date().toISOString(), tags })
}

const keyView = (key: KeyPair) => ({
  keyPairId: key.id,
  keyName: key.name,
  keyFingerprint: key.fingerprint,
  tagSet: tagSet(key.tags),
})

/** The fingerprint of a key that EC2 made is SHA-1 over the private key as PKCS #8. */
function makeRsa() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const material = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString().trimEnd()
  const pkcs8 = createPrivateKey(material).export({ type: 'pkcs8', format: 'der' })
  return {
    openssh: opensshOf(publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()),
    material,
    fingerprint: hex('sha1', pkcs8),
  }
}

function makeEd25519() {
  const { private: material, public: openssh } = utils.generateKeyPairSync('ed25519')
  return { openssh, material: material.trimEnd(), fingerprint: readPublicKey(openssh).fingerprint }
}

/** The fingerprint of an imported RSA key is MD5 over the public key as DER; of an ed25519 key SHA-256 as OpenSSH shows it. */
function readPublicKey(material: string): { openssh: string; fingerprint: string } {
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

export const keyPairs = {
  CreateKeyPair: createKeyPair,
  ImportKeyPair: importKeyPair,
  DescribeKeyPairs: describeKeyPairs,
  DeleteKeyPair: deleteKeyPair,
}

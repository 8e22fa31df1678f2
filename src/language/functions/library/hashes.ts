/** Digests, passwords, identifiers and keys. */
import type { KeyObject } from 'node:crypto'
import { STRING } from '../../values/type'
import { define, defineText, many, number, string, whole } from '../define'
import { FunctionError, type LanguageFunction } from '../function'
import { bcrypt, crypto } from '../heavy'
import { fromBase64 } from './encoding'

const digest = (name: string): LanguageFunction =>
  defineText(name, ['str'], text => crypto().createHash(name).update(text).digest('hex'))

const DEFAULT_COST = 10
/** bcrypt reads no further; Go refuses what would be cut off. */
const LONGEST_PASSWORD = 72

function hashPassword(password: string, cost: number): string {
  if (cost > 31)
    throw new FunctionError(`error occured generating password crypto/bcrypt: cost ${cost} is outside allowed range (4,31)`)
  if (Buffer.byteLength(password) > LONGEST_PASSWORD)
    throw new FunctionError('error occured generating password bcrypt: password length exceeds 72 bytes')
  return bcrypt()
    .hashSync(password, cost < 4 ? DEFAULT_COST : cost)
    .replace(/^\$2b\$/, '$2a$')
}

const namespaces: Readonly<Record<string, string>> = { dns: '0', url: '1', oid: '2', x500: '4' }

/** Of a name within a namespace: always the same. */
function uuidV5(namespace: string, name: string): string {
  const known = namespaces[namespace]
  const space = known ? `6ba7b81${known}-9dad-11d1-80b4-00c04fd430c8` : namespace
  const hex = /^(?:urn:uuid:)?\{?([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})\}?$/i
    .exec(space)?.[1]
    ?.replaceAll('-', '')
  if (!hex)
    throw new FunctionError(
      `uuidv5() doesn't support namespace ${namespace} (${[32, 36, 38, 45].includes(space.length) ? 'invalid UUID format' : `invalid UUID length: ${space.length}`})`,
    )
  const bytes = crypto().createHash('sha1').update(Buffer.from(hex, 'hex')).update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The padding is taken off here, because node refuses to for fear of a timing oracle, which a build tool does not offer. */
function rsaDecrypt(ciphertext: string, pem: string): string {
  const bytes = fromBase64(ciphertext)
  if (!bytes) throw new FunctionError(`failed to decode input ${JSON.stringify(ciphertext)}: cipher text must be base64-encoded`)
  const key = privateKey(pem)
  const { constants, privateDecrypt } = crypto()
  let padded: Buffer
  try {
    padded = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes)
  } catch {
    throw new FunctionError('failed to decrypt: error decrypting')
  }
  const end = padded.indexOf(0, 2)
  if (padded[0] !== 0 || padded[1] !== 2 || end < 10) throw new FunctionError('failed to decrypt: error decrypting')
  return padded.subarray(end + 1).toString('utf8')
}

function privateKey(pem: string): KeyObject {
  if (!pem.includes('-----BEGIN ')) throw new FunctionError('failed to parse key: no key found')
  if (pem.includes('ENCRYPTED'))
    throw new FunctionError('failed to parse key: password protected keys are not supported. Please decrypt the key prior to use')
  try {
    return crypto().createPrivateKey(pem)
  } catch {
    throw new FunctionError('failed to parse key: it is not a private key in PEM form')
  }
}

export const hashFunctions: readonly LanguageFunction[] = [
  digest('md5'),
  digest('sha1'),
  digest('sha256'),
  digest('sha512'),
  define('bcrypt', [string('str'), many(number('cost'))], STRING, (text, cost, ...more) => {
    if (more.length > 0) throw new FunctionError('bcrypt() takes no more than two arguments')
    return hashPassword(text.asString(), cost ? whole(cost) : DEFAULT_COST)
  }),
  define('uuidv4', [], STRING, () => crypto().randomUUID()),
  defineText('uuidv5', ['namespace', 'name'], uuidV5),
  defineText('rsadecrypt', ['ciphertext', 'privatekey'], rsaDecrypt),
]

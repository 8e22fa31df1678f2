/** Private keys as people have them: OpenSSH's own format, PEM of RSA and EC keys, PKCS#8. ssh2 does not know the last one. */
import { createPrivateKey, type KeyObject, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type ParsedKey, utils } from 'ssh2'
import { fileErrorReason } from '../../lib/file-error'
import { underHome } from '../../lib/home-path'
import { Failure } from '../../model/failure'

export async function readPrivateKeyFile(path: string, option: string): Promise<ParsedKey> {
  const expanded = underHome(path)
  const text = await readFile(expanded, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Failure('invalid', `${option}: cannot read ${expanded}: ${fileErrorReason(error)}`)
  })
  return parsePrivateKey(text, `${option} (${expanded})`)
}

/** `origin` names the key in the sentence of an error; the key itself is never told. */
export function parsePrivateKey(text: string, origin: string): ParsedKey {
  const encrypted = () =>
    new Failure('invalid', `${origin}: the private key is encrypted with a passphrase`, {
      advice:
        'Load it into an agent and set ssh_agent_auth = true, or store it without a passphrase: ssh-keygen -p -N "" -f FILE',
    })
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(text)) throw encrypted()
  const parsed = utils.parseKey(/BEGIN PRIVATE KEY/.test(text) ? fromPkcs8(text, origin) : text)
  const key = Array.isArray(parsed) ? parsed[0] : parsed
  if (key instanceof Error) {
    if (text.startsWith('PuTTY-User-Key-File')) throw ofPutty(origin)
    if (/encrypted/i.test(key.message)) throw encrypted()
    throw unreadable(origin)
  }
  if (!key?.isPrivateKey()) {
    throw new Failure('invalid', `${origin}: this is a public key; the private one is needed`)
  }
  return key
}

const ofPutty = (origin: string) =>
  new Failure('invalid', `${origin}: this is a key in PuTTY's form`, {
    advice: "Store it in OpenSSH's, without a passphrase: puttygen FILE -O private-openssh -o NEW",
  })

const unreadable = (origin: string) =>
  new Failure('invalid', `${origin}: this is not a private key that SSH knows`, {
    advice: 'OpenSSH keys and PEM files of RSA, ECDSA and Ed25519 keys are understood.',
  })

function fromPkcs8(pem: string, origin: string): string {
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch {
    throw unreadable(origin)
  }
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return key.export({ type: 'pkcs1', format: 'pem' }) as string
    case 'ec':
      return key.export({ type: 'sec1', format: 'pem' }) as string
    case 'ed25519':
      return opensshEd25519(key)
    default:
      throw unreadable(origin)
  }
}

/** There is no older PEM form of Ed25519, so it is written in OpenSSH's (PROTOCOL.key in its source). */
function opensshEd25519(key: KeyObject): string {
  const { d, x } = key.export({ format: 'jwk' })
  const secret = Buffer.from(d!, 'base64url')
  const open = Buffer.from(x!, 'base64url')
  const check = randomBytes(4)
  const fields = [check, check, string('ssh-ed25519'), string(open), string(Buffer.concat([secret, open])), string('')]
  const bare = Buffer.concat(fields)
  const padding = Buffer.from(Array.from({ length: (8 - (bare.length % 8)) % 8 }, (_, index) => index + 1))
  const whole = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    string('none'),
    string('none'),
    string(''),
    Buffer.from([0, 0, 0, 1]),
    string(Buffer.concat([string('ssh-ed25519'), string(open)])),
    string(Buffer.concat([bare, padding])),
  ])
  const lines = whole.toString('base64').replace(/.{70}/g, '$&\n')
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines}\n-----END OPENSSH PRIVATE KEY-----\n`
}

/** SSH's string: four bytes of length, then the bytes. */
function string(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value as string)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

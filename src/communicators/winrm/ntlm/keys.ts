/** What NTLMv2 makes of a password and a challenge: the answer, and the key of the session ([MS-NLMP] 3.3.2). */
import { createHmac } from 'node:crypto'
import { md4 } from './md4'

export interface Account {
  /** Without the domain. */
  readonly user: string
  /** Empty: an account of the machine itself. */
  readonly domain: string
  readonly password: string
}

/** `DOMAIN\user`, `user@domain`, or an account of the machine itself. */
export function accountOf(name: string, password: string): Account {
  const slash = name.indexOf('\\')
  if (slash >= 0) return { domain: name.slice(0, slash), user: name.slice(slash + 1), password }
  return { domain: '', user: name, password }
}

export const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
export const hmacMd5 = (key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer =>
  createHmac('md5', key).update(Buffer.concat(parts)).digest()

/** NTOWFv2. */
export const responseKey = ({ user, domain, password }: Account): Buffer =>
  hmacMd5(md4(utf16(password)), utf16(user.toUpperCase() + domain))

export interface Proof {
  readonly response: Buffer
  readonly sessionBaseKey: Buffer
}

/** `time` in 100 ns since 1601, as the server told it; `target`: the pairs that it described itself by. */
export function prove(account: Account, serverChallenge: Buffer, clientChallenge: Buffer, time: Buffer, target: Buffer): Proof {
  const key = responseKey(account)
  const blob = Buffer.concat([
    Buffer.from('0101000000000000', 'hex'),
    time,
    clientChallenge,
    Buffer.alloc(4),
    target,
    Buffer.alloc(4),
  ])
  const proof = hmacMd5(key, serverChallenge, blob)
  return { response: Buffer.concat([proof, blob]), sessionBaseKey: hmacMd5(key, proof) }
}

/** The agent's side of a session that is encrypted by KMS: what it asks for, how it tries the key, and the data itself. */
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { type DataKeys, KEY_ARN } from './data-keys'

export class Encryption {
  private readonly challenge: string | undefined
  private readonly riddle = randomBytes(64)
  private keys: { readonly own: Buffer; readonly clients: Buffer } | undefined

  /** Newer agents bind the key to a text of chance too. */
  constructor(
    private readonly kms: Pick<DataKeys, 'open'>,
    private readonly bound: { readonly session: string; readonly target: string },
    withChallenge: boolean,
  ) {
    this.challenge = withChallenge ? randomUUID() : undefined
  }

  /** Of the handshake. */
  get request(): object {
    const ActionParameters = { KMSKeyId: KEY_ARN, ...(this.challenge && { Challenge: this.challenge }) }
    return { ActionType: 'KMSEncryption', ActionParameters }
  }

  /** What the client has to send back under its own key. Throws when the key that it made is not for this session. */
  agree(answer: { readonly KMSCipherTextKey?: string; readonly ChallengeAcknowledgement?: boolean } | null): Buffer {
    const context: Record<string, string> = {
      'aws:ssm:SessionId': this.bound.session,
      'aws:ssm:TargetId': this.bound.target,
    }
    if (this.challenge && answer?.ChallengeAcknowledgement) context['aws:ssm:RandomChallenge'] = this.challenge
    const both = this.kms.open(Buffer.from(answer?.KMSCipherTextKey ?? '', 'base64'), context)
    this.keys = { own: both.subarray(0, 32), clients: both.subarray(32) }
    return Buffer.from(JSON.stringify({ Challenge: this.encrypt(this.riddle).toString('base64') }))
  }

  isSolvedBy({ Challenge = '' }: { readonly Challenge?: string }): boolean {
    return this.decrypt(Buffer.from(Challenge, 'base64')).equals(this.riddle)
  }

  encrypt(bytes: Buffer): Buffer {
    if (!this.keys) throw new Error('the client has made no key yet')
    const nonce = randomBytes(12)
    const aes = createCipheriv('aes-256-gcm', this.keys.own, nonce)
    return Buffer.concat([nonce, aes.update(bytes), aes.final(), aes.getAuthTag()])
  }

  /** Throws for what the client did not encrypt. */
  decrypt(bytes: Buffer): Buffer {
    if (!this.keys || bytes.length < 28) throw new Error('data that is not encrypted')
    const aes = createDecipheriv('aes-256-gcm', this.keys.clients, bytes.subarray(0, 12))
    aes.setAuthTag(bytes.subarray(-16))
    return Buffer.concat([aes.update(bytes.subarray(12, -16)), aes.final()])
  }
}

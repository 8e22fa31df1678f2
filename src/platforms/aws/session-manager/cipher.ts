/**
 * What goes through a session that the account wants encrypted by KMS: AES-256-GCM, each message with a nonce of its own before it and its
 * tag behind it. As AWS's client and agent do it, both under the Apache licence.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** What KMS makes: the key itself, and the form in which only KMS can read it. */
export interface DataKey {
  readonly plaintext: Uint8Array
  readonly ciphertext: Uint8Array
}

/** One key for each direction. */
export const DATA_KEY_BYTES = 64
const NONCE = 12
const TAG = 16

export class SessionCipher {
  private readonly agentKey: Uint8Array
  private readonly clientKey: Uint8Array

  /** The first half is the agent's to encrypt with, the second the client's. */
  constructor({ plaintext }: DataKey) {
    if (plaintext.length !== DATA_KEY_BYTES) throw new Error(`KMS made a key of ${plaintext.length} bytes`)
    this.agentKey = plaintext.subarray(0, DATA_KEY_BYTES / 2)
    this.clientKey = plaintext.subarray(DATA_KEY_BYTES / 2)
  }

  seal(message: Uint8Array): Buffer {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', this.clientKey, nonce)
    return Buffer.concat([nonce, cipher.update(message), cipher.final(), cipher.getAuthTag()])
  }

  /** Throws when this is not what the agent of this session sealed. */
  open(sealed: Buffer): Buffer {
    const tag = sealed.subarray(Math.max(NONCE, sealed.length - TAG))
    if (tag.length !== TAG) throw new Error('an encrypted message that is too short')
    const cipher = createDecipheriv('aes-256-gcm', this.agentKey, sealed.subarray(0, NONCE))
    cipher.setAuthTag(tag)
    return Buffer.concat([cipher.update(sealed.subarray(NONCE, -TAG)), cipher.final()])
  }
}

/** The part of KMS that sessions need: one key of the account, which makes data keys and opens only what it made, for what it made it. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { accountId } from '../ec2/cloud'
import { Ec2Error } from '../ec2/protocol/error'

/** What a data key is bound to; it can be opened with exactly that again. */
export type EncryptionContext = Readonly<Record<string, string>>

const NAME = 'sandbox'
export const KEY_ARN = `arn:aws:kms:us-east-1:${accountId}:key/${NAME}`

export class DataKeys {
  private readonly secret = randomBytes(32)

  /** Throws NotFoundException for any key but the sandbox's own. */
  generate(keyId: string, bytes: number, context: EncryptionContext): { readonly plaintext: Buffer; readonly blob: Buffer } {
    if (![KEY_ARN, NAME].includes(keyId)) throw new Ec2Error('NotFoundException', `Key '${keyId}' does not exist`)
    if (!Number.isInteger(bytes) || bytes < 1 || bytes > 1024)
      throw new Ec2Error('ValidationException', 'NumberOfBytes is a number from 1 to 1024')
    const plaintext = randomBytes(bytes)
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.secret, iv).setAAD(bound(context))
    const body = Buffer.concat([cipher.update(plaintext), cipher.final()])
    return { plaintext, blob: Buffer.concat([iv, cipher.getAuthTag(), body]) }
  }

  /** Throws InvalidCiphertextException when the blob is of another key or another context. */
  open(blob: Buffer, context: EncryptionContext): Buffer {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.secret, blob.subarray(0, 12)).setAAD(bound(context))
      decipher.setAuthTag(blob.subarray(12, 28))
      return Buffer.concat([decipher.update(blob.subarray(28)), decipher.final()])
    } catch {
      throw new Ec2Error('InvalidCiphertextException', 'The ciphertext is invalid')
    }
  }
}

const bound = (context: EncryptionContext): Buffer =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))))

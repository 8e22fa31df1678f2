/** Who answers is checked before anything is told: host keys are pinned, or the first one seen is kept for the life of the build. */
import { createHash } from 'node:crypto'

export class HostKeys {
  readonly #accepted: readonly string[]
  readonly #order: readonly string[]
  readonly #say: (text: string) => void
  #seen?: string

  /** `pinned` in OpenSSH's public form (`ssh-ed25519 AAAA… comment`). `say` hears of a key that is trusted on first use. */
  constructor(pinned: readonly string[], say: (text: string) => void) {
    this.#accepted = pinned.map(line => line.trim().split(/\s+/)[1] ?? '').filter(key => key !== '')
    this.#order = pinned.flatMap(line => algorithmsOf(line.trim().split(/\s+/)[0] ?? ''))
    this.#say = say
  }

  /** Kinds of keys to ask the server for first, so that it shows the one we know. */
  get preferred(): readonly string[] {
    return this.#seen ? algorithmsOf(keyType(Buffer.from(this.#seen, 'base64'))) : this.#order
  }

  get pinned(): boolean {
    return this.#accepted.length > 0
  }

  /** Undefined when the key is the right one; else a sentence. */
  refuse(key: Buffer): string | undefined {
    const text = key.toString('base64')
    const known = this.pinned ? this.#accepted : this.#seen ? [this.#seen] : []
    if (known.includes(text)) return undefined
    if (known.length > 0) {
      const expected = known.map(other => fingerprint(Buffer.from(other, 'base64'))).join(' or ')
      return `it shows host key ${fingerprint(key)}, not ${expected}`
    }
    this.#seen = text
    this.#say(`Host key ${keyType(key)} ${fingerprint(key)} is trusted on first use: nobody told us which one to expect`)
    return undefined
  }
}

export const fingerprint = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`

const keyType = (key: Buffer): string => key.subarray(4, 4 + key.readUInt32BE(0)).toString('latin1')

const algorithmsOf = (type: string): readonly string[] =>
  type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'] : type === '' ? [] : [type]

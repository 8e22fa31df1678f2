/** Messages that nobody else can read or change, once both sides share a key ([MS-NLMP] 3.4.4.2, with key exchange and 128 bits). */
import { createHash, timingSafeEqual } from 'node:crypto'
import { hmacMd5 } from './keys'
import { type Rc4, rc4 } from './rc4'

export interface Sealed {
  /** 16 bytes. */
  readonly signature: Buffer
  readonly bytes: Buffer
}

export class Session {
  readonly #ours: Direction
  readonly #theirs: Direction

  constructor(sessionKey: Buffer) {
    this.#ours = new Direction(sessionKey, 'client-to-server')
    this.#theirs = new Direction(sessionKey, 'server-to-client')
  }

  /** In the order in which they are sent: each has its number. */
  seal(message: Uint8Array): Sealed {
    return this.#ours.seal(message)
  }

  /** In the order in which they were sent. Throws when the message is not what the other side sealed. */
  unseal({ signature, bytes }: Sealed): Buffer {
    return this.#theirs.unseal(bytes, signature)
  }
}

class Direction {
  readonly #signingKey: Buffer
  readonly #cipher: Rc4
  #number = 0

  constructor(sessionKey: Buffer, direction: string) {
    const key = (use: string) =>
      createHash('md5').update(sessionKey).update(`session key to ${direction} ${use} key magic constant\0`).digest()
    this.#signingKey = key('signing')
    this.#cipher = rc4(key('sealing'))
  }

  seal(message: Uint8Array): Sealed {
    const bytes = this.#cipher(message)
    return { bytes, signature: this.#sign(message) }
  }

  unseal(bytes: Buffer, signature: Buffer): Buffer {
    const message = this.#cipher(bytes)
    const wanted = this.#sign(message)
    if (signature.length !== wanted.length || !timingSafeEqual(signature, wanted))
      throw new Error('a message was changed on its way, or is not from the machine')
    return message
  }

  #sign(message: Uint8Array): Buffer {
    const number = Buffer.alloc(4)
    number.writeUInt32LE(this.#number++)
    const checksum = this.#cipher(hmacMd5(this.#signingKey, number, message).subarray(0, 8))
    return Buffer.concat([Buffer.from([1, 0, 0, 0]), checksum, number])
  }
}

/** What has arrived of a stream, to hold another one against it: a hash of all whole blocks, and the bytes after them. */
import { createHash } from 'node:crypto'

export const PREFIX_BLOCK = 1 << 20

/** The other stream begins in another way. */
export class OtherStream extends Error {}

export class Prefix {
  #length = 0
  #hash = createHash('sha256')
  /** Of the whole blocks. */
  #digest = ''
  #after: Buffer[] = []

  get length(): number {
    return this.#length
  }

  get blocks(): number {
    return Math.floor(this.#length / PREFIX_BLOCK)
  }

  add(chunk: Buffer): void {
    for (let rest = chunk; rest.length > 0; ) {
      const part = rest.subarray(0, PREFIX_BLOCK - (this.#length % PREFIX_BLOCK))
      rest = rest.subarray(part.length)
      this.#hash.update(part)
      this.#after.push(part)
      this.#length += part.length
      if (this.#length % PREFIX_BLOCK > 0) continue
      this.#digest = this.#hash.copy().digest('hex')
      this.#after = []
    }
  }

  /** `stream` is a line of sha256sum about its whole blocks, then what comes after them; given out is what comes after all that has arrived. */
  async *goingOn(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let expected = Buffer.concat([Buffer.from(`${this.#digest}  -\n`), ...this.#after])
    for await (const chunk of stream) {
      const length = Math.min(chunk.length, expected.length)
      if (chunk.compare(expected, 0, length, 0, length) !== 0) throw new OtherStream()
      expected = expected.subarray(length)
      if (chunk.length > length) yield chunk.subarray(length)
    }
    if (expected.length > 0) throw new OtherStream()
  }
}

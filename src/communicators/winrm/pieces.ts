/** What is sent to a command's input, in pieces that an envelope has room for. */
import type { Readable } from 'node:stream'

/** Bytes; in base64 400,000 characters. An envelope has 512,000 at most. */
export const PIECE_BYTES = 300_000

export interface Piece {
  readonly bytes: Buffer
  readonly isLast: boolean
}

/** At least one; only the last may be empty. */
export async function* pieces(content: Uint8Array | Readable | AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    let rest = Buffer.from(chunk as Uint8Array)
    while (size + rest.length > PIECE_BYTES) {
      const room = PIECE_BYTES - size
      yield { bytes: Buffer.concat([...held, rest.subarray(0, room)]), isLast: false }
      rest = rest.subarray(room)
      held = []
      size = 0
    }
    held.push(rest)
    size += rest.length
  }
  yield { bytes: Buffer.concat(held), isLast: true }
}

/** Splits a transfer into pieces that are under way at the same time, so that a round trip is paid once and not for each. */
import type { TransferOptions } from '../../model/communicator'
import { noteSent } from './dead-buffers'

/** As much as OpenSSH takes in one request (limits@openssh.com: 261120), less the head that ssh2 reckons with. */
export const PIECE = 253_952
/** OpenSSH and ssh2 let 2 MB be under way on a channel; the pieces beyond that are read from the disk meanwhile. */
const DEPTH = 10
const PROGRESS_MILLISECONDS = 250

/** How far a transfer has come; kept over a broken link, so that the next one goes on from there. */
export interface Advance {
  /** Everything before it has arrived. */
  from: number
}

/** `work` moves `length` bytes at `position` by way of the buffer, which is its own until it is done. */
export async function inPieces(
  size: number,
  work: (buffer: Buffer, position: number) => Promise<void>,
  advance: Advance,
  { signal, onProgress }: TransferOptions,
): Promise<void> {
  let next = advance.from
  let done = advance.from
  let told = 0
  const underWay = new Set<number>()
  const arrived = (position: number, length: number) => {
    noteSent(length)
    underWay.delete(position)
    advance.from = Math.min(next, ...underWay)
    done += length
    if (onProgress && (Date.now() - told > PROGRESS_MILLISECONDS || done === size)) {
      told = Date.now()
      onProgress(done, size)
    }
  }
  let failed = false
  const worker = async () => {
    const buffer = Buffer.allocUnsafe(Math.min(PIECE, size - next))
    while (next < size && !failed) {
      signal?.throwIfAborted()
      const position = next
      const length = Math.min(buffer.length, size - position)
      next += length
      underWay.add(position)
      await work(buffer.subarray(0, length), position)
      arrived(position, length)
    }
  }
  const workers: Promise<void>[] = []
  for (let count = 0; count < DEPTH && next < size; count++) {
    workers.push(
      worker().catch(error => {
        failed = true
        throw error
      }),
    )
  }
  const outcomes = await Promise.allSettled(workers)
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}

/** Tells how far a transfer has come, a few times a second. */
import type { TransferOptions } from '../../model/communicator'

const PROGRESS_MILLISECONDS = 250

/** Counts bytes; `size` of all, or undefined where nobody knows it: then what has come so far stands for it. */
export function counter(size: number | undefined, onProgress: TransferOptions['onProgress']): (count: number) => void {
  let done = 0
  let told = 0
  return count => {
    done += count
    if (!onProgress || (Date.now() - told < PROGRESS_MILLISECONDS && done !== size)) return
    told = Date.now()
    onProgress(done, size ?? done)
  }
}

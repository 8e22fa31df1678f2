/**
 * Keeps memory low while much is sent. Each piece leaves three dead copies behind (ssh2's request, its packets, their ciphertext),
 * and V8 looks for dead buffers only when there are 32 MB of new ones, whatever it is told about the size of its young space; a look
 * takes a millisecond. Node offers no other way to ask for one than V8's flag.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Of what was sent. Seldom is no saving: looking every 12 MB took half as much time again, as fresh memory costs more than used one. */
const EVERY_BYTES = 4 << 20

let look: (() => void) | undefined
let sent = 0

/** To be told of all that was sent; of the connections of all builds together. */
export function noteSent(length: number): void {
  sent += length
  if (sent < EVERY_BYTES) return
  sent = 0
  look ??= minorCollection()
  look()
}

function minorCollection(): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('typeof gc === "function" ? gc : undefined') as ((how: { type: 'minor' }) => void) | undefined
  // For contexts that come later there is none, as before.
  setFlagsFromString('--no-expose-gc')
  return () => collect?.({ type: 'minor' })
}

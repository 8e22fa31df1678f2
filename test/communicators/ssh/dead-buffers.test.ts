/** What was sent and is of no more use does not wait for V8's own time. */
import { noteSent } from '../../../src/communicators/ssh/dead-buffers'

const MEGABYTE = 1 << 20

function mostWhile(each: () => void): number {
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  for (let count = 0; count < 96; count++) {
    Buffer.allocUnsafeSlow(MEGABYTE)
    each()
    most = Math.max(most, process.memoryUsage().arrayBuffers - before)
  }
  return most
}

test('dead buffers are let go after a few megabytes, and nobody else gets the means for it', () => {
  expect(mostWhile(() => noteSent(MEGABYTE))).toBeLessThan(12 * MEGABYTE)
  expect(globalThis).not.toHaveProperty('gc')
})

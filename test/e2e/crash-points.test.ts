/** A share of what `node bench/crash-points.cjs` tries in full: a bake is killed at calls to EC2 that are spread over all of it. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './world'

test('killed at eight of its calls, and cleaned up: nothing is left in any region', async () => {
  const script = join(root, 'bench', 'crash-points.cjs')
  const { stdout } = await promisify(execFile)(process.execPath, [script, '-points', '8', '-workers', '2'])
  const [, before, unanswered, after, , leftovers] = /^all +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)$/m.exec(stdout)!
  expect(Number(before) + Number(unanswered) + Number(after)).toBeGreaterThanOrEqual(7)
  expect(leftovers).toBe('0')
}, 300_000)

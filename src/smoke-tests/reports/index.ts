/** Results that tests wrote themselves, each on its own. */
import type { Finding } from '../result'
import { readJunit } from './junit'
import { readTap } from './tap'

/** More is not read. */
export const LARGEST_BYTES = 16 * 1024 * 1024

export { readTap } from './tap'

/** A file that is neither is said, not passed over: results that are not read look like results that passed. */
export function readReport(name: string, text: string): readonly Finding[] {
  const read = /\.xml$/i.test(name) ? readJunit(text) : readTap(text)
  return read ?? [{ name, outcome: 'failed', milliseconds: 0, detail: `${name} is neither TAP nor JUnit XML` }]
}

/** `ingot sandbox setup`: what the sandbox needs from the system. */
import type { Io } from './command'

export async function setUp(_io: Io): Promise<number> {
  return 0
}

/** The machines that a sandbox can have, by the word for them; each is loaded only when it is asked for. */
import { cacheFolder } from '../lib/folders'
import { Failure } from '../model/failure'
import type { MachineKind } from '../sandbox/machines/machine-kind'

export async function machineKind(name: 'qemu' | 'light'): Promise<MachineKind> {
  const cache = cacheFolder(process.env)
  if (name === 'light') return (await import('../sandbox/machines/light')).lightMachines(cache)
  throw new Failure('invalid', 'This build of ingot has no qemu machines', { advice: 'Use -kind light.' })
}

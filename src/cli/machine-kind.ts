/** The machines that a sandbox can have, by the word for them; each is loaded only when it is asked for. */
import { cacheFolder } from '../lib/folders'
import type { GivenImage } from '../sandbox/machines/base-image/given'
import type { MachineKind } from '../sandbox/machines/machine-kind'

/** `image`: a cloud image to be the base image instead of the Debian that is made here; for real machines only. */
export async function machineKind(name: 'qemu' | 'light', image?: GivenImage): Promise<MachineKind> {
  const cache = cacheFolder(process.env)
  if (name === 'light') return (await import('../sandbox/machines/light')).lightMachines(cache)
  return (await import('../sandbox/machines/qemu-kind')).qemuKind({ cacheFolder: cache, image })
}

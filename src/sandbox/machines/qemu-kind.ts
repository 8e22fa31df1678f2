/** Machines that are real: qemu over qcow2 disks, with KVM where that works and emulation everywhere else. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Accelerator, probeAccelerator } from '../../platforms/qemu/accelerator'
import { debianImage } from './base-image/debian'
import { type GivenImage, givenImage } from './base-image/given'
import { ImageStore } from './base-image/store'
import type { BaseImage, MachineKind, Report } from './machine-kind'
import { installCommand, missingPackages } from './packages'
import { QemuDisks } from './qemu-disks'
import { QemuMachine } from './qemu-machine'

export interface QemuKindOptions {
  /** For what is made once: base images, and whether KVM works. Made when absent. */
  readonly cacheFolder: string
  /** Instead of the Debian that is made here. */
  readonly image?: GivenImage
  /** Default: found out by trying. */
  readonly accelerator?: Accelerator['name']
}

export function qemuKind(options: QemuKindOptions): MachineKind {
  const disks = new QemuDisks()
  let accelerator = options.accelerator
  return {
    name: 'qemu',
    disks,
    async prepare(report, signal) {
      const missing = await missingPackages()
      if (missing.length > 0)
        throw new Error(`virtual machines need programs that are missing here. Run: ${installCommand(missing)}`)
      await mkdir(options.cacheFolder, { recursive: true })
      accelerator ??= await findAccelerator(options.cacheFolder, report)
      return baseImages(options, report, signal)
    },
    machine(spec, report) {
      return new QemuMachine(spec, accelerator ?? 'tcg', disks, report)
    },
  }
}

async function findAccelerator(cacheFolder: string, report: Report): Promise<Accelerator['name']> {
  const { name, reason } = await probeAccelerator({ cacheFolder })
  report(name === 'kvm' ? 'machines run with KVM' : `machines are emulated, which is slower than KVM: ${reason}`)
  return name
}

/** The wanted one first; older ones stay to be found by name, as at a cloud. */
async function baseImages(options: QemuKindOptions, report: Report, signal: AbortSignal): Promise<readonly BaseImage[]> {
  const store = new ImageStore(join(options.cacheFolder, 'base-images'))
  await store.sweep()
  const wanted = options.image ? await givenImage(options.image, store, report, signal) : await debianImage(store, report, signal)
  return [wanted, ...(await store.list()).filter(image => image.disk !== wanted.disk)]
}

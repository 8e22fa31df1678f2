/**
 * Light machines: an SSH server in this process over a private folder, ready in milliseconds, for tests that need hundreds of
 * bakes. No kernel, no boot loader, no systemd of their own: a bake that passes here may fail on a machine, never the other way
 * about by the sandbox's doing. A machine sees this host's files; what it writes stays in its own folder.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { MachineKind } from '../machine-kind'
import { writeBaseDisk } from './base-disk'
import { folderDisks } from './disks'
import { LightMachine } from './machine'

/** `cacheFolder` keeps the base disk. */
export const lightMachines = (cacheFolder: string): MachineKind => ({
  name: 'light',
  disks: folderDisks,
  async prepare() {
    const disk = join(cacheFolder, 'light-base')
    await mkdir(cacheFolder, { recursive: true })
    await writeBaseDisk(disk)
    return [
      {
        name: 'debian-12-amd64-20260101-0000',
        ownerId: '136693071363',
        description: 'Light stand-in for Debian 12: this host, seen through a private folder',
        architecture: 'x86_64',
        rootDeviceName: '/dev/xvda',
        disk,
        sizeGiB: 8,
        creationDate: '2026-01-01T00:00:00.000Z',
      },
    ]
  },
  machine: (spec, report) => new LightMachine(spec, report),
})

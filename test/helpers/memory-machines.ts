/** Machines of no substance for tests of the protocol: disks are small files, guests are flags. */

import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BaseImage, Machine, MachineKind, MachineSpec, PortRule } from '../../src/sandbox/machines/machine-kind'

export interface MemoryGuest extends Machine {
  readonly spec: MachineSpec
  running: boolean
  rules: readonly PortRule[]
  starts: number
  /** As if the guest ran `poweroff`. */
  powerOff(): void
  /** Appends to the root disk, as a provisioner would. */
  write(text: string): Promise<void>
  disk(): Promise<string>
}

export interface MemoryMachines extends MachineKind {
  /** By instance ID, the latest machine of each. */
  readonly guests: Map<string, MemoryGuest>
  /** Thrown by the next operations of that name. */
  readonly failures: { clone?: Error; capture?: Error; start?: Error }
  /** What Windows guests have made; undefined: nothing yet. */
  password?: string
  /** Awaited by every capture and shutdown; replaced by tests that want to look at what is under way. */
  gate: Promise<void>
}

export const debian: Omit<BaseImage, 'disk'> = {
  name: 'debian-12-amd64-20260101-1234',
  ownerId: '136693071363',
  description: 'Debian 12 (20260101-1234)',
  architecture: 'x86_64',
  rootDeviceName: '/dev/xvda',
  sizeGiB: 8,
  creationDate: '2026-01-01T12:34:56.000Z',
}

export const windows: Omit<BaseImage, 'disk'> = {
  ...debian,
  name: 'Windows_Server-2022-English-Full-Base-2026.01.01',
  description: 'Windows Server 2022',
  platform: 'windows',
}

export function memoryMachines(bases: readonly Omit<BaseImage, 'disk'>[] = [debian]): MemoryMachines {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-base-'))
  const disk = join(folder, 'base')
  writeFileSync(disk, 'base\n')
  const guests = new Map<string, MemoryGuest>()
  const kind: MemoryMachines = {
    name: 'light',
    guests,
    failures: {},
    gate: Promise.resolve(),
    prepare: async () => bases.map(base => ({ ...base, disk })),
    disks: {
      async clone(source, target) {
        if (kind.failures.clone) throw kind.failures.clone
        await (source === undefined ? writeFile(target, '') : copyFile(source, target))
      },
      async capture(from, target, signal) {
        await Promise.race([kind.gate, new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))])
        signal.throwIfAborted()
        if (kind.failures.capture) throw kind.failures.capture
        await copyFile(from, target)
      },
      inUse: async () => false,
      remove: path => rm(path, { force: true }),
    },
    machine(spec) {
      const guest = memoryGuest(spec, kind)
      guests.set(spec.id, guest)
      return guest
    },
  }
  return kind
}

function memoryGuest(spec: MachineSpec, kind: MemoryMachines): MemoryGuest {
  const listeners: (() => void)[] = []
  const path = spec.disks[0]!.path
  const guest: MemoryGuest = {
    spec,
    running: false,
    rules: [],
    starts: 0,
    get boot() {
      return guest.running ? guest.starts : undefined
    },
    connect: async () => {
      throw new Error('nothing listens on a machine of no substance')
    },
    async start() {
      if (kind.failures.start) throw kind.failures.start
      guest.running = true
      guest.starts++
    },
    async shutdown(graceSeconds, signal) {
      const patience = AbortSignal.any([AbortSignal.timeout(graceSeconds * 1000), ...(signal ? [signal] : [])])
      await Promise.race([kind.gate, once(patience, 'abort')])
      guest.running = false
    },
    async reboot() {
      guest.starts++
    },
    async kill() {
      guest.running = false
    },
    async openPorts(rules) {
      guest.rules = rules
    },
    console: async () => `login on ${spec.id}\n`,
    password: async () => kind.password,
    onExit: listener => void listeners.push(listener),
    powerOff() {
      guest.running = false
      for (const listener of listeners) listener()
    },
    write: async text => writeFile(path, (await readFile(path, 'utf8')) + text),
    disk: () => readFile(path, 'utf8'),
  }
  return guest
}

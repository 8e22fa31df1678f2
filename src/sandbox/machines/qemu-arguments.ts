/** A machine as qemu is told about it: EC2's present kind, with NVMe disks, and a network card that every Linux drives. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Accelerator, processor } from '../../platforms/qemu/accelerator'
import { escaped } from '../../platforms/qemu/process'
import type { MachineSpec } from './machine-kind'

export const network = 'net0'

export interface Surroundings {
  readonly accelerator: Accelerator['name']
  readonly console: string
  readonly seed: string
}

export function qemuArguments(spec: MachineSpec, { accelerator, console, seed }: Surroundings): string[] {
  return [
    // The name makes a left-over process recognisable, and readable in ps.
    ...['-name', `ingot-sandbox-${spec.id}`, '-nodefaults', '-no-user-config', '-display', 'none', '-vga', 'none'],
    ...[...processor(accelerator), '-smp', String(spec.cpus), '-m', String(spec.memoryMiB)],
    ...['-smbios', smbios(spec)],
    ...spec.disks.flatMap((disk, index) => drive(`disk${index}`, disk.path, 'qcow2', `vol${index}-${spec.id}`, index === 0)),
    ...seedDrive(seed),
    ...['-netdev', userNetwork, '-device', `virtio-net-pci,netdev=${network},mac=${macAddress(spec.id)},romfile=`],
    ...[
      '-device',
      'virtio-rng-pci',
      '-chardev',
      `file,id=console,path=${escaped(console)},append=on`,
      '-serial',
      'chardev:console',
    ],
  ]
}

/** What a guest looks at to know that it runs on EC2 (its documentation: "Identify EC2 Linux instances"). */
function smbios(spec: MachineSpec): string {
  const type = escaped(spec.metadata.instanceType)
  return `type=1,manufacturer=Amazon EC2,product=${type},serial=${uuid(spec.id)},uuid=${uuid(spec.id)}`
}

/** Begins with ec2, and is the instance's own at every start. */
function uuid(id: string): string {
  const hash = createHash('sha256').update(id).digest('hex')
  return [`ec2${hash.slice(0, 5)}`, hash.slice(5, 9), `4${hash.slice(9, 12)}`, `a${hash.slice(12, 15)}`, hash.slice(15, 27)].join(
    '-',
  )
}

/** Nothing on the disks must survive a crash of the host: the guest's flushes need not reach the platter. */
function drive(id: string, path: string, format: string, serial: string, boot: boolean): string[] {
  const device = `nvme,drive=${id},serial=${escaped(serial)}${boot ? ',bootindex=0' : ''}`
  return ['-drive', `id=${id},if=none,format=${format},file=${escaped(path)},cache=unsafe,discard=unmap`, '-device', device]
}

/** NVMe too: its driver is built in, so that cloud-init's generator sees the seed before any module is loaded. */
const seedDrive = (path: string) => [
  ...['-drive', `id=seed,if=none,format=raw,readonly=on,file=${escaped(path)}`, '-device', 'nvme,drive=seed,serial=seed'],
]

/**
 * The guest gets its address by DHCP, in a network of its own behind qemu, and all guests the same one: what EC2's API calls
 * its private address is the loopback address on which others reach it, and that one no guest could use for a card.
 */
const userNetwork = `user,id=${network},net=172.31.0.0/16,dhcpstart=172.31.0.15`

function macAddress(id: string): string {
  const hash = createHash('sha256').update(id).digest()
  return ['02', ...[...hash.subarray(0, 5)].map(byte => byte.toString(16).padStart(2, '0'))].join(':')
}

export const consoleFile = (spec: MachineSpec) => join(spec.folder, 'console.log')
export const seedFile = (spec: MachineSpec) => join(spec.folder, 'seed.iso')

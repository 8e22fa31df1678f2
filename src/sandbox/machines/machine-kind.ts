/**
 * The seam between the EC2 protocol and what runs behind it. The API half knows instances, volumes and images as records;
 * a machine kind knows how to keep their content and how to run it. `qemu` is the product, `light` serves tests.
 */

import type { Duplex } from 'node:stream'

export interface MachineKind {
  readonly name: 'qemu' | 'light'
  /** Finds or makes what every machine needs (programs, accelerator, base images); slow the first time, and says so. */
  prepare(report: Report, signal: AbortSignal): Promise<readonly BaseImage[]>
  readonly disks: DiskStore
  /** The machine is off until started. Its disks must exist. */
  machine(spec: MachineSpec, report: Report): Machine
}

/** Called with one line for a person to read while something takes long. */
export type Report = (line: string) => void

export interface BaseImage {
  /** As the owner publishes it, e.g. `debian-12-amd64-20260101-1234`. */
  readonly name: string
  readonly ownerId: string
  readonly description: string
  readonly architecture: 'x86_64'
  /** Absent: Linux. */
  readonly platform?: 'windows'
  readonly rootDeviceName: string
  readonly disk: string
  readonly sizeGiB: number
  /** ISO 8601. */
  readonly creationDate: string
}

/** Contents are files (or folders) whose paths the caller chooses, below one state folder on one file system. */
export interface DiskStore {
  /** A disk that begins with `source`'s content (another disk or image; empty when undefined) and may be written. `source` stays unharmed. */
  clone(source: string | undefined, target: string, sizeGiB: number): Promise<void>
  /** What is on the disk now, as a read-only image that needs neither the disk nor the image it came from. `signal` leaves nothing half made. */
  capture(disk: string, target: string, signal: AbortSignal): Promise<void>
  /** True when the path is still needed by another disk (a backing file). */
  inUse(path: string): Promise<boolean>
  remove(path: string): Promise<void>
}

export interface MachineSpec {
  readonly id: string
  /** The machine's own folder for console, seed and sockets. */
  readonly folder: string
  readonly disks: readonly { readonly deviceName: string; readonly path: string }[]
  /** The loopback address that is the machine's own, e.g. 127.83.0.7. */
  readonly address: string
  readonly cpus: number
  readonly memoryMiB: number
  readonly metadata: InstanceMetadata
}

/** What the guest may ask the metadata service for, and what cloud-init is given. */
export interface InstanceMetadata {
  readonly instanceId: string
  readonly imageId: string
  readonly instanceType: string
  readonly region: string
  readonly availabilityZone: string
  readonly hostname: string
  readonly publicKeys: readonly { readonly name: string; readonly openssh: string }[]
  readonly userData?: Uint8Array
  readonly tags?: Readonly<Record<string, string>>
  readonly httpTokens: 'optional' | 'required'
  readonly httpEndpoint: 'enabled' | 'disabled'
}

/** An ingress permission resolved to addresses; `protocol` -1 is all. */
export interface PortRule {
  readonly protocol: 'tcp' | 'udp' | 'icmp' | '-1'
  readonly fromPort: number
  readonly toPort: number
  /** IPv4 CIDR of the callers let in. */
  readonly cidr: string
}

export interface Machine {
  /** Resolves when the machine has begun to boot, not when it answers. */
  start(): Promise<void>
  /** Asks the guest to shut down; pulls the plug after `graceSeconds` or at `signal`. Resolves when it is off. */
  shutdown(graceSeconds: number, signal?: AbortSignal): Promise<void>
  reboot(): Promise<void>
  /** Pulls the plug. */
  kill(): Promise<void>
  /** Which ports answer on its address. May be called at any time; takes effect on a running machine. */
  openPorts(rules: readonly PortRule[]): Promise<void>
  /** Another one after each boot: whatever ran before is gone. Undefined while it is off. */
  readonly boot: number | undefined
  /** To a TCP port from inside, whatever the rules say. Rejects when nothing listens there. */
  connect(port: number): Promise<Duplex>
  /** The serial console so far; the last 64 KiB as EC2 keeps them. */
  console(): Promise<string>
  /** What Windows has made at its first boot for its Administrator; undefined: nothing yet. Absent where no Windows runs. */
  password?(): Promise<string | undefined>
  /** Called when the machine goes off by itself (guest shut down, crash). */
  onExit(listener: () => void): void
}

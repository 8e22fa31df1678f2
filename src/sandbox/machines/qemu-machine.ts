/** A real virtual machine: qemu over its own disks, reached on its own loopback address. */
import { mkdir, open, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { resolve } from 'node:path'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { within } from '../../lib/abort'
import type { Accelerator } from '../../platforms/qemu/accelerator'
import { addForward, removeForward } from '../../platforms/qemu/forwards'
import { type QemuProcess, startQemu } from '../../platforms/qemu/process'
import { diskInfo } from '../../platforms/qemu/qemu-img'
import type { Machine, MachineSpec, PortRule, Report } from './machine-kind'
import { PortKeeper } from './port-keeper'
import { consoleFile, network, qemuArguments, seedFile } from './qemu-arguments'
import type { QemuDisks } from './qemu-disks'
import { seedDisc } from './seed'

/** What EC2 keeps of a serial console. */
const consoleBytes = 64 * 1024

export class QemuMachine implements Machine {
  private process: QemuProcess | undefined
  private readonly ports: PortKeeper
  private readonly listeners: (() => void)[] = []
  private boots = 0
  /** True while it goes off because it was told to. */
  private ordered = false

  constructor(
    private readonly spec: MachineSpec,
    private readonly accelerator: Accelerator['name'],
    private readonly disks: QemuDisks,
    report: Report,
  ) {
    this.ports = new PortKeeper(spec.address, report)
  }

  async start(): Promise<void> {
    if (this.process) throw new Error(`machine ${this.spec.id} is running already`)
    const { spec } = this
    await mkdir(spec.folder, { recursive: true })
    await writeFile(seedFile(spec), seedDisc(spec.metadata, { diskAsLargeAsImage: await isUngrown(spec.disks[0]?.path) }))
    await rm(consoleFile(spec), { force: true })
    const places = { accelerator: this.accelerator, console: consoleFile(spec), seed: seedFile(spec) }
    const process = await startQemu({ folder: spec.folder, args: qemuArguments(spec, places) })
    this.process = process
    this.boots++
    this.ordered = false
    spec.disks.forEach((disk, index) => {
      this.disks.attached.set(resolve(disk.path), { qmp: process.qmp, drive: `disk${index}` })
    })
    void process.exited.then(() => this.ended(process))
    await this.ports.attach(process.qmp)
  }

  async shutdown(graceSeconds: number, signal?: AbortSignal): Promise<void> {
    const { process } = this
    if (!process) return
    this.ordered = true
    const impatience = new AbortController()
    const limit = within(graceSeconds * 1000, impatience.signal, ...(signal ? [signal] : []))
    void process.exited.then(() => impatience.abort())
    // A guest that still boots does not hear the button, so it is pressed until the machine is off.
    while (!limit.aborted) {
      await process.qmp.execute('system_powerdown').catch(() => undefined)
      await sleep(2000, undefined, { signal: limit }).catch(() => undefined)
    }
    await process.kill()
  }

  async reboot(): Promise<void> {
    await this.process?.qmp.execute('system_reset')
    this.boots++
  }

  async kill(): Promise<void> {
    this.ordered = true
    await this.process?.kill()
  }

  async openPorts(rules: readonly PortRule[]): Promise<void> {
    await this.ports.set(rules)
  }

  get boot(): number | undefined {
    return this.process && this.boots
  }

  /** By a port of this host that leads into it alone. */
  async connect(port: number): Promise<Duplex> {
    const { process } = this
    if (!process) throw new Error('the machine is off')
    const local = await freePort()
    const forward = { protocol: 'tcp', address: '127.0.0.1', port: local, guestPort: port } as const
    const refused = await addForward(process.qmp, network, forward)
    if (refused) throw new Error(refused)
    try {
      return await connectTcp(local)
    } finally {
      await removeForward(process.qmp, network, forward).catch(() => undefined)
    }
  }

  console(): Promise<string> {
    return tail(consoleFile(this.spec), consoleBytes)
  }

  onExit(listener: () => void): void {
    this.listeners.push(listener)
  }

  private ended(process: QemuProcess): void {
    if (this.process !== process) return
    this.process = undefined
    for (const disk of this.spec.disks) this.disks.attached.delete(resolve(disk.path))
    void this.ports.attach(undefined)
    if (!this.ordered) for (const listener of this.listeners) listener()
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function connectTcp(port: number): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1').once('error', fail)
    socket.once('connect', () => done(socket))
  })
}

async function isUngrown(disk: string | undefined): Promise<boolean> {
  if (disk === undefined) return false
  const own = await diskInfo(disk)
  return own.backingFile !== undefined && (await diskInfo(own.backingFile)).virtualSize === own.virtualSize
}

/** Empty while there is no file. A character that the cut went through is left out. */
export async function tail(path: string, bytes: number): Promise<string> {
  const file = await open(path, 'r').catch(() => undefined)
  if (!file) return ''
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(Math.min(size, bytes)),
      0,
      Math.min(size, bytes),
      Math.max(0, size - bytes),
    )
    const text = buffer.subarray(0, bytesRead)
    const start = size > bytes ? text.findIndex(byte => (byte & 0xc0) !== 0x80) : 0
    return text.subarray(Math.max(0, start)).toString('utf8')
  } finally {
    await file.close()
  }
}

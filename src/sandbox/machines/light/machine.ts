/** A light machine: a cell over its disk, and an SSH server at its own address while the port is open. */
import { mkdir } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import type { Server } from 'ssh2'
import { utils } from 'ssh2'
import type { Machine, MachineSpec, PortRule, Report } from '../machine-kind'
import { openedPorts, privilegeAdvice } from '../ports'
import { Cell, REBOOT } from './cell'
import { boot } from './first-boot'
import { sshServer } from './ssh-server'

/** As cloud-init writes it. */
const hostKeyBlock = (key: string): string =>
  `-----BEGIN SSH HOST KEY KEYS-----\nssh-ed25519 ${key} light\n-----END SSH HOST KEY KEYS-----\n`

/** Node has one of its own since 22.6. */
function duplexPair(): [Duplex, Duplex] {
  const ends = [0, 1].map(
    index =>
      new Duplex({
        read() {},
        write(chunk, _encoding, done) {
          ends[1 - index]?.push(chunk)
          done()
        },
        final(done) {
          ends[1 - index]?.push(null)
          done()
        },
        destroy(error, done) {
          if (!ends[1 - index]?.destroyed) ends[1 - index]?.destroy()
          done(error)
        },
      }),
  ) as [Duplex, Duplex]
  return ends
}

const connectTcp = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(socket))
    socket.once('error', reject)
  })

const SSH = { protocol: 'tcp', number: 22 } as const

export class LightMachine implements Machine {
  private cell: Cell | undefined
  private server: Server | undefined
  private listening = false
  private isOpen = false
  private log = ''
  private boots = 0
  private readonly exits: (() => void)[] = []
  private readonly clients = new Set<{ end(): void }>()

  constructor(
    private readonly spec: MachineSpec,
    private readonly report: Report,
  ) {}

  async start(): Promise<void> {
    const disk = this.spec.disks[0]?.path
    if (!disk) throw new Error(`machine ${this.spec.id} has no disk to boot from`)
    await mkdir(this.spec.folder, { recursive: true })
    const booted = await boot(disk, this.spec.metadata)
    const cell = await Cell.open(disk, this.spec.folder)
    this.cell = cell
    this.boots++
    cell.onEnd(status => void this.ended(cell, status))
    if (booted.script) cell.run(['/bin/sh', '-c', booted.script], { PATH: process.env.PATH ?? '' }, '/root')
    this.server = sshServer(booted, () => this.cell)
    this.server.on('connection', client => {
      this.clients.add(client)
      client.on('close', () => this.clients.delete(client))
    })
    this.write(`light machine ${this.spec.id} boots`)
    const key = utils.parseKey(booted.hostKey)
    if (!(key instanceof Error))
      this.write(`${hostKeyBlock(key.getPublicSSH().toString('base64'))}${this.spec.metadata.hostname} login:`)
    await this.apply()
  }

  async shutdown(): Promise<void> {
    await this.kill()
  }

  async reboot(): Promise<void> {
    await this.kill()
    await this.start()
  }

  async kill(): Promise<void> {
    const { cell, server } = this
    this.cell = undefined
    this.server = undefined
    for (const client of this.clients) client.end()
    this.clients.clear()
    if (this.listening) server?.close()
    this.listening = false
    await cell?.close()
  }

  async openPorts(rules: readonly PortRule[]): Promise<void> {
    this.isOpen = openedPorts(rules).some(port => port.protocol === SSH.protocol && port.number === SSH.number)
    await this.apply()
  }

  get boot(): number | undefined {
    return this.server && this.boots
  }

  /** Its SSH server needs no port for that; other servers in it listen at this host's own addresses. */
  async connect(port: number): Promise<Duplex> {
    if (port !== SSH.number) return connectTcp(port)
    if (!this.server) throw new Error('the machine is off')
    const [inside, outside] = duplexPair()
    this.server.injectSocket(inside as Socket)
    return outside
  }

  async console(): Promise<string> {
    return this.log
  }

  onExit(listener: () => void): void {
    this.exits.push(listener)
  }

  private async apply(): Promise<void> {
    const { server } = this
    if (!server || this.isOpen === this.listening) return
    this.listening = this.isOpen
    if (!this.isOpen) {
      server.close()
      return
    }
    await new Promise<void>(done => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        this.listening = false
        const advice = error.code === 'EACCES' ? privilegeAdvice([SSH], this.spec.address) : error.message
        this.report(`${this.spec.id}: ${advice}`)
        done()
      })
      server.listen(SSH.number, this.spec.address, () => done())
    })
  }

  /** Only what the machine did by itself comes here: whoever stops it forgets the cell first. */
  private async ended(cell: Cell, status: number | null): Promise<void> {
    if (this.cell !== cell) return
    await this.kill()
    if (status === REBOOT) await this.start()
    else for (const listener of this.exits) listener()
  }

  private write(line: string): void {
    this.log += `${line}\n`
  }
}

/** The agent's end of smux, version 1: each stream that the client opens is a connection to the port. */
import type { Duplex } from 'node:stream'

const commands = ['SYN', 'FIN', 'PSH', 'NOP'] as const
type Command = (typeof commands)[number]

/** Of older agents: a session in which nothing comes for so long has ended. */
const SILENCE_MILLISECONDS = 30_000
const NOP_MILLISECONDS = 10_000

export interface MuxPort {
  send(bytes: Buffer): void
  connect(): Promise<Duplex>
  /** The port could not be connected to. */
  refused(): void
}

export class MuxServer {
  private buffered = Buffer.alloc(0)
  private readonly connections = new Map<number, Promise<Duplex | undefined>>()
  private readonly nops: NodeJS.Timeout | undefined
  private silence: NodeJS.Timeout | undefined

  constructor(
    private readonly port: MuxPort,
    private readonly keepsAlive: boolean,
  ) {
    if (keepsAlive) this.nops = setInterval(() => port.send(this.packet('NOP', 0)), NOP_MILLISECONDS).unref()
    this.heard()
  }

  read(bytes: Buffer): void {
    this.heard()
    this.buffered = Buffer.concat([this.buffered, bytes])
    for (;;) {
      if (this.buffered.length < 8) return
      const version = this.buffered[0]
      if (version !== 1) throw new Error(`smux version ${version}`)
      const length = this.buffered.readUInt16LE(2)
      if (this.buffered.length < 8 + length) return
      const command = commands[this.buffered[1] ?? 0]
      const stream = this.buffered.readUInt32LE(4)
      const data = Buffer.from(this.buffered.subarray(8, 8 + length))
      this.buffered = this.buffered.subarray(8 + length)
      if (command) this.obey(command, stream, data)
    }
  }

  end(): void {
    clearInterval(this.nops)
    clearTimeout(this.silence)
    for (const connection of this.connections.values()) void connection.then(each => each?.destroy())
    this.connections.clear()
  }

  private heard(): void {
    if (!this.keepsAlive) return
    clearTimeout(this.silence)
    this.silence = setTimeout(() => this.end(), SILENCE_MILLISECONDS).unref()
  }

  private obey(command: Command, stream: number, data: Buffer): void {
    if (command === 'SYN') this.connections.set(stream, this.dial(stream))
    if (command === 'PSH') void this.connections.get(stream)?.then(connection => connection?.write(data))
    if (command === 'FIN') {
      void this.connections.get(stream)?.then(connection => connection?.end())
      this.connections.delete(stream)
    }
  }

  private async dial(stream: number): Promise<Duplex | undefined> {
    const hangUp = () => {
      if (this.connections.delete(stream)) this.port.send(this.packet('FIN', stream))
    }
    try {
      const connection = await this.port.connect()
      connection.on('data', data => this.port.send(this.packet('PSH', stream, data)))
      connection.on('error', () => undefined)
      connection.on('close', hangUp)
      return connection
    } catch {
      this.port.refused()
      hangUp()
      return undefined
    }
  }

  private packet(command: Command, stream: number, data: Buffer = Buffer.alloc(0)): Buffer {
    const head = Buffer.of(1, commands.indexOf(command), data.length & 0xff, data.length >> 8, 0, 0, 0, 0)
    head.writeUInt32LE(stream, 4)
    return Buffer.concat([head, data])
  }
}

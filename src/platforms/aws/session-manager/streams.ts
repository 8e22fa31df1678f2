/** Connections to the machine's port over one data channel: many with smux (version 1, newer agents), or one at a time. */
import { Duplex } from 'node:stream'

export interface Streams {
  /** A new connection to the port. */
  open(): Duplex
  receive(bytes: Buffer): void
  /** Ends all of them. */
  close(reason: Error): void
}

/** Resolves when the next may be sent. */
export type Send = (bytes: Buffer) => Promise<void>

const SYN = 0
const FIN = 1
const PUSH = 2
const NOP = 3
/** Version, command, length (16 bits) and stream (32 bits), the two little-endian. */
const HEADER = 8
const LARGEST = 32_768
const KEEP_ALIVE_MILLISECONDS = 10_000

export function frame(command: number, stream: number, data: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(HEADER)
  header.writeUInt8(1, 0)
  header.writeUInt8(command, 1)
  header.writeUInt16LE(data.length, 2)
  header.writeUInt32LE(stream, 4)
  return Buffer.concat([header, data])
}

export class Mux implements Streams {
  private readonly streams = new Map<number, Duplex>()
  private rest: Buffer = Buffer.alloc(0)
  /** Clients count in odd numbers, from 3. */
  private last = 1
  private readonly timer: NodeJS.Timeout | undefined

  /** `keepsAlive`: the agent ends sessions that are silent for 30 seconds. */
  constructor(
    private readonly send: Send,
    keepsAlive: boolean,
  ) {
    if (keepsAlive) this.timer = setInterval(() => void this.send(frame(NOP, 0)), KEEP_ALIVE_MILLISECONDS)
  }

  open(): Duplex {
    this.last += 2
    const id = this.last
    const stream = connection({
      send: bytes => this.send(frame(PUSH, id, bytes)),
      end: () => {
        if (this.streams.delete(id)) void this.send(frame(FIN, id))
      },
    })
    this.streams.set(id, stream)
    void this.send(frame(SYN, id))
    return stream
  }

  receive(bytes: Buffer): void {
    this.rest = this.rest.length > 0 ? Buffer.concat([this.rest, bytes]) : bytes
    while (this.rest.length >= HEADER) {
      const end = HEADER + this.rest.readUInt16LE(2)
      if (this.rest.length < end) return
      this.handle(this.rest.readUInt8(1), this.rest.readUInt32LE(4), this.rest.subarray(HEADER, end))
      this.rest = this.rest.subarray(end)
    }
  }

  close(reason: Error): void {
    clearInterval(this.timer)
    const all = [...this.streams.values()]
    this.streams.clear()
    for (const stream of all) stream.destroy(reason)
  }

  private handle(command: number, id: number, data: Buffer): void {
    const stream = this.streams.get(id)
    if (command === PUSH) stream?.push(data)
    if (command !== FIN || !stream) return
    this.streams.delete(id)
    stream.push(null)
  }
}

/**
 * The channel is the connection: the agent opens it with the session, and another one when data comes after it was told that the last has
 * gone. What it says before it has heard of that is still of the last.
 */
export class Single implements Streams {
  private stream: Duplex | undefined
  /** What the port said before anybody listened. */
  private early: Buffer[] | undefined = []
  /** The agent has not heard yet that the last connection has gone. */
  private parting: Promise<void> | undefined

  constructor(
    private readonly send: Send,
    /** Resolves when the agent has heard it. */
    private readonly disconnect: () => Promise<void>,
  ) {}

  open(): Duplex {
    this.stream?.destroy(new Error('the agent of the machine is too old for two connections at once'))
    const stream = connection({
      send: async bytes => {
        await this.parting
        return this.send(bytes)
      },
      end: () => {
        if (this.stream === stream) this.leave()
      },
    })
    for (const bytes of this.early ?? []) stream.push(bytes)
    this.early = undefined
    this.stream = stream
    return stream
  }

  receive(bytes: Buffer): void {
    if (this.early) this.early.push(bytes)
    else if (!this.parting) this.stream?.push(bytes)
  }

  close(reason: Error): void {
    const { stream } = this
    this.stream = undefined
    stream?.destroy(reason)
  }

  private leave(): void {
    this.stream = undefined
    const parting = this.disconnect().finally(() => {
      if (this.parting === parting) this.parting = undefined
    })
    this.parting = parting
  }
}

/** SSH's own windows bound what waits in it to be read. `end` may be called twice. */
function connection({ send, end }: { readonly send: Send; end(): void }): Duplex {
  return new Duplex({
    allowHalfOpen: false,
    read() {},
    write(chunk: Buffer, _encoding, done) {
      const parts = Array.from({ length: Math.ceil(chunk.length / LARGEST) }, (_, i) =>
        chunk.subarray(i * LARGEST, (i + 1) * LARGEST),
      )
      Promise.all(parts.map(send)).then(
        () => done(),
        error => done(error),
      )
    },
    final(done) {
      end()
      done()
    },
    destroy(error, done) {
      end()
      done(error)
    },
  })
}

/** QEMU's machine protocol (docs/interop/qmp-spec of QEMU): commands to a running qemu and events from it, over its Unix socket. */
import { EventEmitter } from 'node:events'
import { createConnection, type Socket } from 'node:net'

export interface QmpEvent {
  readonly event: string
  readonly data?: Readonly<Record<string, unknown>>
}

interface Reply extends Partial<QmpEvent> {
  readonly QMP?: unknown
  readonly id?: number
  readonly return?: unknown
  readonly error?: { readonly class: string; readonly desc: string }
}

interface Waiting {
  readonly command: string
  resolve(value: unknown): void
  reject(error: Error): void
}

export class Qmp {
  private readonly events = new EventEmitter()
  private readonly waiting = new Map<number, Waiting>()
  private next = 1
  private text = ''

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => this.receive(chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => this.end())
  }

  /** Connects and leaves the negotiation behind. qemu serves one client per socket; rejects when there is none to reach. */
  static async connect(path: string): Promise<Qmp> {
    const socket = createConnection(path)
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    const qmp = new Qmp(socket)
    await qmp.execute('qmp_capabilities')
    return qmp
  }

  /** What the command returns. Rejects with qemu's own words, or when the connection ends first. */
  execute(command: string, args?: Readonly<Record<string, unknown>>): Promise<unknown> {
    const id = this.next++
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) return reject(new Error(`${command}: qemu has ended`))
      this.waiting.set(id, { command, resolve, reject })
      this.socket.write(`${JSON.stringify({ execute: command, ...(args && { arguments: args }), id })}\n`)
    })
  }

  /** A command of the human monitor, for what QMP has no own one (hostfwd_add). Its answer is text, its errors too. */
  async human(line: string): Promise<string> {
    return String(await this.execute('human-monitor-command', { 'command-line': line })).trim()
  }

  /** Returns what takes the listeners away again. `ended` is called when qemu has gone. */
  onEvent(listener: (event: QmpEvent) => void, ended: () => void = () => undefined): () => void {
    this.events.on('event', listener).on('end', ended)
    return () => void this.events.off('event', listener).off('end', ended)
  }

  close(): void {
    this.socket.destroy()
  }

  private receive(chunk: string): void {
    const lines = (this.text + chunk).split('\n')
    this.text = lines.pop() ?? ''
    for (const line of lines) if (line.trim()) this.take(JSON.parse(line) as Reply)
  }

  private take(reply: Reply): void {
    if (reply.event !== undefined) this.events.emit('event', reply)
    const waiting = reply.id === undefined ? undefined : this.waiting.get(reply.id)
    if (!waiting || reply.id === undefined) return
    this.waiting.delete(reply.id)
    if (reply.error) waiting.reject(new Error(`${waiting.command}: ${reply.error.desc}`))
    else waiting.resolve(reply.return)
  }

  private end(): void {
    for (const { command, reject } of this.waiting.values()) reject(new Error(`${command}: qemu has ended`))
    this.waiting.clear()
    this.events.emit('end')
  }
}

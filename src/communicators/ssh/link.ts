/** One SSH connection and its channels. Knows when it is lost, and copes with servers that allow few channels at a time. */
import type { Client, ClientChannel, SFTPWrapper } from 'ssh2'
import { delay } from '../../lib/abort'
import { ConnectionLost, type RemoteExit } from '../../model/communicator'
import { Failure } from '../../model/failure'
import { SftpSession } from './sftp-session'

/** The server has no SFTP subsystem, or what answers is not SFTP. */
export class NoSftp extends Error {}

/** The link was found broken before the command was asked for: asking again on another one runs it once. */
export class NotStarted extends ConnectionLost {}

/** A slot is free only after the server has reaped the process of the channel before: a few milliseconds, under load more. */
const SLOT_TRIES = 12

export class Link {
  readonly #client: Client
  #lost?: Error
  #sftp?: Promise<SftpSession>
  #transfers = 0
  #open = 0
  /** How many channels the server allows, learnt when it refuses one. */
  #limit = Number.POSITIVE_INFINITY
  #waiting: (() => void)[] = []
  /** What has been asked of the server and not been answered. */
  readonly #asked = new Set<() => void>()
  readonly #accepts = new Map<number, (channel: ClientChannel) => void>()

  /** `another` opens a second connection to the same machine. */
  constructor(
    client: Client,
    readonly another?: () => Promise<Link>,
  ) {
    this.#client = client
    client.on('error', error => {
      this.#lost ??= error
    })
    const closed = () => {
      this.#lost ??= new Error('the far side closed the connection')
      for (const wake of this.#waiting.splice(0)) wake()
    }
    client.on('end', closed).on('close', closed)
    // ssh2 has told of the end and then answers what was under way, but not all: a session that ends while its limits are asked
    // for it gives out as ready, and never answers it.
    client.on('close', () => setImmediate(() => this.#giveUp()))
  }

  get lost(): boolean {
    return this.#lost !== undefined
  }

  /** The server is known to allow one channel only. */
  get narrow(): boolean {
    return this.#limit <= 1
  }

  /** For what fails because the link does. */
  loss(): ConnectionLost {
    return new ConnectionLost(`the SSH connection is lost: ${this.#lost?.message ?? 'no answer'}`)
  }

  /** Whether the link broke is known a moment after its channels have ended. */
  async settled(): Promise<void> {
    for (let turn = 0; turn < 3 && !this.lost; turn++) await delay(turn * 10)
  }

  /** `atOnce`: fails where it would have to wait for another channel to end. */
  async exec(command: string, pty: boolean, atOnce = false): Promise<ClientChannel> {
    const terminal = pty ? { term: 'xterm', rows: 40, cols: 80, modes: { ECHO: 0 } } : undefined
    const channel = await this.#slot(
      () =>
        this.#answer<ClientChannel>((resolve, reject) => {
          this.#client.exec(command, { ...(terminal && { pty: terminal as never }) }, (error, opened) => {
            if (error) return reject(pty ? withoutTerminal(error) : error)
            noteExit(opened)
            resolve(opened)
          })
        }),
      atOnce,
    )
    channel.once('close', () => this.#closed())
    return channel
  }

  /** A stream from the machine onwards, as a bastion host gives it. */
  forward(host: string, port: number): Promise<ClientChannel> {
    return this.#answer((resolve, reject) => {
      this.#client.forwardOut('127.0.0.1', 0, host, port, (error, channel) => (error ? reject(error) : resolve(channel)))
    })
  }

  /** Opens a port over there; each caller's stream is handed to `accept`. */
  listen(bind: string, port: number, accept: (channel: ClientChannel) => void): Promise<void> {
    if (this.#accepts.size === 0) {
      this.#client.on('tcp connection', ({ destPort }, take, reject) => {
        const handle = this.#accepts.get(destPort)
        if (handle) handle(take())
        else reject()
      })
    }
    this.#accepts.set(port, accept)
    return this.#answer((resolve, reject) => this.#client.forwardIn(bind, port, error => (error ? reject(error) : resolve())))
  }

  /** One SFTP session is kept for all transfers, unless the server has no room for it beside commands. NoSftp when it has none at all. */
  async withSftp<T>(work: (sftp: SftpSession) => Promise<T>): Promise<T> {
    this.#transfers++
    try {
      return await work(await this.#session())
    } catch (error) {
      await this.settled()
      throw this.lost ? this.loss() : error
    } finally {
      this.#transfers--
      if (this.#limit <= 1) await this.#endSftp()
    }
  }

  end(): void {
    this.#client.end()
  }

  destroy(): void {
    this.#client.destroy()
  }

  #session(): Promise<SftpSession> {
    if (this.#sftp) return this.#sftp
    const session = this.#openSftp(() => {
      if (this.#sftp === session) this.#sftp = undefined
    })
    this.#sftp = session
    return session
  }

  async #openSftp(over: () => void): Promise<SftpSession> {
    const open = () =>
      this.#answer<SFTPWrapper>((resolve, reject) => this.#client.sftp((error, sftp) => (error ? reject(error) : resolve(sftp))))
    try {
      const raw = await this.#slot(open)
      const session = new SftpSession(raw)
      const lost = () => session.abandon(this.loss())
      if (this.lost) lost()
      this.#asked.add(lost)
      raw.once('close', () => {
        this.#asked.delete(lost)
        over()
        this.#closed()
      })
      return session
    } catch (error) {
      over()
      if (error instanceof Failure) throw error
      throw this.lost ? this.loss() : new NoSftp((error as Error).message)
    }
  }

  async #endSftp(): Promise<void> {
    if (this.#transfers > 0 || !this.#sftp) return
    const session = this.#sftp
    this.#sftp = undefined
    await session.then(
      opened => opened.end(),
      () => undefined,
    )
  }

  /** Rejects when the connection has ended without an answer. */
  #answer<T>(ask: (resolve: (answer: T) => void, reject: (reason: Error) => void) => void): Promise<T> {
    let lost: (() => void) | undefined
    return new Promise<T>((resolve, reject) => {
      lost = () => reject(this.loss())
      this.#asked.add(lost)
      ask(resolve, reject)
    }).finally(() => lost && this.#asked.delete(lost))
  }

  #giveUp(): void {
    for (const lost of this.#asked) lost()
    this.#asked.clear()
  }

  async #slot<T>(request: () => Promise<T>, atOnce = false): Promise<T> {
    for (let tries = 0; ; tries++) {
      if (this.lost) throw this.#notStarted()
      if (atOnce && this.#open >= this.#limit) throw new Error('the server allows no more channels')
      while (this.#open >= this.#limit && !this.lost) await this.#room()
      this.#open++
      try {
        return await request()
      } catch (error) {
        this.#open--
        await this.settled()
        if (this.lost) throw wasAsked(error) ? this.loss() : this.#notStarted()
        if (!isFull(error)) throw error
        if (tries >= SLOT_TRIES) throw this.#open === 0 ? noSessions(error) : error
        this.#limit = Math.max(this.#open, 1)
        if (this.#open === 0) await delay(20 * 2 ** Math.min(tries, 5))
      }
    }
  }

  #notStarted(): NotStarted {
    return new NotStarted(this.loss().message)
  }

  async #room(): Promise<void> {
    const freed = new Promise<void>(resolve => this.#waiting.push(resolve))
    await this.#endSftp()
    await freed
  }

  #closed(): void {
    this.#open--
    this.#waiting.shift()?.()
  }
}

const withoutTerminal = (error: Error): Error =>
  error.message.includes('pseudo-terminal')
    ? new Failure('failed', 'the machine gives out no terminals (PermitTTY no, or restricted keys), and ssh_pty asks for one', {
        advice: 'Set ssh_pty = false.',
      })
    : error

/** A refused channel carries a reason (RFC 4254, 5.1); a refused command or subsystem does not. */
const isFull = (error: unknown): boolean => error instanceof Error && 'reason' in error && error.reason !== ''

const noSessions = (error: unknown) =>
  new Failure('failed', 'the machine lets us in, but opens no session, not even a single one', {
    advice: 'See MaxSessions in its sshd_config, and restrictions of the key (permitopen, restrict) in authorized_keys.',
    cause: error,
  })

/** ssh2 says so when the link ends between the request for the command and the answer to it. */
const wasAsked = (error: unknown): boolean => error instanceof Error && error.message === 'Unable to exec'

/** A short command's end can stand in the same packet as its beginning: whoever awaits the channel would listen too late. */
const exits = new WeakMap<ClientChannel, RemoteExit>()

function noteExit(channel: ClientChannel): void {
  channel.once('exit', (status: number | null, name?: string) => {
    exits.set(channel, { status: status ?? undefined, ...(name && { signal: name }) })
  })
}

/** How its command ended; undefined when the server has not said, or never did. */
export const exitNotedOn = (channel: ClientChannel): RemoteExit | undefined => exits.get(channel)

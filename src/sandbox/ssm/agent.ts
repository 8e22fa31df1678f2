/** What AWS's agent on a machine does in one session: the handshake, and a port of the machine behind a stream of numbered messages. */
import type { Duplex } from 'node:stream'
import type { Encryption } from './encryption'
import { type Frame, kinds, readFrame, word, writeFrame } from './frame'
import { MuxServer } from './mux-server'

/** As of agents of 2025. */
const VERSION = '3.3.2299.0'
const FIRST_WITH_MUX = [3, 0, 196, 1]
const FIRST_WITHOUT_KEEP_ALIVE = [3, 1, 1511, 1]
const FIRST_CLIENT_WITH_MUX = [1, 1, 70]

const CHUNK = 1024
const RESEND_MILLISECONDS = 100
const UNACKNOWLEDGED_MILLISECONDS = 200

export interface AgentWorld {
  /** To the client, if one is connected just now. */
  say(frame: Buffer): void
  /** To the port of the machine, from inside. Rejects when nothing listens there. */
  connect(): Promise<Duplex>
  /** The session is over, for this reason. */
  over(output: string): void
}

export class Agent {
  private next = 0
  private expected = 0
  private readonly early = new Map<number, Frame>()
  private readonly unacknowledged: { readonly number: number; readonly frame: Buffer; sent: number }[] = []
  private port: { read(bytes: Buffer): void; end(): void; flag?(flag: number): void } | undefined
  private paused = true
  private readonly timer = setInterval(() => this.resend(), RESEND_MILLISECONDS).unref()
  private readonly version: string
  private clientVersion = ''

  constructor(
    private readonly world: AgentWorld,
    private readonly portNumber: string,
    version = VERSION,
    /** Where the account wants it. */
    private readonly encryption?: Encryption,
  ) {
    this.version = version
  }

  /** A client is there, for the first time or again. */
  start(): void {
    this.paused = false
    if (this.next === 0) this.greet()
  }

  /** The client has gone; what is not acknowledged waits. */
  pause(): void {
    this.paused = true
  }

  /** Ends without a word. */
  end(): void {
    clearInterval(this.timer)
    this.port?.end()
    this.port = undefined
    this.unacknowledged.length = 0
  }

  hear(bytes: Buffer): void {
    const frame = readFrame(bytes)
    if (frame.name === 'acknowledge') this.forget(JSON.parse(frame.body.toString()).AcknowledgedMessageSequenceNumber)
    if (frame.name !== 'input_stream_data') return
    // What was processed before is not acknowledged again.
    if (frame.number < this.expected) return
    this.early.set(frame.number, frame)
    const said = {
      AcknowledgedMessageType: frame.name,
      AcknowledgedMessageId: frame.uuid,
      AcknowledgedMessageSequenceNumber: frame.number,
      IsSequentialMessage: true,
    }
    this.world.say(writeFrame('acknowledge', Buffer.from(JSON.stringify(said)), { flags: 3 }))
    for (;;) {
      const due = this.early.get(this.expected)
      if (!due) return
      this.early.delete(this.expected++)
      this.process(due)
    }
  }

  private greet(): void {
    const actions: object[] = []
    if (this.encryption) actions.push(this.encryption.request)
    const Properties = { portNumber: this.portNumber, type: 'LocalPortForwarding' }
    actions.push({ ActionType: 'SessionType', ActionParameters: { SessionType: 'Port', Properties } })
    this.send(
      kinds.handshakeRequest,
      Buffer.from(JSON.stringify({ AgentVersion: this.version, RequestedClientActions: actions })),
    )
  }

  private process({ kind, body }: Frame): void {
    if (kind === kinds.handshakeResponse) this.agree(JSON.parse(body.toString()))
    else if (kind === kinds.encryptionResponse) this.verify(JSON.parse(body.toString()))
    else if (kind === kinds.data) this.port?.read(this.encryption?.decrypt(body) ?? body)
    else if (kind === kinds.flag && body.readUInt32BE(0) === 2) this.world.over('')
    else if (kind === kinds.flag) this.port?.flag?.(body.readUInt32BE(0))
  }

  private agree({ ClientVersion, ProcessedClientActions }: HandshakeResponse): void {
    const failed = ProcessedClientActions.find(({ ActionStatus }) => ActionStatus !== 1)
    if (failed) {
      const { ActionType, ActionStatus, Error: error } = failed
      this.world.over(`${ActionType} failed on client with status ${ActionStatus} error: ${error}`)
      return
    }
    this.clientVersion = ClientVersion
    if (this.encryption) this.tryKey(this.encryption, ProcessedClientActions)
    else this.begin()
  }

  private tryKey(encryption: Encryption, actions: HandshakeResponse['ProcessedClientActions']): void {
    try {
      const { ActionResult } = actions.find(({ ActionType }) => ActionType === 'KMSEncryption') ?? {}
      this.send(kinds.encryptionRequest, encryption.agree(ActionResult ?? null))
    } catch (error) {
      this.world.over(`Fetching data key failed: ${(error as Error).message}`)
    }
  }

  private verify(answer: { readonly Challenge?: string }): void {
    if (this.encryption?.isSolvedBy(answer)) this.begin()
    else this.world.over('Encryption challenge does not match')
  }

  private begin(): void {
    const complete = { HandshakeTimeToComplete: 1_000_000, CustomerMessage: '' }
    this.send(kinds.handshakeComplete, Buffer.from(JSON.stringify(complete)))
    const isMultiplexed = isAtLeast(this.version, FIRST_WITH_MUX) && isAtLeast(this.clientVersion, FIRST_CLIENT_WITH_MUX)
    if (isMultiplexed) this.port = this.multiplexed()
    else void this.single()
  }

  private multiplexed() {
    const keepsAlive = !isAtLeast(this.version, FIRST_WITHOUT_KEEP_ALIVE)
    return new MuxServer(
      {
        send: bytes => this.sendData(bytes),
        connect: () => this.world.connect(),
        refused: () => this.send(kinds.flag, word(3)),
      },
      keepsAlive,
    )
  }

  /** One connection from the start; after the client has told that it is done with it, the next data wants another one. */
  private async single(): Promise<void> {
    let connection: Promise<Duplex> | undefined
    const dial = async () => {
      const made = await this.world.connect()
      made.on('data', data => this.sendData(data))
      made.on('error', () => undefined)
      return made
    }
    const hangUp = () => {
      void connection?.then(each => each.destroy()).catch(() => undefined)
      connection = undefined
    }
    const failed = () => this.world.over(`Unable to connect to specified port: ${this.portNumber}`)
    this.port = {
      read: bytes => {
        connection ??= dial()
        connection.then(each => each.write(bytes), failed)
      },
      flag: flag => flag === 1 && hangUp(),
      end: hangUp,
    }
    connection = dial()
    await connection.catch(failed)
  }

  private sendData(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const part = bytes.subarray(at, at + CHUNK)
      this.send(kinds.data, this.encryption?.encrypt(part) ?? part)
    }
  }

  private send(kind: number, body: Buffer): void {
    const number = this.next++
    const frame = writeFrame('output_stream_data', body, { number, kind, flags: number === 0 ? 1 : 0 })
    this.unacknowledged.push({ number, frame, sent: Date.now() })
    if (!this.paused) this.world.say(frame)
  }

  private forget(number: number): void {
    const index = this.unacknowledged.findIndex(each => each.number === number)
    if (index >= 0) this.unacknowledged.splice(index, 1)
  }

  /** The oldest only. */
  private resend(): void {
    const [oldest] = this.unacknowledged
    if (this.paused || !oldest || Date.now() - oldest.sent < UNACKNOWLEDGED_MILLISECONDS) return
    oldest.sent = Date.now()
    this.world.say(oldest.frame)
  }
}

interface HandshakeResponse {
  readonly ClientVersion: string
  readonly ProcessedClientActions: readonly {
    readonly ActionType: string
    readonly ActionStatus: number
    readonly ActionResult?: { readonly KMSCipherTextKey?: string; readonly ChallengeAcknowledgement?: boolean } | null
    readonly Error: string
  }[]
}

function isAtLeast(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, wanted] of least.entries()) if ((parts[index] ?? 0) !== wanted) return (parts[index] ?? 0) > wanted
  return true
}

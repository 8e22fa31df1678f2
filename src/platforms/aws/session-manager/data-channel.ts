/**
 * The data channel of a session: a websocket to AWS, at whose other end is the machine's agent. Each side counts its messages, acknowledges
 * the other's and sends again what is not acknowledged, so a websocket that was cut is replaced by another one and nothing is lost.
 */
import { randomUUID } from 'node:crypto'
import type { SessionCipher } from './cipher'
import { answerTo, type MakeDataKey, NoDataKey, needsKeepAlive, speaksSmux } from './handshake'
import { Inbox } from './inbox'
import { challengeIn, closingWords, sequenceIn } from './json-payload'
import { Line, type LineService, type Opening } from './line'
import { encode, Flag, type Message, type MessageType, PayloadType } from './message'
import { Outbox } from './outbox'
import { Mux, Single, type Streams } from './streams'

export interface Service extends LineService {
  /** For accounts whose sessions are encrypted by KMS. */
  readonly makeDataKey: MakeDataKey
}

/** As AWS's client and agent cut their data. */
const PAYLOAD = 1024
const TICK_MILLISECONDS = 50
/** For the websocket and the agent's handshake, of which the agent itself waits 15 seconds for its part. */
const HANDSHAKE_MILLISECONDS = 30_000
/** Without a sign of the agent while it should acknowledge something. */
const STALL_MILLISECONDS = 30_000

/** Why no session came about. */
export class HandshakeFailed extends Error {
  constructor(
    message: string,
    readonly reason: 'encryption' | 'refused' | 'silence' | 'closed',
    cause?: Error,
  ) {
    super(message, { cause })
  }
}

export class DataChannel {
  private paused = false
  private sequence = 0
  private streams: Streams | undefined
  private agentVersion = ''
  private cipher: SessionCipher | undefined
  private ended: Error | undefined
  private readonly outbox = new Outbox(frame => this.transmit(frame))
  private readonly inbox = new Inbox(message => this.deliver(message))
  private readonly ticking = setInterval(() => this.tick(), TICK_MILLISECONDS)
  private readonly line: Line
  private readonly settled: { resolve(): void; reject(error: Error): void }
  /** Resolves when the agent has said that the session begins; rejects with HandshakeFailed. */
  readonly ready: Promise<void>
  private readonly listeners: ((reason: Error) => void)[] = []

  constructor(
    opening: Opening,
    private readonly service: Service,
    private readonly say: (text: string) => void,
  ) {
    const { promise, ...settle } = deferred()
    this.ready = promise
    this.settled = settle
    const limit = setTimeout(
      () => this.fail(new HandshakeFailed('the agent of the machine did not answer', 'silence')),
      HANDSHAKE_MILLISECONDS,
    )
    promise.catch(() => undefined).finally(() => clearTimeout(limit))
    this.line = new Line(opening, service, {
      opened: () => this.outbox.resend(true),
      heard: message => this.handle(message),
      lost: (why, reason) => this.fail(new HandshakeFailed(why, reason)),
    })
  }

  /** A new connection to the machine's port. Only when the channel is ready. */
  open() {
    if (!this.streams || this.ended) throw this.ended ?? new Error('the session has not begun')
    return this.streams.open()
  }

  /** Called once, with what ended it; `close` does not call it. */
  onEnd(listener: (reason: Error) => void): void {
    if (this.ended) listener(this.ended)
    else this.listeners.push(listener)
  }

  /** Tells the agent that the session is over, as far as it can still be told. */
  close(): void {
    if (this.ended) return
    void this.sendFlag(Flag.terminateSession)
    this.listeners.length = 0
    this.fail(new Error('the session was closed'))
  }

  private fail(reason: Error): void {
    if (this.ended) return
    this.ended = reason
    clearInterval(this.ticking)
    this.outbox.close()
    this.streams?.close(reason)
    this.settled.reject(reason)
    this.line.close()
    for (const listener of this.listeners.splice(0)) listener(reason)
  }

  private handle(message: Message): void {
    switch (message.type as MessageType) {
      case 'output_stream_data':
        this.paused = false
        if (this.inbox.take(message)) this.acknowledge(message)
        break
      case 'acknowledge':
        this.paused = false
        this.outbox.acknowledged(sequenceIn(message.payload))
        break
      case 'channel_closed':
        this.fail(new HandshakeFailed(`the session was closed${closingWords(message.payload)}`, 'closed'))
        break
      case 'pause_publication':
        this.paused = true
        break
      case 'start_publication':
        this.paused = false
        this.outbox.resend()
    }
  }

  private deliver({ payloadType, payload }: Message): void {
    switch (payloadType) {
      case PayloadType.output:
        this.opened(payload, bytes => this.streams?.receive(bytes))
        break
      case PayloadType.handshakeRequest:
        void this.answer(payload)
        break
      case PayloadType.encryptionChallenge:
        this.opened(challengeIn(payload), challenge => this.prove(challenge))
        break
      case PayloadType.handshakeComplete:
        this.streams = speaksSmux(this.agentVersion)
          ? new Mux(bytes => this.write(bytes), needsKeepAlive(this.agentVersion))
          : new Single(
              bytes => this.write(bytes),
              () => this.sendFlag(Flag.disconnectToPort),
            )
        this.settled.resolve()
        break
      case PayloadType.flag:
        if (payload.length >= 4 && payload.readUInt32BE(0) === Flag.connectToPortError)
          this.say('nothing listens on the port of the machine yet')
    }
  }

  private async answer(payload: Buffer): Promise<void> {
    const { agentVersion, response, cipher, obstacle } = await answerTo(payload, this.service.makeDataKey)
    this.agentVersion = agentVersion
    this.cipher = cipher
    if (response.length > 0) void this.send(PayloadType.handshakeResponse, response)
    if (obstacle instanceof NoDataKey) this.fail(new HandshakeFailed(obstacle.message, 'encryption', obstacle))
    else if (obstacle)
      this.fail(new HandshakeFailed(`the agent of the machine asks for what is not built in: ${obstacle.message}`, 'refused'))
  }

  /** The agent sees by the answer that both have the same keys. */
  private prove(challenge: Buffer): void {
    const answer = { Challenge: this.sealed(challenge).toString('base64') }
    void this.send(PayloadType.encryptionAnswer, Buffer.from(JSON.stringify(answer)))
  }

  private opened(payload: Buffer, use: (bytes: Buffer) => void): void {
    try {
      use(this.cipher ? this.cipher.open(payload) : payload)
    } catch (cause) {
      this.fail(new HandshakeFailed('what the agent encrypted cannot be read', 'refused', cause as Error))
    }
  }

  private sealed(bytes: Buffer): Buffer {
    return this.cipher?.seal(bytes) ?? bytes
  }

  /** All of it takes its place at once, so that nothing else comes in between. */
  private async write(bytes: Buffer): Promise<void> {
    if (this.ended) throw this.ended
    let room: Promise<void> | undefined
    for (let from = 0; from < bytes.length; from += PAYLOAD)
      room = this.send(PayloadType.output, this.sealed(bytes.subarray(from, from + PAYLOAD)))
    await room
  }

  /** Resolves when the agent has it, or the session is over. */
  private sendFlag(flag: number): Promise<void> {
    const payload = Buffer.alloc(4)
    payload.writeUInt32BE(flag)
    return new Promise(resolve => void this.send(PayloadType.flag, payload, resolve))
  }

  private async send(payloadType: number, payload: Buffer, arrived?: () => void): Promise<void> {
    if (this.ended) return arrived?.()
    const sequence = this.sequence++
    const message = { type: 'input_stream_data', sequence, flags: 0, id: randomUUID(), payloadType, payload }
    return this.outbox.put(sequence, encode(message), arrived)
  }

  private acknowledge({ type, id, sequence }: Message): void {
    const said = {
      AcknowledgedMessageType: type,
      AcknowledgedMessageId: id,
      AcknowledgedMessageSequenceNumber: sequence,
      IsSequentialMessage: true,
    }
    const payload = Buffer.from(JSON.stringify(said))
    // Acknowledgements are in no order, so agents want the two flags, first and last, of a sequence of one.
    this.transmit(encode({ type: 'acknowledge', sequence: 0, flags: 3, id: randomUUID(), payloadType: 0, payload }), true)
  }

  private transmit(frame: Buffer, always = false): void {
    if (!this.paused || always) this.line.send(frame)
  }

  private tick(): void {
    const { stalled } = this.outbox
    if (stalled > STALL_MILLISECONDS)
      this.fail(new Error(`the agent of the machine was silent for ${STALL_MILLISECONDS / 1000} s`))
    else if (!this.paused) this.outbox.resend()
  }
}

function deferred() {
  let resolve: () => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<void>((done, fail) => {
    resolve = done
    reject = fail
  })
  return { promise, resolve, reject }
}

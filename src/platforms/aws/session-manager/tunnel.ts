/**
 * A port of this machine that leads to a port of another one, through Session Manager: nothing is open on that machine. When the session is
 * lost, by a reboot for one, the next connection begins another one.
 */
import { createServer, type Server, type Socket } from 'node:net'
import { abortable, delay } from '../../../lib/abort'
import { Failure } from '../../../model/failure'
import { type Access, isLoopback } from '../access'
import { isAws } from '../errors'
import { DataChannel, HandshakeFailed } from './data-channel'
import { dataKey, resumeSession, type Started, startSession, terminateSession, webSockets } from './service'

export interface TunnelRequest {
  readonly access: Access
  /** Instance ID. */
  readonly target: string
  /** Of the machine. */
  readonly port: number
  /** Of this machine; 0, the default, is any free one. */
  readonly localPort?: number
  /** By which the sessions are found again. */
  readonly reason: string
  /** Milliseconds for the machine's agent to connect to AWS for the first time. */
  readonly patience: number
  progress(text: string): void
  warn(text: string): void
}

/** After a reboot; whoever waits for the connection may give up sooner. */
const AGAIN_MILLISECONDS = 10 * 60_000
const PAUSE_MILLISECONDS = 2000
const START_MILLISECONDS = 60_000
const CLOSE_MILLISECONDS = 10_000

/** What passes: the agent connects to AWS only when it has booted, and says no while it is about to end. */
const passing = (error: unknown): boolean =>
  isAws(error, 'TargetNotConnected') ||
  (error instanceof HandshakeFailed && (error.reason === 'silence' || error.reason === 'closed'))

export class Tunnel {
  private readonly ending = new AbortController()
  private readonly sockets = new Set<Socket>()
  private session: Promise<Session> | undefined
  private warned = false

  private constructor(
    private readonly request: TunnelRequest,
    private readonly server: Server,
  ) {}

  /** Resolves when the first session stands. Rejects with Failure, AwsError or the signal's reason, and leaves no session then. */
  static async open(request: TunnelRequest, signal: AbortSignal): Promise<Tunnel> {
    const server = createServer()
    const tunnel = new Tunnel(request, server)
    const giveUp = () => tunnel.ending.abort(signal.reason)
    signal.addEventListener('abort', giveUp)
    try {
      await listen(server, request.localPort ?? 0)
      server.on('connection', socket => void tunnel.serve(socket))
      await tunnel.current(request.patience)
      return tunnel
    } catch (error) {
      await tunnel.close()
      throw explained(error, request)
    } finally {
      signal.removeEventListener('abort', giveUp)
    }
  }

  get localPort(): number {
    const address = this.server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  /** Of the session that stands. */
  async sessionId(): Promise<string> {
    return (await this.current(AGAIN_MILLISECONDS)).id
  }

  /** Ends connections, session and port. Never rejects: a session that cannot be ended now ends by itself. */
  async close(): Promise<void> {
    this.ending.abort(new Error('the tunnel is closed'))
    for (const socket of this.sockets) socket.destroy()
    if (this.server.listening) this.server.close()
    const session = await this.session?.catch(() => undefined)
    await session?.end()
  }

  private async serve(socket: Socket): Promise<void> {
    this.sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    socket.on('close', () => this.sockets.delete(socket))
    try {
      const { channel } = await this.current(AGAIN_MILLISECONDS)
      if (socket.destroyed) return
      const stream = channel.open()
      stream.on('error', () => socket.destroy())
      stream.on('close', () => socket.destroySoon())
      socket.on('close', () => stream.destroy())
      socket.pipe(stream).pipe(socket)
    } catch (error) {
      socket.destroy()
      if (this.ending.signal.aborted || this.warned) return
      this.warned = true
      this.request.warn(`The machine cannot be reached through Session Manager: ${explained(error, this.request).message}`)
    }
  }

  /** All that want it at once share it. */
  private current(patience: number): Promise<Session> {
    this.session ??= this.begin(patience).catch(error => {
      this.session = undefined
      throw error
    })
    return this.session
  }

  private async begin(patience: number): Promise<Session> {
    const { signal } = this.ending
    for (const until = Date.now() + patience; ; ) {
      signal.throwIfAborted()
      try {
        const session = await Session.start(this.request, signal)
        session.channel.onEnd(() => {
          this.session = undefined
          void session.end()
        })
        return session
      } catch (error) {
        if (!passing(error) || Date.now() > until) throw error
        this.request.progress(`waiting for Session Manager: ${waitingFor(error)}`)
      }
      await delay(isLoopback(process.env.AWS_ENDPOINT_URL_SSM) ? 100 : PAUSE_MILLISECONDS, signal)
    }
  }
}

class Session {
  private over: Promise<void> | undefined

  private constructor(
    private readonly access: Access,
    readonly id: string,
    readonly channel: DataChannel,
  ) {}

  /** Resolves when connections can be opened; what was started and came to nothing is ended. */
  static async start({ access, target, port, reason, progress }: TunnelRequest, signal: AbortSignal): Promise<Session> {
    const connect = await webSockets(access)
    const input = { Target: target, DocumentName: 'AWS-StartPortForwardingSession', Parameters: { portNumber: [String(port)] } }
    // Given up on, it might still begin, and nobody would know its ID.
    const started: Started = await startSession(access, { ...input, Reason: reason }, AbortSignal.timeout(START_MILLISECONDS))
    const service = {
      connect,
      resume: () => resumeSession(access, started.id, AbortSignal.timeout(CLOSE_MILLISECONDS)),
      makeDataKey: (keyId: string, challenge?: string) =>
        dataKey(access, keyId, { session: started.id, target, challenge }, signal),
    }
    const session = new Session(access, started.id, new DataChannel(started, service, progress))
    try {
      await abortable(session.channel.ready, signal)
      return session
    } catch (error) {
      await session.end()
      throw error
    }
  }

  end(): Promise<void> {
    this.over ??= this.terminate()
    return this.over
  }

  private async terminate(): Promise<void> {
    this.channel.close()
    await terminateSession(this.access, this.id, AbortSignal.timeout(CLOSE_MILLISECONDS)).catch(() => undefined)
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

const waitingFor = (error: unknown): string =>
  isAws(error, 'TargetNotConnected') ? 'the agent of the machine has not connected yet' : (error as Error).message

function explained(error: unknown, { target, localPort }: TunnelRequest): Error {
  const { code } = error as { code?: string }
  if (code === 'EADDRINUSE')
    return new Failure('failed', `Port ${localPort} of this machine is in use`, {
      advice: 'Set session_manager_port to another one, or leave it out: any free one is taken then.',
      cause: error,
    })
  if (isAws(error, 'TargetNotConnected'))
    return new Failure('failed', `Session Manager does not reach ${target}: its agent has not connected to AWS`, {
      advice:
        'It needs the SSM agent in the image, an instance profile that allows what AmazonSSMManagedInstanceCore does, and a way to AWS: ' +
        'a NAT gateway, a public address, or VPC endpoints for ssm and ssmmessages. A longer ssm wait is a longer ssh_timeout.',
      cause: error,
    })
  if (error instanceof HandshakeFailed && error.reason === 'encryption')
    return new Failure('failed', `The session with ${target} is to be encrypted by KMS, which makes no key: ${error.message}`, {
      advice:
        'Whoever builds needs kms:GenerateDataKey for that key, and the profile of the machine kms:Decrypt. Or turn the encryption off in the preferences of Session Manager: SSH encrypts what goes through the session in any case.',
      cause: error,
    })
  if (error instanceof HandshakeFailed)
    return new Failure('failed', `Session Manager does not reach ${target}: ${error.message}`, { cause: error })
  return error as Error
}

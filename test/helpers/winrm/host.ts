/** A WinRM service for tests on loopback: HTTP or HTTPS, Basic or NTLM, in front of a pretended Windows. Ended with the test. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { type Certificate, selfSigned } from './certificate'
import { ENCRYPTED, isEncrypted, sealed, unsealed } from './encrypted'
import { logIn, type Scheme, type Session } from './log-in'
import { Shells } from './shells'
import { envelope, type Fault, faultEnvelope, ns, readRequest, SoapFault, type SoapRequest } from './soap'
import { Windows, type WindowsSettings } from './windows'

export interface WinrmSettings extends WindowsSettings {
  readonly https?: boolean
  /** The name in the certificate; 127.0.0.1 when not given. */
  readonly certificateName?: string
  readonly port?: number
  readonly username?: string
  readonly password?: string
  /** All when not given. */
  readonly schemes?: readonly Scheme[]
  /** Windows' AllowUnencrypted: false refuses HTTP that NTLM does not seal. */
  readonly allowUnencrypted?: boolean
  readonly maxShells?: number
  readonly maxOperations?: number
  /** Milliseconds that a request waits at most: Windows' MaxTimeoutms. */
  readonly maxTimeout?: number
  /** Windows' MaxEnvelopeSizekb, in bytes. */
  readonly maxEnvelope?: number
  /** Asked for every request before it is answered. */
  readonly interfere?: (request: SoapRequest) => Interference | undefined
}

/** What goes wrong instead of the answer, or right after the work was done. */
export type Interference =
  | 'cut'
  | 'cut after'
  | { readonly status: number; readonly body?: string }
  | { readonly fault: Fault }
  | { readonly delay: number }

export interface WinrmHost {
  readonly port: number
  readonly url: string
  readonly username: string
  readonly password: string
  readonly certificate?: Certificate
  readonly windows: Windows
  /** Every request that was understood, in order. */
  readonly requests: readonly SoapRequest[]
  readonly openShells: () => number
  /** TCP connections so far. */
  readonly connections: () => number
  /** Whether the last request was sealed. */
  readonly wasSealed: () => boolean
  /** Breaks all connections. */
  cut(): void
  stop(): Promise<void>
}

export async function startWinrm(settings: WinrmSettings = {}): Promise<WinrmHost> {
  const host = new Host(settings)
  await host.listen(settings.port ?? 0)
  return host
}

class Host implements WinrmHost {
  readonly requests: SoapRequest[] = []
  readonly windows: Windows
  readonly certificate?: Certificate
  readonly username: string
  readonly password: string
  private readonly shells: Shells
  private readonly sockets = new Map<Socket, Session>()
  private server: Server | undefined
  private chosen = 0
  private count = 0
  private lastSealed = false

  constructor(private readonly settings: WinrmSettings) {
    this.username = settings.username ?? 'Administrator'
    this.password = settings.password ?? 'p4ss-w0rd!'
    if (settings.https) this.certificate = selfSigned(settings.certificateName ?? '127.0.0.1')
    this.windows = new Windows(settings, { down: () => this.goDown(), up: () => this.listen(this.chosen) })
    this.shells = new Shells({
      maxShells: settings.maxShells ?? 30,
      maxOperations: settings.maxOperations ?? 1500,
      maxTimeout: settings.maxTimeout ?? 60_000,
      start: (process, codePage) => this.windows.start(process, codePage),
    })
  }

  get port(): number {
    return this.chosen
  }

  get url(): string {
    return `http${this.settings.https ? 's' : ''}://127.0.0.1:${this.chosen}/wsman`
  }

  openShells = (): number => this.shells.open.size
  connections = (): number => this.count
  wasSealed = (): boolean => this.lastSealed

  cut = (): void => {
    for (const socket of this.sockets.keys()) socket.destroy()
  }

  stop = async (): Promise<void> => {
    this.windows.stop()
    await this.goDown()
  }

  async listen(port: number): Promise<void> {
    const answer = (request: IncomingMessage, response: ServerResponse) => void this.answer(request, response)
    const server = this.certificate ? createSecureServer(this.certificate, answer) : createServer(answer)
    this.server = server
    // For HTTPS the session belongs to the TLS socket, which requests know, and the raw one is what has to be cut.
    server.on(this.certificate ? 'secureConnection' : 'connection', (socket: Socket) => {
      this.count++
      this.sockets.set(socket, {})
      socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined)
    })
    server.keepAliveTimeout = 120_000
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
    this.chosen = (server.address() as AddressInfo).port
  }

  private goDown(): Promise<void> {
    const server = this.server
    this.server = undefined
    this.shells.drop()
    const closed = new Promise<void>(resolve => (server ? server.close(() => resolve()) : resolve()))
    this.cut()
    return closed
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request).catch(() => undefined)
    if (!body) return
    if (request.method !== 'POST' || !/^\/wsman(-anon\/identify)?$/.test(request.url ?? '')) return reply(response, 404)
    const session = this.sockets.get(request.socket) ?? {}
    const anonymous = request.headers.wsmanidentify === 'unauthenticated'
    const { schemes = ['basic', 'ntlm'] } = this.settings
    const refused = anonymous ? [] : logIn(request, session, schemes, this)
    if (refused.length > 0) return reply(response, 401, { headers: { 'WWW-Authenticate': [...refused] } })
    // Clients log in with nothing to say, so that they can seal what comes after.
    if (body.length === 0) return reply(response, 200)
    const contentType = request.headers['content-type'] ?? ''
    const seals = isEncrypted(contentType) ? session.seals : undefined
    const { https, allowUnencrypted = true } = this.settings
    if (isEncrypted(contentType) !== (seals !== undefined)) return reply(response, 400)
    if (!seals && !https && !allowUnencrypted && !anonymous) return reply(response, 401)
    if (!seals && !/^application\/soap\+xml/i.test(contentType)) return reply(response, 415)
    const text = seals ? unsealed(body, seals) : body.toString()
    if (text === undefined) return reply(response, 400)
    this.lastSealed = seals !== undefined
    const { status, answer } = await this.serve(text, anonymous)
    if (status === 0) return void request.socket.destroy()
    if (seals) reply(response, status, { headers: { 'Content-Type': ENCRYPTED }, body: sealed(answer, seals) })
    else reply(response, status, { headers: { 'Content-Type': 'application/soap+xml;charset=UTF-8' }, body: answer })
  }

  /** Status 0: the connection breaks. */
  private async serve(text: string, anonymous: boolean): Promise<{ status: number; answer: string }> {
    let relatesTo = ''
    try {
      if (text.length > (this.settings.maxEnvelope ?? 512_000)) throw new SoapFault(TOO_LARGE)
      const request = readRequest(text)
      relatesTo = request.messageId
      if (request.action === 'Identify') return { status: 200, answer: identity }
      if (anonymous) return { status: 401, answer: '' }
      this.requests.push(request)
      const interference = this.settings.interfere?.(request)
      if (interference === 'cut') return { status: 0, answer: '' }
      if (typeof interference === 'object') {
        if ('status' in interference) return { status: interference.status, answer: interference.body ?? '' }
        if ('fault' in interference) throw new SoapFault(interference.fault)
        await new Promise(resolve => setTimeout(resolve, interference.delay))
      }
      const answer = await this.shells.answer(request)
      return { status: interference === 'cut after' ? 0 : 200, answer }
    } catch (error) {
      if (!(error instanceof SoapFault)) throw error
      return { status: 500, answer: faultEnvelope(error.fault, relatesTo) }
    }
  }
}

const TOO_LARGE: Fault = {
  subcode: 'w:EncodingLimit',
  code: 2150858981,
  message: 'The WS-Management service cannot process the request because the request is larger than MaxEnvelopeSize. ',
  sender: true,
}

const identity = envelope(
  '',
  '',
  `<wsmid:IdentifyResponse><wsmid:ProtocolVersion>${ns.w}</wsmid:ProtocolVersion><wsmid:ProductVendor>Microsoft Corporation</wsmid:ProductVendor>` +
    '<wsmid:ProductVersion>OS: 10.0.20348 SP: 0.0 Stack: 3.0</wsmid:ProductVersion></wsmid:IdentifyResponse>',
)

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function reply(
  response: ServerResponse,
  status: number,
  { headers = {}, body = '' }: { headers?: Record<string, string | string[]>; body?: string | Buffer } = {},
): void {
  response.writeHead(status, { Server: 'Microsoft-HTTPAPI/2.0', ...headers, 'Content-Length': Buffer.byteLength(body) })
  response.end(body)
}

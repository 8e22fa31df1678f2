/**
 * By NTLM, which lets a connection in and not a request: each connection has its own session, and its messages go one at a time. Without
 * TLS they are sealed, as Windows demands (AllowUnencrypted is off in a new one).
 */
import type { Agent } from 'node:http'
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { envelopeIn, type Line, SOAP_TYPE } from './line'
import { channelBindings } from './ntlm/channel'
import type { Account } from './ntlm/keys'
import { authenticateMessage, negotiateMessage } from './ntlm/messages'
import { Session } from './ntlm/session'
import { Obstacle, refused } from './obstacle'
import { readSealed, SEALED_TYPE, writeSealed } from './sealed-body'
import { type Answer, agentTo, type Patience, type Place, post } from './wire'

export class NtlmLine implements Line {
  readonly #idle: Connection[] = []
  readonly #all = new Set<Connection>()

  constructor(
    private readonly place: Place,
    private readonly account: Account,
  ) {}

  async ask(envelope: string, patience: Patience): Promise<Buffer> {
    const connection = this.#idle.pop() ?? new Connection(this.place, this.account)
    this.#all.add(connection)
    try {
      const answer = await connection.ask(envelope, patience)
      this.#idle.push(connection)
      return answer
    } catch (error) {
      connection.close()
      this.#all.delete(connection)
      throw error
    }
  }

  close(): void {
    for (const connection of this.#all) connection.close()
    this.#idle.length = 0
  }
}

class Connection {
  readonly #agent: Agent
  readonly #isSealed: boolean
  #standing: { readonly socket: Socket; readonly session: Session } | undefined

  constructor(
    private readonly place: Place,
    private readonly account: Account,
  ) {
    this.#agent = agentTo(place, 1)
    this.#isSealed = place.url.protocol === 'http:'
  }

  async ask(envelope: string, patience: Patience): Promise<Buffer> {
    // A machine closes connections that nobody uses, and the next one knows nothing of the session.
    if (!this.#standing || this.#standing.socket.destroyed) this.#standing = await this.#logIn(patience)
    const { session } = this.#standing
    const message = Buffer.from(envelope)
    const body = this.#isSealed ? writeSealed(session.seal(message), message.length) : message
    const headers = { 'Content-Type': this.#isSealed ? SEALED_TYPE : SOAP_TYPE }
    const answer = await post(this.place, this.#agent, headers, body, patience)
    if (answer.status === 401) throw this.#refusal(answer)
    return envelopeIn(answer, this.#isSealed ? unsealed(answer, session) : answer.body)
  }

  close(): void {
    this.#agent.destroy()
  }

  async #logIn(patience: Patience) {
    const negotiate = negotiateMessage()
    const challenge = tokenIn(await this.#step(negotiate, patience))
    if (!challenge.token) throw this.#refusal(challenge.answer)
    const bindings = channelBindings(challenge.answer.socket as TLSSocket)
    const { message, sessionKey } = proving(() => authenticateMessage(this.account, negotiate, challenge.token!, bindings))
    const answer = await this.#step(message, patience)
    if (answer.status === 401) throw this.#refusal(answer)
    return { socket: answer.socket, session: new Session(sessionKey) }
  }

  #step(token: Buffer, patience: Patience): Promise<Answer> {
    const headers = { 'Content-Type': SOAP_TYPE, Authorization: `Negotiate ${token.toString('base64')}` }
    return post(this.place, this.#agent, headers, Buffer.alloc(0), patience)
  }

  #refusal = ({ headers }: Answer) => refused(headers['www-authenticate'], 'NTLM', !this.#isSealed)
}

function tokenIn(answer: Answer): { readonly answer: Answer; readonly token?: Buffer } {
  const found = /(?:Negotiate|NTLM) ([\w+/=]+)/i.exec(answer.headers['www-authenticate'] ?? '')?.[1]
  return { answer, token: found === undefined ? undefined : Buffer.from(found, 'base64') }
}

function proving<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new Obstacle('authentication', `it cannot be spoken to by NTLM: ${(error as Error).message}`, undefined, true)
  }
}

/** Nothing, when it is not sealed: anybody could have said it. */
function unsealed({ body }: Answer, session: Session): Buffer {
  const sealed = readSealed(body)
  return sealed ? session.unseal(sealed) : Buffer.alloc(0)
}

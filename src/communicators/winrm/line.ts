/** A way to put questions to the machine as somebody. */
import type { Agent } from 'node:http'
import { refused, unexpected } from './obstacle'
import { type Answer, agentTo, type Patience, type Place, post } from './wire'

export interface Line {
  /** The machine's answer to an envelope: an envelope, or the status that stands for none. Rejects with an Obstacle, or an error of the socket. */
  ask(envelope: string, patience: Patience): Promise<Buffer>
  close(): void
}

export const SOAP_TYPE = 'application/soap+xml;charset=UTF-8'

/** Some for what goes on at once: input, output and the end of one command, and room for others. */
const SOCKETS = 8

export class BasicLine implements Line {
  readonly #agent: Agent
  readonly #authorization: string

  constructor(
    private readonly place: Place,
    username: string,
    password: string,
  ) {
    this.#agent = agentTo(place, SOCKETS)
    this.#authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  }

  async ask(envelope: string, patience: Patience): Promise<Buffer> {
    const headers = { 'Content-Type': SOAP_TYPE, Authorization: this.#authorization }
    const answer = await post(this.place, this.#agent, headers, Buffer.from(envelope), patience)
    if (answer.status === 401) throw refused(answer.headers['www-authenticate'], 'Basic', this.place.url.protocol === 'https:')
    return envelopeIn(answer, answer.body)
  }

  close(): void {
    this.#agent.destroy()
  }
}

/** WS-Management says what is wrong in an envelope too, with status 400 or 500. */
export function envelopeIn({ status }: Answer, body: Buffer): Buffer {
  if ((status === 200 || status === 400 || status === 500) && /<[\w-]*:?Envelope[\s>]/.test(body.toString('latin1', 0, 2048)))
    return body
  throw unexpected(status)
}

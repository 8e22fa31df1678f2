/** Sessions of Session Manager: who has one with which machine, and the websockets between clients and agents. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { Faults } from '../ec2/behaviour/faults'
import type { Cloud } from '../ec2/cloud'
import { is } from '../ec2/machines'
import { Ec2Error } from '../ec2/protocol/error'
import type { Region } from '../ec2/state/region'
import { Agent } from './agent'
import { DataKeys } from './data-keys'
import { Encryption } from './encryption'
import { writeFrame } from './frame'

export interface Session {
  readonly id: string
  readonly region: string
  readonly target: string
  readonly reason: string
  readonly documentName: string
  readonly startDate: Date
  endDate?: Date
  token: string
}

interface Live {
  readonly session: Session
  readonly agent: Agent
  /** The boot of the machine in which the agent runs. */
  readonly boot: number
  socket?: WebSocket
  /** Held back to change places with the next one. */
  readonly held: { in?: Buffer; out?: Buffer }
}

/** Ended ones are forgotten, the oldest first. */
const HISTORY = 100

export class Sessions {
  readonly keys = new DataKeys()
  private readonly live = new Map<string, Live>()
  private readonly ended: Session[] = []

  constructor(
    private readonly cloud: Cloud,
    private readonly faults: Faults,
  ) {}

  /** Throws TargetNotConnected: without an instance profile the agent may not speak to AWS, and a machine that is off says nothing. */
  start(region: Region, target: string, portNumber: string, documentName: string, reason: string): Session {
    const instance = region.instances.find(target)
    const boot = instance && is(instance, 'running') && instance.iamInstanceProfile ? this.cloud.machines.boot(target) : undefined
    if (boot === undefined) throw new Ec2Error('TargetNotConnected', `${target} is not connected.`)
    const id = `sandbox-${randomBytes(9).toString('hex').slice(0, 17)}`
    const session = { id, region: region.name, target, reason, documentName, startDate: new Date(), token: randomUUID() }
    const { version, encryption } = this.faults.agent()
    const agent = new Agent(
      {
        say: frame => this.relay(id, 'out', frame),
        connect: () => this.cloud.machines.connect(target, Number(portNumber)),
        over: output => this.close(id, output),
      },
      portNumber,
      version,
      encryption && new Encryption(this.keys, { session: id, target }, encryption === 'challenge'),
    )
    this.live.set(id, { session, agent, boot, held: {} })
    return session
  }

  /** Undefined: it is over. The token is another one, and the former client is heard no more. */
  resume(id: string): Session | undefined {
    const live = this.live.get(id)
    if (!live) return undefined
    live.session.token = randomUUID()
    return live.session
  }

  /** Tells the client, if there is one, and forgets the agent. */
  close(id: string, output = ''): void {
    const live = this.live.get(id)
    if (!live) return
    this.live.delete(id)
    live.agent.end()
    const { session, socket } = live
    session.endDate = new Date()
    this.ended.unshift(session)
    this.ended.length = Math.min(this.ended.length, HISTORY)
    const said = { MessageType: 'channel_closed', MessageId: randomUUID(), SchemaVersion: 1, SessionId: id, Output: output }
    socket?.send(writeFrame('channel_closed', Buffer.from(JSON.stringify(said)), { withKind: false }))
    socket?.close()
  }

  list(region: string, state: string): readonly Session[] {
    const all = state === 'Active' ? [...this.live.values()].map(({ session }) => session) : this.ended
    return all.filter(session => session.region === region)
  }

  /** A client has come to a session's address; its first word must be the token. */
  accept(id: string, socket: WebSocket): void {
    socket.on('error', () => undefined)
    socket.once('message', data => {
      const live = this.live.get(id)
      if (!live || tokenIn(String(data)) !== live.session.token) return socket.close(1008, 'the token is not that of the session')
      live.socket?.terminate()
      live.socket = socket
      socket.on('message', (frame, isBinary) => isBinary && live.socket === socket && this.relay(id, 'in', frame as Buffer))
      socket.on('close', () => {
        if (live.socket !== socket) return
        live.socket = undefined
        live.agent.pause()
      })
      live.agent.start()
    })
  }

  closeAll(): void {
    for (const id of this.live.keys()) this.close(id)
  }

  /** With what goes wrong on purpose. */
  private relay(id: string, direction: 'in' | 'out', frame: Buffer): void {
    const live = this.live.get(id)
    if (!live) return
    // An agent is a process of the machine: after a boot it knows nothing of former sessions, and nobody answers.
    if (this.cloud.machines.boot(live.session.target) !== live.boot) {
      live.agent.end()
      return
    }
    const pass = (each: Buffer) => {
      if (direction === 'in') this.hear(live, each)
      else if (live.socket?.readyState === 1) live.socket.send(each)
    }
    const fault = this.faults.frame(direction)
    if (fault === 'cut') live.socket?.terminate()
    if (fault === 'cut' || fault === 'drop') return
    if (fault === 'swap' && !live.held[direction]) {
      live.held[direction] = frame
      return
    }
    pass(frame)
    if (fault === 'duplicate') pass(frame)
    const { [direction]: held } = live.held
    live.held[direction] = undefined
    if (held) pass(held)
  }

  private hear({ agent, socket }: Live, frame: Buffer): void {
    try {
      agent.hear(frame)
    } catch (error) {
      this.cloud.options.report(`Session Manager hung up on a client: ${(error as Error).message}`)
      socket?.close(1003, (error as Error).message)
    }
  }
}

function tokenIn(text: string): unknown {
  try {
    const { MessageSchemaVersion, RequestId, TokenValue, ClientId } = JSON.parse(text)
    return MessageSchemaVersion === '1.0' && RequestId && ClientId ? TokenValue : undefined
  } catch {
    return undefined
  }
}

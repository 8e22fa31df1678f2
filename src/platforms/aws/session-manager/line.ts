/** The websocket of a session, and the one that takes its place when it is cut: the session itself goes on. */
import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { delay } from '../../../lib/abort'
import { CLIENT_VERSION } from './handshake'
import { decode, type Message } from './message'

/** What StartSession and ResumeSession answer. */
export interface Opening {
  readonly streamUrl: string
  readonly token: string
}

export interface LineService {
  /** A websocket that begins to connect. */
  connect(url: string): WebSocket
  /** Another way into the same session; undefined when it has ended. */
  resume(): Promise<Opening | undefined>
}

export interface LineEvents {
  /** For the first time and after each cut: what was sent before may not have arrived. */
  opened(): void
  heard(message: Message): void
  /** For good. */
  lost(why: string, reason: 'closed' | 'refused'): void
}

/** Milliseconds before each try to reach the service again. */
const REOPENINGS = [100, 500, 1000, 2000, 5000]

export class Line {
  private socket: WebSocket | undefined
  private isClosed = false
  private readonly clientId = randomUUID()

  constructor(
    opening: Opening,
    private readonly service: LineService,
    private readonly events: LineEvents,
  ) {
    this.enter(opening)
  }

  /** What is sent while there is no websocket is lost. */
  send(frame: Buffer): void {
    if (this.socket?.readyState === 1) this.socket.send(frame)
  }

  close(): void {
    this.isClosed = true
    this.socket?.close()
  }

  private enter({ streamUrl, token }: Opening): void {
    const socket = this.service.connect(streamUrl)
    this.socket = socket
    socket.on('open', () => {
      const greeting = { MessageSchemaVersion: '1.0', RequestId: randomUUID(), TokenValue: token, ClientId: this.clientId }
      socket.send(JSON.stringify({ ...greeting, ClientVersion: CLIENT_VERSION }))
      this.events.opened()
    })
    socket.on('message', (data, isBinary) => {
      const message = isBinary ? decode(data as Buffer) : undefined
      if (message && this.socket === socket) this.events.heard(message)
    })
    // What went wrong is told by the close that follows.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      if (this.socket === socket && !this.isClosed) void this.reopen()
    })
  }

  private async reopen(): Promise<void> {
    this.socket = undefined
    for (const pause of REOPENINGS) {
      await delay(pause)
      if (this.isClosed) return
      try {
        const opening = await this.service.resume()
        if (!opening) return this.events.lost('the session has ended', 'closed')
        if (!this.isClosed) this.enter(opening)
        return
      } catch {
        // The service itself may be away for a moment.
      }
    }
    this.events.lost('Session Manager cannot be reached any more', 'refused')
  }
}

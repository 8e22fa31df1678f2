/** The endpoint's face to the network: POST with a form, GET with a query, one XML document back; POST with JSON, JSON back; websockets. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { type WebSocket, WebSocketServer } from 'ws'
import type { HttpReply, HttpRequest } from './ec2/endpoint'
import type { SsmRequest } from './ssm/endpoint'

export interface Answers {
  /** Undefined: the connection is cut instead of answered. */
  query(request: HttpRequest): Promise<HttpReply | undefined>
  json(request: SsmRequest): Promise<HttpReply | undefined>
  /** A websocket to this session's data channel. */
  channel(session: string, socket: WebSocket): void
}

export function httpServer(answers: Answers): Server {
  const server = createServer((request, response) => {
    respond(answers, request, response).catch(() => response.destroy())
  })
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    const [, session] = /^\/v1\/data-channel\/([\w-]+)\?/.exec(request.url ?? '') ?? []
    if (session) sockets.handleUpgrade(request, socket, head, channel => answers.channel(session, channel))
    else socket.destroy()
  })
  // Clients keep connections open and reuse one just when it times out; a long limit makes that race rare.
  server.keepAliveTimeout = 65_000
  return server
}

async function respond(answers: Answers, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { authorization, host = '', 'x-amz-target': target } = request.headers
  const posted = request.method === 'POST' ? await text(request) : ''
  const reply = target
    ? await answers.json({ target: String(target), body: posted, authorization, host })
    : await answers.query({ form: formOf(request, posted), authorization })
  if (!reply) {
    request.socket.resetAndDestroy()
    return
  }
  const { status, requestId, body, type = 'text/xml;charset=UTF-8' } = reply
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': requestId,
  })
  response.end(body)
}

function formOf(request: IncomingMessage, posted: string): URLSearchParams {
  const form = new URLSearchParams(posted)
  for (const [name, value] of new URL(request.url ?? '/', 'http://sandbox').searchParams) form.append(name, value)
  return form
}

/** Throws with a sentence when the port is taken. Port 0 is any free one; the endpoint is given. */
export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(taken ? new Error(`Port ${port} on 127.0.0.1 is in use. Choose another one, or 0 for any that is free.`) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The sandbox does not listen on a port.')
  return `http://127.0.0.1:${address.port}`
}

export function stopListening(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

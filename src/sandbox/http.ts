/** The endpoint's face to the network: POST with a form, GET with a query, one XML document back. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { HttpReply, HttpRequest } from './ec2/endpoint'

/** Undefined: the connection is cut instead of answered. */
export type Answer = (request: HttpRequest) => Promise<HttpReply | undefined>

export function httpServer(answer: Answer): Server {
  const server = createServer((request, response) => {
    respond(answer, request, response).catch(() => response.destroy())
  })
  // Clients keep connections open and reuse one just when it times out; a long limit makes that race rare.
  server.keepAliveTimeout = 65_000
  return server
}

async function respond(answer: Answer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const query = new URL(request.url ?? '/', 'http://sandbox').searchParams
  const form = new URLSearchParams(request.method === 'POST' ? await text(request) : '')
  for (const [name, value] of query) form.append(name, value)
  const reply = await answer({ form, authorization: request.headers.authorization })
  if (!reply) {
    request.socket.resetAndDestroy()
    return
  }
  const { status, requestId, body } = reply
  response.writeHead(status, {
    'content-type': 'text/xml;charset=UTF-8',
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': requestId,
  })
  response.end(body)
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

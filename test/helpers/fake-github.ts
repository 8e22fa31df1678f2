/** What of GitHub a step can talk to, on loopback: comments of a pull request, and OIDC tokens. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Comment {
  readonly id: number
  body: string
}

export class FakeGithub {
  readonly comments: Comment[] = []
  /** `METHOD /path`, in order. */
  readonly requests: string[] = []
  /** Of every token that was handed out. */
  readonly audiences: string[] = []
  /** Status for every request that would write. */
  refuse: number | undefined
  private server: Server | undefined

  async start(): Promise<this> {
    this.server = createServer((request, response) => {
      void body(request).then(text => {
        const [status, answer] = this.answer(request, text)
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
      })
    })
    await new Promise<void>(done => this.server?.listen(0, '127.0.0.1', done))
    return this
  }

  get url(): string {
    const address = this.server?.address() as AddressInfo | null | undefined
    return `http://127.0.0.1:${address?.port}`
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise(done => this.server?.close(done))
  }

  private answer(request: IncomingMessage, text: string): [number, unknown] {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url)
    this.requests.push(`${request.method} ${pathname}`)
    if (pathname === '/token') return this.token(searchParams.get('audience') ?? '')
    if (request.headers.authorization !== 'token t0ken') return [401, { message: 'Bad credentials' }]
    if (request.method !== 'GET' && this.refuse) return [this.refuse, { message: 'Resource not accessible by integration' }]
    const page = Number(searchParams.get('page') ?? 1)
    const size = Number(searchParams.get('per_page') ?? 30)
    if (request.method === 'GET' && pathname === '/repos/own/repo/issues/7/comments')
      return [200, this.comments.slice((page - 1) * size, page * size)]
    const { body = '' } = JSON.parse(text || '{}') as { body?: string }
    if (request.method === 'POST' && pathname === '/repos/own/repo/issues/7/comments') {
      this.comments.push({ id: this.comments.length + 1, body })
      return [201, this.comments.at(-1)]
    }
    const [, id] = /^\/repos\/own\/repo\/issues\/comments\/(\d+)$/.exec(pathname) ?? []
    const comment = this.comments.find(each => each.id === Number(id))
    if (request.method !== 'PATCH' || !comment) return [404, { message: 'Not Found' }]
    comment.body = body
    return [200, comment]
  }

  private token(audience: string): [number, unknown] {
    this.audiences.push(audience)
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = { aud: audience, sub: 'repo:own/repo:ref:refs/heads/main', n: this.audiences.length }
    return [200, { value: `${part({ alg: 'none' })}.${part(claims)}.c2ln` }]
  }
}

async function body(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

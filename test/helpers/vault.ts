/** A Vault with one AWS secrets engine, as its API is documented: it lends keys, prolongs leases and takes them back. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface TestVault {
  readonly address: string
  /** `GET /v1/aws/creds/role`, in order, with what a PUT said. */
  readonly asked: string[]
  /** IDs of leases that were not given back. */
  readonly lent: Set<string>
  /** What roles differ in, by name; set before they are asked for. */
  readonly roles: Record<string, Partial<{ renewable: boolean; lease_duration: number; security_token: string }>>
  /** Policy of the token. */
  mayRevoke: boolean
  stop(): Promise<void>
}

/** The only token that is let in. */
export const TOKEN = 'hvs.test'

export async function testVault(): Promise<TestVault> {
  const asked: string[] = []
  const lent = new Set<string>()
  const roles: TestVault['roles'] = {}
  let count = 0
  const answers: readonly [RegExp, (match: RegExpExecArray, body: { lease_id: string }) => [number, object?]][] = [
    [
      /^GET \/v1\/aws\/creds\/(\w+)/,
      ([, role = '']) => {
        if (role === 'nobody') return [400, { errors: ['Role "nobody" not found'] }]
        const lease_id = `aws/creds/${role}/${++count}`
        lent.add(lease_id)
        const { security_token = null, ...more } = roles[role] ?? {}
        const data = { access_key: `AKIA${role.toUpperCase()}${count}`, secret_key: `secret/of+${role}-${count}`, security_token }
        return [200, { request_id: 'r', lease_id, renewable: true, lease_duration: 3600, ...more, data }]
      },
    ],
    [
      /^PUT \/v1\/sys\/leases\/renew/,
      (_, { lease_id }) => [lent.has(lease_id) ? 200 : 400, { lease_id, renewable: true, lease_duration: 3600 }],
    ],
    [
      /^PUT \/v1\/sys\/leases\/revoke/,
      (_, { lease_id }) => {
        if (!vault.mayRevoke) return [403, { errors: ['permission denied'] }]
        lent.delete(lease_id)
        return [204]
      },
    ],
  ]
  const server = createServer(async (incoming, outgoing) => {
    const body = await text(incoming)
    const question = `${incoming.method} ${incoming.url}`
    asked.push(body ? `${question} ${JSON.parse(body).lease_id}` : question)
    const known = incoming.headers['x-vault-token'] === TOKEN
    const [pattern, answer] = answers.find(([each]) => each.test(question)) ?? []
    const match = pattern?.exec(question)
    const [status, said] = !known
      ? [403, { errors: ['permission denied'] }]
      : match && answer
        ? answer(match, body ? JSON.parse(body) : {})
        : [404, { errors: ['no handler for route'] }]
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(said && JSON.stringify(said))
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const vault: TestVault = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    lent,
    roles,
    mayRevoke: true,
    async stop() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
  return vault
}

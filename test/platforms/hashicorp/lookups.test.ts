/** vault() and consul_key() in templates, against a server on loopback that speaks what both APIs document. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashicorpLookups } from '../../../src/platforms/hashicorp/lookups'
import { plugins } from '../../helpers/plugins'
import { load, shown } from '../../helpers/template'

const json = (status: number, body: unknown): [number, string] => [status, JSON.stringify(body)]

/** By path. A secret of version 2 has its values one level deeper. */
const answers: Record<string, (request: IncomingMessage) => [number, string]> = {
  '/v1/secret/data/hello': () => json(200, { data: { data: { foo: 'world', count: 5, none: null }, metadata: { version: 3 } } }),
  '/v1/secrets/hello': () => json(200, { data: { foo: 'old world' } }),
  '/v1/secrets/nested': () => json(200, { data: { data: { a: 1 } } }),
  '/v1/secret/data/gone': () => json(404, { data: { data: null, metadata: { deletion_time: '2024-01-01T00:00:00Z' } } }),
  '/v1/secret/none': () => json(404, { errors: [], warnings: ['Invalid path for a versioned K/V secrets engine.'] }),
  '/v1/a%20b/%C3%A9%3Fc': () => json(200, { data: { k: 'odd path' } }),
  '/v1/denied': () => json(403, { errors: ['1 error occurred: permission denied'] }),
  '/v1/sealed': () => json(503, { errors: ['Vault is sealed'] }),
  '/v1/page': () => [200, '<html>'],
  '/below/v1/x': () => json(200, { data: { k: 'below a path' } }),
  '/v1/who': ({ headers }) => json(200, { data: { k: `${headers['x-vault-token']} ${headers['x-vault-namespace']}` } }),
  '/v1/kv/my/version?raw=true': () => [200, '1.2.3 é\n'],
  '/v1/kv/empty?raw=true': () => [200, ''],
  '/v1/kv/who?raw=true&ns=team&partition=p': ({ headers }) => [200, `${headers['x-consul-token']} ${headers.authorization}`],
  '/v1/kv/denied?raw=true': () => [403, 'Permission denied: token lacks permission'],
}

let asked: string[] = []
const respond = (request: IncomingMessage, response: ServerResponse) => {
  asked.push(request.url!)
  if (request.url === '/v1/standby') return response.writeHead(307, { location: '/v1/secrets/hello' }).end()
  const [status, body] = answers[request.url!]?.(request) ?? [404, '']
  response.writeHead(status).end(body)
}
const server = createServer(respond)
const onSocket = createServer(respond)
let folder: string
let address: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-vault-'))
  writeFileSync(join(folder, 'token'), 'from-a-file\n')
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  await new Promise<void>(done => onSocket.listen(join(folder, 's'), done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  for (const each of [server, onSocket]) each.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  asked = []
})

type Environment = Record<string, string>

function render(expression: string, environment: Environment = {}, askOutside = true) {
  const template = `
locals {
  found = ${expression}
}
source "file" "x" {
  target  = "x"
  content = local.found
}
build {
  sources = ["file.x"]
}
`
  const lookups = { ...plugins, lookups: hashicorpLookups }
  const of = { VAULT_ADDR: address, VAULT_TOKEN: 't', CONSUL_HTTP_ADDR: address, ...environment }
  return load(template, { plugins: lookups, environment: of, askOutside })
}

async function found(expression: string, environment?: Environment) {
  const { plan, diagnostics, sensitive } = await render(expression, environment)
  return diagnostics.length > 0
    ? diagnostics.map(shown)
    : { text: plan?.builds[0]?.source.options.value.content, secrets: [...sensitive] }
}

describe('what is found is the value, and a secret', () => {
  test.each<[string, string, Environment?]>([
    ['vault("/secret/data/hello", "foo")', 'world'],
    ['vault("secret/data/hello", "count")', '5'],
    ['vault("secrets/hello", "foo")', 'old world'],
    ['vault("secrets/nested", "data")', '{"a":1}'],
    ['vault("a b/é?c", "k")', 'odd path'],
    ['vault("who", "k")', 't undefined'],
    ['vault("who", "k")', 't team/a', { VAULT_NAMESPACE: 'team/a' }],
    ['vault("standby", "foo")', 'old world'],
    ['consul_key("my/version")', '1.2.3 é\n'],
    ['consul_key("/my/version")', '1.2.3 é\n'],
    ['consul_key("who")', 'undefined undefined', { CONSUL_NAMESPACE: 'team', CONSUL_PARTITION: 'p' }],
    ['consul_key("who")', 'c Basic dTpw', withOwner({ CONSUL_HTTP_TOKEN: 'c', CONSUL_HTTP_AUTH: 'u:p' })],
  ])('%s: %s', async (...[expression, text, environment]) =>
    expect(await found(expression, environment)).toEqual({ text, secrets: expect.arrayContaining([text]) }),
  )
  test('where the server is', async () => {
    const agent = { VAULT_ADDR: 'http://127.0.0.1:1', VAULT_AGENT_ADDR: `${address}/below/`, VAULT_TOKEN: '' }
    expect(await found('vault("x", "k")', agent)).toMatchObject({ text: 'below a path' })
    const bare = { CONSUL_HTTP_ADDR: address.replace('http://', '') }
    expect(await found('consul_key("my/version")', bare)).toMatchObject({ text: '1.2.3 é\n' })
    const socket = { CONSUL_HTTP_ADDR: `unix://${folder}/s` }
    expect(await found('consul_key("my/version")', socket)).toMatchObject({ text: '1.2.3 é\n' })
    const file = withOwner({ CONSUL_HTTP_TOKEN: 'c', CONSUL_HTTP_TOKEN_FILE: join(folder, 'token') })
    expect(await found('consul_key("who")', file)).toMatchObject({ text: 'from-a-file undefined' })
  })
  test('each is asked once, however often it is used', async () => {
    const twice = '"${vault("secret/data/hello", "foo")} ${vault("secret/data/hello", "foo")} ${consul_key("my/version")}"'
    expect(await found(twice)).toMatchObject({ text: 'world world 1.2.3 é\n' })
    expect(asked.sort()).toEqual(['/v1/kv/my/version?raw=true', '/v1/secret/data/hello'])
  })
  test('nothing is asked unless the caller allows it', async () => {
    const { diagnostics } = await render('vault("secret/data/hello", "foo")', {}, false)
    expect([diagnostics.filter(each => each.severity === 'error'), asked]).toEqual([[], []])
  })
})

function withOwner(environment: Environment): Environment {
  return { CONSUL_NAMESPACE: 'team', CONSUL_PARTITION: 'p', ...environment }
}

describe('what went wrong, and what to do', () => {
  test.each<[string, string, Environment?]>([
    ['vault("secret/data/hello", "bar")', 'The secret secret/data/hello in Vault has no value "bar". It has: foo, count, none.'],
    ['vault("secret/data/hello", "none")', 'has no value "none"'],
    ['vault("secret/data/gone", "foo")', 'The secret secret/data/gone was deleted from Vault.'],
    ['vault("secret/none", "foo")', 'has /data/ behind the name of the engine, as in secret/data/hello. \nInvalid path'],
    ['vault("nowhere", "foo")', 'There is no secret nowhere in Vault.'],
    ['vault("denied", "foo")', 'Vault denies access to denied. Check VAULT_TOKEN, its policies, and VAULT_NAMESPACE.'],
    ['vault("sealed", "foo")', 'Vault answered with status 503 for sealed. It is sealed or not ready. \nVault is sealed'],
    ['vault("page", "foo")', 'Vault answered with status 200 for page.'],
    ['vault("x", "k")', 'Vault cannot be asked without a token. Set VAULT_TOKEN', { VAULT_TOKEN: '' }],
    ['vault("x", "k")', 'Vault at http://127.0.0.1:1 gave no answer: ', { VAULT_ADDR: 'http://u:p@127.0.0.1:1' }],
    ['vault("x", "k")', 'VAULT_ADDR says where it is.', { VAULT_ADDR: 'nonsense' }],
    ['vault("x", "k")', 'gave no answer: ENOENT', { VAULT_CACERT: '/nowhere/ca.pem' }],
    ['consul_key("nowhere")', 'Call to function "consul_key" failed: There is no key nowhere in Consul.'],
    ['consul_key("denied")', 'Consul denies access to the key denied. Check CONSUL_HTTP_TOKEN and its policies.'],
    ['consul_key("x")', 'CONSUL_HTTP_ADDR says where it is.', { CONSUL_HTTP_ADDR: '127.0.0.1:1' }],
    ['consul_key("x")', 'CONSUL_HTTP_TOKEN_FILE cannot be read', { CONSUL_HTTP_TOKEN_FILE: '/nowhere' }],
  ])('%s: %s', async (...[expression, message, environment]) =>
    expect(await found(expression, environment)).toEqual([expect.stringContaining(message)]),
  )
  test('a whole message', async () =>
    expect(await found('consul_key("denied")')).toEqual([
      'error 3:11 Error in function call: Call to function "consul_key" failed: Consul denies access to the key denied. ' +
        'Check CONSUL_HTTP_TOKEN and its policies. \nPermission denied: token lacks permission.',
    ]))
  test('an empty entry of Consul is an empty text', async () =>
    expect(await found('"<${consul_key("empty")}>"')).toMatchObject({ text: '<>' }))
})

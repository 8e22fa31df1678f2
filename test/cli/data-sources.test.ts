/** Which commands ask data sources, seen from the server that is asked. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ended, startSource } from '../helpers/source-process'

let server: Server
let folder: string
let asked: number
let paths: string[]

const template = (url: string) => `
data "http" "version" {
  url = "${url}"
}
data "null" "named" {
  input = "v\${trimspace(data.http.version.body)}"
}
locals {
  name = "app-\${data.null.named.output}"
}
source "file" "f" {
  target  = "out.txt"
  content = local.name
}
build {
  sources = ["file.f"]
}
`

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked++
    paths.push(url)
    if (url.startsWith('/v1/secret')) response.end(JSON.stringify({ data: { data: { key: 'from the vault' }, metadata: {} } }))
    else response.end(url.startsWith('/v1/kv') ? 'from consul' : '1.2.3\n')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())
beforeEach(() => {
  asked = 0
  paths = []
  folder = mkdtempSync(join(tmpdir(), 'ingot-data-'))
  writeFileSync(join(folder, 't.pkr.hcl'), template(`${address()}/version`))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

async function ingot(words: readonly string[], input?: string) {
  const lookups = { VAULT_ADDR: address(), VAULT_TOKEN: 't', CONSUL_HTTP_ADDR: address() }
  const environment = { PATH: process.env.PATH, HOME: folder, INGOT_STATE_DIR: join(folder, 'runs'), ...lookups }
  const child = startSource('src/cli/main.ts', words, { cwd: folder, env: environment, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin?.end(input ?? '')
  return ended(child)
}

test('build asks once and uses the answer', async () => {
  const { status, stderr } = await ingot(['build', '.'])
  expect({ status, stderr, asked }).toEqual({ status: 0, stderr: '', asked: 1 })
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('app-v1.2.3')
})

test.each([
  [
    't.pkr.hcl',
    `
data "http" "version" {
  url = "ADDRESS/version?at=\${timestamp()}"
}
data "null" "named" {
  input = consul_key("name")
}
source "file" "f" {
  target  = "out.txt"
  content = join(",", [trimspace(data.http.version.body), data.null.named.output, vault("secret/data/hello", "key"), consul_key("name")])
}
build {
  sources = ["file.f"]
}
`,
    ['/version', '/v1/kv/name', '/v1/secret/data/hello'],
    '1.2.3,from consul,from the vault,from consul',
  ],
  [
    't.json',
    JSON.stringify({
      variables: { secret: '{{vault `secret/data/hello` `key`}}', name: '{{consul_key `name`}} {{consul_key `name`}}' },
      builders: [{ type: 'file', target: 'out.txt', content: '{{user `secret`}},{{user `name`}}' }],
    }),
    ['/v1/kv/name', '/v1/secret/data/hello'],
    'from the vault,from consul from consul',
  ],
])('a build of %s asks the same only once, whoever looks it up', async (file, text, expected, content) => {
  writeFileSync(join(folder, file), text.replace('ADDRESS', address()))
  const { status, stderr } = await ingot(['build', file])
  expect({ status, stderr, paths: paths.map(path => path.replace(/\?.*/, '')).sort() }).toEqual({
    status: 0,
    stderr: '',
    paths: [...expected].sort(),
  })
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe(content)
})

test.each([
  [['validate', '.'], 0],
  [['validate', '-evaluate-datasources', '.'], 1],
])('%j', async (words, times) => {
  const { status, stdout } = await ingot(words)
  expect({ status, stdout, asked }).toEqual({ status: 0, stdout: 'The configuration is valid.\n', asked: times })
})

test('plan leaves unknown what it was not told to ask, and says so', async () => {
  const content = async (...words: string[]) => {
    const { status, stdout, stderr } = await ingot(['plan', ...words, '.'])
    return { status, stderr, content: JSON.parse(stdout).builds[0].source.options.content }
  }
  expect(await content()).toEqual({
    status: 0,
    stderr: expect.stringContaining('-evaluate-datasources'),
    content: '<unknown>',
  })
  expect(asked).toBe(0)
  expect(await content('-evaluate-datasources')).toEqual({ status: 0, stderr: '', content: 'app-v1.2.3' })
  expect(asked).toBe(1)
})

test('inspect and console ask, as in Packer', async () => {
  expect((await ingot(['inspect', '.'])).stdout).toContain('app-v1.2.3')
  expect((await ingot(['console', '.'], 'data.null.named.output\n')).stdout).toContain('v1.2.3')
  expect(asked).toBe(2)
})

test('what a line of the console looks up is asked, once, and not shown', async () => {
  const lines = [
    'length(vault("secret/data/hello", "key"))',
    'vault("secret/data/hello", "key")',
    '"<${upper(consul_key("name"))}>"',
  ]
  const { status, stdout, stderr } = await ingot(['console', '-config-type=hcl2'], `${lines.join('\n')}\n`)
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '14\n<sensitive>\n<FROM CONSUL>\n', stderr: '' })
  expect(paths).toEqual(['/v1/secret/data/hello', '/v1/kv/name?raw=true'])
})

test('what a line of the console looks up in vain is a mistake of that line', async () => {
  const { status, stdout, stderr } = await ingot(['console'], 'vault("secret/data/hello", "nope")\n1\n')
  expect({ status, stdout }).toEqual({ status: 1, stdout: '1\n' })
  expect(stderr).toMatch(/^Error: .*\n {2}on <console-input>:1:1\n/)
})

test('what cannot be read fails the template, at its block', async () => {
  writeFileSync(join(folder, 't.pkr.hcl'), template('http://127.0.0.1:1/gone'))
  const { status, stderr } = await ingot(['build', '.'])
  expect(status).toBe(2)
  expect(stderr).toMatch(/Data source not read/)
  expect(stderr).toMatch(/t\.pkr\.hcl:2:1/)
  expect(stderr).toMatch(/GET http:\/\/127\.0\.0\.1:1\/gone got no answer/)
})

test('a build on the sandbox asks the sandbox', async () => {
  const template = `
data "amazon-ami" "base" {
  region      = "us-east-1"
  filters     = { name = "debian-12-amd64-*" }
  owners      = ["136693071363"]
  most_recent = true
}
source "file" "f" {
  target  = "out.txt"
  content = "\${data.amazon-ami.base.id} \${data.amazon-ami.base.name}"
}
build {
  sources = ["file.f"]
}
`
  writeFileSync(join(folder, 't.pkr.hcl'), template)
  const { status, stdout, stderr } = await ingot(['build', '-sandbox', '-sandbox-kind', 'light', '.'])
  expect({ status, stderr, said: status === 0 ? '' : stdout }).toEqual({ status: 0, stderr: '', said: '' })
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toMatch(/^ami-[0-9a-f]{17} debian-12-amd64-/)
}, 60_000)

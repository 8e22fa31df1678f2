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
  server = createServer((_, response) => {
    asked++
    response.end('1.2.3\n')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())
beforeEach(() => {
  asked = 0
  folder = mkdtempSync(join(tmpdir(), 'ingot-data-'))
  writeFileSync(join(folder, 't.pkr.hcl'), template(`http://127.0.0.1:${(server.address() as AddressInfo).port}/version`))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function ingot(words: readonly string[], input?: string) {
  const environment = { PATH: process.env.PATH, HOME: folder, INGOT_STATE_DIR: join(folder, 'runs') }
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

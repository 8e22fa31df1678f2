/** Whole bakes from the command line, on the embedded sandbox with light machines: done, failed, interrupted, killed. */
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stateOf } from '../../src/lib/process-identity'
import { ended, printed, startSource } from '../helpers/source-process'

const template = `
variable "command" {
  default = "true"
}
source "amazon-ebs" "web" {
  region        = "us-east-1"
  instance_type = "t3.small"
  ami_name      = "web"
  ssh_username  = "admin"
  source_ami_filter {
    filters     = { name = "debian-12-amd64-*" }
    owners      = ["136693071363"]
    most_recent = true
  }
}
build {
  sources = ["source.amazon-ebs.web"]
  provisioner "shell" {
    inline = ["echo hello | sudo tee /opt/made", var.command]
  }
  post-processor "manifest" {}
}
`
const smokeTest = `
smoke_test "made" {
  inline = ["grep -x hello /opt/made", var.command == "exit 0" ? "false" : "true"]
}
`

function setUp() {
  const cwd = mkdtempSync(join(tmpdir(), 'ingot-bake-'))
  mkdirSync(join(cwd, 'web'))
  writeFileSync(join(cwd, 'web', 'web.pkr.hcl'), template)
  writeFileSync(join(cwd, 'web', 'web.ingot.hcl'), smokeTest)
  const env = { PATH: process.env.PATH, HOME: cwd, XDG_CACHE_HOME: join(cwd, 'cache'), INGOT_STATE_DIR: join(cwd, 'runs') }
  const start = (...args: string[]) => startSource('src/cli/main.ts', args, { cwd, env })
  const build = (...args: string[]) => start('build', '-sandbox', '-sandbox-kind', 'light', ...args, 'web')
  const list = async () => {
    const { stdout, stderr } = await ended(
      start('sandbox', '-kind', 'light', '--', process.execPath, join(__dirname, 'list-ec2.cjs')),
    )
    if (!stdout) throw new Error(stderr)
    return JSON.parse(stdout)
  }
  const journals = () =>
    readdirSync(join(cwd, 'runs'))
      .map(run => join(cwd, 'runs', run))
      .filter(run => readdirSync(run).includes('journal.jsonl'))
  return { cwd, start, build, list, journals }
}

const nothing = { instances: [], images: [], snapshots: 0, volumes: 0, keys: [], groups: [] }

test('done: image, manifest, Terraform variables; and nothing else is left', async () => {
  const { cwd, build, list } = setUp()
  const { status, stdout, stderr } = await ended(build())
  expect({ status, stderr, said: status === 0 ? '' : stdout }).toEqual({ status: 0, stderr: '', said: '' })
  const { images } = JSON.parse(readFileSync(join(cwd, 'images.auto.tfvars.json'), 'utf8'))
  const { id } = images['amazon-ebs.web']['us-east-1']
  expect(stdout).toMatch(new RegExp(`^amazon-ebs\\.web +${id} +us-east-1 `, 'm'))
  expect(stdout).toMatch(/^Smoke tests +1 passed$/m)
  expect(JSON.parse(readFileSync(join(cwd, 'packer-manifest.json'), 'utf8')).builds[0].artifact_id).toBe(`us-east-1:${id}`)
  expect(await list()).toEqual({ ...nothing, images: [id], snapshots: 1 })
}, 60_000)

test('a smoke test that fails: 1, nothing remains, the former Terraform variables stay', async () => {
  const { cwd, build, list } = setUp()
  writeFileSync(join(cwd, 'images.auto.tfvars.json'), 'former')
  const { status, stdout } = await ended(build('-var', 'command=exit 0'))
  expect(status).toBe(1)
  expect(stdout).toMatch(/Smoke test FAILED: made/)
  expect(readFileSync(join(cwd, 'images.auto.tfvars.json'), 'utf8')).toBe('former')
  expect(await list()).toEqual(nothing)
}, 60_000)

test('interrupted in mid-provision: 130 and nothing remains', async () => {
  const { build, list, journals } = setUp()
  const child = build('-var', 'command=sleep 60')
  const end = ended(child)
  await printed(child, '    amazon-ebs.web: hello')
  child.kill('SIGINT')
  expect((await end).status).toBe(130)
  expect(journals()).toEqual([])
  expect(await list()).toEqual(nothing)
}, 60_000)

test('killed in mid-provision: the sandbox stops by itself, and clean releases everything', async () => {
  const { start, build, list, journals } = setUp()
  const child = build('-var', 'command=sleep 60')
  const end = ended(child)
  await printed(child, '    amazon-ebs.web: hello')
  child.kill('SIGKILL')
  expect((await end).signal).toBe('SIGKILL')
  const [journal = ''] = journals()
  const { sandbox } = JSON.parse(readFileSync(join(journal, 'journal.jsonl'), 'utf8').split('\n')[0]!)
  const cleaned = await ended(start('clean'))
  expect(cleaned.stdout).toMatch(/Released 3 of 3/)
  expect(cleaned.status).toBe(0)
  expect(stateOf(sandbox.process)).toBe('dead')
  expect(journals()).toEqual([])
  expect(await list()).toEqual(nothing)
}, 60_000)

describe('ingot sandbox', () => {
  test('serves until it is interrupted, says how to use it, and refuses a second one on its folder', async () => {
    const { start } = setUp()
    const child = start('sandbox', '-kind', 'light')
    const end = ended(child)
    await printed(child, 'Ctrl-C stops it')
    const second = await ended(start('sandbox', '-kind', 'light', '--', 'true'))
    expect(second.status).toBe(1)
    expect(second.stderr).toContain(`in use: process ${child.pid} serves it at http://127.0.0.1:`)
    child.kill('SIGINT')
    const { status, stdout } = await end
    expect(status).toBe(0)
    expect(stdout).toMatch(/^export AWS_ENDPOINT_URL_EC2=http:\/\/127\.0\.0\.1:\d+$/m)
  }, 30_000)

  test('a port that is taken is named', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const { status, stderr } = await ended(setUp().start('sandbox', '-kind', 'light', '-port', String(port), '--', 'true'))
    taken.close()
    expect(status).toBe(1)
    expect(stderr).toContain(String(port))
  }, 30_000)

  test.each([
    [['--', 'sh', '-c', 'echo $AWS_ENDPOINT_URL_EC2; exit 7'], 7, /^http:\/\/127\.0\.0\.1:\d+\n$/, /^$/],
    [['--', 'sh', '-c', 'kill -TERM $$'], 143, /^$/, /^$/],
    [['--', 'no-such-program'], 2, /^$/, /"no-such-program" could not be started: there is no such program/],
    [['reset'], 0, /is empty/, /^$/],
    [['rest'], 2, /^$/, /There is no "sandbox rest"/],
    [['-state', 'web/web.pkr.hcl/x', '--', 'true'], 1, /^$/, /The state folder .*web\.pkr\.hcl\/x cannot be used/],
    [['-image', 'disk.img'], 2, /^$/, /-image disk.img needs a checksum/],
  ])(
    '%j',
    async (args, status, stdout, stderr) => {
      const result = await ended(setUp().start('sandbox', '-kind', 'light', ...args))
      expect(result.stderr).toMatch(stderr)
      expect(result.stdout).toMatch(stdout)
      expect(result.status).toBe(status)
    },
    30_000,
  )
})

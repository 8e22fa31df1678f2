/** Interrupted while the proxy on the way to AWS has gone silent: the request to terminate goes another way, or the end says what is left. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Interrupted } from '../../../src/engine/interrupt'
import { nothing, type TestCloud, testCloud } from '../../helpers/cloud'
import { eventually } from '../../helpers/sandbox'
import { ended, startSource } from '../../helpers/source-process'
import { type StallingProxy, stallingProxy } from '../../helpers/stalling-proxy'
import { bakeOn } from './bake-on'

/** Only the proxy can resolve it. */
const endpoint = 'http://ec2.cloud.test:4566'
const kept = { ...process.env }
let cloud: TestCloud
let proxy: StallingProxy
let folder: string

beforeEach(async () => {
  cloud = await testCloud()
  proxy = await stallingProxy(cloud.sandbox.endpoint)
  folder = mkdtempSync(join(tmpdir(), 'ingot-stalled-'))
})
afterEach(async () => {
  process.env = { ...kept }
  await proxy.stop()
  await cloud.sandbox.end()
  rmSync(folder, { recursive: true, force: true })
})

const template = (marker: string) => `source "amazon-ebs" "web" {
  region        = "us-east-1"
  instance_type = "t3.small"
  ami_name      = "web"
  communicator  = "none"
  source_ami_filter {
    filters     = { name = "debian-12-amd64-*" }
    owners      = ["136693071363"]
    most_recent = true
  }
}
build {
  sources = ["amazon-ebs.web"]
  provisioner "shell-local" {
    inline = ["touch ${marker}", "sleep 60"]
  }
}
`

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s: the request to terminate is out within 5 seconds, by another connection',
  async name => {
    const marker = join(folder, 'provisioning')
    writeFileSync(join(folder, 'web.pkr.hcl'), template(marker))
    const child = startSource('src/cli/main.ts', ['build', '-state-dir', join(folder, 'runs'), 'web.pkr.hcl'], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        HTTP_PROXY: proxy.url,
        AWS_ENDPOINT_URL_EC2: endpoint,
        AWS_ACCESS_KEY_ID: 'any',
        AWS_SECRET_ACCESS_KEY: 'any',
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_POLL_DELAY_SECONDS: '1',
      },
    })
    const end = ended(child)
    await eventually(async () => existsSync(marker), Boolean, 60)
    expect((await cloud.left()).instances).toHaveLength(1)
    proxy.stall('old')
    const from = performance.now()
    child.kill(name)
    const terminated = await eventually(
      async () => proxy.passed.find(({ action }) => action === 'TerminateInstances'),
      Boolean,
      30,
    )
    expect(terminated!.at - from).toBeLessThan(5000)
    proxy.recover()
    const { status, stdout, stderr } = await end
    expect({ status, said: stdout + stderr }).toEqual({ status: 130, said: expect.stringContaining(`interrupted by ${name}`) })
    expect(await cloud.left()).toEqual(nothing)
  },
  120_000,
)

test('when no answer comes at all, it ends all the same, and names what is left', async () => {
  process.env.HTTP_PROXY = proxy.url
  const interrupted = new AbortController()
  const provision = async () => {
    proxy.stall('all')
    interrupted.abort(new Interrupted('SIGTERM'))
    await new Promise(() => undefined)
  }
  const interrupt = { signal: interrupted.signal, onRepeat: () => undefined }
  const { report } = await bakeOn(
    cloud,
    { custom_endpoint_ec2: endpoint, ssh_interface: 'private_ip', aws_polling: { delay_seconds: 1 } },
    { provision, engine: { interrupt, cleanupMilliseconds: 6000, graceMilliseconds: 100 } },
  )
  expect(report.outcome).toBe('interrupted')
  const reason = 'clean-up was not done within 6 s'
  expect(report.leftovers.map(each => [each.kind, each.place.region, each.reason])).toEqual([
    ['aws.instance', 'us-east-1', reason],
    ['aws.security-group', 'us-east-1', reason],
    ['aws.key-pair', 'us-east-1', reason],
  ])
  const { instances, groups, keyPairs } = await cloud.left()
  expect([instances.length, groups.length, keyPairs.length]).toEqual([1, 1, 1])
  expect(report.leftovers.map(({ id }) => id)).toContain(instances[0])
}, 60_000)

/** vault_aws_engine: every call by lent keys, nobody sees them, and the lease is given back by whoever ends the build. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { plugins } from '../../../src/catalog'
import { clean } from '../../../src/engine/clean'
import { type JournalEntry, journalPath } from '../../../src/engine/journal'
import { end } from '../../../src/lib/at-end'
import { currentProcess } from '../../../src/lib/process-identity'
import { keyPair } from '../../../src/platforms/aws/resources/key-pair'
import { nothing, type TestCloud, testCloud } from '../../helpers/cloud'
import { type TestVault, TOKEN, testVault } from '../../helpers/vault'
import { bakeOn } from './bake-on'

let cloud: TestCloud
let vault: TestVault
const before = { ...process.env }
const signal = new AbortController().signal

beforeAll(async () => {
  cloud = await testCloud()
  vault = await testVault()
})
afterAll(async () => {
  process.env = before
  await Promise.all([cloud.sandbox.end(), vault.stop()])
})
beforeEach(() => {
  cloud.faults()
  vault.asked.length = 0
  vault.mayRevoke = true
  process.env = { ...before, VAULT_ADDR: vault.address, VAULT_TOKEN: TOKEN }
})
afterEach(async () => {
  await end()
  expect([...vault.lent]).toEqual([])
})

const borrowing = (name: string, more: object = {}) => ({
  access_key: undefined,
  secret_key: undefined,
  skip_create_ami: true,
  vault_aws_engine: { name, ...more },
})
const keysUsed = () => [...new Set(cloud.calls.map(call => call.accessKeyId))]

test('every call is signed by lent keys, which AWS may not know yet, and the lease goes when all else has gone', async () => {
  cloud.faults({ action: 'DescribeImages', fault: 'AuthFailure', times: 2 })
  const { report, steps, events } = await bakeOn(cloud, borrowing('plain'))
  expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
  expect(steps[0]).toBe('borrow keys from Vault: done')
  expect(keysUsed()).toEqual([expect.stringMatching(/^AKIAPLAIN\d+$/)])
  expect(vault.asked).toEqual([
    'GET /v1/aws/creds/plain',
    expect.stringMatching(/^PUT \/v1\/sys\/leases\/revoke aws\/creds\/plain/),
  ])
  const released = events.flatMap(event => (event.type === 'resource' && event.state === 'released' ? event.kind : []))
  expect(released).toEqual(['aws.instance', 'aws.security-group', 'aws.key-pair', 'vault.aws-lease'])
  expect(await cloud.left()).toEqual(nothing)
})

test('the role, the time and the path of the engine are asked for as the template says', async () => {
  const role_arn = 'arn:aws:iam::123456789012:role/baker'
  await bakeOn(cloud, borrowing('assumed', { role_arn, ttl: '30m' }))
  expect(vault.asked[0]).toBe(`GET /v1/aws/creds/assumed?role_arn=${encodeURIComponent(role_arn)}&ttl=30m`)
  const { report } = await bakeOn(cloud, borrowing('plain', { engine_name: 'teams/aws' }))
  expect(vault.asked.at(-1)).toBe('GET /v1/teams/aws/creds/plain')
  expect(report.builds[0]?.error).toMatchObject({
    message: expect.stringContaining('status 404'),
    advice: expect.stringContaining('engine_name'),
  })
})

test('keys are never printed, whoever says them', async () => {
  vault.roles.printed = { security_token: 'token//of==printed' }
  const { report, events } = await bakeOn(cloud, borrowing('printed'), {
    provision: async () => {
      const lease = [...vault.lent].at(-1)?.split('/').at(-1)
      throw new Error(`key AKIAPRINTED${lease} secret secret/of+printed-${lease} token token//of==printed`)
    },
  })
  const printed = JSON.stringify([report, events])
  expect(printed).toContain('key <sensitive> secret <sensitive> token <sensitive>')
  expect(printed).not.toMatch(/AKIAPRINTED|of\+printed|of==printed/)
})

test('builds at once share one lease, which goes with the last of them', async () => {
  const both = await Promise.all(['one', 'two'].map(ami_name => bakeOn(cloud, { ...borrowing('shared'), ami_name })))
  expect(both.map(({ report }) => report.outcome)).toEqual(['done', 'done'])
  expect(vault.asked.filter(question => question.startsWith('GET'))).toHaveLength(1)
  expect(vault.asked.filter(question => question.includes('revoke'))).toHaveLength(1)
})

test('a lease that is about to end is prolonged, or another one is taken where it cannot be', async () => {
  vault.roles.prolonged = { lease_duration: 20 }
  await bakeOn(cloud, borrowing('prolonged'))
  expect(vault.asked).toEqual([
    'GET /v1/aws/creds/prolonged',
    expect.stringMatching(/^PUT .*renew aws.creds.prolonged/),
    expect.stringMatching(/^PUT .*revoke aws.creds.prolonged/),
  ])
  expect(keysUsed()).toHaveLength(1)
  cloud.faults()
  vault.asked.length = 0
  vault.roles.replaced = { lease_duration: 20, renewable: false }
  const { report } = await bakeOn(cloud, borrowing('replaced'), {
    provision: async () => {
      vault.roles.replaced = { lease_duration: 3600, renewable: false }
    },
  })
  expect(report.outcome).toBe('done')
  const taken = vault.asked.filter(question => question.startsWith('GET'))
  expect(taken.length).toBeGreaterThan(1)
  expect(vault.asked.filter(question => question.includes('revoke'))).toHaveLength(taken.length)
  expect(keysUsed().length).toBeGreaterThan(1)
})

test('without a way to ask, or a role, the build ends before anything is made', async () => {
  delete process.env.VAULT_TOKEN
  const failed = async (name: string) => (await bakeOn(cloud, borrowing(name))).report.builds[0]?.error
  expect(await failed('plain')).toMatchObject({ advice: expect.stringContaining('VAULT_TOKEN') })
  process.env.VAULT_TOKEN = 'another'
  expect(await failed('plain')).toMatchObject({ message: expect.stringContaining('status 403'), evidence: 'permission denied' })
  process.env.VAULT_TOKEN = TOKEN
  expect(await failed('nobody')).toMatchObject({ evidence: 'Role "nobody" not found' })
  expect(cloud.calls).toEqual([])
})

test('a token that may not revoke is said so, and the build is none the worse', async () => {
  vault.mayRevoke = false
  const { report, messages } = await bakeOn(cloud, borrowing('kept'))
  expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
  expect(messages.at(-1)).toMatch(/does not let its token revoke the lease aws\/creds\/kept\/\d+/)
  vault.lent.clear()
})

test('the lease of a killed run, and what it made, are given back with keys that are lent for that', async () => {
  const stateFolder = mkdtempSync(join(tmpdir(), 'ingot-vault-'))
  const here = cloud.ec2.place
  const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFXLtsUvSKv8GCSq6lnW0zXqpWiqYzmzXZQpd6sVwL8P x'
  const id = await keyPair(cloud.ec2).create({ name: 'left', publicKey, tags: {} }, 'r-2', signal)
  cloud.faults()
  vault.lent.add('aws/creds/killed/0')
  const place = { ...here, vaultEngine: 'aws', vaultRole: 'killed' }
  const entries: (object | JournalEntry)[] = [
    { type: 'run', formatVersion: 1, run: 'r', startedAt: '', template: 't', process: { ...currentProcess(), pid: 2 ** 22 + 1 } },
    { type: 'intended', token: 'r-1', kind: 'vault.aws-lease', place: {}, build: 'b' },
    { type: 'created', token: 'r-1', id: 'aws/creds/killed/0' },
    { type: 'intended', token: 'r-2', kind: 'aws.key-pair', place, build: 'b' },
    { type: 'created', token: 'r-2', id },
  ]
  const path = journalPath(stateFolder, 'r')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, entries.map(entry => `${JSON.stringify(entry)}\n`).join(''))
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const { leftovers, released } = await clean({ stateFolder, resourceKinds: plugins.resourceKinds, say, warn: say, signal })
  expect({ leftovers, released }).toEqual({ leftovers: [], released: 2 })
  expect(keysUsed()).toEqual([expect.stringMatching(/^AKIAKILLED/)])
  await end()
  expect([...vault.lent]).toEqual([])
  expect(await cloud.left()).toEqual(nothing)
  rmSync(stateFolder, { recursive: true })
})

test('a data source asks with lent keys too', async () => {
  const { custom_endpoint_ec2, region, source_ami_filter } = cloud.template as Record<string, object>
  const options = {
    ...source_ami_filter,
    custom_endpoint_ec2,
    region,
    vault_aws_engine: { name: 'data' },
    insecure_skip_tls_verify: false,
  }
  const source = plugins.dataSources['amazon-ami']!
  expect(await source.read(options as never, { environment: {}, signal, secret: () => {} })).toMatchObject({
    name: expect.stringContaining('debian'),
  })
  expect(keysUsed()).toEqual([expect.stringMatching(/^AKIADATA/)])
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, connectAt, defaultRegion } from '../../../src/platforms/aws/connect'
import { type TestCloud, testCloud } from '../../helpers/cloud'

const signal = new AbortController().signal
const kept = { ...process.env }
const folder = mkdtempSync(join(tmpdir(), 'ingot-connect-'))
let cloud: TestCloud
beforeAll(async () => {
  cloud = await testCloud()
})
afterAll(async () => {
  await cloud.sandbox.end()
  rmSync(folder, { recursive: true })
})
beforeEach(() => cloud.faults())
afterEach(() => {
  process.env = { ...kept }
})

const isolated = { AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: '/nowhere', AWS_SHARED_CREDENTIALS_FILE: '/nowhere' }

test('one client for each place, whoever asks', () => {
  const ec2 = connect(cloud.access())
  expect(connect(cloud.access())).toBe(ec2)
  expect(ec2.inRegion('us-east-1')).toBe(ec2)
  expect(ec2.inRegion('eu-west-1')).toBe(connect(cloud.access({ region: 'eu-west-1' })))
  expect(connect(cloud.access({ keys: { accessKeyId: 'b', secretAccessKey: 'b' } }))).not.toBe(ec2)
})

test('the endpoint holds for every region', async () => {
  await cloud.ec2.inRegion('ap-south-1').call('DescribeImages', { Owners: ['self'] }, signal)
  expect(cloud.calls.map(call => call.region)).toEqual(['ap-south-1'])
})

test('another process finds its credentials in its own environment', async () => {
  process.env = { ...kept, ...isolated, AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT', AWS_SECRET_ACCESS_KEY: 'any' }
  const { KeyPairs } = await connectAt(cloud.ec2.place).call('DescribeKeyPairs', {}, signal)
  expect(KeyPairs ?? []).toEqual([])
})

test('a profile gives credentials and region', async () => {
  const path = join(folder, 'credentials')
  writeFileSync(path, '[ci]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = any\nregion = eu-north-1\n')
  process.env = { ...kept, ...isolated, AWS_SHARED_CREDENTIALS_FILE: path, AWS_CONFIG_FILE: path }
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_REGION', 'AWS_DEFAULT_REGION']) delete process.env[name]
  expect(await defaultRegion('ci')).toBe('eu-north-1')
  const ec2 = connect({ region: 'eu-north-1', endpoint: cloud.sandbox.endpoint, profile: 'ci' })
  await ec2.call('DescribeKeyPairs', {}, signal)
  expect(cloud.calls.map(call => call.region)).toEqual(['eu-north-1'])
})

test.each([
  [{ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-2' }, 'eu-west-1'],
  [{ AWS_DEFAULT_REGION: 'eu-west-2' }, 'eu-west-2'],
])('region of %j', async (env, region) => {
  process.env = { ...isolated, ...env }
  expect(await defaultRegion()).toBe(region)
})

test('no region is told with what to do about it', async () => {
  process.env = { PATH: kept.PATH, HOME: folder, ...isolated }
  await expect(defaultRegion()).rejects.toMatchObject({
    code: 'invalid',
    details: { advice: expect.stringContaining('AWS_REGION') },
  })
})

test('a role is asked for with the credentials found; what it is refused with names the call', async () => {
  process.env = { ...kept, ...isolated, AWS_ENDPOINT_URL_STS: cloud.sandbox.endpoint }
  cloud.faults({ action: 'AssumeRole', fault: 'AccessDenied', status: 403 })
  const ec2 = connect(cloud.access({ role: { arn: 'arn:aws:iam::123456789012:role/build', sessionName: 'me' } }))
  await expect(ec2.call('DescribeKeyPairs', {}, signal)).rejects.toMatchObject({
    message: expect.stringContaining('AssumeRole failed in us-east-1: AccessDenied'),
    details: { advice: expect.stringContaining('trust policy') },
  })
  expect(cloud.calls.map(call => call.action)).toEqual(['AssumeRole'])
  expect(cloud.calls[0]!.parameters).toMatchObject({ RoleArn: 'arn:aws:iam::123456789012:role/build', RoleSessionName: 'me' })
})

test('a role is assumed with what the SDK finds where no keys are given', async () => {
  const found = { AWS_ACCESS_KEY_ID: 'AKIAFOUND', AWS_SECRET_ACCESS_KEY: 'found' }
  process.env = { ...kept, ...isolated, ...found, AWS_ENDPOINT_URL_STS: cloud.sandbox.endpoint }
  cloud.faults({ action: 'AssumeRole', fault: 'AccessDenied', status: 403 })
  const ec2 = connect(cloud.access({ role: { arn: 'arn:aws:iam::123456789012:role/found' }, keys: undefined }))
  await expect(ec2.call('DescribeKeyPairs', {}, signal)).rejects.toMatchObject({
    message: expect.stringContaining('AssumeRole failed in us-east-1: AccessDenied'),
  })
  expect(cloud.calls.map(call => call.action)).toEqual(['AssumeRole'])
})

test('throttled calls are repeated', async () => {
  cloud.faults({ action: 'DescribeKeyPairs', fault: 'RequestLimitExceeded', times: 1 })
  await cloud.ec2.call('DescribeKeyPairs', {}, signal)
  expect(cloud.calls).toHaveLength(2)
})

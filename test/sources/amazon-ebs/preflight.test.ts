/** What is found out before anything is made: at EC2, and at a KMS and a Service Quotas of this test. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Fault } from '../../../src/sandbox/ec2/behaviour/faults'
import { vcpusOf } from '../../../src/sources/amazon-ebs/quotas'
import { nothing, type TestCloud, testCloud } from '../../helpers/cloud'
import { bakeOn } from './bake-on'

const kept = { ...process.env }
let cloud: TestCloud
let services: Server
/** By `DescribeKey alias/x` or `GetServiceQuota L-1216C47A`: what is answered; a text is an error. */
let answers: Record<string, object | string>
const asked: string[] = []

beforeAll(async () => {
  cloud = await testCloud()
  services = createServer(async (request, response) => {
    const action = String(request.headers['x-amz-target']).split('.')[1]
    const { KeyId, QuotaCode } = JSON.parse(await text(request))
    const region = /\d{8}\/([^/]+)\//.exec(String(request.headers.authorization))?.[1]
    asked.push(`${action} ${KeyId ?? QuotaCode} in ${region}`)
    const answer = answers[`${action} ${KeyId ?? QuotaCode}`] ?? 'NotFoundException'
    const isError = typeof answer === 'string'
    response.writeHead(isError ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(isError ? { __type: answer, message: `${answer} on purpose` } : answer))
  })
  await new Promise<void>(ready => services.listen(0, '127.0.0.1', ready))
})
afterAll(async () => {
  await cloud.sandbox.end()
  services.closeAllConnections()
  await new Promise(done => services.close(done))
})
beforeEach(() => {
  cloud.faults()
  asked.length = 0
  answers = {}
})
afterEach(() => {
  process.env = { ...kept }
})

/** Images stay for the next test, so each has a name of its own. */
let images = 0
const bakeNew = (on: TestCloud, options: object = {}) => bakeOn(on, { ami_name: `image ${images++}`, ...options })

const endpoint = () => `http://127.0.0.1:${(services.address() as AddressInfo).port}`
const made = () =>
  cloud.calls.filter(({ action, parameters }) => !action.startsWith('Describe') && !parameters.DryRun).map(({ action }) => action)
const refuse = (...actions: string[]): Fault[] => actions.map(action => ({ action, fault: 'UnauthorizedOperation' }))

describe('all that AWS refuses is told at once', () => {
  test('before anything is made, with what each is needed for', async () => {
    cloud.faults(...refuse('ImportKeyPair', 'CreateSecurityGroup', 'CreateImage', 'DescribeSnapshots'))
    const { report } = await bakeNew(cloud)
    const { message, advice } = report.builds[0]!.error!
    expect(message.replace('AWS refuses what this template needs: ', '').split(', ')).toEqual([
      'ec2:CreateSecurityGroup for the temporary security group',
      'ec2:DescribeSnapshots to watch the image',
      'ec2:CreateImage to make the image',
      'ec2:ImportKeyPair for the temporary key pair',
    ])
    expect(advice).toContain('ingot iam-policy template.pkr.hcl')
    expect(made()).toEqual([])
    expect(await cloud.left()).toEqual(nothing)
  })

  const policyDocument = { Statement: [{ Effect: 'Allow', Action: ['s3:Get*'], Resource: ['*'] }] }
  test.each<[string, object, object]>([
    ['RunInstances', {}, {}],
    ['CreateSecurityGroup', {}, {}],
    ['RunInstances', {}, { communicator: 'none', ssh_username: undefined }],
    // What is made first is its own trial, unless something is made at IAM before.
    ['ImportKeyPair', {}, {}],
    ['ImportKeyPair', { temporary_iam_instance_profile_policy_document: policyDocument }, {}],
    ['CreateLaunchTemplate', { spot_price: 'auto' }, {}],
  ])('%s, which %j %j would come to, is refused with nothing made', async (action, options, communicator) => {
    cloud.faults(...refuse(action))
    const { report } = await bakeOn(cloud, { ami_name: `image ${images++}`, ...options }, { communicator })
    expect(report.builds[0]!.error!.message).toContain(`AWS refuses what this template needs: ec2:${action} `)
    expect(report.builds[0]!.error!.advice).toContain(`ec2:${action}`)
    // Neither IAM nor EC2: an IAM is not even there.
    expect(made().filter(each => each !== action)).toEqual([])
    expect(await cloud.left()).toEqual(nothing)
  })

  test('a policy that refuses the launch with the default group, which stands in, is left to the launch itself', async () => {
    const message =
      'User: u is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:1:security-group/sg-1 because'
    cloud.faults({ action: 'RunInstances', fault: 'UnauthorizedOperation', message, times: 1 })
    const { report } = await bakeNew(cloud)
    expect(report.outcome).toBe('done')
  })

  test('two calls more for a build of the usual kind', async () => {
    await bakeNew(cloud)
    const dry = cloud.calls.filter(({ parameters }) => parameters.DryRun).map(({ action }) => action)
    expect(dry).toEqual(['CreateSecurityGroup', 'RunInstances', 'CreateImage'])
  })

  test('in other regions too, when the first look is refused already', async () => {
    cloud.faults(...refuse('DescribeImages', 'RunInstances'), {
      action: 'CopyImage',
      region: 'eu-west-1',
      fault: 'UnauthorizedOperation',
    })
    const { report } = await bakeNew(cloud, { ami_regions: ['eu-west-1', 'us-west-2'] })
    const { message } = report.builds[0]!.error!
    for (const part of [
      'ec2:DescribeImages to find the source image',
      'ec2:RunInstances to launch the machine',
      'ec2:CopyImage in eu-west-1 for ami_regions',
    ])
      expect(message).toContain(part)
    expect(message).not.toContain('us-west-2')
    expect(made()).toEqual([])
  })

  test('what follows the build is asked for first, and is a warning', async () => {
    cloud.faults(...refuse('ModifyImageAttribute', 'EnableImageDeprecation').map(fault => ({ ...fault, times: 1 })))
    const { report, messages } = await bakeNew(cloud, { imds_support: 'v2.0', deprecate_at: '2030-01-01T00:00:00Z' })
    expect(report.outcome).toBe('done')
    expect(messages.join('\n')).toMatch(
      /may refuse what follows the build: ec2:EnableImageDeprecation for deprecate_at, ec2:ModifyImageAttribute for imds_support\. Allow/,
    )
  })

  test('another error is no refusal, and nothing is asked about it', async () => {
    cloud.faults({ action: 'ImportKeyPair', fault: 'InvalidKeyPair.Format' })
    const { report } = await bakeNew(cloud)
    expect(report.builds[0]!.error!.message).toContain('ImportKeyPair failed')
    expect(cloud.calls.filter(({ parameters }) => parameters.DryRun).map(({ action }) => action)).toEqual([
      'CreateSecurityGroup',
      'RunInstances',
    ])
  })
})

test('an image that could not be registered again is not replaced', async () => {
  const { report: first } = await bakeNew(cloud, { ami_name: 'replaced' })
  cloud.faults(...refuse('RegisterImage'))
  const { report } = await bakeNew(cloud, { ami_name: 'replaced', force_deregister: true })
  expect(report.builds[0]!.error!.message).toContain('ec2:RegisterImage to replace the image of that name')
  expect(made()).toEqual([])
  expect((await cloud.left()).images.map(({ ImageId }) => ImageId)).toContain(first.builds[0]!.images[0]!.id)
})

describe('regions', () => {
  test.each<[string[], object, RegExp | undefined]>([
    [['eu-west-1', 'us-esat-2'], {}, /AWS knows no region "us-esat-2"\. Did you mean "us-east-2"\?/],
    [['eu-south-1'], {}, /has not enabled region "eu-south-1": enable it/],
    [['us-east-1'], {}, undefined],
    [['moon-1'], { skip_region_validation: true }, undefined],
  ])('%j', async (ami_regions, more, message) => {
    const { report } = await bakeNew(cloud, { ami_regions, ami_name: `in ${ami_regions.join(' ')}`, ...more })
    const error = report.builds[0]!.error?.message
    if (message) expect(error).toMatch(message)
    else expect(error).toBeUndefined()
    if (message) expect(made()).toEqual([])
  })

  test('that may not be asked for are not checked, with a line that says so', async () => {
    cloud.faults(...refuse('DescribeRegions'))
    const { report, messages } = await bakeNew(cloud, { ami_regions: ['eu-west-1'], ami_name: 'unchecked' })
    expect(report.outcome).toBe('done')
    expect(messages.join('\n')).toContain('ec2:DescribeRegions is not allowed')
  })
})

describe('KMS keys', () => {
  const enabled = { KeyMetadata: { KeyId: 'k', KeyState: 'Enabled', KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT' } }
  const encrypted = {
    encrypt_boot: true,
    kms_key_id: 'alias/here',
    ami_regions: ['eu-west-1'],
    region_kms_key_ids: { 'eu-west-1': 'alias/there' },
  }
  beforeEach(() => {
    process.env.AWS_ENDPOINT_URL_KMS = endpoint()
  })

  test.each<[string, string, object | string, RegExp]>([
    [
      'that does not exist',
      'alias/there',
      'NotFoundException',
      /region_kms_key_ids.*KMS knows no key alias\/there in region eu-west-1/,
    ],
    [
      'that is disabled',
      'alias/here',
      { KeyMetadata: { KeyId: 'k', KeyState: 'Disabled' } },
      /kms_key_id.*alias\/here in region us-east-1 is in state Disabled/,
    ],
    [
      'for signatures',
      'alias/here',
      { KeyMetadata: { KeyId: 'k', KeyState: 'Enabled', KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' } },
      /of kind RSA_2048/,
    ],
  ])('one %s', async (_name, key, answer, message) => {
    answers = { 'DescribeKey alias/here': enabled, 'DescribeKey alias/there': enabled, [`DescribeKey ${key}`]: answer }
    const { report } = await bakeNew(cloud, encrypted)
    expect(report.builds[0]!.error?.message).toMatch(message)
    expect(made()).toEqual([])
  })

  test('of each region and disk are looked at once; one that may not be looked at is a line', async () => {
    answers = { 'DescribeKey alias/here': enabled, 'DescribeKey alias/there': 'AccessDeniedException' }
    const disk = { device_name: '/dev/xvda', encrypted: true, kms_key_id: 'alias/here' }
    const { messages } = await bakeNew(cloud, { ...encrypted, ami_name: 'encrypted', launch_block_device_mappings: [disk] })
    expect(messages.join('\n')).toContain(
      'KMS key alias/there in region eu-west-1 is not checked: kms:DescribeKey is not allowed.',
    )
    expect([...asked].sort()).toEqual(['DescribeKey alias/here in us-east-1', 'DescribeKey alias/there in eu-west-1'])
  })

  test('are not asked of AWS when EC2 is another', async () => {
    delete process.env.AWS_ENDPOINT_URL_KMS
    await bakeNew(cloud, { ...encrypted, ami_name: 'elsewhere' })
    expect(asked).toEqual([])
  })
})

describe('quotas', () => {
  const quota = (Value: number) => ({ Quota: { QuotaName: 'Running On-Demand instances', Value } })
  beforeEach(() => {
    process.env.AWS_ENDPOINT_URL_SERVICE_QUOTAS = endpoint()
  })
  /** What is known of a quota is kept for the run; another secret is another account. */
  let account = 0
  const run = (more: object) => bakeNew(cloud, { secret_key: `account ${account++}`, ami_name: `of account ${account}`, ...more })

  test('of 0 is an error that names the way out', async () => {
    answers = { 'GetServiceQuota L-DB2E81BA': quota(0) }
    const { report } = await run({ instance_type: 'g5.xlarge' })
    expect(report.builds[0]!.error?.message).toMatch(/is 0 vCPUs, and a g5\.xlarge has 4\. Ask for more under Service Quotas/)
    expect(made()).toEqual([])
  })

  test('that is smaller than the machine is a warning with both numbers', async () => {
    answers = { 'GetServiceQuota L-1216C47A': quota(1) }
    const { report, messages } = await run({ instance_type: 't3.small' })
    expect(report.outcome).toBe('done')
    expect(messages.join('\n')).toContain('"Running On-Demand instances" in us-east-1 is 1 vCPUs, and a t3.small has 2.')
  })

  test('that is large enough, or cannot be read, is not mentioned', async () => {
    answers = { 'GetServiceQuota L-1216C47A': quota(64) }
    expect((await run({})).messages.join('\n')).not.toContain('quota')
    answers = { 'GetServiceQuota L-1216C47A': 'AccessDeniedException' }
    expect((await run({})).messages.join('\n')).not.toContain('quota')
  })
})

test.each([
  ['t2.nano', 1],
  ['t3.nano', 2],
  ['t4g.medium', 2],
  ['m7g.medium', 1],
  ['c5.large', 2],
  ['m5.xlarge', 4],
  ['c5.18xlarge', 72],
  ['m5.metal', undefined],
  ['u-6tb1.112xlarge', 448],
  ['odd', undefined],
])('%s has %p vCPUs', (type, vcpus) => {
  expect(vcpusOf(type)).toBe(vcpus)
})

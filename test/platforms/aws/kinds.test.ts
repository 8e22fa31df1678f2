import type { Ec2 } from '../../../src/platforms/aws/connect'
import { awsResourceKinds } from '../../../src/platforms/aws/kinds'
import { image } from '../../../src/platforms/aws/resources/image'
import { instance } from '../../../src/platforms/aws/resources/instance'
import { keyPair } from '../../../src/platforms/aws/resources/key-pair'
import { openPort, securityGroup } from '../../../src/platforms/aws/resources/security-group'
import { untilImageAvailable, untilInstance } from '../../../src/platforms/aws/wait'
import { nothing, type TestCloud, testCloud } from '../../helpers/cloud'

const signal = new AbortController().signal
const tags = { 'ingot:run': 'run-1' }
let cloud: TestCloud
let ec2: Ec2
let baseId: string

// What another process finds for itself: a journal holds no credentials.
process.env.AWS_ACCESS_KEY_ID = 'any'
process.env.AWS_SECRET_ACCESS_KEY = 'any'

beforeAll(async () => {
  cloud = await testCloud()
  ec2 = cloud.ec2
  const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['136693071363'] }, signal)
  baseId = Images[0]!.ImageId!
})
afterAll(() => cloud.sandbox.end())
beforeEach(() => cloud.faults())
afterEach(async () => expect(await cloud.left()).toEqual(nothing))

let count = 0
const token = () => `token-${++count}`
const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFXLtsUvSKv8GCSq6lnW0zXqpWiqYzmzXZQpd6sVwL8P x'

/** A stopped machine, whose disk an image can be made of. */
async function stopped(): Promise<string> {
  const id = await instance(ec2).create({ launch: { ImageId: baseId, InstanceType: 't3.micro' }, tags }, token(), signal)
  await untilInstance(ec2, id, 'running', { signal })
  await ec2.call('StopInstances', { InstanceIds: [id] }, signal)
  await untilInstance(ec2, id, 'stopped', { signal })
  return id
}

const launch = () => ({ launch: { ImageId: baseId, InstanceType: 't3.micro' as const }, tags })

interface Trial {
  readonly name: string
  create(at: Ec2, mark: string): Promise<string>
  readonly createCall: string
  readonly deleteCall: string
  readonly unknown: string
}

let machine = ''
const trials: readonly Trial[] = [
  {
    name: 'aws.key-pair',
    create: (at, mark) => keyPair(at).create({ name: `key-${mark}`, publicKey, tags }, mark, signal),
    createCall: 'ImportKeyPair',
    deleteCall: 'DeleteKeyPair',
    unknown: 'key-0123456789abcdef0',
  },
  {
    name: 'aws.security-group',
    create: (at, mark) => securityGroup(at).create({ name: `group-${mark}`, description: 'x', tags }, mark, signal),
    createCall: 'CreateSecurityGroup',
    deleteCall: 'DeleteSecurityGroup',
    unknown: 'sg-0123456789abcdef0',
  },
  {
    name: 'aws.instance',
    create: (at, mark) => instance(at).create(launch(), mark, signal),
    createCall: 'RunInstances',
    deleteCall: 'TerminateInstances',
    unknown: 'i-0123456789abcdef0',
  },
  {
    name: 'aws.image',
    create: (at, mark) => image(at).create({ tags, capture: { InstanceId: machine, Name: `image-${mark}` } }, mark, signal),
    createCall: 'CreateImage',
    deleteCall: 'DeregisterImage',
    unknown: 'ami-0123456789abcdef0',
  },
]

describe.each(trials)('$name', trial => {
  beforeEach(async () => {
    if (trial.name === 'aws.image') machine = await stopped()
    cloud.faults()
  })
  afterEach(async () => {
    cloud.faults()
    if (trial.name === 'aws.image') await instance(ec2).release(machine, signal)
  })

  /** As another process has it, from a journal's line. */
  const elsewhere = () => awsResourceKinds[trial.name]!(ec2.place)

  test('what was created is found by its token and released by its ID, in another process', async () => {
    const mark = token()
    const id = await trial.create(ec2, mark)
    expect(await elsewhere().find(mark, signal)).toContain(id)
    expect(await elsewhere().find('another-token', signal)).toEqual([])
    await elsewhere().release(id, signal)
    expect(await elsewhere().find(mark, signal)).toEqual([])
  })

  test('releasing twice, or what never was, is success', async () => {
    const id = await trial.create(ec2, token())
    await elsewhere().release(id, signal)
    await elsewhere().release(id, signal)
    await elsewhere().release(trial.unknown, signal)
  })

  test('a reply that is lost once makes no second one', async () => {
    cloud.faults({ action: trial.createCall, fault: 'cut', when: 'after', times: 1 })
    const mark = token()
    const id = await trial.create(ec2, mark)
    expect(cloud.calls.filter(call => call.action === trial.createCall).length).toBeGreaterThan(1)
    const found = await elsewhere().find(mark, signal)
    expect(found.filter(each => !each.startsWith('snap-') && !each.startsWith('vol-'))).toEqual([id])
    await elsewhere().release(id, signal)
  })

  test('when all replies are lost it is still found and released', async () => {
    cloud.faults({ action: trial.createCall, fault: 'cut', when: 'after' })
    const mark = token()
    const error = await trial.create(ec2, mark).catch(reason => reason)
    cloud.faults()
    // A create that is repeatable may have learnt its ID all the same.
    expect(error instanceof Error ? elsewhere().refused?.(error) : false).toBe(false)
    for (const id of await elsewhere().find(mark, signal)) await elsewhere().release(id, signal)
  })

  test('what is refused was not made', async () => {
    cloud.faults({ action: trial.createCall, fault: 'UnauthorizedOperation' })
    const error = await trial.create(ec2, token()).catch(reason => reason)
    expect(elsewhere().refused?.(error)).toBe(true)
  })

  test('a deletion that is not known yet, throttled, or cut off is repeated', async () => {
    const id = await trial.create(ec2, token())
    cloud.faults(
      { action: trial.deleteCall, fault: notFound(id), times: 3 },
      { action: trial.deleteCall, fault: 'cut', when: 'after', times: 1 },
    )
    await elsewhere().release(id, signal)
  })
})

const notFound = (id: string): string =>
  ({ 'key-': 'InvalidKeyPair.NotFound', 'sg-0': 'InvalidGroup.NotFound', 'ami-': 'InvalidAMIID.NotFound' })[id.slice(0, 4)] ??
  'InvalidInstanceID.NotFound'

test('a name that somebody else has is not mistaken for our own', async () => {
  const foreign = await keyPair(ec2).create({ name: 'taken', publicKey, tags }, token(), signal)
  await expect(keyPair(ec2).create({ name: 'taken', publicKey, tags }, token(), signal)).rejects.toThrow(
    'InvalidKeyPair.Duplicate',
  )
  await keyPair(ec2).release(foreign, signal)
})

test('a group waits for a machine that is on its way out, not for one that lives', async () => {
  const group = await securityGroup(ec2).create({ name: 'used', description: 'x', tags }, token(), signal)
  await openPort(ec2, group, 22, ['127.0.0.1/32'], signal)
  await openPort(ec2, group, 22, ['127.0.0.1/32'], signal)
  const request = { ...launch(), launch: { ...launch().launch, SecurityGroupIds: [group] } }
  const id = await instance(ec2).create(request, token(), signal)
  await expect(securityGroup(ec2).release(group, signal)).rejects.toThrow(`${group} is still used by instance ${id}`)
  await instance(ec2).hasten?.(id, signal)
  await Promise.all([securityGroup(ec2).release(group, signal), instance(ec2).release(id, signal)])
})

test('volumes that a machine would leave behind go with it, and after it', async () => {
  const disks = [{ DeviceName: '/dev/sdf', Ebs: { VolumeSize: 1, DeleteOnTermination: false } }]
  const withDisk = { ...launch(), launch: { ...launch().launch, BlockDeviceMappings: disks } }
  const id = await instance(ec2).create(withDisk, token(), signal)
  await instance(ec2).release(id, signal)
  expect((await cloud.left()).volumes).toEqual([])

  const mark = token()
  const orphaned = await instance(ec2).create(withDisk, mark, signal)
  await ec2.call('TerminateInstances', { InstanceIds: [orphaned] }, signal)
  await untilInstance(ec2, orphaned, 'terminated', { signal })
  const found = await instance(ec2).find(mark, signal)
  expect(found).toEqual([expect.stringMatching(/^vol-/)])
  for (const each of found) await instance(ec2).release(each, signal)
})

test('hastening sends the termination and does not wait', async () => {
  const id = await instance(ec2).create(launch(), token(), signal)
  cloud.faults()
  await instance(ec2).hasten?.(id, signal)
  expect(cloud.calls.map(call => call.action)).toEqual(['TerminateInstances'])
  await instance(ec2).release(id, signal)
})

describe('an image', () => {
  let id: string
  let mark: string
  beforeEach(async () => {
    machine = await stopped()
    mark = token()
    id = await image(ec2).create({ tags, capture: { InstanceId: machine, Name: 'gone' } }, mark, signal)
  })
  afterEach(() => instance(ec2).release(machine, signal))

  test('that is still pending is released with its snapshots', async () => {
    await image(ec2).release(id, signal)
  })

  test('that was deregistered by a process that died then: its snapshots are found by its ID, and by the token', async () => {
    await untilImageAvailable(ec2, id, { signal })
    await ec2.call('DeregisterImage', { ImageId: id }, signal)
    expect(await image(ec2).find(mark, signal)).toEqual([expect.stringMatching(/^snap-/)])
    await image(ec2).release(id, signal)
    expect(await image(ec2).find(mark, signal)).toEqual([])
  })

  test('copied to another region: each is released alone', async () => {
    await untilImageAvailable(ec2, id, { signal })
    const there = ec2.inRegion('eu-west-1')
    const copy = await image(there).create(
      { tags, copy: { Name: 'gone', SourceImageId: id, SourceRegion: 'us-east-1' } },
      token(),
      signal,
    )
    await untilImageAvailable(there, copy, { signal })
    expect((await cloud.left('eu-west-1')).images).toHaveLength(2)
    await image(there).release(copy, signal)
    expect((await cloud.left('eu-west-1')).images.map(each => each.ImageId)).toEqual([id])
    await image(ec2).release(id, signal)
    expect((await cloud.left('eu-west-1')).snapshots).toEqual([])
  })
})

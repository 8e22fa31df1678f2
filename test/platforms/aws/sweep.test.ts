/** Cleaning up by tag, in an account with things of others and published images: only what is ours and unpublished goes. */
import { PassThrough } from 'node:stream'
import { CreateSnapshotCommand, CreateVolumeCommand } from '@aws-sdk/client-ec2'
import type { Io } from '../../../src/cli/command'
import { main } from '../../../src/cli/dispatch'
import { type Found, sweep } from '../../../src/engine/sweep'
import { makeSshKeyPair } from '../../../src/lib/ssh-key'
import { awsResourceKinds } from '../../../src/platforms/aws/kinds'
import { enabledRegions, findOurs, type Wanted } from '../../../src/platforms/aws/sweep'
import { type TestCloud, testCloud } from '../../helpers/cloud'
import { runSource } from '../../helpers/source-process'
import { bakeOn } from '../../sources/amazon-ebs/bake-on'

const signal = new AbortController().signal
let cloud: TestCloud
let others: Awaited<ReturnType<typeof all>>
/** The runs that are left to be cleaned up. */
let runs: string[]
/** When the second of them began. */
let second: Date
let PublicKeyMaterial: Buffer

// What another process finds for itself.
process.env.AWS_ACCESS_KEY_ID = 'any'
process.env.AWS_SECRET_ACCESS_KEY = 'any'

const regions = ['us-east-1', 'eu-west-1', 'us-west-2']
const templatesIn = async (region: string) =>
  (await cloud.ec2.inRegion(region).call('DescribeLaunchTemplates', {}, signal)).LaunchTemplates ?? []
const all = async () => {
  const templates = (await Promise.all(regions.map(templatesIn))).flat().map(each => each.LaunchTemplateId)
  return { ...(await cloud.left('eu-west-1', 'us-west-2')), templates }
}
const ids = ({ images, ...rest }: Awaited<ReturnType<typeof all>>) => ({ ...rest, images: images.map(image => image.ImageId) })

/** Without tags; with tags of their own; and with some that look like ours but are not all of them, as when somebody copies tags. */
const theirTags = [
  [],
  [{ Key: 'Name', Value: 'ingot' }],
  [
    { Key: 'ingot:run', Value: 'ingot-1' },
    { Key: 'ingot:started-at', Value: '2020-01-01T00:00:00Z' },
  ],
]

/** One of each kind in each region, and in one of them in every way of being tagged. */
async function ofOthers(): Promise<void> {
  for (const region of regions) {
    const ec2 = cloud.ec2.inRegion(region)
    const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['136693071363'] }, signal)
    const [base] = Images
    for (const [index, Tags] of (region === 'us-east-1' ? theirTags : theirTags.slice(-1)).entries()) {
      const tagged = <T extends string>(...types: T[]) =>
        Tags.length > 0 ? types.map(ResourceType => ({ ResourceType, Tags })) : []
      const name = `theirs ${index}`
      await ec2.call(
        'CopyImage',
        { Name: name, SourceImageId: base!.ImageId, SourceRegion: region, TagSpecifications: tagged('image', 'snapshot') },
        signal,
      )
      await ec2.call(
        'CreateSecurityGroup',
        { GroupName: name, Description: 'x', TagSpecifications: tagged('security-group') },
        signal,
      )
      const launch = { ImageId: base!.ImageId, InstanceType: 't3.small' as const, MinCount: 1, MaxCount: 1 }
      await ec2.call('RunInstances', { ...launch, TagSpecifications: tagged('instance', 'volume') }, signal)
      await ec2.call('ImportKeyPair', { KeyName: name, PublicKeyMaterial, TagSpecifications: tagged('key-pair') }, signal)
      const LaunchTemplateData = { ImageId: base!.ImageId }
      const template = { LaunchTemplateName: `theirs-${index}`, LaunchTemplateData, TagSpecifications: tagged('launch-template') }
      await ec2.call('CreateLaunchTemplate', template, signal)
    }
    // A snapshot that no image holds, and a volume that no machine has.
    const client = cloud.sandbox.client(region)
    const zone = `${region}a`
    await client.send(new CreateVolumeCommand({ AvailabilityZone: zone, Size: 1 }))
    const { VolumeId } = await client.send(new CreateVolumeCommand({ AvailabilityZone: zone, Size: 1 }))
    await client.send(new CreateSnapshotCommand({ VolumeId }))
  }
}

beforeAll(async () => {
  PublicKeyMaterial = Buffer.from((await makeSshKeyPair('ed25519', 'theirs')).publicKey)
})
beforeEach(async () => {
  cloud = await testCloud()
  expect((await bakeOn(cloud, { ami_name: 'published', ami_regions: ['eu-west-1'] })).report.outcome).toBe('done')
  await ofOthers()
  others = await all()
  // Ends in publishing, and leaves everything where it is; the first tag says that the candidate was tested.
  cloud.faults({ action: 'CreateTags', fault: 'UnauthorizedOperation', skip: 1 })
  const { report } = await bakeOn(cloud, { ami_regions: ['eu-west-1'] }, { engine: { onError: 'abort' }, smokeTest: 'passed' })
  const provision = async () => {
    throw new Error('no')
  }
  const younger = await bakeOn(cloud, { ami_name: 'other' }, { engine: { onError: 'abort' }, provision })
  expect(younger.report.leftovers.map(({ kind }) => kind)).toContain('aws.instance')
  runs = [report.run.id, younger.report.run.id]
  second = new Date(younger.report.run.startedAt)
  cloud.faults()
}, 60_000)
afterEach(() => cloud.sandbox.end())

async function found(wanted: Wanted): Promise<readonly Found[]> {
  const regions = await enabledRegions(cloud.ec2, signal)
  return (await Promise.all(regions.map(region => findOurs(cloud.ec2.inRegion(region), wanted, signal)))).flat()
}
const soon = () => new Date(Date.now() + 1000)

test('by age: all that is ours, in every region, and nothing else', async () => {
  const ours = await found({ before: soon() })
  expect(new Set(ours.map(each => each.run))).toEqual(new Set(runs))
  expect(new Set(ours.map(each => each.place.region))).toEqual(new Set(['us-east-1', 'eu-west-1']))
  expect(await sweep(ours, { resourceKinds: awsResourceKinds, say: () => undefined, signal })).toEqual([])
  expect(ids(await all())).toEqual(ids(others))
}, 60_000)

test('what a younger run has, which may be under way, stays', async () => {
  const ours = await found({ before: second })
  expect(new Set(ours.map(each => each.run))).toEqual(new Set(runs.slice(0, 1)))
  expect(await sweep(ours, { resourceKinds: awsResourceKinds, say: () => undefined, signal })).toEqual([])
  const kinds = ['aws.image', 'aws.instance', 'aws.key-pair', 'aws.security-group']
  const remaining = await found({ before: soon() })
  expect(new Set(remaining.map(each => each.run))).toEqual(new Set(runs.slice(1)))
  expect(kinds).toEqual(expect.arrayContaining(remaining.map(({ kind }) => kind)))
}, 60_000)

test('what is younger, or of another run, is not found', async () => {
  expect(await found({ before: new Date(Date.now() - 3_600_000) })).toEqual([])
  expect(await found({ runs: ['ingot-other'] })).toEqual([])
  expect((await found({ runs: runs.slice(1) })).map(each => each.run)).toEqual(Array(4).fill(runs[1]))
}, 60_000)

test('what cannot be removed is named, and keeps nothing else', async () => {
  cloud.faults({ action: 'DeleteKeyPair', fault: 'UnauthorizedOperation' })
  const ours = await found({ before: soon() })
  const leftovers = await sweep(ours, { resourceKinds: awsResourceKinds, say: () => undefined, signal })
  const named = expect.objectContaining({ kind: 'aws.key-pair', reason: expect.stringContaining('DeleteKeyPair') })
  expect(leftovers).toEqual([named, named])
  expect({ ...ids(await all()), keyPairs: [] }).toEqual({ ...ids(others), keyPairs: [] })
}, 60_000)

test('the command: first what it would do, then it does, and a name without a journal is found by its tags', async () => {
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL_EC2: cloud.sandbox.endpoint,
    AWS_REGION: 'us-east-1',
    INGOT_STATE_DIR: '/nowhere',
  }
  const ingot = (...args: string[]) => runSource('src/cli/main.ts', ['clean', ...args], { env })
  expect(await ingot('-region', 'all')).toMatchObject({ status: 2, stderr: expect.stringContaining('-older-than 3h') })
  const dry = await ingot('-older-than', '0s', '-dry-run')
  expect(dry.stdout).toMatch(/Would release aws.instance i-\w+ \(us-east-1\) of run ingot-/)
  const before = ids(await all())
  expect(before.images.length).toBeGreaterThan(ids(others).images.length)
  const young = await ingot('-older-than', '1h')
  expect(young).toMatchObject({ status: 0, stdout: expect.stringContaining('Nothing was left behind.') })
  const done = await ingot('-run', runs[0]!, '-run', runs[1]!, '-region', 'us-east-1,eu-west-1')
  expect(done.stdout).toMatch(/Released (\d+) of \1\./)
  expect(done.status).toBe(0)
  expect(ids(await all())).toEqual(ids(others))
}, 120_000)

test('a region that cannot be looked through is named, and keeps nobody from the others', async () => {
  cloud.faults({ action: 'Describe*', region: 'eu-west-1', fault: 'UnauthorizedOperation' })
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL_EC2: cloud.sandbox.endpoint,
    AWS_REGION: 'us-east-1',
    INGOT_STATE_DIR: '/nowhere',
  }
  const { status, stderr } = await runSource('src/cli/main.ts', ['clean', '-older-than', '0s'], { env })
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(
      /Left behind: region eu-west-1 .*could not be looked through: Describe\w+ .*UnauthorizedOperation/,
    ),
  })
  cloud.faults()
  const remaining = await found({ before: soon() })
  expect(new Set(remaining.map(each => each.place.region))).toEqual(new Set(['eu-west-1']))
}, 120_000)

describe('at a terminal', () => {
  const kept = { ...process.env }
  afterEach(() => {
    process.env = { ...kept }
  })

  test.each([
    ['n', false],
    ['y', true],
  ])(
    'it is said first what would go, and asked; the answer is %j',
    async (answer, goes) => {
      Object.assign(process.env, { AWS_ENDPOINT_URL_EC2: cloud.sandbox.endpoint, AWS_REGION: 'us-east-1' })
      const lines: string[] = []
      const stdin = Object.assign(new PassThrough(), { isTTY: true }) as unknown as Io['stdin']
      const stdout = { isTTY: true, write: (text: string) => void lines.push(text) }
      const io = { stdin, stdout, stderr: stdout, environment: { INGOT_STATE_DIR: '/nowhere' } }
      const before = ids(await all())
      const question = jest.spyOn(process.stdout, 'write').mockImplementation(text => {
        if (String(text).includes('Release all this? [y/N]')) (stdin as unknown as PassThrough).write(`${answer}\n`)
        return true
      })
      const status = await main(['clean', '-older-than', '0s'], io).finally(() => question.mockRestore())
      expect(status).toBe(0)
      expect(lines.join('')).toMatch(/Would release aws\.instance i-\w+ \(us-east-1\) of run ingot-/)
      expect(/^Released \d+ of/m.test(lines.join(''))).toBe(goes)
      expect(ids(await all())).toEqual(goes ? ids(others) : before)
    },
    60_000,
  )
})

/** Cleaning up by tag, in an account with things of others and published images: only what is ours and unpublished goes. */
import { type Found, sweep } from '../../../src/engine/sweep'
import { awsResourceKinds } from '../../../src/platforms/aws/kinds'
import { enabledRegions, findOurs, type Wanted } from '../../../src/platforms/aws/sweep'
import { type Left, type TestCloud, testCloud } from '../../helpers/cloud'
import { runSource } from '../../helpers/source-process'
import { bakeOn } from '../../sources/amazon-ebs/bake-on'

const signal = new AbortController().signal
let cloud: TestCloud
let others: Left
/** The runs that are left to be cleaned up. */
let runs: string[]

// What another process finds for itself.
process.env.AWS_ACCESS_KEY_ID = 'any'
process.env.AWS_SECRET_ACCESS_KEY = 'any'

const all = () => cloud.left('eu-west-1', 'us-west-2')
const ids = ({ images, ...rest }: Left) => ({ ...rest, images: images.map(image => image.ImageId) })

async function ofOthers(): Promise<void> {
  for (const region of ['us-east-1', 'eu-west-1']) {
    const ec2 = cloud.ec2.inRegion(region)
    const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['136693071363'] }, signal)
    await ec2.call('CopyImage', { Name: 'theirs', SourceImageId: Images[0]!.ImageId, SourceRegion: region }, signal)
    await ec2.call('CreateSecurityGroup', { GroupName: 'theirs', Description: 'x' }, signal)
    const launch = { ImageId: Images[0]!.ImageId, InstanceType: 't3.small' as const, MinCount: 1, MaxCount: 1 }
    await ec2.call('RunInstances', launch, signal)
  }
}

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
  const second = await bakeOn(cloud, { ami_name: 'other' }, { engine: { onError: 'abort' }, provision })
  expect(second.report.leftovers.map(({ kind }) => kind)).toContain('aws.instance')
  runs = [report.run.id, second.report.run.id]
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

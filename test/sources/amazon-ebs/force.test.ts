/** force_deregister: the old image goes only when its successor is tested and complete, and comes back when that fails. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clean } from '../../../src/engine/clean'
import { awsResourceKinds } from '../../../src/platforms/aws/kinds'
import { untilImageAvailable } from '../../../src/platforms/aws/wait'
import type { Fault } from '../../../src/sandbox/ec2/behaviour/faults'
import { type TestCloud, testCloud } from '../../helpers/cloud'
import { bakeOn } from './bake-on'

const signal = new AbortController().signal
let cloud: TestCloud
let oldId: string

beforeEach(async () => {
  cloud = await testCloud()
  const { report } = await bakeOn(cloud, { tags: { Age: 'old' }, ami_users: ['210987654321'] })
  oldId = report.builds[0]!.images[0]!.id
  cloud.faults()
})
afterEach(() => cloud.sandbox.end())

const replace = (options: object = {}, more: object = {}) =>
  bakeOn(cloud, { force_deregister: true, tags: { Age: 'new' }, ...options }, { smokeTest: 'passed', ...more })

const ageOf = (image: { Tags?: { Key?: string; Value?: string }[] } | undefined) =>
  image?.Tags?.find(tag => tag.Key === 'Age')?.Value

async function left(...regions: string[]) {
  const { images, snapshots, ...rest } = await cloud.left(...regions)
  expect(rest).toEqual({ instances: [], volumes: [], keyPairs: [], groups: [] })
  return { images, names: images.map(image => image.Name), ages: images.map(ageOf), snapshots }
}

test('the new one has the name, its tags and content; the old one is gone and its snapshot stays', async () => {
  const { report, steps } = await replace()
  expect(report.outcome).toBe('done')
  const { images, ages, names, snapshots } = await left()
  expect([names, ages]).toEqual([['web'], ['new']])
  expect(images[0]!.ImageId).toBe(report.builds[0]!.images[0]!.id)
  expect(images[0]!.ImageId).not.toBe(oldId)
  expect(images[0]).toMatchObject({ State: 'available', RootDeviceName: '/dev/xvda', EnaSupport: true, Architecture: 'x86_64' })
  expect(snapshots).toHaveLength(2)
  expect(steps.slice(-3)).toEqual(['smoke tests: done', 'publish: done', 'replace: done'])
})

test('force_delete_snapshot takes the old snapshot too', async () => {
  await replace({ force_delete_snapshot: true })
  const { images, snapshots } = await left()
  expect(snapshots).toEqual(images.flatMap(image => image.BlockDeviceMappings!.map(mapping => mapping.Ebs!.SnapshotId)))
})

test('-force is the same', async () => {
  const { report } = await replace({ force_deregister: false }, { engine: { force: true } })
  expect(report.outcome).toBe('done')
  expect((await left()).ages).toEqual(['new'])
})

test('the machine of the smoke test was made of what has the name now', async () => {
  await replace()
  const [published] = (await left()).images
  const tested = cloud.calls.filter(call => call.action === 'RunInstances' && !call.parameters.DryRun)[1]!
  expect(tested.parameters.ImageId).not.toBe(published!.ImageId)
  const machine = [...cloud.sandbox.kind.guests.values()].at(-1)!
  expect(machine.spec.metadata.imageId).toBe(tested.parameters.ImageId)
})

test('when the smoke test fails the old one was never touched', async () => {
  const { report } = await replace({}, { smokeTest: 'failed' })
  expect(report.outcome).toBe('failed')
  const { images, snapshots } = await left()
  expect(images.map(image => image.ImageId)).toEqual([oldId])
  expect(snapshots).toHaveLength(1)
  expect(
    cloud.calls.filter(call => call.action === 'DeregisterImage' && call.parameters.ImageId === oldId && !call.parameters.DryRun),
  ).toEqual([])
})

test.each([
  // The first one is a dry run.
  ['the registration', 'RegisterImage', 1],
  // The first one says that the candidate was tested.
  ['a tag', 'CreateTags', 1],
])('when %s is refused the old one comes back, with its tags and those who may launch it', async (_what, action, skip) => {
  cloud.faults({ action, fault: 'UnauthorizedOperation', skip, times: 1 })
  const { report, messages } = await replace()
  expect(report).toMatchObject({ outcome: 'failed', leftovers: [] })
  const { images, names, ages, snapshots } = await left()
  expect([names, ages]).toEqual([['web'], ['old']])
  expect(snapshots).toHaveLength(1)
  expect(messages.join()).toContain(`Image ${oldId} in us-east-1 is back as ${images[0]!.ImageId}`)
  const { LaunchPermissions } = await cloud.ec2.call(
    'DescribeImageAttribute',
    { ImageId: images[0]!.ImageId, Attribute: 'launchPermission' },
    signal,
  )
  expect(LaunchPermissions).toEqual([{ UserId: '210987654321' }])
})

test.each([
  ['before the old image went', { action: 'DeregisterImage', fault: 'InternalError', skip: 1 }],
  ['while nothing answers', { action: 'RegisterImage', fault: 'cut' }],
  ['before its successor came', { action: 'RegisterImage', fault: 'UnauthorizedOperation', skip: 1 }],
  ['before its successor was complete', { action: 'CreateTags', fault: 'UnauthorizedOperation' }],
] as const)('a run that ends %s is undone by another process', async (_when, fault) => {
  const stateFolder = mkdtempSync(join(tmpdir(), 'ingot-force-'))
  cloud.faults(fault)
  const { report } = await replace({ force_delete_snapshot: true }, { engine: { stateFolder, onError: 'abort' } })
  expect(report.outcome).toBe('failed')
  cloud.faults()
  const path = join(stateFolder, report.run.id, 'journal.jsonl')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/"pid":\d+/, '"pid":999999999'))
  const keys = { AWS_ACCESS_KEY_ID: 'any', AWS_SECRET_ACCESS_KEY: 'any' }
  Object.assign(process.env, keys)
  const quiet = { say: () => undefined, warn: () => undefined, signal }
  const cleaned = await clean({ stateFolder, resourceKinds: awsResourceKinds, ...quiet })
  expect(cleaned.leftovers).toEqual([])
  const { images, names, ages, snapshots } = await left()
  expect([names, ages]).toEqual([['web'], ['old']])
  expect(snapshots).toEqual(images.flatMap(image => image.BlockDeviceMappings!.map(mapping => mapping.Ebs!.SnapshotId)))
  rmSync(stateFolder, { recursive: true, force: true })
})

test('what may not be deregistered is found before anything is launched', async () => {
  cloud.faults({ action: 'DeregisterImage', fault: 'UnauthorizedOperation' })
  const { report } = await replace()
  expect(report.builds[0]!.error).toMatchObject({
    message: expect.stringContaining('ec2:DeregisterImage to replace the image of that name'),
    advice: expect.stringContaining('ec2:DeregisterImage'),
  })
  expect(cloud.calls.filter(call => call.action === 'RunInstances' && !call.parameters.DryRun)).toEqual([])
})

test('regions: no old image goes before all copies are there', async () => {
  await replace({ ami_regions: ['eu-west-1'] })
  cloud.faults({ transition: 'copy', reason: 'no key', times: 1 })
  const before = (await left('eu-west-1')).images.map(image => image.ImageId)
  cloud.faults({ transition: 'copy', reason: 'no key', times: 1 })
  const { report } = await replace({ ami_regions: ['eu-west-1'], tags: { Age: 'newest' } })
  expect(report).toMatchObject({ outcome: 'failed', leftovers: [] })
  expect((await left('eu-west-1')).images.map(image => image.ImageId)).toEqual(before)
  cloud.faults()
  const again = await replace({ ami_regions: ['eu-west-1'], tags: { Age: 'newest' } })
  expect(again.report.outcome).toBe('done')
  expect((await left('eu-west-1')).ages).toEqual(['newest', 'newest'])
})

describe('when the second of three regions fails, the old images are back, or still there, in each', () => {
  const regions = ['eu-west-1', 'us-west-2']
  const where = async () =>
    (await left(...regions)).images.map(image => `${ageOf(image)} ${image.Name}: ${image.BlockDeviceMappings!.length}`)
  beforeEach(async () => {
    const TagSpecifications = [{ ResourceType: 'image' as const, Tags: [{ Key: 'Age', Value: 'old' }] }]
    for (const region of regions) {
      const there = cloud.ec2.inRegion(region)
      const copy = { Name: 'web', SourceImageId: oldId, SourceRegion: 'us-east-1', TagSpecifications }
      const { ImageId } = await there.call('CopyImage', copy, signal)
      await untilImageAvailable(there, ImageId!, { signal })
    }
    expect(await where()).toEqual(Array(3).fill('old web: 1'))
    cloud.faults()
  })

  test.each<[string, object, boolean]>([
    ['its copy', { transition: 'copy', reason: 'no key', skip: 1, times: 1 }, false],
    // The first of each is a dry run.
    [
      'the removal of its old image',
      { action: 'DeregisterImage', region: 'us-west-2', fault: 'OperationNotPermitted', skip: 1, times: 1 },
      true,
    ],
    [
      'its registration',
      { action: 'RegisterImage', region: 'us-west-2', fault: 'InvalidParameterValue', skip: 1, times: 1 },
      true,
    ],
  ])('%s', async (_what, fault, hasBegun) => {
    cloud.faults(fault as Fault)
    const { report, steps } = await replace({ ami_regions: regions, force_delete_snapshot: true }, { smokeTest: undefined })
    expect(report).toMatchObject({ outcome: 'failed', leftovers: [] })
    expect(steps.some(step => step.startsWith('replace'))).toBe(hasBegun)
    const { images, snapshots } = await left(...regions)
    expect(await where()).toEqual(Array(3).fill('old web: 1'))
    const used = images.flatMap(image => image.BlockDeviceMappings!.map(mapping => mapping.Ebs!.SnapshotId!))
    expect(snapshots.sort()).toEqual(used.sort())
  })
})

test('a name that is free is taken at once', async () => {
  await replace({ ami_name: 'other' })
  expect(cloud.calls.filter(call => call.action === 'RegisterImage')).toEqual([])
})

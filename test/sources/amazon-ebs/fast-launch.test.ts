/** fast_launch: asked for where the template says, waited for, and taken back when publishing fails. */
import { CreateLaunchTemplateCommand } from '@aws-sdk/client-ec2'
import { nothing, type TestCloud, testCloud } from '../../helpers/cloud'
import { debian, memoryMachines, windows } from '../../helpers/memory-machines'
import { bakeOn } from './bake-on'

const signal = new AbortController().signal
let cloud: TestCloud
beforeAll(async () => {
  cloud = await testCloud(memoryMachines([debian, windows]))
  for (const region of ['us-east-1', 'eu-west-1']) {
    const LaunchTemplateData = { InstanceType: 't3.large' } as const
    const client = cloud.sandbox.client(region)
    await client.send(new CreateLaunchTemplateCommand({ LaunchTemplateName: 'fast', LaunchTemplateData }))
  }
})
afterAll(() => cloud.sandbox.end())
beforeEach(() => cloud.faults())
afterEach(async () => {
  for (const region of ['us-east-1', 'eu-west-1']) {
    const ec2 = cloud.ec2.inRegion(region)
    const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['self'] }, signal)
    for (const { ImageId } of Images) await ec2.call('DeregisterImage', { ImageId }, signal)
    const { Snapshots = [] } = await ec2.call('DescribeSnapshots', { OwnerIds: ['self'] }, signal)
    for (const { SnapshotId } of Snapshots) await ec2.call('DeleteSnapshot', { SnapshotId }, signal)
  }
})

const onWindows = {
  source_ami_filter: { filters: { name: 'Windows*' }, owners: [windows.ownerId], most_recent: true },
  ami_regions: ['us-east-1', 'eu-west-1'],
}
const run = (fast_launch: object, more: object = {}) => bakeOn(cloud, { ...onWindows, fast_launch, ...more })
const enabled = () =>
  cloud.calls
    .filter(call => call.action === 'EnableFastLaunch')
    .map(({ region, parameters: { ImageId, ResourceType, ...rest } }) => ({ region, ...rest }))
    .sort((a, b) => (a.region < b.region ? -1 : 1))

async function states(region: string) {
  const { FastLaunchImages = [] } = await cloud.ec2.inRegion(region).call('DescribeFastLaunchImages', {}, signal)
  return FastLaunchImages.map(each => each.State)
}

test('in every region, as EC2 does by itself', async () => {
  const { report } = await run({ enable_fast_launch: true })
  expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
  expect(enabled()).toEqual([{ region: 'eu-west-1' }, { region: 'us-east-1' }])
  expect([await states('us-east-1'), await states('eu-west-1')]).toEqual([['enabled'], ['enabled']])
})

test('with numbers, and a template of each region, whose default version is meant where none is named', async () => {
  const { report } = await run({
    max_parallel_launches: 8,
    target_resource_count: 9,
    template_name: 'fast',
    region_launch_templates: [{ region: 'eu-west-1', template_name: 'fast', template_version: 1 }],
  })
  expect(report.outcome).toBe('done')
  const settings = {
    MaxParallelLaunches: '8',
    SnapshotConfiguration: { TargetResourceCount: '9' },
    LaunchTemplate: { LaunchTemplateName: 'fast', Version: '1' },
  }
  expect(enabled()).toEqual([
    { region: 'eu-west-1', ...settings },
    { region: 'us-east-1', ...settings },
  ])
})

test('the template of the build is of its region only, and a region may be left out', async () => {
  await run({ template_name: 'fast' })
  expect(enabled()).toEqual([
    { region: 'eu-west-1' },
    { region: 'us-east-1', LaunchTemplate: { LaunchTemplateName: 'fast', Version: '1' } },
  ])
  cloud.faults()
  await run(
    { enable_fast_launch: true, region_launch_templates: [{ region: 'eu-west-1', enable_fast_launch: false }] },
    { ami_name: 'second' },
  )
  expect(enabled()).toEqual([{ region: 'us-east-1' }])
  cloud.faults()
  await run({ enable_fast_launch: false, max_parallel_launches: 8 }, { ami_name: 'third' })
  expect(enabled()).toEqual([])
})

test.each([
  [
    { enable_fast_launch: true },
    { source_ami_filter: { filters: { name: 'debian*' }, owners: [debian.ownerId], most_recent: true } },
    /images of Windows only/,
  ],
  [{ template_name: 'none' }, {}, /none/],
  [{ region_launch_templates: [{ region: 'eu-west-1', template_id: 'lt-00000000000000000' }] }, {}, /lt-0/],
])('what cannot be is told before anything is made: %j', async (fast, more, detail) => {
  const { report } = await run(fast, more)
  expect(report.outcome).toBe('failed')
  expect(report.builds[0]?.error?.message).toMatch('fast_launch cannot be used')
  expect(JSON.stringify(report.builds[0]?.error)).toMatch(detail)
  expect(cloud.calls.filter(call => call.action === 'ImportKeyPair')).toEqual([])
})

test.each([
  [
    'EC2 cannot make the snapshots',
    { transition: 'fast-launch', reason: 'sysprep failed', times: 1 } as const,
    /enabling-failed: sysprep failed/,
  ],
  [
    'it is refused in one region',
    { action: 'EnableFastLaunch', region: 'eu-west-1', fault: 'UnauthorizedOperation' },
    /EnableFastLaunch failed in eu-west-1/,
  ],
  ['the tags that come after it cannot be written', { action: 'CreateTags', fault: 'TagLimitExceeded' }, /TagLimitExceeded/],
])('%s: nothing of the run remains in any region', async (_, rule, message) => {
  cloud.faults(rule)
  const { report } = await run({ enable_fast_launch: true })
  expect(report).toMatchObject({ outcome: 'failed', leftovers: [] })
  expect(report.builds[0]?.error?.message).toMatch(message)
  const actions = cloud.calls.map(call => call.action)
  const succeeded =
    actions.filter(action => action === 'EnableFastLaunch').length -
    ('action' in rule && rule.action === 'EnableFastLaunch' ? 1 : 0)
  expect(actions.filter(action => action === 'DisableFastLaunch')).toHaveLength(succeeded)
  expect(actions.indexOf('DisableFastLaunch')).toBeLessThan(actions.indexOf('DeregisterImage'))
  expect(await cloud.left('eu-west-1')).toEqual(nothing)
  expect([await states('us-east-1'), await states('eu-west-1')]).toEqual([[], []])
})

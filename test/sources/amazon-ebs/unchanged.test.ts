/** What was published of the same recipe is not built again. */
import { type TestCloud, testCloud } from '../../helpers/cloud'
import { bakeOn } from './bake-on'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await testCloud()
})
afterAll(() => cloud.sandbox.end())

const run = (recipe: string | undefined, name: string) =>
  bakeOn(
    cloud,
    { ami_name: name, ami_regions: ['eu-west-1'] },
    { smokeTest: 'passed', engine: { recipes: new Map(recipe ? [['amazon-ebs.web', recipe]] : []), skipUnchanged: true } },
  )
const launches = () => cloud.calls.filter(({ action, parameters }) => action === 'RunInstances' && !parameters.DryRun).length

test('the second run launches nothing and has the same images; another recipe is built', async () => {
  const first = await run('one', 'web-1')
  expect(first.report.outcome).toBe('done')
  expect(launches()).toBe(2)
  const { images } = first.report.builds[0]!
  expect(images.map(({ region }) => region)).toEqual(['eu-west-1', 'us-east-1'])
  expect(images[0]!.fingerprint).toMatch(/^[0-9a-f]{64}$/)

  const second = await run('one', 'web-2')
  expect(second.report).toMatchObject({ outcome: 'done', builds: [{ images, artifacts: first.report.builds[0]!.artifacts }] })
  expect(second.report.milliseconds).toBeLessThan(5000)
  expect(launches()).toBe(2)
  expect(second.messages.join()).toContain('Unchanged, so nothing is built')

  const { SnapshotId, Tags } = (await cloud.ec2.call('DescribeSnapshots', { OwnerIds: ['self'] }, AbortSignal.timeout(5000)))
    .Snapshots![0]!
  expect([SnapshotId, Tags?.find(({ Key }) => Key === 'ingot:fingerprint')?.Value]).toEqual([
    expect.any(String),
    images[0]!.fingerprint,
  ])

  const third = await run('two', 'web-3')
  expect(third.report.outcome).toBe('done')
  expect(launches()).toBe(4)
}, 120_000)

test('without a recipe it is said, and built', async () => {
  const before = launches()
  const { report, messages } = await run(undefined, 'web-4')
  expect([report.outcome, launches() - before]).toEqual(['done', 2])
  expect(messages.join()).toContain('Whether anything has changed cannot be told')
}, 120_000)

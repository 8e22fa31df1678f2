/** What others of the account can see of a candidate: while it is asked, after it has failed, and after it has passed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DescribeImagesCommand, DescribeSecurityGroupsCommand, DescribeSnapshotsCommand, type Tag } from '@aws-sdk/client-ec2'
import type { PlannedSmokeTest } from '../../src/model/plan'
import { Tfvars } from '../../src/outputs/tfvars'
import { type TestCloud, testCloud } from '../helpers/cloud'
import { bakeOn } from '../sources/amazon-ebs/bake-on'

const regions = ['us-east-1', 'eu-west-1'] as const
const tagsOf = (tags: readonly Tag[] | undefined) => Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key, Value]))

/** A client of other people, with all that it sees of images, snapshots and open ports. */
async function seen({ sandbox }: TestCloud) {
  const [images, ports] = [[] as Record<string, unknown>[], [] as string[]]
  for (const region of regions) {
    const client = sandbox.client(region)
    for (const image of (await client.send(new DescribeImagesCommand({ Owners: ['self'] }))).Images ?? []) {
      const { Public, Name } = image
      const { 'ingot:state': state, Age: age } = tagsOf(image.Tags)
      images.push({ region, Public, Name, state, age, id: image.ImageId })
    }
    for (const { SecurityGroups = [] } of [await client.send(new DescribeSecurityGroupsCommand({}))])
      for (const { GroupName, IpPermissions = [] } of SecurityGroups)
        for (const { FromPort, ToPort, IpRanges = [], Ipv6Ranges = [] } of GroupName === 'default' ? [] : IpPermissions)
          ports.push(`${FromPort}-${ToPort} ${[...IpRanges.map(each => each.CidrIp), ...Ipv6Ranges.map(each => each.CidrIpv6)]}`)
  }
  const { Snapshots = [] } = await sandbox.client().send(new DescribeSnapshotsCommand({ OwnerIds: ['self'] }))
  return { images, ports: ports.sort(), snapshots: Snapshots.map(each => each.SnapshotId).sort() }
}

const asks: PlannedSmokeTest = {
  name: 'web',
  scripts: [],
  inline: [],
  environment: {},
  timeout: 20_000,
  probes: [{ name: 'tcp 8080', port: 8080, timeout: 1, retryTimeout: 1, sleep: 1 }],
}

let cloud: TestCloud
let folder: string
beforeEach(async () => {
  cloud = await testCloud()
  folder = mkdtempSync(join(tmpdir(), 'ingot-gate-'))
})
afterEach(async () => {
  await cloud.sandbox.end()
  rmSync(folder, { recursive: true, force: true })
})

/** Every bake replaces the image of its name in both regions and shares it; what is seen in mid-test comes back with its end. */
async function bake(age: string, outcome: 'passed' | 'failed') {
  const during: Awaited<ReturnType<typeof seen>>[] = []
  const sinks = [new Tfvars(join(folder, 'images.auto.tfvars.json'))]
  const options = { ami_regions: ['eu-west-1'], ami_users: ['210987654321'], tags: { Age: age }, force_deregister: true }
  const askSmokeTest = async ({ name }: PlannedSmokeTest) => {
    during.push(await seen(cloud))
    return [{ test: name, name, outcome, milliseconds: 1, detail: 'why' }]
  }
  const { report } = await bakeOn(cloud, options, { smokeTests: [asks], plugins: { askSmokeTest }, engine: { sinks } })
  return {
    report,
    during: during[0]!,
    after: await seen(cloud),
    tfvars: readFileSync(join(folder, 'images.auto.tfvars.json'), 'utf8'),
  }
}

test.each(['failed', 'passed'] as const)('a candidate that has %s', async outcome => {
  const old = await bake('old', 'passed')
  expect(old.after.images.map(({ region, state, age }) => [region, state, age])).toEqual(
    regions.map(region => [region, 'published', 'old']),
  )

  const { report, during, after, tfvars } = await bake('new', outcome)
  // In mid-test: the old images as they were, and in one region one more, which is private, untested and bears no name that counts.
  const ids = old.after.images.map(({ id }) => id)
  expect(during.images.filter(({ id }) => ids.includes(id))).toEqual(old.after.images)
  expect(during.images.filter(({ id }) => !ids.includes(id))).toEqual([
    {
      region: 'us-east-1',
      Public: false,
      Name: expect.not.stringMatching(/^web$/),
      state: 'candidate',
      age: undefined,
      id: expect.any(String),
    },
  ])
  expect(report.outcome).toBe(outcome === 'passed' ? 'done' : 'failed')
  if (outcome === 'failed') expect([after, tfvars]).toEqual([old.after, old.tfvars])
  else {
    expect(after.images.map(({ region, state, age }) => [region, state, age])).toEqual(
      regions.map(region => [region, 'published', 'new']),
    )
    expect(tfvars).not.toBe(old.tfvars)
  }
})

test('the port of a probe is open while it is asked, for this machine alone, and gone afterwards', async () => {
  const { during, after } = await bake('first', 'passed')
  // The group of the machine that was baked has gone while the image was made.
  expect(during.ports).toEqual(['22-22 127.0.0.1/32', '8080-8080 127.0.0.1/32'])
  expect(after.ports).toEqual([])
})

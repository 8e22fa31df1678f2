/** The least policy, beside what a bake really calls: everything that it calls is allowed, and nothing more than a failure may need. */
import { communicatorOptions } from '../../../src/model/communicator-options'
import { amazonEbs } from '../../../src/sources/amazon-ebs'
import type { Options } from '../../../src/sources/amazon-ebs/options'
import { permissions } from '../../../src/sources/amazon-ebs/permissions'
import { withDefaults } from '../../helpers/bake'
import { type TestCloud, testCloud } from '../../helpers/cloud'
import { bakeOn } from './bake-on'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await testCloud()
})
afterAll(() => cloud.sandbox.end())
beforeEach(() => cloud.faults())

/** Called when a reply was lost, a machine did not answer, or the build has failed. */
const afterMishaps = [
  ...['DescribeKeyPairs', 'DescribeSecurityGroups', 'GetConsoleOutput', 'DescribeLaunchTemplates'],
  ...['DeregisterImage', 'DeleteSnapshot', 'DeleteVolume', 'DescribeVolumes'],
]
/** Tags are written with what is created, for which IAM demands it. */
const implied = ['CreateTags', 'RunInstances']

test.each<[string, object, object]>([
  ['as usual', {}, {}],
  ['without a communicator', {}, { communicator: 'none' }],
  [
    'with a key and a group that exist',
    { security_group_filter: { filters: { 'group-name': 'default' } } },
    { ssh_password: 'x' },
  ],
  [
    'with copies and shares',
    { ami_regions: ['eu-west-1'], ami_users: ['123456789012'], snapshot_users: ['123456789012'], imds_support: 'v2.0' },
    {},
  ],
  ['with dates and protection', { deprecate_at: '2030-01-01T00:00:00Z', ena_support: true }, {}],
  ['without an image', { skip_create_ami: true }, {}],
  ['with a subnet by filter', { subnet_filter: { filters: { 'default-for-az': 'true' }, random: true } }, {}],
  ['with a public address', { associate_public_ip_address: true }, {}],
  ['on a spot machine', { spot_price: 'auto', ami_name: 'spot' }, {}],
])(
  '%s',
  async (name, more, communicator) => {
    const { report } = await bakeOn(cloud, { ami_name: name, ...more }, { communicator })
    expect(report.builds[0]!.error).toBeUndefined()
    const called = new Set(cloud.calls.map(call => call.action))
    const options = withDefaults(amazonEbs.options, { ...cloud.template, ...more }) as unknown as Options
    const needed = permissions(options, withDefaults(communicatorOptions, communicator) as never)
    const allowed = [...needed.read, ...needed.create, ...needed.change, ...needed.own].map(action => action.replace('ec2:', ''))
    expect([...called].filter(action => !allowed.includes(action))).toEqual([])
    const idle = allowed.filter(action => !called.has(action) && !afterMishaps.includes(action) && !implied.includes(action))
    expect(idle).toEqual([])
  },
  30_000,
)

test('to replace an image that others may have made needs no tag; the policy for a build that cannot do it says so', () => {
  const options = withDefaults(amazonEbs.options, { ami_name: 'web' }) as unknown as Options
  const reach = withDefaults(communicatorOptions, {}) as never
  expect(permissions(options, reach, true).change).toContain('ec2:DeregisterImage')
  expect(permissions(options, reach, true).create).toContain('ec2:RegisterImage')
  expect(permissions(options, reach).own).toContain('ec2:DeregisterImage')
})

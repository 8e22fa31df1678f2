/** The least policy, beside what a bake really calls: everything that it calls is allowed, and nothing more than a failure may need. */
import { communicatorOptions } from '../../../src/model/communicator-options'
import { amazonEbs } from '../../../src/sources/amazon-ebs'
import type { Options } from '../../../src/sources/amazon-ebs/options'
import { permissions } from '../../../src/sources/amazon-ebs/permissions'
import { type AwsServices, awsServices } from '../../helpers/aws-services'
import { withDefaults } from '../../helpers/bake'
import { type TestCloud, testCloud } from '../../helpers/cloud'
import { bakeOn } from './bake-on'

let cloud: TestCloud
let services: AwsServices
beforeAll(async () => {
  cloud = await testCloud()
  services = await awsServices({}, new Map())
  process.env.AWS_ENDPOINT_URL_IAM = services.endpoint
})
afterAll(async () => {
  delete process.env.AWS_ENDPOINT_URL_IAM
  await cloud.sandbox.end()
  await services.stop()
})
beforeEach(() => {
  cloud.faults()
  services.calls.length = 0
})

/** Called when a reply was lost, a machine did not answer, or the build has failed. */
const afterMishaps = [
  ...['DescribeKeyPairs', 'DescribeSecurityGroups', 'GetConsoleOutput', 'DescribeLaunchTemplates'],
  ...['DeregisterImage', 'DeleteSnapshot', 'DeleteVolume', 'DescribeVolumes'],
]
/** Tags are written with what is created, for which IAM demands it. */
const implied = ['CreateTags', 'RunInstances']
/** Done by EC2 for the caller, or asked of services that are not there when EC2 is another. */
const elsewhere = /^(kms|servicequotas):|^iam:PassRole$/
const readOnly = { Statement: [{ Effect: 'Allow', Action: ['s3:Get*'], Resource: ['*'] }] }

/** Read again when another process takes up what a run has left. */
const lookedForAgain = ['iam:GetRole', 'iam:GetInstanceProfile']

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
  ['with encrypted copies', { ami_regions: ['eu-west-1'], encrypt_boot: true }, {}],
  ['in other regions only', { ami_regions: ['eu-west-1'], skip_save_build_region: true, skip_region_validation: true }, {}],
  ['in place of another', { ami_name: 'as usual', force_deregister: true, force_delete_snapshot: true }, {}],
  ['with a profile of its own', { temporary_iam_instance_profile_policy_document: readOnly }, {}],
])(
  '%s',
  async (name, more, communicator) => {
    const { report } = await bakeOn(cloud, { ami_name: name, ...more }, { communicator })
    expect(report.builds[0]!.error).toBeUndefined()
    const called = new Set([...cloud.calls.map(call => `ec2:${call.action}`), ...services.calls])
    const options = withDefaults(amazonEbs.options, { ...cloud.template, ...more }) as unknown as Options
    const needed = permissions(options, withDefaults(communicatorOptions, communicator) as never)
    const allowed = [...needed.read, ...needed.create, ...needed.change, ...needed.own]
    expect([...called].filter(action => !allowed.includes(action))).toEqual([])
    const excused = [...afterMishaps, ...implied].map(action => `ec2:${action}`)
    const idle = allowed.filter(action => !called.has(action) && !excused.includes(action) && !elsewhere.test(action))
    expect(idle.filter(action => !lookedForAgain.includes(action) && !action.startsWith('iam:Tag'))).toEqual([])
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

test('through Session Manager sessions are allowed, and no port is opened', () => {
  const options = { source_ami: 'ami-1', instance_type: 't3.small', ami_name: 'web', ssh_interface: 'session_manager' }
  const given = withDefaults(amazonEbs.options, { ...options, iam_instance_profile: 'ssm' }) as Options
  const { read, create } = permissions(given, { communicator: 'ssh' } as never)
  expect(read).toContain('ssm:DescribeSessions')
  expect(create).toEqual(
    expect.arrayContaining(['ssm:ResumeSession', 'ssm:StartSession', 'ssm:TerminateSession', 'iam:PassRole']),
  )
  expect(create).not.toContain('ec2:AuthorizeSecurityGroupIngress')
})

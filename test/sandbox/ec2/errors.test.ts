/** Codes and statuses of refusals: clients and Packer's own retries compare them literally. */
import { query } from '../../helpers/query'
import { type TestSandbox, testSandbox } from '../../helpers/sandbox'

let sandbox: TestSandbox
let base: string
beforeAll(async () => {
  sandbox = await testSandbox()
  base = /<imageId>([^<]+)/.exec((await query(sandbox.endpoint, 'DescribeImages')).body)![1]!
})
afterAll(() => sandbox.end())

const run = { MinCount: '1', MaxCount: '1', InstanceType: 't3.micro' }
const none = '0123456789abcdef0'
const filter = (Name: string, value?: string) => ({
  'Filter.1.Name': Name,
  ...(value === undefined ? {} : { 'Filter.1.Value.1': value }),
})
const tagged = (type: string, key: string) => ({ 'TagSpecification.1.ResourceType': type, 'TagSpecification.1.Tag.1.Key': key })

type Case = readonly [action: string, parameters: Record<string, string>, code: string, status?: number]
const cases: readonly Case[] = [
  ['NoSuchAction', {}, 'InvalidAction'],
  ['RunInstances', { ImageId: 'ami-1', MinCount: '1' }, 'MissingParameter'],
  ['RunInstances', { ImageId: 'ami-1', MinCount: 'one', MaxCount: '1' }, 'InvalidParameterValue'],
  ['RunInstances', { ImageId: 'ami-1', MinCount: '2', MaxCount: '1' }, 'InvalidParameterValue'],
  ['RunInstances', { ...run, ImageId: 'ami-1', Colour: 'red' }, 'UnknownParameter'],
  ['RunInstances', { ...run, ImageId: 'ami-1', 'Placement.Colour': 'red' }, 'UnknownParameter'],
  ['RunInstances', { ...run, ImageId: 'image' }, 'InvalidAMIID.Malformed'],
  ['RunInstances', { ...run, ImageId: `ami-${none}` }, 'InvalidAMIID.NotFound'],
  ['RunInstances', { ...run, ImageId: 'BASE', InstanceType: 't9.micro' }, 'InvalidParameterValue'],
  ['RunInstances', { ...run, ImageId: 'BASE', InstanceType: 't4g.micro' }, 'InvalidParameterValue'],
  ['RunInstances', { ...run, ImageId: 'BASE', KeyName: 'none' }, 'InvalidKeyPair.NotFound'],
  ['RunInstances', { ...run, ImageId: 'BASE', 'SecurityGroupId.1': `sg-${none}` }, 'InvalidGroup.NotFound'],
  ['RunInstances', { ...run, ImageId: 'BASE', 'SecurityGroup.1': 'none' }, 'InvalidGroup.NotFound'],
  ['RunInstances', { ...run, ImageId: 'BASE', SubnetId: `subnet-${none}` }, 'InvalidSubnetID.NotFound'],
  ['RunInstances', { ...run, ImageId: 'BASE', 'Placement.AvailabilityZone': 'mars-1a' }, 'InvalidParameterValue'],
  ['RunInstances', { ...run, ImageId: 'BASE', DryRun: 'true' }, 'DryRunOperation', 412],
  ['RunInstances', { ...run, ImageId: 'BASE', ...tagged('image', 'a') }, 'InvalidParameterValue'],
  ['RunInstances', { ...run, ImageId: 'BASE', ...tagged('instance', 'aws:a') }, 'InvalidParameterValue'],
  ['RunInstances', { ...run, ImageId: 'BASE', UserData: Buffer.alloc(16385).toString('base64') }, 'InvalidParameterValue'],
  [
    'RunInstances',
    { ...run, ImageId: 'BASE', 'BlockDeviceMapping.1.DeviceName': '/dev/xvda', 'BlockDeviceMapping.1.Ebs.VolumeSize': '1' },
    'InvalidBlockDeviceMapping',
  ],
  ['DescribeInstances', { 'InstanceId.1': `i-${none}` }, 'InvalidInstanceID.NotFound'],
  ['DescribeInstances', { 'InstanceId.1': 'x' }, 'InvalidInstanceID.Malformed'],
  ['DescribeInstances', filter('no-such-filter', 'x'), 'InvalidParameterValue'],
  ['DescribeInstances', filter('image-id'), 'InvalidParameterValue'],
  ['DescribeInstances', { MaxResults: '2' }, 'InvalidParameterValue'],
  ['DescribeInstances', { NextToken: 'x' }, 'InvalidNextToken'],
  ['TerminateInstances', { 'InstanceId.1': `i-${none}` }, 'InvalidInstanceID.NotFound'],
  ['StopInstances', {}, 'MissingParameter'],
  ['CreateImage', { InstanceId: `i-${none}`, Name: 'abc' }, 'InvalidInstanceID.NotFound'],
  ['CopyImage', { SourceImageId: 'BASE', SourceRegion: 'us-east-1', Name: 'no' }, 'InvalidAMIName.Malformed'],
  ['CopyImage', { SourceImageId: 'BASE', SourceRegion: 'eu-west-1', Name: 'elsewhere' }, 'InvalidAMIID.NotFound'],
  ['CopyImage', { SourceImageId: 'BASE', SourceRegion: 'us-east-1', Name: 'key', KmsKeyId: 'k' }, 'InvalidParameterCombination'],
  ['DeregisterImage', { ImageId: `ami-${none}` }, 'InvalidAMIID.NotFound'],
  ['DeregisterImage', { ImageId: 'BASE' }, 'AuthFailure', 403],
  ['CreateTags', { 'ResourceId.1': 'BASE', 'Tag.1.Key': 'a' }, 'UnauthorizedOperation', 403],
  ['CreateTags', { 'ResourceId.1': 'thing-1', 'Tag.1.Key': 'a' }, 'InvalidID'],
  ['CreateTags', { 'ResourceId.1': `vol-${none}`, 'Tag.1.Key': 'a' }, 'InvalidVolume.NotFound'],
  ['RegisterImage', { Name: 'abc', RootDeviceName: '/dev/sda1' }, 'InvalidBlockDeviceMapping'],
  ['DeleteSnapshot', { SnapshotId: `snap-${none}` }, 'InvalidSnapshot.NotFound'],
  ['DeleteVolume', { VolumeId: `vol-${none}` }, 'InvalidVolume.NotFound'],
  ['CreateVolume', { AvailabilityZone: 'us-east-1a' }, 'MissingParameter'],
  ['CreateVolume', { AvailabilityZone: 'us-east-1z', Size: '1' }, 'InvalidZone.NotFound'],
  ['CreateKeyPair', { KeyName: 'k', KeyType: 'dsa' }, 'InvalidParameterValue'],
  ['ImportKeyPair', { KeyName: 'k', PublicKeyMaterial: Buffer.from('none').toString('base64') }, 'InvalidKey.Format'],
  ['DescribeKeyPairs', { 'KeyName.1': 'none' }, 'InvalidKeyPair.NotFound'],
  ['CreateSecurityGroup', { GroupName: 'g' }, 'MissingParameter'],
  ['CreateSecurityGroup', { GroupName: 'g', GroupDescription: 'd', VpcId: `vpc-${none}` }, 'InvalidVpcID.NotFound'],
  ['CreateSecurityGroup', { GroupName: 'default', GroupDescription: 'd' }, 'InvalidParameterValue'],
  ['DeleteSecurityGroup', { GroupId: `sg-${none}` }, 'InvalidGroup.NotFound'],
  ['DeleteSecurityGroup', { GroupName: 'default' }, 'CannotDelete'],
  ['AuthorizeSecurityGroupIngress', { GroupName: 'default' }, 'MissingParameter'],
  [
    'AuthorizeSecurityGroupIngress',
    { GroupName: 'default', IpProtocol: 'tcp', FromPort: '22', ToPort: '22', CidrIp: 'home' },
    'InvalidParameterValue',
  ],
  [
    'RevokeSecurityGroupIngress',
    { GroupName: 'default', IpProtocol: 'tcp', FromPort: '1', ToPort: '2', CidrIp: '10.0.0.0/8' },
    'InvalidPermission.NotFound',
  ],
  ['DescribeVpcs', { 'VpcId.1': `vpc-${none}` }, 'InvalidVpcID.NotFound'],
  ['DescribeRegions', { 'RegionName.1': 'mars-1' }, 'InvalidParameterValue'],
  ['DescribeInstanceTypes', { 'InstanceType.1': 't9.micro' }, 'InvalidInstanceType'],
  ['EnableImageDeprecation', { ImageId: `ami-${none}`, DeprecateAt: 'tomorrow' }, 'InvalidParameterValue'],
]
test.each(cases.map(([action, parameters, code, status = 400]) => ({ action, parameters, code, status })))(
  '$action $parameters: $code',
  async ({ action, parameters, code, status }) => {
    const filled = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, value === 'BASE' ? base : value]))
    const reply = await query(sandbox.endpoint, action, filled)
    expect({ code: reply.code, status: reply.status }).toEqual({ code, status })
    expect(reply.body).toMatch(/<RequestID>[0-9a-f-]{36}<\/RequestID>/)
  },
)

test('nothing was made by a refused request', async () => {
  const { body } = await query(sandbox.endpoint, 'DescribeInstances')
  expect(body).toContain('<reservationSet/>')
})

test('a presigned GET is served like a POST, in the region of its credential', async () => {
  const parameters = new URLSearchParams({
    Action: 'DescribeAvailabilityZones',
    Version: '2016-11-15',
    'X-Amz-Credential': 'AKIA/20260101/eu-west-1/ec2/aws4_request',
    'X-Amz-Signature': '0',
  })
  const response = await fetch(`${sandbox.endpoint}/?${parameters}`)
  expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
  expect(await response.text()).toContain('<zoneName>eu-west-1a</zoneName>')
})

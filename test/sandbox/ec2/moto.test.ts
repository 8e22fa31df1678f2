/** Another EC2 fake, by other people, as a second opinion: where it refuses a request too, it must be with the same code. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { describeNeeding } from '../../helpers/clients'
import { element, query } from '../../helpers/query'
import { eventually, type TestSandbox, testSandbox } from '../../helpers/sandbox'
import { programPath } from '../../helpers/tools'

const none = '0123456789abcdef0'
const device = { 'BlockDeviceMapping.1.DeviceName': '/dev/sda1' }

/** In order, on a fresh account; `name` of an earlier reply's element is put in for `<name>`. */
type Step = readonly [action: string, parameters?: Record<string, string>]
const story: readonly Step[] = [
  ['DescribeImages', { 'ImageId.1': `ami-${none}` }],
  ['DescribeInstances', { 'InstanceId.1': `i-${none}` }],
  ['TerminateInstances', { 'InstanceId.1': `i-${none}` }],
  ['CreateImage', { InstanceId: `i-${none}`, Name: 'image' }],
  ['DeregisterImage', { ImageId: `ami-${none}` }],
  ['DeleteSnapshot', { SnapshotId: `snap-${none}` }],
  ['DescribeSnapshots', { 'SnapshotId.1': `snap-${none}` }],
  ['DescribeVolumes', { 'VolumeId.1': `vol-${none}` }],
  ['DeleteVolume', { VolumeId: `vol-${none}` }],
  ['DescribeSubnets', { 'SubnetId.1': `subnet-${none}` }],
  ['DescribeVpcs', { 'VpcId.1': `vpc-${none}` }],
  ['DescribeNetworkInterfaces', { 'NetworkInterfaceId.1': `eni-${none}` }],
  ['DescribeSecurityGroups', { 'GroupId.1': `sg-${none}` }],
  ['DeleteSecurityGroup', { GroupId: `sg-${none}` }],
  ['DescribeKeyPairs', { 'KeyName.1': 'none' }],
  ['DescribeLaunchTemplates', { 'LaunchTemplateName.1': 'none' }],
  ['DeleteLaunchTemplate', { LaunchTemplateName: 'none' }],
  ['DescribeInstanceTypes', { 'InstanceType.1': 't9.micro' }],
  ['CreateTags', { 'ResourceId.1': `i-${none}`, 'Tag.1.Key': 'aws:x', 'Tag.1.Value': '' }],
  ['CreateKeyPair', { KeyName: 'key' }],
  ['CreateKeyPair', { KeyName: 'key' }],
  ['ImportKeyPair', { KeyName: 'key2', PublicKeyMaterial: Buffer.from('none').toString('base64') }],
  ['DescribeVpcs'],
  ['CreateSecurityGroup', { GroupName: 'group', GroupDescription: 'd', VpcId: '<vpcId>' }],
  ['CreateSecurityGroup', { GroupName: 'group', GroupDescription: 'd', VpcId: '<vpcId>' }],
  [
    'AuthorizeSecurityGroupIngress',
    { GroupId: '<groupId>', IpProtocol: 'tcp', FromPort: '22', ToPort: '22', CidrIp: '10.0.0.0/8' },
  ],
  [
    'AuthorizeSecurityGroupIngress',
    { GroupId: '<groupId>', IpProtocol: 'tcp', FromPort: '22', ToPort: '22', CidrIp: '10.0.0.0/8' },
  ],
  ['RevokeSecurityGroupIngress', { GroupId: '<groupId>', IpProtocol: 'tcp', FromPort: '1', ToPort: '1', CidrIp: '10.0.0.0/8' }],
  ['CreateVolume', { AvailabilityZone: 'us-east-1a', Size: '1' }],
  ['CreateSnapshot', { VolumeId: '<volumeId>' }],
  [
    'RegisterImage',
    {
      Name: 'image',
      Architecture: 'x86_64',
      RootDeviceName: '/dev/sda1',
      ...device,
      'BlockDeviceMapping.1.Ebs.SnapshotId': '<snapshotId>',
    },
  ],
  ['DeleteSnapshot', { SnapshotId: '<snapshotId>' }],
  ['DescribeImages', { 'ImageId.1': '<imageId>', DryRun: 'true' }],
  ['DeregisterImage', { ImageId: '<imageId>' }],
  ['DeleteSnapshot', { SnapshotId: '<snapshotId>' }],
  ['DeleteSecurityGroup', { GroupId: '<groupId>' }],
  ['DeleteKeyPair', { KeyName: 'none' }],
]

/**
 * Where moto is laxer than EC2, or has another code than EC2's documentation: InvalidKey.Format for a malformed key,
 * InvalidSnapshot.InUse for the snapshot of a registered image, a launch template by name.
 */
const motoDiffers = new Set(['CreateTags', 'DescribeImages DryRun', 'DeleteLaunchTemplate', 'ImportKeyPair', 'DeleteSnapshot'])

async function tell(endpoint: string): Promise<string[]> {
  const seen: Record<string, string> = {}
  const answers: string[] = []
  for (const [action, parameters = {}] of story) {
    const filled = Object.entries(parameters).map(([name, value]) => [
      name,
      value.replace(/^<(\w+)>$/, (_, key) => seen[key] ?? ''),
    ])
    const { body, code } = await query(endpoint, action, Object.fromEntries(filled))
    for (const name of ['vpcId', 'groupId', 'volumeId', 'snapshotId', 'imageId'])
      seen[name] = element(body, name) ?? seen[name] ?? ''
    if (action === 'CreateSnapshot') await new Promise(resolve => setTimeout(resolve, 200))
    if (!motoDiffers.has('DryRun' in parameters ? `${action} DryRun` : action)) answers.push(`${action}: ${code ?? 'done'}`)
  }
  return answers
}

describeNeeding({ moto_server: programPath('moto_server') !== undefined }, 'moto_server', () => {
  let sandbox: TestSandbox
  let moto: ChildProcess
  let endpoint: string
  beforeAll(async () => {
    sandbox = await testSandbox()
    const port = await freePort()
    endpoint = `http://127.0.0.1:${port}/`
    moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
    await eventually(
      () =>
        query(endpoint, 'DescribeRegions').then(
          ({ status }) => status,
          () => 0,
        ),
      status => status === 200,
      60,
    )
  }, 90_000)
  afterAll(async () => {
    moto.kill()
    await sandbox.end()
  })

  test('refuses the same requests with the same codes', async () => {
    expect(await tell(sandbox.endpoint)).toEqual(await tell(endpoint))
  }, 60_000)
})

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Every action against EC2's published model as botocore carries it: parameters it must know, elements it may answer. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { actions } from '../../../src/sandbox/ec2/actions'
import { describeNeeding, hasPythonModule } from '../../helpers/clients'
import { debian, memoryMachines, windows } from '../../helpers/memory-machines'
import { element, type QueryReply, query } from '../../helpers/query'
import { eventually, type TestSandbox, testSandbox } from '../../helpers/sandbox'

const script = join(__dirname, '../../helpers/ec2-model.py')
const model = (args: string[], input = '') =>
  spawnSync('python3', [script, ...args], { input, encoding: 'utf8', maxBuffer: 2 ** 26 })
let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await testSandbox({ kind: memoryMachines([debian, windows]) })
})
afterAll(() => sandbox.end())

describeNeeding({ boto3: hasPythonModule('boto3') }, "EC2's published model", () => {
  test('every parameter of every action is known', async () => {
    const { stdout, stderr } = model(['requests', ...Object.keys(actions)])
    expect(stderr).toBe('')
    const asked = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { action: string; body: Record<string, string> })
    expect(asked).toHaveLength(Object.keys(actions).length)
    const replies = await Promise.all(
      asked.map(({ action, body }) => query(sandbox.endpoint, action, { ...body, DryRun: 'true' })),
    )
    expect(replies.filter(({ code }) => code !== 'DryRunOperation').map(({ action, body }) => `${action}: ${body}`)).toEqual([])
  })

  test('no parameter is known that the model does not have, however deep', async () => {
    const { stdout, stderr } = model(['strangers', ...Object.keys(actions)])
    expect(stderr).toBe('')
    const asked = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { action: string; body: Record<string, string> })
    expect(asked.length).toBeGreaterThan(Object.keys(actions).length * 2)
    const taken: string[] = []
    for (const { action, body } of asked) {
      const { code } = await query(sandbox.endpoint, action, { ...body, DryRun: 'true' })
      if (code !== 'UnknownParameter') taken.push(`${action} ${Object.keys(body).at(-1)}: ${code}`)
    }
    expect(taken).toEqual([])
  })

  test('every reply is made of elements of the model', async () => {
    const replies = await tour(sandbox.endpoint)
    expect(replies.filter(({ status }) => status !== 200)).toEqual([])
    expect(Object.keys(actions).filter(name => !replies.some(({ action }) => action === name))).toEqual([])
    const { stdout, stderr } = model(['replies'], replies.map(reply => JSON.stringify(reply)).join('\n'))
    expect({ problems: stdout.split('\n').filter(Boolean), stderr }).toEqual({ problems: [], stderr: '' })
  })
})

/** Each action at least once, on resources that have something in every list. */
async function tour(endpoint: string): Promise<QueryReply[]> {
  const replies: QueryReply[] = []
  const ask = async (action: string, parameters: Record<string, string> = {}) => {
    const reply = await query(endpoint, action, parameters)
    replies.push(reply)
    return reply.body
  }
  const until = (action: string, parameters: Record<string, string>, text: string) =>
    eventually(
      () => ask(action, parameters),
      body => body.includes(text),
    )
  const tag = (type: string) => ({
    'TagSpecification.1.ResourceType': type,
    'TagSpecification.1.Tag.1.Key': 'Name',
    'TagSpecification.1.Tag.1.Value': 'tour',
  })
  const base = element(await ask('DescribeImages'), 'imageId')!
  await places(ask)
  const groupId = await groups(ask, tag)
  const ssh =
    (await ask('CreateKeyPair', { KeyName: 'made', KeyType: 'ed25519', ...tag('key-pair') })) &&
    (await ask('DescribeKeyPairs', { IncludePublicKey: 'true' }))
  await ask('ImportKeyPair', {
    KeyName: 'brought',
    PublicKeyMaterial: Buffer.from(element(ssh, 'publicKey')!).toString('base64'),
  })
  await ask('DeleteKeyPair', { KeyName: 'brought' })

  const launch = {
    ImageId: base,
    MinCount: '1',
    MaxCount: '1',
    InstanceType: 't3.micro',
    KeyName: 'made',
    'SecurityGroupId.1': groupId,
  }
  await ask('CreateLaunchTemplate', {
    LaunchTemplateName: 'tour',
    'LaunchTemplateData.InstanceType': 't3.micro',
    ...tag('launch-template'),
  })
  await ask('DescribeLaunchTemplates')
  await spot(ask, until, base)
  await ask('DeleteLaunchTemplate', { LaunchTemplateName: 'tour' })
  const id = element(await ask('RunInstances', { ...launch, 'IamInstanceProfile.Name': 'p', ...tag('instance') }), 'instanceId')!
  await until('DescribeInstances', { 'InstanceId.1': id }, '<name>running</name>')
  await instances(ask, until, id)
  await images(ask, until, id, base)
  await volumes(ask, until, id)
  await ask('TerminateInstances', { 'InstanceId.1': id })
  await until('DescribeInstances', { 'InstanceId.1': id }, '<name>terminated</name>')
  await ask('DeleteSecurityGroup', { GroupId: groupId })
  return replies
}

type Ask = (action: string, parameters?: Record<string, string>) => Promise<string>
type Until = (action: string, parameters: Record<string, string>, text: string) => Promise<string>
type Tag = (type: string) => Record<string, string>

async function places(ask: Ask) {
  for (const action of ['Regions', 'AvailabilityZones', 'AccountAttributes', 'Vpcs', 'Subnets', 'InstanceTypes'])
    await ask(`Describe${action}`)
  await ask('DescribeInstanceTypeOfferings', { LocationType: 'availability-zone' })
  await ask('DescribeVpcAttribute', { VpcId: element(await ask('DescribeVpcs'), 'vpcId')!, Attribute: 'enableDnsSupport' })
}

async function groups(ask: Ask, tag: Tag): Promise<string> {
  const created = await ask('CreateSecurityGroup', { GroupName: 'tour', GroupDescription: 'all', ...tag('security-group') })
  const GroupId = element(created, 'groupId')!
  const one = { GroupId, 'IpPermissions.1.IpProtocol': 'tcp', 'IpPermissions.1.FromPort': '22', 'IpPermissions.1.ToPort': '22' }
  const ranges = {
    ...one,
    'IpPermissions.1.IpRanges.1.CidrIp': '10.0.0.0/8',
    'IpPermissions.1.Ipv6Ranges.1.CidrIpv6': '::/0',
    'IpPermissions.1.Groups.1.GroupId': GroupId,
    'IpPermissions.1.PrefixListIds.1.PrefixListId': 'pl-1',
    'IpPermissions.1.IpRanges.1.Description': 'ours',
  }
  let first = ''
  for (const side of ['Egress', 'Ingress']) {
    first = element(
      await ask(`AuthorizeSecurityGroup${side}`, { ...ranges, ...tag('security-group-rule') }),
      'securityGroupRuleId',
    )!
    await ask(`UpdateSecurityGroupRuleDescriptions${side}`, ranges)
  }
  await ask('DescribeSecurityGroups', { 'GroupId.1': GroupId })
  await ask('DescribeSecurityGroupRules', { 'Filter.1.Name': 'group-id', 'Filter.1.Value.1': GroupId })
  await ask('ModifySecurityGroupRules', {
    GroupId,
    'SecurityGroupRule.1.SecurityGroupRuleId': first,
    'SecurityGroupRule.1.SecurityGroupRule.IpProtocol': 'udp',
    'SecurityGroupRule.1.SecurityGroupRule.FromPort': '1',
    'SecurityGroupRule.1.SecurityGroupRule.ToPort': '2',
    'SecurityGroupRule.1.SecurityGroupRule.CidrIpv4': '10.0.0.0/8',
  })
  for (const side of ['Ingress', 'Egress'])
    await ask(`RevokeSecurityGroup${side}`, { ...one, 'IpPermissions.1.Groups.1.GroupId': GroupId })
  return GroupId
}

async function spot(ask: Ask, until: Until, base: string) {
  const fleet = {
    Type: 'instant',
    'TargetCapacitySpecification.TotalTargetCapacity': '1',
    'LaunchTemplateConfigs.1.LaunchTemplateSpecification.LaunchTemplateName': 'tour',
    'LaunchTemplateConfigs.1.Overrides.1.InstanceType': 'x0.none',
    'LaunchTemplateConfigs.1.Overrides.2.InstanceType': 't3.small',
    'LaunchTemplateConfigs.1.Overrides.2.ImageId': base,
  }
  const launched = await ask('CreateFleet', fleet)
  const id = /<instanceIds><item>([^<]+)/.exec(launched)![1]!
  const request = element(await ask('DescribeSpotInstanceRequests'), 'spotInstanceRequestId')!
  await ask('CancelSpotInstanceRequests', { 'SpotInstanceRequestId.1': request })
  await until('DescribeInstances', { 'InstanceId.1': id }, '<name>running</name>')
  await ask('TerminateInstances', { 'InstanceId.1': id })
}

async function instances(ask: Ask, until: Until, id: string) {
  const one = { 'InstanceId.1': id }
  const attributes = 'instanceType userData disableApiTermination disableApiStop instanceInitiatedShutdownBehavior rootDeviceName'
  const others =
    'blockDeviceMapping productCodes sourceDestCheck groupSet ebsOptimized sriovNetSupport enaSupport enclaveOptions kernel ramdisk'
  for (const Attribute of `${attributes} ${others}`.split(' '))
    await ask('DescribeInstanceAttribute', { InstanceId: id, Attribute })
  for (const action of ['DescribeInstanceStatus', 'MonitorInstances', 'UnmonitorInstances', 'RebootInstances'])
    await ask(action, one)
  for (const action of ['GetConsoleOutput', 'GetPasswordData']) await ask(action, { InstanceId: id })
  for (const action of ['DescribeNetworkInterfaces', 'DescribeInstanceCreditSpecifications', 'DescribeTags']) await ask(action)
  await ask('ModifyInstanceAttribute', { InstanceId: id, 'DisableApiTermination.Value': 'false' })
  await ask('ModifyInstanceMetadataOptions', { InstanceId: id, HttpTokens: 'required' })
  await ask('CreateTags', { 'ResourceId.1': id, 'Tag.1.Key': 'a', 'Tag.1.Value': 'b' })
  await ask('DeleteTags', { 'ResourceId.1': id, 'Tag.1.Key': 'a' })
  await ask('StopInstances', one)
  await until('DescribeInstances', one, '<name>stopped</name>')
  await ask('StartInstances', one)
  await until('DescribeInstances', one, '<name>running</name>')
}

async function images(ask: Ask, until: Until, id: string, base: string) {
  const ImageId = element(await ask('CreateImage', { InstanceId: id, Name: 'tour', NoReboot: 'true' }), 'imageId')!
  const made = await until('DescribeImages', { 'ImageId.1': ImageId }, '<imageState>available</imageState>')
  const attributes = 'description kernel ramdisk launchPermission productCodes blockDeviceMapping sriovNetSupport bootMode'
  const others = 'tpmSupport uefiData lastLaunchedTime imdsSupport deregistrationProtection'
  await ask('ModifyImageAttribute', { ImageId, 'LaunchPermission.Add.1.UserId': '210987654321' })
  for (const Attribute of `${attributes} ${others}`.split(' ')) await ask('DescribeImageAttribute', { ImageId, Attribute })
  await ask('EnableImageDeprecation', { ImageId, DeprecateAt: new Date(Date.now() + 86_400_000).toISOString() })
  await ask('EnableImageDeregistrationProtection', { ImageId })
  await ask('DescribeImages', { 'ImageId.1': ImageId })
  const reset = ['DisableImageDeprecation', 'DisableImageDeregistrationProtection', 'DisableImage', 'EnableImage']
  for (const action of reset) await ask(action, { ImageId })
  await ask('ResetImageAttribute', { ImageId, Attribute: 'launchPermission' })
  const copied = element(await ask('CopyImage', { SourceImageId: base, SourceRegion: 'us-east-1', Name: 'copied' }), 'imageId')!
  await until('DescribeImages', { 'ImageId.1': copied }, '<imageState>available</imageState>')
  await fastLaunch(ask, until)
  const SnapshotId = element(made, 'snapshotId')!
  const device = { 'BlockDeviceMapping.1.DeviceName': '/dev/xvda', 'BlockDeviceMapping.1.Ebs.SnapshotId': SnapshotId }
  await ask('RegisterImage', { Name: 'registered', Architecture: 'x86_64', RootDeviceName: '/dev/xvda', ...device })
  await ask('DeregisterImage', { ImageId: copied, DeleteAssociatedSnapshots: 'true' })
}

async function fastLaunch(ask: Ask, until: Until) {
  const found = await ask('DescribeImages', { 'Filter.1.Name': 'platform', 'Filter.1.Value.1': 'windows' })
  const copy = { SourceImageId: element(found, 'imageId')!, SourceRegion: 'us-east-1', Name: 'fast' }
  const ImageId = element(await ask('CopyImage', copy), 'imageId')!
  await until('DescribeImages', { 'ImageId.1': ImageId }, '<imageState>available</imageState>')
  await ask('EnableFastLaunch', { ImageId, MaxParallelLaunches: '6', 'SnapshotConfiguration.TargetResourceCount': '5' })
  await until('DescribeFastLaunchImages', { 'ImageId.1': ImageId }, '<state>enabled</state>')
  await ask('DisableFastLaunch', { ImageId, Force: 'true' })
}

async function volumes(ask: Ask, until: Until, id: string) {
  const zone = element(await ask('DescribeInstances', { 'InstanceId.1': id }), 'availabilityZone')!
  const VolumeId = element(await ask('CreateVolume', { AvailabilityZone: zone, Size: '1', VolumeType: 'gp3' }), 'volumeId')!
  await ask('StopInstances', { 'InstanceId.1': id })
  await until('DescribeInstances', { 'InstanceId.1': id }, '<name>stopped</name>')
  await ask('AttachVolume', { VolumeId, InstanceId: id, Device: '/dev/sdf' })
  await ask('DescribeVolumes')
  await ask('DetachVolume', { VolumeId })
  const SnapshotId = element(await ask('CreateSnapshot', { VolumeId }), 'snapshotId')!
  await until('DescribeSnapshots', { 'SnapshotId.1': SnapshotId }, '<status>completed</status>')
  await ask('ModifySnapshotAttribute', { SnapshotId, 'CreateVolumePermission.Add.1.UserId': '210987654321' })
  await ask('DescribeSnapshotAttribute', { SnapshotId, Attribute: 'createVolumePermission' })
  await ask('CopySnapshot', { SourceSnapshotId: SnapshotId, SourceRegion: 'us-east-1' })
  await ask('DeleteSnapshot', { SnapshotId })
  await ask('DeleteVolume', { VolumeId })
}

/** A bake's worth of calls by the real AWS client: from a published image to an own one and back to nothing. */
import {
  AuthorizeSecurityGroupIngressCommand,
  CreateImageCommand,
  CreateSecurityGroupCommand,
  DeleteKeyPairCommand,
  DeleteSecurityGroupCommand,
  DeleteSnapshotCommand,
  DeregisterImageCommand,
  DescribeImagesCommand,
  DescribeInstancesCommand,
  DescribeSnapshotsCommand,
  DescribeVolumesCommand,
  type EC2Client,
  type Image,
  ImportKeyPairCommand,
  RunInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import { makeSshKeyPair } from '../../../src/lib/ssh-key'
import { eventually, type TestSandbox, testSandbox } from '../../helpers/sandbox'

let sandbox: TestSandbox
let ec2: EC2Client
beforeAll(async () => {
  sandbox = await testSandbox()
  ec2 = sandbox.client()
})
afterAll(() => sandbox.end())

const stateOf = async (id: string) =>
  (await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }))).Reservations![0]!.Instances![0]!
const becomes = (id: string, state: string) =>
  eventually(
    () => stateOf(id),
    instance => instance.State?.Name === state,
  )
const imageOf = async (id: string) => (await ec2.send(new DescribeImagesCommand({ ImageIds: [id] }))).Images![0]!

async function publishedImage(): Promise<Image> {
  const found = await ec2.send(
    new DescribeImagesCommand({
      Owners: ['136693071363'],
      Filters: [
        { Name: 'name', Values: ['debian-12-amd64-*'] },
        { Name: 'root-device-type', Values: ['ebs'] },
        { Name: 'virtualization-type', Values: ['hvm'] },
      ],
    }),
  )
  const source = found.Images![0]!
  expect(source.ImageId).toMatch(/^ami-0[0-9a-f]{16}$/)
  return source
}

test('a bake', async () => {
  const source = await publishedImage()
  const ssh = (await makeSshKeyPair('ed25519', 'a bake')).publicKey
  await ec2.send(new ImportKeyPairCommand({ KeyName: 'ingot', PublicKeyMaterial: Buffer.from(ssh) }))
  const { GroupId } = await ec2.send(new CreateSecurityGroupCommand({ GroupName: 'ingot', Description: 'of a bake' }))
  await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId,
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    }),
  )

  const run = await ec2.send(
    new RunInstancesCommand({
      ImageId: source.ImageId,
      MinCount: 1,
      MaxCount: 1,
      InstanceType: 't3.micro',
      KeyName: 'ingot',
      SecurityGroupIds: [GroupId!],
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'baker' }] }],
    }),
  )
  const id = run.Instances![0]!.InstanceId!
  expect(run.Instances![0]!.State?.Name).toBe('pending')
  const running = await becomes(id, 'running')
  expect(running).toMatchObject({ KeyName: 'ingot', Tags: [{ Key: 'Name', Value: 'baker' }], ImageId: source.ImageId })
  expect(running.PublicIpAddress).toMatch(/^127\.83\./)
  const guest = sandbox.kind.guests.get(id)!
  expect(guest.spec.metadata.publicKeys[0]!.openssh).toContain(ssh.split(' ')[1])
  expect(guest.rules).toEqual([{ protocol: 'tcp', fromPort: 22, toPort: 22, cidr: '0.0.0.0/0' }])

  await guest.write('baked\n')
  await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }))
  await becomes(id, 'stopped')
  const { ImageId } = await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'baked' }))
  const image = await eventually(
    () => imageOf(ImageId!),
    ({ State }) => State === 'available',
  )
  expect(image).toMatchObject({ Name: 'baked', RootDeviceName: '/dev/xvda', SourceInstanceId: id, Architecture: 'x86_64' })
  const snapshotId = image.BlockDeviceMappings![0]!.Ebs!.SnapshotId!
  const snapshots = await ec2.send(new DescribeSnapshotsCommand({ SnapshotIds: [snapshotId] }))
  expect(snapshots.Snapshots![0]).toMatchObject({ State: 'completed', Progress: '100%' })

  const again = await ec2.send(new RunInstancesCommand({ ImageId, MinCount: 1, MaxCount: 1, InstanceType: 't3.micro' }))
  const second = again.Instances![0]!.InstanceId!
  await becomes(second, 'running')
  await expect(sandbox.kind.guests.get(second)!.disk()).resolves.toBe('base\nbaked\n')

  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id, second] }))
  await becomes(id, 'terminated')
  await becomes(second, 'terminated')
  await expect(ec2.send(new DeleteSnapshotCommand({ SnapshotId: snapshotId }))).rejects.toThrow(/in use by ami-/)
  await ec2.send(new DeregisterImageCommand({ ImageId }))
  await ec2.send(new DeleteSnapshotCommand({ SnapshotId: snapshotId }))
  await ec2.send(new DeleteSecurityGroupCommand({ GroupId }))
  await ec2.send(new DeleteKeyPairCommand({ KeyName: 'ingot' }))
  const left = await ec2.send(new DescribeVolumesCommand({}))
  expect(left.Volumes).toEqual([])
  await expect(imageOf(ImageId!)).rejects.toMatchObject({ name: 'InvalidAMIID.NotFound' })
})

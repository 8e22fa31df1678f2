/** Images are true to content, whatever the way they come to be, and go without a trace. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CopyImageCommand,
  CreateImageCommand,
  type CreateImageCommandInput,
  CreateSnapshotCommand,
  DeleteSnapshotCommand,
  DeregisterImageCommand,
  DescribeImagesCommand,
  DescribeSnapshotsCommand,
  type EC2Client,
  EnableImageDeprecationCommand,
  EnableImageDeregistrationProtectionCommand,
  type Image,
  ModifyImageAttributeCommand,
  RegisterImageCommand,
  RunInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import { becomes, image, imageBecomes, launch } from '../../helpers/ec2'
import { eventually, type TestSandbox, testSandbox } from '../../helpers/sandbox'

let sandbox: TestSandbox
let ec2: EC2Client
beforeEach(async () => {
  sandbox = await testSandbox()
  ec2 = sandbox.client()
})
afterEach(() => sandbox.end())

const stored = (what: 'volumes' | 'snapshots') => readdirSync(join(sandbox.stateFolder, what))
const content = (of: Image) =>
  readFileSync(join(sandbox.stateFolder, 'snapshots', of.BlockDeviceMappings![0]!.Ebs!.SnapshotId!), 'utf8')
async function baked(text: string, settings: Partial<CreateImageCommandInput> = {}) {
  const id = await launch(ec2)
  await sandbox.kind.guests.get(id)!.write(text)
  const { ImageId } = await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'baked', ...settings }))
  return { id, made: await imageBecomes(ec2, ImageId!, 'available') }
}

test('a running instance is shut down for its image and boots again', async () => {
  const { id, made } = await baked('one\n')
  expect(content(made)).toBe('base\none\n')
  expect(await becomes(ec2, id, 'running')).toBeDefined()
  await eventually(async () => sandbox.kind.guests.get(id)!.running, Boolean)
})

test('NoReboot leaves it alone', async () => {
  const { id, made } = await baked('two\n', { NoReboot: true })
  expect(content(made)).toBe('base\ntwo\n')
  expect(sandbox.kind.guests.get(id)).toMatchObject({ running: true, starts: 1 })
})

test('an image outlives its instance and its source, also when they go while it is made', async () => {
  let open = () => {}
  sandbox.kind.gate = new Promise(resolve => {
    open = resolve
  })
  const id = await launch(ec2)
  const { ImageId } = await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'quick', NoReboot: true }))
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }))
  await becomes(ec2, id, 'terminated')
  expect(await image(ec2, ImageId!)).toMatchObject({ State: 'pending' })
  open()
  expect(content(await imageBecomes(ec2, ImageId!, 'available'))).toBe('base\n')
  await eventually(
    async () => stored('volumes'),
    volumes => volumes.length === 0,
  )
})

test('deregistering while it is made stops the making', async () => {
  sandbox.kind.gate = new Promise(() => {})
  const id = await launch(ec2)
  const { ImageId } = await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'never', NoReboot: true }))
  await ec2.send(new DeregisterImageCommand({ ImageId, DeleteAssociatedSnapshots: true }))
  sandbox.kind.gate = Promise.resolve()
  await eventually(
    async () => stored('snapshots'),
    snapshots => snapshots.length === 0,
  )
  expect((await ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'] }))).Snapshots).toEqual([])
})

test('a full disk makes the image fail with the reason', async () => {
  sandbox.kind.failures.capture = Object.assign(new Error('write'), { code: 'ENOSPC' })
  const id = await launch(ec2)
  const { ImageId } = await ec2.send(new CreateImageCommand({ InstanceId: id, Name: 'full' }))
  const failed = await imageBecomes(ec2, ImageId!, 'failed')
  expect(failed.StateReason?.Message).toMatch(/the disk that holds the sandbox is full/)
})

test('a full disk at launch is an error, and nothing remains', async () => {
  sandbox.kind.failures.clone = Object.assign(new Error('write'), { code: 'ENOSPC' })
  await expect(launch(ec2)).rejects.toMatchObject({ name: 'InternalError', message: expect.stringContaining('is full') })
  expect(stored('volumes')).toEqual([])
})

test('copies are whole and by themselves in another region', async () => {
  const { made } = await baked('three\n')
  const west = sandbox.client('us-west-2')
  const request = { SourceImageId: made.ImageId!, SourceRegion: 'us-east-1', Name: 'copy', ClientToken: 'once' }
  const first = await west.send(new CopyImageCommand(request))
  const second = await west.send(new CopyImageCommand(request))
  expect(second.ImageId).toBe(first.ImageId)
  await expect(west.send(new CopyImageCommand({ ...request, Name: 'other' }))).rejects.toMatchObject({
    name: 'IdempotentParameterMismatch',
  })
  const copy = await imageBecomes(west, first.ImageId!, 'available')
  await ec2.send(new DeregisterImageCommand({ ImageId: made.ImageId, DeleteAssociatedSnapshots: true }))
  expect(content(copy)).toBe('base\nthree\n')
  await expect(image(ec2, copy.ImageId!)).rejects.toMatchObject({ name: 'InvalidAMIID.NotFound' })
})

test('an image registered from a snapshot boots with its content; names are unique', async () => {
  const { id, made } = await baked('four\n')
  const { VolumeId } = (await becomes(ec2, id, 'running')).BlockDeviceMappings![0]!.Ebs!
  const { SnapshotId } = await ec2.send(new CreateSnapshotCommand({ VolumeId }))
  await eventually(
    async () => (await ec2.send(new DescribeSnapshotsCommand({ SnapshotIds: [SnapshotId!] }))).Snapshots![0]!.State,
    state => state === 'completed',
  )
  const request = {
    Name: 'registered',
    Architecture: 'x86_64' as const,
    VirtualizationType: 'hvm',
    RootDeviceName: '/dev/xvda',
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId, DeleteOnTermination: true } }],
  }
  const { ImageId } = await ec2.send(new RegisterImageCommand(request))
  await expect(ec2.send(new RegisterImageCommand(request))).rejects.toMatchObject({ name: 'InvalidAMIName.Duplicate' })
  await expect(ec2.send(new DeleteSnapshotCommand({ SnapshotId }))).rejects.toMatchObject({ name: 'InvalidSnapshot.InUse' })
  const run = await ec2.send(new RunInstancesCommand({ ImageId, MinCount: 1, MaxCount: 1, InstanceType: 't3.micro' }))
  const second = run.Instances![0]!.InstanceId!
  await becomes(ec2, second, 'running')
  expect(await sandbox.kind.guests.get(second)!.disk()).toBe('base\nfour\n')
  expect(made.Name).toBe('baked')
})

test('deprecation, protection and sharing', async () => {
  const { made } = await baked('five\n')
  const { ImageId } = made
  await ec2.send(new EnableImageDeprecationCommand({ ImageId, DeprecateAt: new Date('2030-01-01T00:00:29Z') }))
  expect((await image(ec2, ImageId!)).DeprecationTime).toBe('2030-01-01T00:00:00.000Z')
  await ec2.send(new ModifyImageAttributeCommand({ ImageId, LaunchPermission: { Add: [{ Group: 'all' }] } }))
  expect((await image(ec2, ImageId!)).Public).toBe(true)
  const shared = await ec2.send(new DescribeImagesCommand({ ExecutableUsers: ['all'], Owners: ['self'] }))
  expect(shared.Images).toHaveLength(1)
  await ec2.send(new EnableImageDeregistrationProtectionCommand({ ImageId }))
  await expect(ec2.send(new DeregisterImageCommand({ ImageId }))).rejects.toMatchObject({ name: 'OperationNotPermitted' })
  expect(existsSync(join(sandbox.stateFolder, 'snapshots', made.BlockDeviceMappings![0]!.Ebs!.SnapshotId!))).toBe(true)
})

/** Instances follow their machines, and machines follow the calls. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AuthorizeSecurityGroupIngressCommand,
  CreateKeyPairCommand,
  CreateLaunchTemplateCommand,
  CreateSecurityGroupCommand,
  DeleteSecurityGroupCommand,
  DescribeInstancesCommand,
  DescribeKeyPairsCommand,
  DescribeVolumesCommand,
  type EC2Client,
  GetConsoleOutputCommand,
  ImportKeyPairCommand,
  ModifyInstanceAttributeCommand,
  RunInstancesCommand,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import { baseImage, becomes, instance, launch } from '../../helpers/ec2'
import { eventually, type TestSandbox, testSandbox } from '../../helpers/sandbox'
import { describeWith } from '../../helpers/tools'

let sandbox: TestSandbox
let ec2: EC2Client
beforeEach(async () => {
  sandbox = await testSandbox()
  ec2 = sandbox.client()
})
afterEach(() => sandbox.end())

const guest = (id: string) => sandbox.kind.guests.get(id)!

test('a launch with a ClientToken happens once, also when both requests come at once', async () => {
  const ImageId = await baseImage(ec2)
  const request = { ImageId, MinCount: 1, MaxCount: 2, InstanceType: 't3.micro' as const, ClientToken: 'token' }
  const both = await Promise.all([ec2.send(new RunInstancesCommand(request)), ec2.send(new RunInstancesCommand(request))])
  const later = await ec2.send(new RunInstancesCommand(request))
  const ids = [...both, later].map(({ Instances }) => Instances!.map(({ InstanceId }) => InstanceId).join())
  expect(new Set(ids).size).toBe(1)
  await expect(ec2.send(new RunInstancesCommand({ ...request, MaxCount: 3 }))).rejects.toMatchObject({
    name: 'IdempotentParameterMismatch',
  })
  expect(sandbox.kind.guests.size).toBe(2)
})

test('a guest that powers itself off stops, or terminates when it was launched so', async () => {
  const stops = await launch(ec2)
  guest(stops).powerOff()
  expect((await becomes(ec2, stops, 'stopped')).StateReason?.Code).toBe('Client.InstanceInitiatedShutdown')
  const ends = await launch(ec2, { InstanceInitiatedShutdownBehavior: 'terminate' })
  guest(ends).powerOff()
  await becomes(ec2, ends, 'terminated')
})

test('a machine that does not start terminates, with the reason', async () => {
  sandbox.kind.failures.start = new Error('no accelerator')
  const run = new RunInstancesCommand({ ImageId: await baseImage(ec2), MinCount: 1, MaxCount: 1, InstanceType: 't3.micro' })
  const id = (await ec2.send(run)).Instances![0]!.InstanceId!
  expect((await becomes(ec2, id, 'terminated')).StateReason?.Message).toMatch(/no accelerator/)
  await eventually(
    async () => (await ec2.send(new DescribeVolumesCommand({}))).Volumes,
    volumes => volumes!.length === 0,
  )
})

test('stop and start keep the disk and change what may be changed while it is off', async () => {
  const id = await launch(ec2, { UserData: Buffer.from('#!/bin/sh').toString('base64') })
  expect(Buffer.from(guest(id).spec.metadata.userData!).toString()).toBe('#!/bin/sh')
  await guest(id).write('kept')
  const larger = new ModifyInstanceAttributeCommand({ InstanceId: id, InstanceType: { Value: 't3.large' } })
  await expect(ec2.send(larger)).rejects.toMatchObject({ name: 'IncorrectInstanceState' })
  await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }))
  expect(await becomes(ec2, id, 'stopped')).not.toHaveProperty('PublicIpAddress')
  await ec2.send(larger)
  await ec2.send(new StartInstancesCommand({ InstanceIds: [id] }))
  expect((await becomes(ec2, id, 'running')).InstanceType).toBe('t3.large')
  expect(await guest(id).disk()).toBe('base\nkept')
  const { Output } = await ec2.send(new GetConsoleOutputCommand({ InstanceId: id }))
  expect(Buffer.from(Output!, 'base64').toString()).toBe(`login on ${id}\n`)
})

test('terminate does not wait for a guest that is slow to stop', async () => {
  const id = await launch(ec2)
  await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }))
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }))
  await becomes(ec2, id, 'terminated')
  expect(guest(id).running).toBe(false)
})

test('protection from termination', async () => {
  const id = await launch(ec2, { DisableApiTermination: true })
  const end = new TerminateInstancesCommand({ InstanceIds: [id] })
  await expect(ec2.send(end)).rejects.toMatchObject({ name: 'OperationNotPermitted' })
  await ec2.send(new ModifyInstanceAttributeCommand({ InstanceId: id, DisableApiTermination: { Value: false } }))
  await ec2.send(end)
})

test('a rule that is added later takes effect; a group in use cannot go', async () => {
  const { GroupId } = await ec2.send(new CreateSecurityGroupCommand({ GroupName: 'late', Description: 'late' }))
  const id = await launch(ec2, { SecurityGroupIds: [GroupId!] })
  const other = await launch(ec2, { SecurityGroupIds: [GroupId!] })
  expect(guest(id).rules).toEqual([])
  const IpPermissions = [
    { IpProtocol: 'tcp', FromPort: 80, ToPort: 81, IpRanges: [{ CidrIp: '10.1.2.3/8' }] },
    { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId }] },
  ]
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }))
  const addresses = await Promise.all([id, other].map(async one => (await instance(ec2, one)).PrivateIpAddress))
  expect(guest(id).rules).toEqual([
    { protocol: 'tcp', fromPort: 80, toPort: 81, cidr: '10.0.0.0/8' },
    ...addresses.map(address => ({ protocol: '-1', fromPort: 0, toPort: 65535, cidr: `${address}/32` })),
  ])
  await expect(ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }))).rejects.toMatchObject({
    name: 'InvalidPermission.Duplicate',
  })
  await expect(ec2.send(new DeleteSecurityGroupCommand({ GroupId }))).rejects.toMatchObject({ name: 'DependencyViolation' })
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id, other] }))
  await Promise.all([id, other].map(one => becomes(ec2, one, 'terminated')))
  await ec2.send(new DeleteSecurityGroupCommand({ GroupId }))
})

test('volumes: sizes, types, and what outlives the instance', async () => {
  const id = await launch(ec2, {
    BlockDeviceMappings: [
      { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 20, VolumeType: 'gp3', DeleteOnTermination: false } },
      { DeviceName: '/dev/sdf', Ebs: { VolumeSize: 1, Encrypted: true } },
      { DeviceName: '/dev/sdg', VirtualName: 'ephemeral0' },
    ],
    TagSpecifications: [{ ResourceType: 'volume', Tags: [{ Key: 'Of', Value: 'baker' }] }],
  })
  expect(guest(id).spec.disks.map(({ deviceName }) => deviceName)).toEqual(['/dev/xvda', '/dev/sdf'])
  const { Volumes } = await ec2.send(new DescribeVolumesCommand({ Filters: [{ Name: 'tag:Of', Values: ['bak*'] }] }))
  const shown = Volumes!.map(({ Size, VolumeType, Iops, Throughput, Encrypted }) => ({
    Size,
    VolumeType,
    Iops,
    Throughput,
    Encrypted,
  }))
  expect(shown).toContainEqual({ Size: 20, VolumeType: 'gp3', Iops: 3000, Throughput: 125, Encrypted: false })
  expect(shown).toContainEqual({ Size: 1, VolumeType: 'gp2', Iops: 100, Encrypted: true })
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }))
  await becomes(ec2, id, 'terminated')
  const left = await eventually(
    async () => (await ec2.send(new DescribeVolumesCommand({}))).Volumes!,
    volumes => volumes.length === 1,
  )
  expect(left[0]).toMatchObject({ State: 'available', Size: 20, Attachments: [] })
})

test('a launch template fills in what the request leaves out', async () => {
  const ImageId = await baseImage(ec2)
  await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: 'small',
      LaunchTemplateData: { ImageId, InstanceType: 't3.small', EbsOptimized: true },
    }),
  )
  const LaunchTemplate = { LaunchTemplateName: 'small', Version: '$Latest' }
  const { Instances } = await ec2.send(
    new RunInstancesCommand({ MinCount: 1, MaxCount: 1, InstanceType: 't3.nano', LaunchTemplate }),
  )
  expect(Instances![0]).toMatchObject({ InstanceType: 't3.nano', ImageId, EbsOptimized: true })
})

test('instances of one region are unknown in another', async () => {
  const id = await launch(ec2)
  const { Reservations } = await sandbox.client('eu-west-1').send(new DescribeInstancesCommand({}))
  expect(Reservations).toEqual([])
  await expect(instance(sandbox.client('eu-west-1'), id)).rejects.toMatchObject({ name: 'InvalidInstanceID.NotFound' })
})

describeWith(['ssh-keygen', 'openssl'], 'key material', () => {
  /** Oracle: the commands that AWS documents for verifying a fingerprint. */
  test.each(['rsa', 'ed25519'] as const)('keys and fingerprints: %s', async KeyType => {
    const made = await ec2.send(new CreateKeyPairCommand({ KeyName: 'made', KeyType }))
    const file = join(mkdtempSync(join(tmpdir(), 'ingot-key-')), 'key')
    writeFileSync(file, `${made.KeyMaterial}\n`, { mode: 0o600 })
    const shell = (script: string) =>
      spawnSync('sh', ['-c', script], { encoding: 'utf8', env: { ...process.env, FILE: file } }).stdout.trim()
    const ofMade =
      KeyType === 'rsa'
        ? 'openssl pkcs8 -in "$FILE" -inform PEM -outform DER -topk8 -nocrypt | openssl sha1 -c | sed "s/.*= //"'
        : sha256
    expect(made.KeyFingerprint!.replace(/=+$/, '')).toBe(shell(ofMade))
    const PublicKeyMaterial = Buffer.from(shell('ssh-keygen -y -f "$FILE"'))
    const { KeyPairs } = await ec2.send(new DescribeKeyPairsCommand({ KeyNames: ['made'], IncludePublicKey: true }))
    expect(KeyPairs![0]!.PublicKey!.split(' ').slice(0, 2)).toEqual(PublicKeyMaterial.toString().split(' ').slice(0, 2))
    const brought = await ec2.send(new ImportKeyPairCommand({ KeyName: 'brought', PublicKeyMaterial }))
    const ofBrought =
      KeyType === 'rsa' ? 'openssl rsa -in "$FILE" -pubout -outform DER 2>/dev/null | openssl md5 -c | sed "s/.*= //"' : sha256
    expect(brought.KeyFingerprint!.replace(/=+$/, '')).toBe(shell(ofBrought))
    await expect(ec2.send(new ImportKeyPairCommand({ KeyName: 'made', PublicKeyMaterial }))).rejects.toMatchObject({
      name: 'InvalidKeyPair.Duplicate',
    })
  })
  const sha256 = 'ssh-keygen -l -f "$FILE" | sed "s/.*SHA256:\\([^ ]*\\).*/\\1/"'
})

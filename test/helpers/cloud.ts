/** A sandbox whose faults can be changed while it serves, with what was asked of it and what is left in it. */
import type { DescribeImagesResult } from '@aws-sdk/client-ec2'
import type { Access } from '../../src/platforms/aws/access'
import { connect, type Ec2 } from '../../src/platforms/aws/connect'
import type { Fault, Faults } from '../../src/sandbox/ec2/behaviour/faults'
import { faultsOf, noFaults } from '../../src/sandbox/ec2/behaviour/faults'
import type { QueryRequest } from '../../src/sandbox/ec2/protocol/form'
import { debian, type MemoryMachines } from './memory-machines'
import { eventually, type TestSandbox, testSandbox } from './sandbox'

export interface TestCloud {
  readonly sandbox: TestSandbox
  readonly ec2: Ec2
  /** Since the last `faults`, in order. */
  readonly calls: QueryRequest[]
  /** Begins counting anew. */
  faults(...rules: Fault[]): void
  /** Everything that a build could leave behind, in these regions. */
  left(...regions: string[]): Promise<Left>
  access(more?: Partial<Access>): Access
  /** What every template here has in common. */
  readonly template: object
}

export interface Left {
  readonly instances: string[]
  readonly volumes: string[]
  readonly images: NonNullable<DescribeImagesResult['Images']>
  readonly snapshots: string[]
  readonly keyPairs: string[]
  readonly groups: string[]
}

export const nothing: Left = { instances: [], volumes: [], images: [], snapshots: [], keyPairs: [], groups: [] }

const signal = new AbortController().signal

/** `kind`: the machines of another test, with other base images. */
export async function testCloud(kind?: MemoryMachines): Promise<TestCloud> {
  const calls: QueryRequest[] = []
  let faults: Faults = noFaults
  const recording: Faults = {
    around(request, answer) {
      calls.push(request)
      return faults.around(request, answer)
    },
    pace: pace => (transition, stop, progress) => faults.pace(pace)(transition, stop, progress),
    lacks: (instanceType, zone) => faults.lacks(instanceType, zone),
    frame: direction => faults.frame(direction),
    agent: () => faults.agent(),
  }
  const sandbox = await testSandbox({ faults: recording, ...(kind && { kind }) })
  const access = (more: Partial<Access> = {}): Access => ({
    region: 'us-east-1',
    endpoint: sandbox.endpoint,
    keys: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 3,
    ...more,
  })
  const ec2 = connect(access())
  return {
    sandbox,
    ec2,
    calls,
    access,
    faults(...rules) {
      calls.length = 0
      faults = faultsOf(rules)
    },
    async left(...regions) {
      faults = noFaults
      const all = await Promise.all(['us-east-1', ...regions].map(region => leftIn(ec2.inRegion(region))))
      return all.reduce(joined)
    },
    template: {
      region: 'us-east-1',
      access_key: 'any',
      secret_key: 'any',
      max_retries: 3,
      custom_endpoint_ec2: sandbox.endpoint,
      instance_type: 't3.small',
      ami_name: 'web',
      source_ami_filter: { filters: { name: 'debian-12-amd64-*' }, owners: [debian.ownerId], most_recent: true },
    },
  }
}

async function leftIn(ec2: Ec2): Promise<Left> {
  const instances = await eventually(
    async () => {
      const { Reservations = [] } = await ec2.call('DescribeInstances', {}, signal)
      return Reservations.flatMap(each => each.Instances ?? []).filter(each => each.State?.Name !== 'terminated')
    },
    // Those that end take their volumes along.
    machines => machines.every(({ State }) => State?.Name !== 'shutting-down'),
  )
  const { Volumes = [] } = await ec2.call('DescribeVolumes', {}, signal)
  const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['self'] }, signal)
  const { Snapshots = [] } = await ec2.call('DescribeSnapshots', { OwnerIds: ['self'] }, signal)
  const { KeyPairs = [] } = await ec2.call('DescribeKeyPairs', {}, signal)
  const { SecurityGroups = [] } = await ec2.call('DescribeSecurityGroups', {}, signal)
  return {
    instances: instances.map(each => each.InstanceId!),
    volumes: Volumes.map(each => each.VolumeId!),
    images: Images,
    snapshots: Snapshots.map(each => each.SnapshotId!),
    keyPairs: KeyPairs.map(each => each.KeyName!),
    groups: SecurityGroups.filter(each => each.GroupName !== 'default').map(each => each.GroupName!),
  }
}

const joined = (one: Left, other: Left): Left => ({
  instances: [...one.instances, ...other.instances],
  volumes: [...one.volumes, ...other.volumes],
  images: [...one.images, ...other.images],
  snapshots: [...one.snapshots, ...other.snapshots],
  keyPairs: [...one.keyPairs, ...other.keyPairs],
  groups: [...one.groups, ...other.groups],
})

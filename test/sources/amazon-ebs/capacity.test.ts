/** Machines that are not to be had: the next type, subnet and zone, one line for each attempt, and nothing left of any. */
import { nothing, type TestCloud, testCloud } from '../../helpers/cloud'
import { type AmazonEbsBake, bakeOn } from './bake-on'

const signal = new AbortController().signal
let cloud: TestCloud
beforeAll(async () => {
  cloud = await testCloud()
})
afterAll(() => cloud.sandbox.end())
beforeEach(() => cloud.faults())
afterEach(async () => expect(await cloud.left()).toEqual(nothing))

const run = (options: object, more: Partial<AmazonEbsBake> = {}) => bakeOn(cloud, { skip_create_ami: true, ...options }, more)
const called = (action: string) => cloud.calls.filter(call => call.action === action && !call.parameters.DryRun)
const templates = async () => (await cloud.ec2.call('DescribeLaunchTemplates', {}, signal)).LaunchTemplates
const types = ['t3.small', 't3.medium']
const noType = { instance_type: undefined, spot_instance_types: types }

test('on-demand: the next type, and a line that says so', async () => {
  cloud.faults({ capacity: { instanceType: 't3.small' } })
  const { report, messages } = await run(noType)
  expect(report.outcome).toBe('done')
  expect(called('RunInstances').at(-1)!.parameters.InstanceType).toBe('t3.medium')
  expect(messages.filter(line => line.startsWith('No t3.small '))).toEqual([
    'No t3.small where AWS chose in us-east-1: InsufficientInstanceCapacity',
  ])
})

test('each type is asked for once and not ten times: AWS means it', async () => {
  cloud.faults({ capacity: { instanceType: 't3.small' } })
  await run(noType)
  expect(called('RunInstances')).toHaveLength(2)
})

test('on-demand: the default subnets of other zones, where the template leaves the choice to AWS', async () => {
  cloud.faults({ capacity: { zone: 'us-east-1a' } })
  const { report } = await run({})
  expect(report.outcome).toBe('done')
  expect(called('RunInstances').at(-1)!.parameters.SubnetId).toMatch(/^subnet-/)
})

test('on-demand: the other subnets that the filter found', async () => {
  cloud.faults({ capacity: { zone: 'us-east-1a' } }, { capacity: { zone: 'us-east-1b' } })
  const { report } = await run({ subnet_filter: { filters: { 'default-for-az': 'true' }, most_free: true } })
  expect(report.outcome).toBe('done')
  expect(new Set(called('RunInstances').map(call => call.parameters.SubnetId)).size).toBe(called('RunInstances').length)
})

test('a subnet or a zone that the template names is not left', async () => {
  cloud.faults({ capacity: { zone: 'us-east-1a' } })
  const { report } = await run({ availability_zone: 'us-east-1a' })
  expect(report.builds[0]!.error?.message).toContain('InsufficientInstanceCapacity')
  expect(report.builds[0]!.error?.advice).toContain('another availability zone')
  expect(called('RunInstances')).toHaveLength(3)
})

test('what was short is asked for again', async () => {
  cloud.faults({ capacity: {}, times: 1 })
  const { report, messages } = await run({ availability_zone: 'us-east-1a' })
  expect(report.outcome).toBe('done')
  expect(messages.join('\n')).toContain('trying again in 15 seconds')
})

test('nowhere: all refusals in one error', async () => {
  cloud.faults({ capacity: {} })
  const { report } = await run(noType)
  const { error } = report.builds[0]!
  expect(error?.message).toMatch(/No machine is to be had in region us-east-1: \d+ attempts were refused/)
  expect(error?.evidence).toContain('t3.medium')
})

const spot = { spot_price: 'auto', ...noType }

test('spot: one fleet over all types; no template remains', async () => {
  const { report } = await run({
    ...spot,
    spot_allocation_strategy: 'capacity-optimized-prioritized',
    spot_price: '0.05',
    iam_instance_profile: 'builder',
    fleet_tags: { Fleet: 'yes' },
    run_tags: { Team: 'images' },
    associate_public_ip_address: true,
    placement: { tenancy: 'dedicated' },
  })
  expect(report.builds[0]!.error).toBeUndefined()
  const [fleet] = called('CreateFleet')
  expect(fleet!.parameters).toMatchObject({
    Type: 'instant',
    SpotOptions: { AllocationStrategy: 'capacity-optimized-prioritized' },
    TargetCapacitySpecification: { TotalTargetCapacity: '1', DefaultTargetCapacityType: 'spot' },
    LaunchTemplateConfigs: { 1: { Overrides: { 1: { InstanceType: 't3.small', MaxPrice: '0.05', Priority: '0' } } } },
  })
  expect(JSON.stringify(fleet!.parameters.TagSpecification)).toContain('"Fleet"')
  expect(called('CreateLaunchTemplate')[0]!.parameters.LaunchTemplateData).toMatchObject({
    IamInstanceProfile: { Name: 'builder' },
    Placement: { Tenancy: 'dedicated' },
    MetadataOptions: { HttpTokens: 'required' },
    NetworkInterface: { 1: { AssociatePublicIpAddress: 'true' } },
  })
  expect(called('StopInstances')).toEqual([])
  expect(await templates()).toEqual([])
})

test('spot: an image is made of the running machine, and its smoke test runs on a spot machine too', async () => {
  const { report } = await run({ ...spot, skip_create_ami: false }, { smokeTest: 'passed' })
  expect(report.outcome).toBe('done')
  expect(called('CreateFleet')).toHaveLength(2)
  const { images } = await cloud.left()
  for (const { ImageId, BlockDeviceMappings } of images) {
    await cloud.ec2.call('DeregisterImage', { ImageId }, signal)
    for (const { Ebs } of BlockDeviceMappings ?? [])
      await cloud.ec2.call('DeleteSnapshot', { SnapshotId: Ebs?.SnapshotId }, signal)
  }
})

test('spot: types without capacity are passed over; none at all is told one by one', async () => {
  cloud.faults({ capacity: { instanceType: 't3.small' } })
  expect((await run(spot)).report.outcome).toBe('done')
  cloud.faults({ capacity: {} })
  const { report, messages } = await run(spot)
  expect(report).toMatchObject({ outcome: 'failed', leftovers: [] })
  expect(messages.filter(line => /^No spot machine: t3\.(small|medium): Insufficient/.test(line))).toHaveLength(6)
  expect(report.builds[0]!.error?.advice).toContain('spot_instance_types')
  cloud.faults()
  expect(await templates()).toEqual([])
})

test.each(['CreateLaunchTemplate', 'CreateFleet', 'DeleteLaunchTemplate'])('spot: a lost reply to %s', async action => {
  cloud.faults({ action, fault: 'cut', when: 'after', times: 1 })
  const { report } = await run(spot)
  expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
  expect(await templates()).toEqual([])
})

test('spot: a fleet that is refused leaves no template', async () => {
  cloud.faults({ action: 'CreateFleet', fault: 'UnauthorizedOperation', times: 1 })
  const { report } = await run(spot)
  expect(report.outcome).toBe('failed')
  expect(await templates()).toEqual([])
})

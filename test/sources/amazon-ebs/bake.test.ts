import { nothing, type TestCloud, testCloud } from '../../helpers/cloud'
import { type AmazonEbsBake, bakeOn } from './bake-on'

const signal = new AbortController().signal
let cloud: TestCloud
beforeAll(async () => {
  cloud = await testCloud()
})
afterAll(() => cloud.sandbox.end())
beforeEach(() => cloud.faults())
afterEach(async () => {
  await removeImages()
  expect(await cloud.left('eu-west-1')).toEqual(nothing)
})

const run = (options: object = {}, more: Partial<AmazonEbsBake> = {}) => bakeOn(cloud, options, more)

async function removeImages(): Promise<void> {
  for (const region of ['us-east-1', 'eu-west-1']) {
    const ec2 = cloud.ec2.inRegion(region)
    const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['self'] }, signal)
    for (const { ImageId } of Images) await ec2.call('DeregisterImage', { ImageId }, signal)
    const { Snapshots = [] } = await ec2.call('DescribeSnapshots', { OwnerIds: ['self'] }, signal)
    for (const { SnapshotId } of Snapshots) await ec2.call('DeleteSnapshot', { SnapshotId }, signal)
  }
}

const tagsOf = (thing: { Tags?: { Key?: string; Value?: string }[] } | undefined) =>
  Object.fromEntries((thing?.Tags ?? []).map(({ Key, Value }) => [Key, Value]))

const called = (action: string) => cloud.calls.filter(call => call.action === action && !call.parameters.DryRun)

test('one bake: candidate, a fresh machine from it, publication, and nothing else remains', async () => {
  const tags = { Name: 'web server', Base: '{{ .SourceAMIName }} in {{ .BuildRegion }}' }
  const { report, reached, steps } = await run({ tags }, { smokeTest: 'passed' })
  expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
  const { images, instances, keyPairs, groups, snapshots, volumes } = await cloud.left()
  expect({ instances, keyPairs, groups, volumes }).toEqual({ instances: [], keyPairs: [], groups: [], volumes: [] })
  expect(images).toHaveLength(1)
  expect(snapshots).toHaveLength(1)
  const [image] = images
  expect(image).toMatchObject({ Name: 'web', Public: false, State: 'available' })
  expect(tagsOf(image)).toMatchObject({
    Name: 'web server',
    Base: 'debian-12-amd64-20260101-1234 in us-east-1',
    'ingot:run': report.run.id,
    'ingot:build': 'amazon-ebs.web',
    'ingot:template': 'template.pkr.hcl',
    'ingot:started-at': report.run.startedAt,
    'ingot:state': 'published',
  })
  expect(report.builds[0]!.artifacts).toEqual([
    {
      builderId: 'mitchellh.amazonebs',
      id: `us-east-1:${image!.ImageId}`,
      description: `AMIs were created:\nus-east-1: ${image!.ImageId}\n`,
      files: [],
      images: [{ region: 'us-east-1', id: image!.ImageId, name: 'web', sourceId: expect.stringMatching(/^ami-/) }],
    },
  ])
  expect(reached.map(reach => reach.host)).toEqual([expect.stringMatching(/^127\.83\./), expect.stringMatching(/^127\.83\./)])
  expect(reached[0]!.privateKey).toContain('OPENSSH PRIVATE KEY')
  expect(reached[0]!.privateKey).not.toBe(reached[1]!.privateKey)
  expect(steps).toEqual([
    'find source image: done',
    'choose network: done',
    'check beforehand: done',
    ...['import key pair: done', 'open port: done', 'launch: done', 'wait for the machine: done'],
    'check permissions: done',
    'connect: done',
    ...['stop the machine: done', 'create image: done', 'wait for the image: done'],
    ...['import key pair: done', 'open port: done', 'launch: done', 'wait for the machine: done'],
    ...['connect to the fresh machine: done', 'smoke tests: done'],
    'publish: done',
  ])
})

test('the fresh machine is from the candidate, and the build machine is on its way out by then', async () => {
  await run({}, { smokeTest: 'passed' })
  const [image] = (await cloud.left()).images
  expect(called('RunInstances').map(call => call.parameters.ImageId)).toEqual([
    expect.not.stringMatching(image!.ImageId!),
    image!.ImageId,
  ])
  const made = cloud.calls.filter(call => !call.parameters.DryRun)
  const order = made.map(call => call.action).filter(action => /^(Run|Terminate|Create)/.test(action))
  expect(order.slice(0, 6)).toEqual([
    'CreateSecurityGroup',
    'RunInstances',
    'CreateImage',
    'TerminateInstances',
    'CreateSecurityGroup',
    'RunInstances',
  ])
})

test('every intent is announced before its create, and everything is released but the image', async () => {
  const { events } = await run({}, { smokeTest: 'passed' })
  const states = events.flatMap(event => (event.type === 'resource' ? `${event.state} ${event.kind}` : []))
  const machine = ['aws.key-pair', 'aws.security-group', 'aws.instance']
  const acquired = (kinds: string[]) => kinds.flatMap(kind => [`intended ${kind}`, `created ${kind}`])
  const released = [...machine].reverse().map(kind => `released ${kind}`)
  expect(states).toEqual([
    ...acquired(machine),
    ...acquired(['aws.image']),
    // What only opened the machine goes while the image is made.
    'released aws.key-pair',
    'released aws.security-group',
    ...acquired(machine),
    'published aws.image',
    ...released,
    'released aws.instance',
  ])
})

const states = async () => {
  const { Reservations = [] } = await cloud.ec2.call('DescribeInstances', {}, signal)
  return Reservations.flatMap(each => each.Instances ?? []).map(each => each.State?.Name)
}

test('nobody waits for the end of a machine that nothing hangs on', async () => {
  cloud.faults({ transition: 'terminated', seconds: 4 })
  const { report } = await run()
  expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
  expect(await states()).toContain('shutting-down')
  expect(await cloud.left()).toMatchObject({ ...nothing, images: [{ Name: 'web' }], snapshots: [expect.any(String)] })
})

test('where a machine may not change its groups, the temporary one waits for its end', async () => {
  cloud.faults({ transition: 'terminated', seconds: 2 }, { action: 'ModifyInstanceAttribute', fault: 'UnauthorizedOperation' })
  const { report } = await run()
  expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
  expect(await states()).not.toContain('shutting-down')
  expect(await cloud.left()).toMatchObject({ ...nothing, images: [{ Name: 'web' }], snapshots: [expect.any(String)] })
})

test('publishing does not wait for the end of the test machine', async () => {
  cloud.faults({ transition: 'terminated', seconds: 3 })
  const { report } = await run({}, { smokeTest: 'passed' })
  expect(report).toMatchObject({ outcome: 'done', leftovers: [] })
  const [asked] = called('TerminateInstances').slice(1)
  const between = cloud.calls.slice(cloud.calls.indexOf(asked!))
  const tagged = between.findIndex(({ action }) => action === 'CreateTags')
  expect(between.slice(0, tagged).map(({ action }) => action)).not.toContain('DescribeInstances')
  await cloud.left()
})

test('a smoke test that fails leaves nothing at all', async () => {
  const { report } = await run({}, { smokeTest: 'failed' })
  expect(report.outcome).toBe('failed')
  expect(await cloud.left()).toEqual(nothing)
})

test('a provisioner that fails leaves nothing at all', async () => {
  const provision = async () => {
    throw new Error('script failed')
  }
  const { report } = await run({}, { provision })
  expect(report.builds[0]!.error?.message).toContain('script failed')
  expect(await cloud.left()).toEqual(nothing)
})

test('skip_create_ami: the build runs, no image comes of it, no smoke test either', async () => {
  let provisioned = 0
  const provision = async () => void provisioned++
  const { report, messages } = await run({ skip_create_ami: true }, { provision, smokeTest: 'passed' })
  expect(report).toMatchObject({ outcome: 'done', builds: [{ artifacts: [], images: [] }] })
  expect(provisioned).toBe(1)
  expect(messages.join()).toContain('No smoke test is run')
  expect(await cloud.left()).toEqual(nothing)
})

describe('found before anything is launched', () => {
  let filled: TestCloud
  beforeAll(async () => {
    filled = await testCloud()
    for (const options of [{}, { ami_name: 'there', region: 'eu-west-1' }])
      expect((await bakeOn(filled, options)).report.outcome).toBe('done')
    filled.faults()
  })
  afterAll(() => filled.sandbox.end())

  test.each([
    ['a name that is taken', {}, /An image named "web" exists already in region us-east-1: ami-/, /force_deregister/],
    [
      'the name in a target region',
      { ami_name: 'there', ami_regions: ['eu-west-1'] },
      /"there" exists already in region eu-west-1/,
      /-force/,
    ],
    [
      'a source image that does not exist',
      { ami_name: 'new', source_ami: 'ami-0123456789abcdef0', source_ami_filter: undefined },
      /ami-0123456789abcdef0 was not found in region us-east-1/,
      /region to region/,
    ],
    [
      'a filter without a match',
      { ami_name: 'new', source_ami_filter: { filters: { name: 'nothing-*' }, owners: ['self'] } },
      /No source image matches {"name":"nothing-\*"} of self/,
      /Loosen/,
    ],
    [
      'an image that its filter does not let pass',
      { ami_name: 'new', source_ami: 'ami-0123456789abcdef0', source_ami_filter: { filters: { name: '*' }, owners: ['self'] } },
      /No source image matches {"name":"\*","image-id":"ami-0123456789abcdef0"} of self/,
      /Loosen/,
    ],
    [
      'a virtualization type that differs',
      { ami_name: 'new', ami_virtualization_type: 'paravirtual' },
      /has virtualization hvm, not paravirtual/,
      /ami_virtualization_type/,
    ],
    [
      'a subnet that does not exist',
      { ami_name: 'new', subnet_id: 'subnet-0123456789abcdef0' },
      /InvalidSubnetID.NotFound/,
      /us-east-1/,
    ],
    [
      'a tag that EC2 would refuse',
      { ami_name: 'new', tags: { Role: 'x'.repeat(257) } },
      /does not accept the tag "Role": .*257/,
      /source block/,
    ],
    [
      'a reserved tag',
      { ami_name: 'new', snapshot_tags: { 'aws:x': 'y' } },
      /keys that begin with aws: are reserved/,
      /Change it/,
    ],
    [
      'user data that cannot be read',
      { ami_name: 'new', user_data_file: '/nowhere/data' },
      /user_data_file \/nowhere\/data cannot be read/,
      /folder/,
    ],
  ])('%s', async (_name, options, message, advice) => {
    const { report } = await bakeOn(filled, options)
    expect(report.builds[0]!.error?.message).toMatch(message)
    expect(report.builds[0]!.error?.advice).toMatch(advice)
    const made = filled.calls.filter(call => !call.parameters.DryRun).map(call => call.action)
    expect(made.filter(action => !action.startsWith('Describe'))).toEqual([])
  })
})

test('several source images match without most_recent: they are listed', async () => {
  await run({ ami_name: 'web-1' })
  await run({ ami_name: 'web-2' })
  const { report } = await run({ ami_name: 'web-3', source_ami_filter: { filters: { name: 'web-*' }, owners: ['self'] } })
  const { error } = report.builds[0]!
  expect(error?.message).toContain('2 source images match')
  expect(error?.advice).toContain('most_recent')
  expect(error?.evidence).toMatch(/ami-\w+ web-[12]\nami-\w+ web-[12]/)
})

test('the temporary group lets this machine in on the port of the communicator, and the template decides otherwise', async () => {
  await run({}, { communicator: { ssh_port: 2222 } })
  expect(called('AuthorizeSecurityGroupIngress')[0]!.parameters).toMatchObject({
    IpPermissions: { 1: { IpProtocol: 'tcp', FromPort: '2222', ToPort: '2222', IpRanges: { 1: { CidrIp: '127.0.0.1/32' } } } },
  })
  cloud.faults()
  await run({ ami_name: 'other', temporary_security_group_source_cidrs: ['10.0.0.0/8', '2001:db8::/32'] })
  expect(called('AuthorizeSecurityGroupIngress')[0]!.parameters).toMatchObject({
    IpPermissions: { 1: { IpRanges: { 1: { CidrIp: '10.0.0.0/8' } }, Ipv6Ranges: { 1: { CidrIpv6: '2001:db8::/32' } } } },
  })
})

test.each([
  [{ communicator: 'none' }, 0, 0],
  [{ ssh_private_key_file: '/keys/build' }, 0, 2],
  [{ ssh_password: 'secret' }, 0, 2],
  [{ ssh_agent_auth: true }, 0, 2],
  [{ temporary_key_pair_name: 'fixed' }, 2, 2],
  [{ temporary_key_pair_type: 'rsa', temporary_key_pair_bits: 2048 }, 2, 2],
])('communicator %j makes %i key pairs and %i groups for build and test', async (communicator, keyPairs, groups) => {
  const { report } = await run({}, { communicator, smokeTest: 'passed' })
  expect(report.outcome).toBe('done')
  expect(called('ImportKeyPair')).toHaveLength(keyPairs)
  expect(called('CreateSecurityGroup')).toHaveLength(groups)
})

test('regions: each gets a copy with the same name and tags', async () => {
  const { report } = await run({ ami_regions: ['eu-west-1', 'us-east-1'], tags: { Role: 'web' }, snapshot_tags: { Kept: 'yes' } })
  expect(report.outcome).toBe('done')
  expect(report.builds[0]!.images.map(image => image.region)).toEqual(['eu-west-1', 'us-east-1'])
  const { images } = await cloud.left('eu-west-1')
  expect(images.map(image => image.Name)).toEqual(['web', 'web'])
  for (const image of images) expect(tagsOf(image)).toMatchObject({ Role: 'web', 'ingot:state': 'published' })
  expect(tagsOf(images[0])).not.toHaveProperty('Kept')
})

test('skip_save_build_region: only the copies remain', async () => {
  const { report } = await run({ ami_regions: ['eu-west-1'], skip_save_build_region: true })
  expect(report.builds[0]!.images.map(image => image.region)).toEqual(['eu-west-1'])
  expect((await cloud.left()).images).toEqual([])
})

test('a copy that fails takes all others with it', async () => {
  cloud.faults({ transition: 'copy', reason: 'the key is disabled' })
  const { report } = await run({ ami_regions: ['eu-west-1', 'us-west-2'] })
  expect(report.outcome).toBe('failed')
  expect(await cloud.left('eu-west-1', 'us-west-2')).toEqual(nothing)
})

test.each([
  ['the image', { transition: 'image', reason: 'Snapshot error' }, /Image ami-\w+ is failed: .*Snapshot error/],
  [
    'the launch',
    { transition: 'running', reason: 'Client.InternalError' },
    /Instance i-\w+ is terminated and will not be running/,
  ],
] as const)('%s fails with the reason that AWS gives', async (_name, fault, message) => {
  cloud.faults(fault)
  const { report } = await run()
  expect(report.builds[0]!.error?.message).toMatch(message)
  expect(await cloud.left()).toEqual(nothing)
})

test('launch parameters are exactly those of the template', async () => {
  const { report } = await run({
    user_data: 'hello',
    iam_instance_profile: 'builder',
    ebs_optimized: true,
    metadata_options: { http_tokens: 'optional', http_put_response_hop_limit: 2 },
    launch_block_device_mappings: [
      { device_name: '/dev/xvda', volume_size: 12, volume_type: 'gp3', delete_on_termination: true },
    ],
    run_tags: { Team: 'images' },
    run_volume_tags: { Disk: 'yes' },
    shutdown_behavior: 'terminate',
  })
  const { parameters } = called('RunInstances')[0]!
  expect(report.builds[0]!.error).toBeUndefined()
  expect(parameters).toMatchObject({
    InstanceType: 't3.small',
    MinCount: '1',
    MaxCount: '1',
    UserData: Buffer.from('hello').toString('base64'),
    IamInstanceProfile: { Name: 'builder' },
    EbsOptimized: 'true',
    MetadataOptions: { HttpTokens: 'optional', HttpPutResponseHopLimit: '2' },
    CreditSpecification: { CpuCredits: 'standard' },
    InstanceInitiatedShutdownBehavior: 'terminate',
    BlockDeviceMapping: {
      1: { DeviceName: '/dev/xvda', Ebs: { VolumeSize: '12', VolumeType: 'gp3', DeleteOnTermination: 'true' } },
    },
  })
  const tags = JSON.stringify(parameters.TagSpecification)
  expect(tags).toContain('Packer Builder')
  expect(tags).toContain('"Team"')
  expect(tags).toContain('"Disk"')
  expect(parameters.ClientToken).toMatch(new RegExp(`^${report.run.id}-\\d+$`))
})

describe('what may not be done is said before the provisioners run', () => {
  test('an image of the machine: the build fails', async () => {
    cloud.faults({ action: 'CreateImage', fault: 'UnauthorizedOperation' })
    let provisioned = 0
    const { report } = await run({}, { provision: async () => void provisioned++ })
    expect(provisioned).toBe(0)
    expect(report.builds[0]!.error?.advice).toContain('ec2:CreateImage')
  })

  test('a copy: a warning that names region and action, because it is not sure', async () => {
    cloud.faults({ action: 'CopyImage', region: 'eu-west-1', fault: 'UnauthorizedOperation', times: 1 })
    const { report, messages } = await run({ ami_regions: ['eu-west-1'] })
    expect(report.outcome).toBe('done')
    expect(messages.join('\n')).toMatch(/may refuse what follows the build: ec2:CopyImage in eu-west-1 for ami_regions/)
  })
})

describe('a machine that nobody ends', () => {
  const behaviour = () => called('RunInstances').map(call => call.parameters.InstanceInitiatedShutdownBehavior)

  test('switches itself off after 12 hours, and that terminates it; so does the machine of the smoke test', async () => {
    const { reached } = await run({}, { smokeTest: 'passed' })
    expect(behaviour()).toEqual(['terminate', 'terminate'])
    for (const { atConnect } of reached) expect(atConnect).toContain('--on-active=43200 systemctl poweroff')
    const tags = JSON.stringify(called('RunInstances')[0]!.parameters.TagSpecification)
    expect(tags).toContain('ingot:expires-at')
  })

  test.each<[string, object, Partial<AmazonEbsBake>]>([
    ['the template says what a shutdown leads to', { shutdown_behavior: 'stop' }, {}],
    ['the machine shuts itself down', { disable_stop_instance: true, skip_create_ami: true }, {}],
    ['nobody talks to it', {}, { communicator: { communicator: 'none' } }],
    ['it was switched off', {}, { engine: { machineLifetime: 0 } }],
  ])('stays as it is when %s', async (_why, options, more) => {
    if ('disable_stop_instance' in options)
      more = { provision: async () => [...cloud.sandbox.kind.guests.values()].at(-1)!.powerOff() }
    const { report, reached } = await run(options, more)
    expect(report.outcome).toBe('done')
    expect(behaviour()).toEqual(['stop'])
    for (const { atConnect } of reached) expect(atConnect).toBeUndefined()
  })
})

test('IMDSv2 is demanded when the template says nothing, and the line that says so tells how to change it', async () => {
  const { messages } = await run()
  expect(called('RunInstances')[0]!.parameters).toMatchObject({ MetadataOptions: { HttpTokens: 'required' } })
  expect(messages.join('\n')).toContain('metadata_options { http_tokens = "optional" }')
})

test('run_tags reach the image unless skip_ami_run_tags', async () => {
  await run({ ami_name: 'with', run_tags: { Team: 'images' } })
  await run({ ami_name: 'without', run_tags: { Team: 'images' }, skip_ami_run_tags: true })
  const { images } = await cloud.left()
  const teams = Object.fromEntries(images.map(image => [image.Name, tagsOf(image).Team]))
  expect(teams).toEqual({ with: 'images', without: undefined })
})

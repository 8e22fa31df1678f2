/** A template with more than thirty options, baked: what arrives at EC2 is what it says, parameter by parameter, and nothing besides. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plugins } from '../../../src/catalog'
import { loadPlan } from '../../../src/template/load-plan'
import { type TestCloud, testCloud } from '../../helpers/cloud'
import { bakeOn } from './bake-on'

const folder = mkdtempSync(join(tmpdir(), 'ingot-sent-'))
let cloud: TestCloud
beforeAll(async () => {
  cloud = await testCloud()
  cloud.faults()
})
afterAll(async () => {
  await cloud.sandbox.end()
  rmSync(folder, { recursive: true })
})

const source = `
  ami_name        = "thirty"
  ami_description = "from {{ .SourceAMIName }}"
  instance_type   = "t3.small"
  ssh_username    = "admin"
  region          = "us-east-1"

  ami_users        = ["123456789012"]
  ami_groups       = ["all"]
  ami_org_arns     = ["arn:aws:organizations::123456789012:organization/o-1"]
  ami_ou_arns      = ["arn:aws:organizations::123456789012:ou/o-1/ou-1"]
  ami_regions      = ["eu-west-1"]
  snapshot_users   = ["210987654321"]
  snapshot_copy_duration_minutes = 30
  imds_support     = "v2.0"
  deprecate_at     = "2030-01-31T00:00:00Z"
  ena_support      = true
  sriov_support    = true
  tags             = { Role = "web" }
  snapshot_tags    = { Kind = "disk" }
  run_tags         = { Team = "images" }
  run_volume_tags  = { Disk = "yes" }
  skip_ami_run_tags = true

  user_data                 = "hello"
  iam_instance_profile      = "builder"
  ebs_optimized             = true
  enable_unlimited_credits  = true
  shutdown_behavior         = "stop"
  capacity_reservation_preference = "open"
  availability_zone         = "us-east-1b"
  temporary_key_pair_name   = "for-now"
  temporary_security_group_source_cidrs = ["192.0.2.0/24", "2001:db8::/32"]
  ssh_port                  = 2022

  source_ami_filter {
    filters     = { name = "debian-12-amd64-*", architecture = "x86_64" }
    owners      = ["136693071363"]
    most_recent = true
  }
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "optional"
    http_put_response_hop_limit = 3
    instance_metadata_tags      = "enabled"
  }
  placement {
    tenancy = "dedicated"
  }
  license_specifications {
    license_configuration_request {
      license_configuration_arn = "arn:aws:license-manager:us-east-1:1:license-configuration:lic-1"
    }
  }
  launch_block_device_mappings {
    device_name           = "/dev/xvda"
    volume_size           = 12
    volume_type           = "gp3"
    iops                  = 4000
    throughput            = 200
    delete_on_termination = true
  }
  ami_block_device_mappings {
    device_name  = "/dev/sdb"
    virtual_name = "ephemeral0"
  }
  deregistration_protection {
    enabled       = true
    with_cooldown = true
  }
`

async function optionsOf(text: string) {
  const path = join(folder, 'web.pkr.hcl')
  writeFileSync(path, `source "amazon-ebs" "web" {${text}}\nbuild {\n  sources = ["amazon-ebs.web"]\n}\n`)
  const { plan, diagnostics } = await loadPlan({ path, environment: {}, plugins, startedAt: new Date(0) })
  expect(diagnostics).toEqual([])
  return plan!.builds[0]!.source
}

type Parameters = Record<string, unknown>
type Numbered = Record<string, { ResourceType?: string; Key?: string; Value?: string; Tag?: Numbered }>

/** Tags by resource, without ingot's own, and no IDs. */
function plain({ TagSpecification, ClientToken: _token, ...rest }: Parameters): Parameters {
  const specified = Object.values((TagSpecification ?? {}) as Numbered)
  const tags = Object.fromEntries(specified.map(({ ResourceType, Tag }) => [ResourceType, tagsIn(Tag)]))
  const text = JSON.stringify({ ...rest, ...(TagSpecification !== undefined && { tags }) })
  return JSON.parse(text.replace(/"(ami|i|sg|key|snap|vol)-[0-9a-f]{8,}"/g, '"$1"'))
}

const tagsIn = (tags: Numbered = {}) =>
  Object.fromEntries(Object.values(tags).flatMap(({ Key = '', Value }) => (Key.startsWith('ingot:') ? [] : [[Key, Value]])))

const sent = (action: string, region = 'us-east-1') =>
  cloud.calls
    .filter(call => call.action === action && call.region === region && !call.parameters.DryRun)
    .map(call => plain(call.parameters))

test('thirty options', async () => {
  const { options, communicator } = await optionsOf(source)
  const given = options.value as unknown as Parameters
  const { region, access_key, secret_key, max_retries, custom_endpoint_ec2 } = cloud.template as Parameters
  const { report } = await bakeOn(
    cloud,
    { ...given, region, access_key, secret_key, max_retries, custom_endpoint_ec2, source_ami_filter: given.source_ami_filter },
    { communicator: communicator as never },
  )
  expect(report.builds[0]!.error).toBeUndefined()

  const builder = { Name: 'Packer Builder', Team: 'images' }
  expect(sent('ImportKeyPair')).toEqual([
    { KeyName: 'for-now', PublicKeyMaterial: expect.any(String), tags: { 'key-pair': builder } },
  ])
  expect(sent('AuthorizeSecurityGroupIngress')).toEqual([
    {
      GroupId: 'sg',
      IpPermissions: {
        1: {
          IpProtocol: 'tcp',
          FromPort: '2022',
          ToPort: '2022',
          IpRanges: { 1: { CidrIp: '192.0.2.0/24' } },
          Ipv6Ranges: { 1: { CidrIpv6: '2001:db8::/32' } },
        },
      },
    },
  ])
  expect(sent('RunInstances')).toEqual([
    {
      ImageId: 'ami',
      InstanceType: 't3.small',
      KeyName: 'for-now',
      MinCount: '1',
      MaxCount: '1',
      SecurityGroupId: { 1: 'sg' },
      UserData: Buffer.from('hello').toString('base64'),
      BlockDeviceMapping: {
        1: {
          DeviceName: '/dev/xvda',
          Ebs: { DeleteOnTermination: 'true', Iops: '4000', Throughput: '200', VolumeSize: '12', VolumeType: 'gp3' },
        },
      },
      EbsOptimized: 'true',
      InstanceInitiatedShutdownBehavior: 'stop',
      IamInstanceProfile: { Name: 'builder' },
      MetadataOptions: {
        HttpEndpoint: 'enabled',
        HttpTokens: 'optional',
        HttpPutResponseHopLimit: '3',
        InstanceMetadataTags: 'enabled',
      },
      CreditSpecification: { CpuCredits: 'unlimited' },
      CapacityReservationSpecification: { CapacityReservationPreference: 'open' },
      LicenseSpecification: {
        1: { LicenseConfigurationArn: 'arn:aws:license-manager:us-east-1:1:license-configuration:lic-1' },
      },
      Placement: { AvailabilityZone: 'us-east-1b', Tenancy: 'dedicated' },
      tags: { instance: builder, volume: { ...builder, Disk: 'yes' }, 'network-interface': builder },
    },
  ])
  expect(sent('ModifyInstanceAttribute')).toEqual([
    { InstanceId: 'i', EnaSupport: { Value: 'true' } },
    { InstanceId: 'i', SriovNetSupport: { Value: 'simple' } },
    // Out of the temporary group, so that nobody has to wait for the machine's end.
    { InstanceId: 'i', GroupId: { 1: 'sg' } },
  ])
  expect(sent('CreateImage')).toEqual([
    {
      InstanceId: 'i',
      Name: 'thirty',
      Description: expect.stringMatching(/^from debian-12-amd64-/),
      BlockDeviceMapping: { 1: { DeviceName: '/dev/sdb', VirtualName: 'ephemeral0' } },
      tags: { image: {}, snapshot: {} },
    },
  ])
  expect(sent('CopyImage', 'eu-west-1')).toEqual([
    {
      Name: 'thirty',
      Description: expect.stringMatching(/^from debian-12-amd64-/),
      SourceImageId: 'ami',
      SourceRegion: 'us-east-1',
      SnapshotCopyCompletionDurationMinutes: '30',
      tags: { image: {}, snapshot: {} },
    },
  ])
  for (const where of ['us-east-1', 'eu-west-1']) {
    expect(sent('ModifyImageAttribute', where)).toEqual([
      {
        ImageId: 'ami',
        LaunchPermission: {
          Add: {
            1: { UserId: '123456789012' },
            2: { Group: 'all' },
            3: { OrganizationArn: 'arn:aws:organizations::123456789012:organization/o-1' },
            4: { OrganizationalUnitArn: 'arn:aws:organizations::123456789012:ou/o-1/ou-1' },
          },
        },
      },
      { ImageId: 'ami', ImdsSupport: { Value: 'v2.0' } },
    ])
    expect(sent('ModifySnapshotAttribute', where)).toEqual([
      {
        SnapshotId: 'snap',
        Attribute: 'createVolumePermission',
        CreateVolumePermission: { Add: { 1: { UserId: '210987654321' } } },
      },
    ])
    expect(sent('EnableImageDeprecation', where)).toEqual([{ ImageId: 'ami', DeprecateAt: '2030-01-31T00:00:00Z' }])
    expect(sent('EnableImageDeregistrationProtection', where)).toEqual([{ ImageId: 'ami', WithCooldown: 'true' }])
    const tagged = sent('CreateTags', where).map(({ Tag }) => tagsIn(Tag as Numbered))
    expect(tagged).toEqual([{ Role: 'web', Kind: 'disk' }, { Role: 'web' }])
  }
}, 60_000)

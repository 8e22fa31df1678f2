import type { OptionsSpec } from '../../../src/language/options/spec'
import { communicatorOptions } from '../../../src/model/communicator-options'
import { amazonEbs } from '../../../src/sources/amazon-ebs'
import { launchMappings } from '../../../src/sources/amazon-ebs/disks'
import { launchRequest } from '../../../src/sources/amazon-ebs/launch'
import type { Options } from '../../../src/sources/amazon-ebs/options'
import { withDefaults } from '../../helpers/bake'

const usual = { ami_name: 'web', instance_type: 't3.small', source_ami: 'ami-1' }
const options = (more: object = {}) => withDefaults(amazonEbs.options, { ...usual, ...more }) as unknown as Options
const problems = (more: object) =>
  (amazonEbs.check?.(options(more)) ?? []).map(({ option, summary }) => `${option ?? ''}: ${summary}`)
const disk = (more: object) => ({ launch_block_device_mappings: [{ device_name: '/dev/xvda', ...more }] })

const fast = (fast_launch: object) => ({ fast_launch })
const policy = (...Action: string[]) => ({ Version: '', Statement: [{ Effect: 'Allow', Action, Resource: ['*'] }] })

test.each<[object, string[]]>([
  [{}, []],
  [{ source_ami: undefined }, [': No source image']],
  [{ source_ami: undefined, source_ami_filter: { filters: {}, owners: ['self'] } }, []],
  [{ source_ami_filter: { filters: {}, owners: ['self'] } }, []],
  [{ source_ami: undefined, source_ami_filter: { filters: {}, owners: [] } }, ['source_ami_filter: No owners']],
  [{ instance_type: '' }, [': No instance type']],
  [{ access_key: 'AKIA' }, ['access_key: Half of a key']],
  [{ secret_key: 'x' }, ['secret_key: Half of a key']],
  [{ access_key: 'AKIA', secret_key: 'x' }, []],
  [{ user_data: 'x', user_data_file: 'y' }, ['user_data_file: Options exclude each other']],
  [{ security_group_id: 'sg-1', security_group_ids: ['sg-2'] }, ['security_group_ids: Options exclude each other']],
  [{ security_group_id: 'sg-1', security_group_ids: [] }, []],
  [{ subnet_id: 's', subnet_filter: { filters: {} } }, ['subnet_filter: Options exclude each other']],
  [{ vpc_id: 'v', vpc_filter: { filters: {} } }, ['vpc_filter: Options exclude each other']],
  [{ temporary_security_group_source_cidrs: ['10.0.0.0/8', 'here'] }, ['temporary_security_group_source_cidrs: Not a network']],
  [{ ssh_interface: 'session_manager' }, ['ssh_interface: No instance profile']],
  [{ ssh_interface: 'session_manager', iam_instance_profile: 'ssm' }, []],
  [
    { ssh_interface: 'session_manager', temporary_iam_instance_profile_policy_document: policy('s3:GetObject') },
    ['temporary_iam_instance_profile_policy_document: Session Manager is not allowed'],
  ],
  [{ ssh_interface: 'session_manager', temporary_iam_instance_profile_policy_document: policy('ssmmessages:*') }, []],
  [{ session_manager_port: 8000 }, ['session_manager_port: Not through Session Manager']],
  [{ ssh_interface: 'public_ip', pause_before_ssm: 1 }, ['pause_before_ssm: Not through Session Manager']],
  [fast({ enable_fast_launch: true }), []],
  [fast({ template_id: 'lt-1', template_version: 2 }), []],
  [fast({ template_id: 'lt-1', template_name: 'x' }), ['fast_launch: Options exclude each other']],
  [fast({ template_version: 2 }), ['fast_launch: Version of what']],
  [fast({ region_launch_templates: [{ region: 'us-east-1', template_version: 2 }] }), ['fast_launch: Version of what']],
  [{ ...fast({ region_launch_templates: [{ region: 'a' }, { region: 'a' }] }), region: 'a' }, ['fast_launch: Region twice']],
  [{ ...fast({ region_launch_templates: [{ region: 'b' }] }), region: 'a' }, ['fast_launch: No image there']],
  [{ ...fast({ region_launch_templates: [{ region: 'b' }] }), region: 'a', ami_regions: ['b'] }, []],
  [{ kms_key_id: 'k' }, ['kms_key_id: Key without encryption']],
  [{ kms_key_id: 'k', encrypt_boot: true }, []],
  [{ encrypt_boot: true, ami_users: ['1'] }, ['encrypt_boot: Cannot be shared']],
  [{ encrypt_boot: true, ami_regions: ['a'], region_kms_key_ids: { b: '' } }, ['region_kms_key_ids: Regions differ']],
  [{ ami_regions: ['a'], region_kms_key_ids: { a: 'k' } }, ['region_kms_key_ids: Keys without encryption']],
  [{ skip_save_build_region: true }, ['skip_save_build_region: No image would remain']],
  [{ enable_unlimited_credits: true }, []],
  [{ enable_unlimited_credits: true, instance_type: 'm5.large' }, ['enable_unlimited_credits: Not a burstable type']],
  [
    { capacity_reservation_id: 'c', capacity_reservation_group_arn: 'g' },
    ['capacity_reservation_group_arn: Options exclude each other'],
  ],
  [
    { capacity_reservation_id: 'c', capacity_reservation_preference: 'open' },
    ['capacity_reservation_preference: Options exclude each other'],
  ],
  [{ tenancy: 'dedicated', placement: { tenancy: 'host' } }, ['tenancy: Options exclude each other']],
  [{ run_volume_tag: [{ value: 'x' }] }, ['run_volume_tag: Missing name']],
  [
    {
      run_volume_tag: [
        { name: 'n', value: 'x' },
        { key: 'k', value: 'x' },
      ],
    },
    [],
  ],
  [disk({ volume_type: 'gp3', throughput: 250, iops: 3000 }), []],
  [disk({ volume_type: 'gp2', throughput: 250 }), ['launch_block_device_mappings: No throughput here']],
  // Packer leaves it out too.
  [disk({ iops: 100 }), ['launch_block_device_mappings: No iops here']],
  [disk({ volume_type: 'io1', iops: 501, volume_size: 10 }), ['launch_block_device_mappings: Too many iops']],
  [disk({ volume_type: 'io2', iops: 5000, volume_size: 10 }), []],
  [disk({ kms_key_id: 'k', encrypted: false }), ['launch_block_device_mappings: Key without encryption']],
])('%j', (more, expected) => {
  expect(problems(more)).toEqual(expected)
})

const check = (name: keyof Options, value: unknown) => amazonEbs.options[name].settings.check?.(value as never)

test.each<[keyof Options, unknown, boolean]>([
  ['ami_name', "web 1.0 (x) [y] a/b-c'd@e_f", true],
  ['ami_name', 'ab', false],
  ['ami_name', 'x'.repeat(128), true],
  ['ami_name', 'x'.repeat(129), false],
  ['ami_name', 'web:1', false],
  ['ami_groups', ['all'], true],
  ['ami_groups', ['everybody'], false],
  ['deprecate_at', '2030-01-31T00:00:00Z', true],
  ['deprecate_at', '2030-01-31T00:00:00+02:00', true],
  ['deprecate_at', '31.1.2030', false],
  ['snapshot_copy_duration_minutes', 30, true],
  ['snapshot_copy_duration_minutes', 20, false],
  ['snapshot_copy_duration_minutes', 2895, false],
  ['custom_endpoint_ec2', 'http://127.0.0.1:1', true],
  ['custom_endpoint_ec2', 'localhost:1', false],
  ['max_retries', -1, false],
])('%s = %j is acceptable: %s', (name, value, fine) => {
  expect(check(name, value) === undefined).toBe(fine)
})

test('no option is declared twice, here and by the communicators', () => {
  expect(Object.keys(amazonEbs.options).filter(name => name in communicatorOptions)).toEqual([])
})

test('every option is documented in a sentence, and what is missing says what to do instead', () => {
  const each = (spec: OptionsSpec): void => {
    for (const [name, option] of Object.entries(spec)) {
      expect(`${name}: ${option.doc}`).toMatch(/^\w+: [A-Z`].*\.$/)
      if (option.settings.unsupported) expect(option.settings.unsupported.length).toBeGreaterThan(20)
      if (option.options) each(option.options)
    }
  }
  each(amazonEbs.options)
})

const launch = (more: object) =>
  JSON.parse(
    JSON.stringify(
      launchRequest(options(more), {
        imageId: 'ami-1',
        network: { subnetIds: ['subnet-1'], groupIds: [] },
        subnetId: 'subnet-1',
        instanceType: (options(more).instance_type ?? 't3.small') as never,
        profile: options(more).iam_instance_profile,
        groupIds: ['sg-1'],
        keyName: 'key',
        disks: launchMappings(options(more)),
      }),
    ),
  )

test('a launch asks for no more than the template says', () => {
  expect(launch({ instance_type: 'm5.large' })).toEqual({
    ImageId: 'ami-1',
    InstanceType: 'm5.large',
    KeyName: 'key',
    InstanceInitiatedShutdownBehavior: 'stop',
    MetadataOptions: { HttpTokens: 'required' },
    SubnetId: 'subnet-1',
    SecurityGroupIds: ['sg-1'],
  })
})

test.each<[object, object]>([
  [{ instance_type: 't3.micro' }, { CreditSpecification: { CpuCredits: 'standard' } }],
  [{ enable_unlimited_credits: true }, { CreditSpecification: { CpuCredits: 'unlimited' } }],
  [{ enable_t2_unlimited: true, instance_type: 't2.micro' }, { CreditSpecification: { CpuCredits: 'unlimited' } }],
  [
    { metadata_options: { http_endpoint: 'disabled', http_tokens: 'optional' } },
    { MetadataOptions: { HttpEndpoint: 'disabled' } },
  ],
  [
    { metadata_options: { instance_metadata_tags: 'enabled' } },
    { MetadataOptions: { HttpTokens: 'required', InstanceMetadataTags: 'enabled' } },
  ],
  [
    { associate_public_ip_address: false },
    {
      NetworkInterfaces: [
        { DeviceIndex: 0, AssociatePublicIpAddress: false, SubnetId: 'subnet-1', Groups: ['sg-1'], DeleteOnTermination: true },
      ],
    },
  ],
  [
    { availability_zone: 'us-east-1b', tenancy: 'dedicated' },
    { Placement: { AvailabilityZone: 'us-east-1b', Tenancy: 'dedicated' } },
  ],
  [{ placement: { host_id: 'h-1', tenancy: 'host' } }, { Placement: { HostId: 'h-1', Tenancy: 'host' } }],
  [
    { iam_instance_profile: 'arn:aws:iam::1:instance-profile/x' },
    { IamInstanceProfile: { Arn: 'arn:aws:iam::1:instance-profile/x' } },
  ],
  [{ capacity_reservation_preference: 'none' }, { CapacityReservationSpecification: { CapacityReservationPreference: 'none' } }],
  [
    { capacity_reservation_id: 'cr-1' },
    { CapacityReservationSpecification: { CapacityReservationTarget: { CapacityReservationId: 'cr-1' } } },
  ],
  [{ enable_nitro_enclave: true }, { EnclaveOptions: { Enabled: true } }],
  [
    { license_specifications: [{ license_configuration_request: { license_configuration_arn: 'arn:l' } }] },
    { LicenseSpecifications: [{ LicenseConfigurationArn: 'arn:l' }] },
  ],
  [
    disk({ volume_type: 'gp2', iops: 100 }),
    { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { DeleteOnTermination: false, VolumeType: 'gp2' } }] },
  ],
  [disk({ no_device: true }), { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', NoDevice: '' }] }],
  [disk({ virtual_name: 'ephemeral0' }), { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', VirtualName: 'ephemeral0' }] }],
  [
    disk({
      volume_size: 9,
      volume_type: 'gp3',
      iops: 4000,
      throughput: 200,
      encrypted: true,
      kms_key_id: 'k',
      snapshot_id: 'snap-1',
    }),
    {
      BlockDeviceMappings: [
        {
          DeviceName: '/dev/xvda',
          Ebs: {
            DeleteOnTermination: false,
            Encrypted: true,
            Iops: 4000,
            KmsKeyId: 'k',
            SnapshotId: 'snap-1',
            Throughput: 200,
            VolumeSize: 9,
            VolumeType: 'gp3',
          },
        },
      ],
    },
  ],
])('%j becomes %j', (more, expected) => {
  expect(launch(more)).toMatchObject(expected)
})

test('no_ephemeral leaves out 26 disks of the host', () => {
  const { BlockDeviceMappings } = launch({ no_ephemeral: true })
  expect(BlockDeviceMappings).toHaveLength(26)
  expect(BlockDeviceMappings[25]).toEqual({ DeviceName: 'xvdcz', NoDevice: '' })
})

/** Rules that one option alone cannot tell. */
import type { CommunicatorOptions } from '../../model/communicator-options'
import type { Problem } from '../../model/plugin'
import { checkAccess } from '../../platforms/aws/access-options'
import { misspeltRegion } from '../../platforms/aws/region-names'
import { checkWindows } from './check-windows'
import { takesIops } from './disks'
import type { Options } from './options'
import { isSpot } from './spot'

export function check(options: Options, communicator?: CommunicatorOptions): readonly Problem[] {
  return [
    ...checkAccess(options),
    ...checkRegions(options),
    ...checkSource(options),
    ...checkNetwork(options),
    ...checkSessionManager(options, communicator),
    ...checkWindows(communicator),
    ...checkEncryption(options),
    ...checkMachine(options),
    ...checkSpot(options),
    ...checkFastLaunch(options),
    ...[...options.launch_block_device_mappings, ...options.ami_block_device_mappings].flatMap(checkDisk),
    ...options.run_volume_tag
      .filter(tag => !tag.name && !tag.key)
      .map(() => problem('run_volume_tag', 'Missing name', 'A run_volume_tag needs a name.')),
  ]
}

const problem = (option: string, summary: string, detail: string): Problem => ({ option, summary, detail })
const exclusive = (options: Options, first: keyof Options, second: keyof Options): Problem[] =>
  isSet(options[first]) && isSet(options[second])
    ? [problem(second, 'Options exclude each other', `Only one of ${first} and ${second} can be set.`)]
    : []

const isSet = (value: unknown): boolean => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** As far as nobody need be asked; another cloud may call its regions as it likes. */
function checkRegions(options: Options): Problem[] {
  if (options.custom_endpoint_ec2) return []
  const found = (option: string, names: readonly (string | undefined)[]) =>
    names.flatMap(name => misspeltRegion(name) ?? []).map(detail => problem(option, 'No such region', detail))
  return [
    ...found('region', [options.region]),
    ...(options.skip_region_validation ? [] : found('ami_regions', options.ami_regions ?? [])),
  ]
}

function checkSource(options: Options): Problem[] {
  const problems = exclusive(options, 'user_data', 'user_data_file')
  if (!options.source_ami && !options.source_ami_filter)
    problems.push({
      summary: 'No source image',
      detail: 'Set source_ami to the ID of an image, or write a source_ami_filter block that finds one.',
    })
  if (options.source_ami_filter?.owners?.length === 0)
    problems.push(problem('source_ami_filter', 'No owners', 'Name at least one owner: anybody may publish an image of any name.'))
  problems.push(...exclusive(options, 'instance_type', 'spot_instance_types'))
  if (!options.instance_type && !options.spot_instance_types?.length)
    problems.push({
      summary: 'No instance type',
      detail: 'Set instance_type to the type of machine to build on, e.g. "t3.small".',
    })
  return problems
}

function checkNetwork(options: Options): Problem[] {
  const problems = [
    ...exclusive(options, 'security_group_id', 'security_group_ids'),
    ...exclusive(options, 'subnet_id', 'subnet_filter'),
    ...exclusive(options, 'vpc_id', 'vpc_filter'),
  ]
  for (const cidr of options.temporary_security_group_source_cidrs ?? [])
    if (!/^[\da-fA-F.:]+\/\d{1,3}$/.test(cidr))
      problems.push(
        problem('temporary_security_group_source_cidrs', 'Not a network', `"${cidr}" is not in CIDR form, e.g. 203.0.113.7/32.`),
      )
  return problems
}

function checkSessionManager(options: Options, communicator?: CommunicatorOptions): Problem[] {
  const names = ['session_manager_port', 'pause_before_ssm'] as const
  if (options.ssh_interface !== 'session_manager')
    return names
      .filter(name => options[name])
      .map(name => ({
        ...problem(name, 'Not through Session Manager', `${name} has no effect without ssh_interface = "session_manager".`),
        severity: 'warning',
      }))
  const wrong = (summary: string, detail: string) => problem('ssh_interface', summary, detail)
  const problems: Problem[] = []
  if (communicator && communicator.communicator !== 'ssh')
    problems.push(wrong('Not by SSH', 'ssh_interface = "session_manager" needs the communicator ssh.'))
  for (const name of ['ssh_host', 'ssh_bastion_host', 'ssh_proxy_host'] as const)
    if (communicator?.[name])
      problems.push(wrong('Two ways to the machine', `Only one of ssh_interface = "session_manager" and ${name} can be set.`))
  const document = options.temporary_iam_instance_profile_policy_document
  if (!options.iam_instance_profile && !document)
    problems.push(
      wrong(
        'No instance profile',
        'Without one the machine may not speak to Session Manager: set iam_instance_profile to one that allows what AmazonSSMManagedInstanceCore does, or write a temporary_iam_instance_profile_policy_document.',
      ),
    )
  else if (!options.iam_instance_profile && document && !document.Statement.some(allowsAgent))
    problems.push({
      ...problem(
        'temporary_iam_instance_profile_policy_document',
        'Session Manager is not allowed',
        'The agent of the machine needs ssm:UpdateInstanceInformation and ssmmessages:* to be allowed.',
      ),
      severity: 'warning',
    })
  return problems
}

type Statement = NonNullable<Options['temporary_iam_instance_profile_policy_document']>['Statement'][number]
const allowsAgent = ({ Effect, Action = [] }: Statement) =>
  Effect === 'Allow' && Action.some(action => /^(\*|ssm\*|ssmmessages:)/i.test(action))

function checkEncryption(options: Options): Problem[] {
  const problems: Problem[] = []
  const keys = options.region_kms_key_ids
  const regions = options.ami_regions ?? []
  if (options.kms_key_id && !options.encrypt_boot)
    problems.push(problem('kms_key_id', 'Key without encryption', 'kms_key_id needs encrypt_boot = true.'))
  if (keys && Object.values(keys).some(key => key !== '') && !options.encrypt_boot)
    problems.push(problem('region_kms_key_ids', 'Keys without encryption', 'region_kms_key_ids needs encrypt_boot = true.'))
  const odd = keys
    ? [...regions.filter(region => !(region in keys)), ...Object.keys(keys).filter(key => !regions.includes(key))]
    : []
  if (odd.length > 0)
    problems.push(
      problem(
        'region_kms_key_ids',
        'Regions differ',
        `ami_regions and region_kms_key_ids must name the same regions: ${odd.join(', ')}.`,
      ),
    )
  const shared = [options.ami_users, options.ami_org_arns, options.ami_ou_arns, options.ami_groups].some(isSet)
  if (shared && options.encrypt_boot && !options.kms_key_id)
    problems.push(
      problem('encrypt_boot', 'Cannot be shared', 'An image under the default KMS key cannot be shared: set kms_key_id.'),
    )
  if (options.skip_save_build_region && regions.length === 0)
    problems.push(problem('skip_save_build_region', 'No image would remain', 'skip_save_build_region needs ami_regions.'))
  return problems
}

function checkMachine(options: Options): Problem[] {
  const problems = [...exclusive(options, 'capacity_reservation_id', 'capacity_reservation_group_arn')]
  const targeted = options.capacity_reservation_id || options.capacity_reservation_group_arn
  if (targeted && isSet(options.capacity_reservation_preference))
    problems.push(
      problem(
        'capacity_reservation_preference',
        'Options exclude each other',
        'A named reservation leaves nothing to prefer: remove one.',
      ),
    )
  if (options.placement?.tenancy && options.tenancy)
    problems.push(problem('tenancy', 'Options exclude each other', 'Only one of placement.tenancy and tenancy can be set.'))
  const { host_id, host_resource_group_arn, tenancy } = options.placement ?? {}
  if (host_id && host_resource_group_arn)
    problems.push(
      problem('placement', 'Options exclude each other', 'Only one of host_id and host_resource_group_arn can be set.'),
    )
  if ((host_id || host_resource_group_arn) && tenancy && tenancy !== 'host')
    problems.push(problem('placement', 'Not on a dedicated host', 'host_id and host_resource_group_arn need tenancy = "host".'))
  const steady = [options.instance_type ?? '', ...(options.spot_instance_types ?? [])].find(type => type && !isBurstable(type))
  const unlimited = options.enable_unlimited_credits ? 'enable_unlimited_credits' : 'enable_t2_unlimited'
  if (options[unlimited] && steady)
    problems.push(problem(unlimited, 'Not a burstable type', `${steady} has no CPU credits; t2, t3, t3a and t4g have.`))
  if (options.enable_nitro_enclave && [options.instance_type ?? '', ...(options.spot_instance_types ?? [])].some(isBurstable))
    problems.push(problem('enable_nitro_enclave', 'No enclave here', 'Burstable types have no Nitro Enclaves.'))
  return problems
}

/** What EC2 does not do with a spot machine, or only with one. */
const notOnSpot = [
  ...(['ena_support', 'sriov_support', 'enable_nitro_enclave'] as const),
  ...(['capacity_reservation_id', 'capacity_reservation_group_arn'] as const),
]
const onlyOnSpot = ['spot_tags', 'spot_tag', 'fleet_tags', 'fleet_tag', 'spot_allocation_strategy'] as const

function checkSpot(options: Options): Problem[] {
  if (!isSpot(options))
    return onlyOnSpot
      .filter(name => isSet(options[name]))
      .map(name => problem(name, 'Not a spot machine', `${name} needs spot_price, e.g. "auto".`))
  const problems = notOnSpot
    .filter(name => isSet(options[name]) && options[name] !== false)
    .map(name => problem(name, 'Not with a spot machine', `EC2 has no ${name} for spot machines: remove it or spot_price.`))
  if (options.placement?.tenancy === 'host' || options.placement?.host_id || options.placement?.host_resource_group_arn)
    problems.push(problem('placement', 'Not with a spot machine', 'There are no spot machines on dedicated hosts.'))
  return problems
}

function checkFastLaunch({ fast_launch: given, ami_regions = [], region: home }: Options): Problem[] {
  if (!given) return []
  const wrong = (summary: string, detail: string) => problem('fast_launch', summary, detail)
  const regions = given.region_launch_templates.map(({ region }) => region)
  const known = home ? [home, ...ami_regions] : undefined
  return [
    ...[given, ...given.region_launch_templates].flatMap(({ template_id, template_name, template_version }) => [
      ...(template_id && template_name
        ? [wrong('Options exclude each other', 'Only one of template_id and template_name can be set.')]
        : []),
      ...(template_version !== undefined && !template_id && !template_name
        ? [wrong('Version of what', 'template_version needs template_id or template_name.')]
        : []),
    ]),
    ...regions
      .filter((region, index) => regions.indexOf(region) !== index)
      .map(region => wrong('Region twice', `There are two region_launch_templates for ${region}.`)),
    ...regions
      .filter(region => known && !known.includes(region))
      .map(region => wrong('No image there', `${region} is neither the region of the build nor one of ami_regions.`)),
  ]
}

export const isBurstable = (instanceType: string): boolean => /^(t2|t3|t3a|t4g)\./.test(instanceType)

type Disk = Options['launch_block_device_mappings'][number]

function checkDisk(disk: Disk): Problem[] {
  const where = 'launch_block_device_mappings'
  const problems: Problem[] = []
  const type = disk.volume_type ?? ''
  if (disk.kms_key_id && disk.encrypted === false)
    problems.push(problem(where, 'Key without encryption', `${disk.device_name}: kms_key_id needs encrypted = true.`))
  if (disk.throughput && type !== 'gp3')
    problems.push(problem(where, 'No throughput here', `${disk.device_name}: throughput is of volumes of type gp3 only.`))
  if (disk.iops && !takesIops(disk))
    problems.push({
      ...problem(
        where,
        'No iops here',
        `${disk.device_name}: iops is left out, as only volumes of type io1, io2 and gp3 have it.`,
      ),
      severity: 'warning',
    })
  const ratio = type === 'io1' ? 50 : type === 'io2' ? 500 : Number.POSITIVE_INFINITY
  if (disk.iops && disk.volume_size && disk.iops > ratio * disk.volume_size)
    problems.push(problem(where, 'Too many iops', `${disk.device_name}: ${type} has at most ${ratio} iops for each GiB.`))
  return problems
}

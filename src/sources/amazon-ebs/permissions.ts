/** Which actions of IAM a template needs, and no others: `ingot iam-policy` prints them as a policy. */
import type { CommunicatorOptions } from '../../model/communicator-options'
import type { Options } from './options'
import { isSpot } from './spot'

export interface Permissions {
  /** AWS cannot restrict these to single resources, or restricting them helps nobody. */
  readonly read: readonly string[]
  readonly create: readonly string[]
  /** On what others may have made too: images that are replaced, attributes. */
  readonly change: readonly string[]
  /** Only ever done to what bears the tag `ingot:run`. */
  readonly own: readonly string[]
}

type Rule = readonly [needed: unknown, ...actions: readonly string[]]
type Reach = Pick<CommunicatorOptions, 'communicator'> & Partial<CommunicatorOptions>

/** `force`: images are to be replaced, by the option or by -force. */
export function permissions(options: Options, reach: Reach, force = options.force_deregister): Permissions {
  const needs = needsOf(options, reach, force)
  return {
    read: actions([...reading(options, force), ...needs.read]),
    create: actions([...creating(options, force), ...needs.create]),
    change: actions([...changing(options), [needs.replaces, 'ec2:DeregisterImage', 'ec2:DeleteSnapshot']]),
    own: actions([...needs.own, [!needs.replaces && !options.skip_create_ami, 'ec2:DeregisterImage', 'ec2:DeleteSnapshot']]),
  }
}

const actions = (rules: readonly Rule[]): string[] =>
  [...new Set(rules.flatMap(([needed, ...names]) => (needed ? names : [])))].sort()

function needsOf(options: Options, reach: Reach, force: boolean) {
  const given = options.security_group_id || options.security_group_ids?.length || options.security_group_filter
  const group = reach.communicator !== 'none' && !given
  const opened = reach.ssh_keypair_name || reach.ssh_private_key_file || reach.ssh_password || reach.ssh_agent_auth
  const key = reach.communicator !== 'none' && !opened
  const spot = isSpot(options)
  return {
    replaces: force,
    read: [
      [key, 'ec2:DescribeKeyPairs'],
      [group || options.security_group_filter, 'ec2:DescribeSecurityGroups'],
      [spot, 'ec2:DescribeLaunchTemplates'],
    ] satisfies Rule[],
    create: [
      [key, 'ec2:ImportKeyPair'],
      [group, 'ec2:CreateSecurityGroup', 'ec2:AuthorizeSecurityGroupIngress'],
      [spot, 'ec2:CreateFleet', 'ec2:CreateLaunchTemplate'],
    ] satisfies Rule[],
    own: [
      [true, 'ec2:TerminateInstances', 'ec2:DeleteVolume'],
      [!options.disable_stop_instance && !spot, 'ec2:StopInstances'],
      [key, 'ec2:DeleteKeyPair'],
      [group, 'ec2:DeleteSecurityGroup'],
      [spot, 'ec2:DeleteLaunchTemplate'],
    ] satisfies Rule[],
  }
}

function reading(options: Options, force: boolean): Rule[] {
  const subnet = options.subnet_id || options.subnet_filter
  const zones = options.associate_public_ip_address !== undefined && !subnet
  return [
    [true, 'ec2:DescribeImages', 'ec2:DescribeInstances', 'ec2:DescribeVolumes', 'ec2:GetConsoleOutput'],
    [!options.skip_create_ami, 'ec2:DescribeSnapshots'],
    [subnet || zones, 'ec2:DescribeSubnets'],
    [zones, 'ec2:DescribeInstanceTypeOfferings'],
    [options.vpc_filter || (options.vpc_id && !subnet), 'ec2:DescribeVpcs'],
    [force, 'ec2:DescribeImageAttribute'],
  ]
}

function creating(options: Options, force: boolean): Rule[] {
  const makesProfile = options.temporary_iam_instance_profile_policy_document && !options.iam_instance_profile
  const encrypts = options.encrypt_boot || [...options.launch_block_device_mappings].some(disk => disk.encrypted)
  return [
    [true, 'ec2:RunInstances', 'ec2:CreateTags'],
    [!options.skip_create_ami, 'ec2:CreateImage'],
    [options.ami_regions?.length || options.encrypt_boot || options.skip_save_build_region, 'ec2:CopyImage'],
    [force, 'ec2:RegisterImage'],
    [makesProfile || options.iam_instance_profile, 'iam:PassRole'],
    [makesProfile, ...iam],
    [encrypts, 'kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncrypt*'],
  ]
}

const iam = [
  ...['iam:CreateRole', 'iam:GetRole', 'iam:PutRolePolicy', 'iam:DeleteRolePolicy', 'iam:DeleteRole', 'iam:TagRole'],
  ...['iam:CreateInstanceProfile', 'iam:GetInstanceProfile', 'iam:AddRoleToInstanceProfile', 'iam:TagInstanceProfile'],
  ...['iam:RemoveRoleFromInstanceProfile', 'iam:DeleteInstanceProfile'],
]

function changing(options: Options): Rule[] {
  const { ami_users, ami_groups, ami_org_arns, ami_ou_arns, ami_product_codes, imds_support } = options
  const shared = [ami_users, ami_groups, ami_org_arns, ami_ou_arns, ami_product_codes].some(each => each?.length)
  const { enabled, with_cooldown } = options.deregistration_protection ?? {}
  return [
    [options.ena_support !== undefined || options.sriov_support, 'ec2:ModifyInstanceAttribute'],
    [shared || imds_support, 'ec2:ModifyImageAttribute'],
    [options.snapshot_users?.length || options.snapshot_groups?.length, 'ec2:ModifySnapshotAttribute'],
    [options.deprecate_at, 'ec2:EnableImageDeprecation'],
    [enabled || with_cooldown, 'ec2:EnableImageDeregistrationProtection'],
  ]
}

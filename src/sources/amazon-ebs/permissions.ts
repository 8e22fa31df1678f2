/** Which actions of IAM a template needs, what for, and no others: `ingot iam-policy` prints them, a refusal names them. */
import type { CommunicatorOptions } from '../../model/communicator-options'
import { needsTemporaryKey } from './opening-key'
import type { Options } from './options'
import { isThroughSession } from './session-manager'
import { isSpot } from './spot'
import { asksForPassword } from './windows-password'

export interface Permissions {
  /** AWS cannot restrict these to single resources, or restricting them helps nobody. */
  readonly read: readonly string[]
  readonly create: readonly string[]
  /** On what others may have made too: images that are replaced, attributes. */
  readonly change: readonly string[]
  /** Only ever done to what bears the tag `ingot:run`. */
  readonly own: readonly string[]
}

/** An action as IAM names it, and what the template needs it for. */
export interface Need {
  readonly action: string
  readonly part: keyof Permissions
  readonly purpose: string
}

type Rule = readonly [needed: unknown, purpose: string, ...actions: readonly string[]]
type Reach = Pick<CommunicatorOptions, 'communicator'> & Partial<CommunicatorOptions>

/** `force`: images are to be replaced, by the option or by -force. */
export function permissions(options: Options, reach: Reach, force = options.force_deregister): Permissions {
  const needs = needsOf(options, reach, force)
  const of = (part: keyof Permissions) => needs.filter(need => need.part === part).map(({ action }) => action)
  return { read: of('read'), create: of('create'), change: of('change'), own: of('own') }
}

/** Each action of a part once, sorted. */
export function needsOf(options: Options, reach: Reach, force = options.force_deregister): readonly Need[] {
  const machine = machineRules(options, reach)
  const removal = ['ec2:DeregisterImage', 'ec2:DeleteSnapshot'] as const
  return [
    ...needs('read', [...reading(options, force), ...machine.read]),
    ...needs('create', [...creating(options, force), ...machine.create]),
    ...needs('change', [...changing(options), ...machine.change, [force, 'to replace the image of that name', ...removal]]),
    ...needs('own', [...machine.own, [!force && !options.skip_create_ami, 'to remove a failed image', ...removal]]),
  ]
}

function needs(part: keyof Permissions, rules: readonly Rule[]): readonly Need[] {
  const all = new Map<string, Need>()
  for (const [needed, purpose, ...actions] of rules)
    if (needed) for (const action of actions) if (!all.has(action)) all.set(action, { action, part, purpose })
  return [...all.values()].sort((a, b) => (a.action < b.action ? -1 : 1))
}

function machineRules(options: Options, reach: Reach) {
  const given = options.security_group_id || options.security_group_ids?.length || options.security_group_filter
  const group = reach.communicator !== 'none' && !given
  const key = needsTemporaryKey(reach)
  const spot = isSpot(options)
  const session = isThroughSession(options)
  const opens = group && !session
  return {
    read: [
      [key, 'for the temporary key pair', 'ec2:DescribeKeyPairs'],
      [group, 'for the temporary security group', 'ec2:DescribeSecurityGroups'],
      [options.security_group_filter, 'for security_group_filter', 'ec2:DescribeSecurityGroups'],
      [spot, 'for a spot machine', 'ec2:DescribeLaunchTemplates'],
      [session, 'to find sessions again', 'ssm:DescribeSessions'],
    ] satisfies Rule[],
    create: [
      [key, 'for the temporary key pair', 'ec2:ImportKeyPair'],
      [group, 'for the temporary security group', 'ec2:CreateSecurityGroup'],
      [opens, 'for the temporary security group', 'ec2:AuthorizeSecurityGroupIngress'],
      [spot, 'for a spot machine', 'ec2:CreateFleet', 'ec2:CreateLaunchTemplate'],
      [session, 'for ssh_interface', 'ssm:StartSession', 'ssm:ResumeSession', 'ssm:TerminateSession'],
    ] satisfies Rule[],
    change: [
      [group && !spot && !options.skip_create_ami, 'to end without waiting for the machine', 'ec2:ModifyInstanceAttribute'],
    ] satisfies Rule[],
    own: [
      [true, 'to remove the machine', 'ec2:TerminateInstances', 'ec2:DeleteVolume'],
      [asksForPassword(reach), 'for the password of Windows', 'ec2:GetPasswordData'],
      [!options.disable_stop_instance && !spot, 'to stop the machine', 'ec2:StopInstances'],
      [key, 'for the temporary key pair', 'ec2:DeleteKeyPair'],
      [group, 'for the temporary security group', 'ec2:DeleteSecurityGroup'],
      [spot, 'for a spot machine', 'ec2:DeleteLaunchTemplate'],
    ] satisfies Rule[],
  }
}

/** Regions to copy to; the build's own may be among them. */
export const copiesAbroad = ({ ami_regions }: Options): boolean => (ami_regions?.length ?? 0) > 0

function reading(options: Options, force: boolean): Rule[] {
  const subnet = options.subnet_id || options.subnet_filter
  const zones = options.associate_public_ip_address !== undefined && !subnet
  const watched = ['ec2:DescribeInstances', 'ec2:DescribeVolumes', 'ec2:GetConsoleOutput']
  return [
    [true, 'to find the source image', 'ec2:DescribeImages'],
    [true, 'to watch the machine', ...watched],
    [true, 'to compare the quota with the machine', 'servicequotas:GetServiceQuota'],
    [!options.skip_create_ami, 'to watch the image', 'ec2:DescribeSnapshots'],
    [copiesAbroad(options) && !options.skip_region_validation, 'for ami_regions', 'ec2:DescribeRegions'],
    [subnet || zones, 'to choose the subnet', 'ec2:DescribeSubnets'],
    [zones, 'to choose the subnet', 'ec2:DescribeInstanceTypeOfferings'],
    [options.vpc_filter || (options.vpc_id && !subnet), 'to choose the VPC', 'ec2:DescribeVpcs'],
    [force, 'to replace the image of that name', 'ec2:DescribeImageAttribute'],
    [options.fast_launch, 'for fast_launch', 'ec2:DescribeFastLaunchImages', 'ec2:DescribeLaunchTemplates'],
  ]
}

function creating(options: Options, force: boolean): Rule[] {
  const makesProfile = options.temporary_iam_instance_profile_policy_document && !options.iam_instance_profile
  const disks = [...options.launch_block_device_mappings, ...options.ami_block_device_mappings]
  const encrypts = options.encrypt_boot || disks.some(disk => disk.encrypted || disk.kms_key_id)
  const copies = [options.ami_regions?.length && 'ami_regions', options.encrypt_boot && 'encrypt_boot'].filter(Boolean)
  return [
    [true, 'to launch the machine', 'ec2:RunInstances'],
    [options.fast_launch, 'for fast_launch', 'ec2:CreateLaunchTemplate'],
    [true, 'to tag what is made', 'ec2:CreateTags'],
    [!options.skip_create_ami, 'to make the image', 'ec2:CreateImage'],
    [copies.length > 0 || options.skip_save_build_region, `for ${copies.join(' and ')}`, 'ec2:CopyImage'],
    [force, 'to replace the image of that name', 'ec2:RegisterImage'],
    [makesProfile || options.iam_instance_profile, 'for the instance profile', 'iam:PassRole'],
    [makesProfile, 'for the temporary instance profile', ...iam],
    [encrypts, 'for encrypted disks', ...kms],
  ]
}

const kms = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncrypt*']
const iam = [
  ...['iam:CreateRole', 'iam:GetRole', 'iam:PutRolePolicy', 'iam:DeleteRolePolicy', 'iam:DeleteRole', 'iam:TagRole'],
  ...['iam:CreateInstanceProfile', 'iam:GetInstanceProfile', 'iam:AddRoleToInstanceProfile', 'iam:TagInstanceProfile'],
  ...['iam:RemoveRoleFromInstanceProfile', 'iam:DeleteInstanceProfile'],
]

/** By an attribute of the machine, which the image takes over. */
export const changesNetworking = ({ ena_support, sriov_support }: Options): boolean =>
  ena_support !== undefined || sriov_support === true

function changing(options: Options): Rule[] {
  const { ami_users, ami_groups, ami_org_arns, ami_ou_arns, ami_product_codes, imds_support } = options
  const shared = [ami_users, ami_groups, ami_org_arns, ami_ou_arns, ami_product_codes].some(each => each?.length)
  const { enabled, with_cooldown } = options.deregistration_protection ?? {}
  return [
    [changesNetworking(options), 'for ena_support or sriov_support', 'ec2:ModifyInstanceAttribute'],
    [shared, 'to share the image', 'ec2:ModifyImageAttribute'],
    [imds_support, 'for imds_support', 'ec2:ModifyImageAttribute'],
    [options.snapshot_users?.length || options.snapshot_groups?.length, 'to share the snapshots', 'ec2:ModifySnapshotAttribute'],
    [options.deprecate_at, 'for deprecate_at', 'ec2:EnableImageDeprecation'],
    [options.fast_launch, 'for fast_launch', 'ec2:EnableFastLaunch', 'ec2:DisableFastLaunch', 'ec2:CreateSnapshot'],
    [options.fast_launch, 'for the first fast launch of an account', 'iam:CreateServiceLinkedRole'],
    [enabled || with_cooldown, 'for deregistration_protection', 'ec2:EnableImageDeregistrationProtection'],
  ]
}

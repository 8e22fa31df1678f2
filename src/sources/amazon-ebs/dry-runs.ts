/** What a template will ask of AWS, as far as AWS can be asked whether it would: a dry run is refused as the call itself would be. */
import type { _InstanceType } from '@aws-sdk/client-ec2'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import type { AwsError } from '../../platforms/aws/errors'
import type { Action, Input } from '../../platforms/aws/sdk'
import { tagList } from '../../platforms/aws/tags'
import { dryRun } from '../../platforms/aws/together'
import type { Base } from './base'
import { typesOf } from './capacity'
import { launchMappings } from './disks'
import { launchRequest } from './launch'
import { isForced, targetRegions } from './name'
import type { Network } from './network'
import type { Options } from './options'
import { changesNetworking, type Need, needsOf } from './permissions'
import { candidateTags, ownTags, runTags } from './tags'

export interface Given {
  readonly ec2: Ec2
  readonly options: Options
  readonly context: BuildContext
  readonly base: Base
  readonly network?: Network
  /** Once there is one. */
  readonly machineId?: string
}

export interface Refusal {
  readonly need: Need
  readonly region: string
  readonly error: AwsError
}

/** All that the template needs and that can be asked for. */
export const needsIn = ({ options, context }: Given): readonly Need[] =>
  needsOf(options, context.communicator, isForced(options, context)).filter(({ action }) => action.replace('ec2:', '') in trials)

/** The dry runs of these that AWS refuses. Builds that ask alike in the same moment ask once. */
export async function refusals(given: Given, needs: readonly Need[], signal: AbortSignal): Promise<readonly Refusal[]> {
  const asked = needs.flatMap(need => {
    const action = need.action.replace('ec2:', '') as Action
    const input = trials[action]?.(given)
    return input ? regionsOf(action, given).map(region => ({ need, region, action, input })) : []
  })
  const answers = await Promise.all(
    asked.map(async ({ need, region, action, input }) => {
      const error = await dryRun(given.ec2.inRegion(region), action, input as Input<Action>, signal)
      return error ? [{ need, region, error }] : []
    }),
  )
  return answers.flat()
}

/** Every region asks for copies by itself; the rest is allowed everywhere or nowhere, as policies are written. */
function regionsOf(action: Action, { ec2, options }: Given): readonly string[] {
  if (action !== 'CopyImage') return [ec2.region]
  const isIntermediate = options.encrypt_boot || options.skip_save_build_region
  return targetRegions(options, ec2.region).filter(region => isIntermediate || region !== ec2.region)
}

/** As they will be, but for what tells the builds of a run apart: they shall ask alike. Policies may demand tags. */
function tagsOf({ options, context, base }: Given, type: 'image' | 'snapshot' | 'run') {
  const {
    'ingot:build': _build,
    'ingot:fingerprint': _recipe,
    ...tags
  } = type === 'run' ? runTags(options, context, base) : candidateTags(options, context, base)
  return tagList({ ...tags, 'ingot:token': 'dry-run' })
}

const specified = (given: Given, ...types: readonly ('image' | 'snapshot')[]) =>
  types.map(type => ({ ResourceType: type, Tags: tagsOf(given, type) }))
const forRun = (given: Given, type: 'instance' | 'key-pair' | 'security-group' | 'launch-template') => [
  { ResourceType: type, Tags: tagsOf(given, 'run') },
]

const NAME = 'ingot-dry-run'
/** Well formed, and nobody's. */
const publicKey = () => {
  const field = (content: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, content.length]), content])
  return Buffer.from(
    `ssh-ed25519 ${Buffer.concat([field(Buffer.from('ssh-ed25519')), field(Buffer.alloc(32))]).toString('base64')} ${NAME}`,
  )
}

type Trials = { readonly [A in Action]?: (given: Given) => Input<A> | undefined }

/**
 * Where what it will be done to does not exist yet, the source image and its snapshot stand in. Undefined: there is nothing that
 * could stand in. CreateFleet and GetConsoleOutput are not here for that reason, nor what is only ever done to our own.
 */
const trials: Trials = {
  ...Object.fromEntries(
    [
      ...['DescribeImages', 'DescribeInstances', 'DescribeInstanceTypeOfferings', 'DescribeKeyPairs', 'DescribeLaunchTemplates'],
      ...['DescribeRegions', 'DescribeSecurityGroups', 'DescribeSnapshots', 'DescribeSubnets', 'DescribeVolumes', 'DescribeVpcs'],
    ].map(action => [action, () => ({})]),
  ),
  RunInstances: given => ({
    ...launchRequest(given.options, {
      imageId: given.base.id,
      instanceType: typesOf(given.options)[0] as _InstanceType,
      network: given.network ?? { subnetIds: [], groupIds: [] },
      subnetId: given.network?.subnetIds[0],
      groupIds: given.network?.groupIds ?? [],
      profile: given.options.iam_instance_profile || undefined,
      disks: launchMappings(given.options),
    }),
    MinCount: 1,
    MaxCount: 1,
    TagSpecifications: forRun(given, 'instance'),
  }),
  ImportKeyPair: given => ({
    // By the name that it will have, or begin with: policies may demand one.
    KeyName: given.context.communicator.temporary_key_pair_name || `packer_${NAME}`,
    PublicKeyMaterial: publicKey(),
    TagSpecifications: forRun(given, 'key-pair'),
  }),
  CreateSecurityGroup: given => ({
    GroupName: NAME,
    Description: NAME,
    VpcId: given.network?.vpcId,
    TagSpecifications: forRun(given, 'security-group'),
  }),
  // The one group that every default VPC has.
  AuthorizeSecurityGroupIngress: ({ network }) =>
    network?.vpcId
      ? undefined
      : {
          GroupName: 'default',
          IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '127.0.0.1/32' }] }],
        },
  CreateLaunchTemplate: given => ({
    LaunchTemplateName: NAME,
    LaunchTemplateData: { ImageId: given.base.id },
    TagSpecifications: forRun(given, 'launch-template'),
  }),
  CreateTags: ({ base, context }) => ({
    Resources: [base.id],
    Tags: tagList({ 'ingot:run': ownTags(context)['ingot:run'] ?? '' }),
  }),
  CreateImage: given => ({
    InstanceId: given.machineId ?? 'i-00000000000000000',
    Name: given.machineId ? given.options.ami_name : NAME,
    TagSpecifications: specified(given, 'image', 'snapshot'),
  }),
  CopyImage: given => ({
    Name: NAME,
    SourceImageId: given.base.id,
    SourceRegion: given.ec2.region,
    TagSpecifications: specified(given, 'image', 'snapshot'),
  }),
  RegisterImage: given => ({
    Name: NAME,
    RootDeviceName: '/dev/xvda',
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId: given.base.snapshotId } }],
    TagSpecifications: specified(given, 'image'),
  }),
  DescribeImageAttribute: ({ base }) => ({ ImageId: base.id, Attribute: 'launchPermission' }),
  DeregisterImage: ({ base }) => ({ ImageId: base.id }),
  DeleteSnapshot: ({ base }) => (base.snapshotId ? { SnapshotId: base.snapshotId } : undefined),
  ModifyImageAttribute: ({ base }) => ({ ImageId: base.id, ImdsSupport: { Value: 'v2.0' } }),
  ModifySnapshotAttribute: ({ base }) =>
    base.snapshotId
      ? { SnapshotId: base.snapshotId, Attribute: 'createVolumePermission', GroupNames: ['all'], OperationType: 'remove' }
      : undefined,
  EnableImageDeprecation: ({ base, options }) => ({ ImageId: base.id, DeprecateAt: new Date(options.deprecate_at ?? '') }),
  EnableImageDeregistrationProtection: ({ base }) => ({ ImageId: base.id }),
  // Without it the build only takes longer, unless the template has something to change.
  ModifyInstanceAttribute: ({ machineId, options }) =>
    machineId && changesNetworking(options)
      ? {
          InstanceId: machineId,
          ...(options.sriov_support ? { SriovNetSupport: { Value: 'simple' } } : { EnaSupport: { Value: true } }),
        }
      : undefined,
}

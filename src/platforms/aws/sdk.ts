/**
 * The EC2 calls that ingot makes, and no others: least privilege, bundle and documentation follow from this list. Loaded only
 * when a cloud is really spoken to (see connect.ts), because the SDK takes a third of a second to load.
 */
import {
  AuthorizeSecurityGroupIngressCommand,
  DeleteKeyPairCommand,
  DeleteLaunchTemplateCommand,
  DeleteSecurityGroupCommand,
  DeleteSnapshotCommand,
  DeleteVolumeCommand,
  DeregisterImageCommand,
  DescribeFastLaunchImagesCommand,
  DescribeImageAttributeCommand,
  DescribeImagesCommand,
  DescribeInstancesCommand,
  DescribeInstanceTypeOfferingsCommand,
  DescribeKeyPairsCommand,
  DescribeLaunchTemplatesCommand,
  DescribeRegionsCommand,
  DescribeSecurityGroupsCommand,
  DescribeSnapshotsCommand,
  DescribeSubnetsCommand,
  DescribeVolumesCommand,
  DescribeVpcsCommand,
  DisableFastLaunchCommand,
  EC2Client,
  EnableFastLaunchCommand,
  EnableImageDeprecationCommand,
  EnableImageDeregistrationProtectionCommand,
  GetConsoleOutputCommand,
  GetPasswordDataCommand,
  ModifyImageAttributeCommand,
  ModifyInstanceAttributeCommand,
  ModifySnapshotAttributeCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import { creatingCommands } from './resources/creating'

export { EC2Client }

export const commands = {
  ...creatingCommands,
  AuthorizeSecurityGroupIngress: AuthorizeSecurityGroupIngressCommand,
  DeleteKeyPair: DeleteKeyPairCommand,
  DeleteLaunchTemplate: DeleteLaunchTemplateCommand,
  DeleteSecurityGroup: DeleteSecurityGroupCommand,
  DeleteSnapshot: DeleteSnapshotCommand,
  DeleteVolume: DeleteVolumeCommand,
  DeregisterImage: DeregisterImageCommand,
  DescribeFastLaunchImages: DescribeFastLaunchImagesCommand,
  DescribeImageAttribute: DescribeImageAttributeCommand,
  DescribeImages: DescribeImagesCommand,
  DescribeInstances: DescribeInstancesCommand,
  DescribeInstanceTypeOfferings: DescribeInstanceTypeOfferingsCommand,
  DescribeKeyPairs: DescribeKeyPairsCommand,
  DescribeLaunchTemplates: DescribeLaunchTemplatesCommand,
  DescribeRegions: DescribeRegionsCommand,
  DescribeSecurityGroups: DescribeSecurityGroupsCommand,
  DescribeSnapshots: DescribeSnapshotsCommand,
  DescribeSubnets: DescribeSubnetsCommand,
  DescribeVolumes: DescribeVolumesCommand,
  DescribeVpcs: DescribeVpcsCommand,
  DisableFastLaunch: DisableFastLaunchCommand,
  EnableFastLaunch: EnableFastLaunchCommand,
  EnableImageDeprecation: EnableImageDeprecationCommand,
  EnableImageDeregistrationProtection: EnableImageDeregistrationProtectionCommand,
  GetConsoleOutput: GetConsoleOutputCommand,
  GetPasswordData: GetPasswordDataCommand,
  ModifyImageAttribute: ModifyImageAttributeCommand,
  ModifyInstanceAttribute: ModifyInstanceAttributeCommand,
  ModifySnapshotAttribute: ModifySnapshotAttributeCommand,
  StopInstances: StopInstancesCommand,
  TerminateInstances: TerminateInstancesCommand,
} as const

/** As the API, IAM policies and CloudTrail name it. */
export type Action = keyof typeof commands

type Instance<A extends Action> = InstanceType<(typeof commands)[A]>
export type Input<A extends Action> = Instance<A>['input']
export type Output<A extends Action> = Awaited<ReturnType<ReturnType<Instance<A>['resolveMiddleware']>>>['output']

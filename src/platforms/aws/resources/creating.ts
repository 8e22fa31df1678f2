/** The calls that create something. Nobody outside this folder makes them (but for tags), because what they make must be found again. */
import {
  CopyImageCommand,
  CreateFleetCommand,
  CreateImageCommand,
  CreateLaunchTemplateCommand,
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  ImportKeyPairCommand,
  RegisterImageCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2'

export const creatingCommands = {
  CopyImage: CopyImageCommand,
  CreateFleet: CreateFleetCommand,
  CreateImage: CreateImageCommand,
  CreateLaunchTemplate: CreateLaunchTemplateCommand,
  CreateSecurityGroup: CreateSecurityGroupCommand,
  CreateTags: CreateTagsCommand,
  ImportKeyPair: ImportKeyPairCommand,
  RegisterImage: RegisterImageCommand,
  RunInstances: RunInstancesCommand,
} as const

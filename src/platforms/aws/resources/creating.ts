/** The calls that create something. Nobody outside this folder makes them (but for tags), because what they make must be found again. */
import {
  CopyImageCommand,
  CreateImageCommand,
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  ImportKeyPairCommand,
  RegisterImageCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2'

export const creatingCommands = {
  CopyImage: CopyImageCommand,
  CreateImage: CreateImageCommand,
  CreateSecurityGroup: CreateSecurityGroupCommand,
  CreateTags: CreateTagsCommand,
  ImportKeyPair: ImportKeyPairCommand,
  RegisterImage: RegisterImageCommand,
  RunInstances: RunInstancesCommand,
} as const

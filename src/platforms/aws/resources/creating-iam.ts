/** The calls to IAM that create something; see creating.ts. */
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'

export const creatingIamCommands = {
  AddRoleToInstanceProfile: AddRoleToInstanceProfileCommand,
  CreateInstanceProfile: CreateInstanceProfileCommand,
  CreateRole: CreateRoleCommand,
  PutRolePolicy: PutRolePolicyCommand,
} as const

/** The IAM calls that ingot makes, and no others; see sdk.ts. */
import {
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetInstanceProfileCommand,
  GetRoleCommand,
  IAMClient,
  ListInstanceProfilesCommand,
  ListRolesCommand,
  RemoveRoleFromInstanceProfileCommand,
} from '@aws-sdk/client-iam'
import { creatingIamCommands } from './resources/creating-iam'

export { IAMClient }

export const iamCommands = {
  ...creatingIamCommands,
  DeleteInstanceProfile: DeleteInstanceProfileCommand,
  DeleteRole: DeleteRoleCommand,
  DeleteRolePolicy: DeleteRolePolicyCommand,
  GetInstanceProfile: GetInstanceProfileCommand,
  GetRole: GetRoleCommand,
  ListInstanceProfiles: ListInstanceProfilesCommand,
  ListRoles: ListRolesCommand,
  RemoveRoleFromInstanceProfile: RemoveRoleFromInstanceProfileCommand,
} as const

export type IamAction = keyof typeof iamCommands

type Instance<A extends IamAction> = InstanceType<(typeof iamCommands)[A]>
export type IamInput<A extends IamAction> = Instance<A>['input']
export type IamOutput<A extends IamAction> = Awaited<ReturnType<ReturnType<Instance<A>['resolveMiddleware']>>>['output']

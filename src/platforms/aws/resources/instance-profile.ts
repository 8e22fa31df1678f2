/**
 * A role for the time of a build, and the profile through which a machine bears it. IAM has no tokens, but names are unique:
 * the token is the name.
 */
import type { ResourceKind } from '../../../model/resource'
import { isAws, isRefusal } from '../errors'
import type { Iam } from '../iam'
import { type Tags, tagList, tokenTag } from '../tags'
import { findSurely, orMineAlready, unlessGone } from './find'

export interface RoleRequest {
  readonly tags: Tags
}

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
}
const policyName = 'ingot'
const gone = ['NoSuchEntity*']
const taken = ['EntityAlreadyExists*']

export function role(iam: Iam): ResourceKind<RoleRequest> {
  const find = (token: string, signal: AbortSignal) =>
    findSurely(iam, signal, () => existing(iam.call('GetRole', { RoleName: token }, signal), token))
  return {
    name: 'aws.iam-role',
    place: iam.place,
    find,
    refused: isRefusal,
    create: ({ tags }, token, signal) =>
      orMineAlready(
        taken,
        async () => {
          const Tags = tagList({ ...tags, [tokenTag]: token })
          await iam.call('CreateRole', { RoleName: token, AssumeRolePolicyDocument: JSON.stringify(trust), Tags }, signal)
          return token
        },
        () => find(token, signal),
      ),
    async release(name, signal) {
      const policy = { RoleName: name, PolicyName: policyName }
      await unlessGone(iam, gone, signal, () => iam.call('DeleteRolePolicy', policy, signal))
      await unlessGone(iam, gone, signal, () => iam.call('DeleteRole', { RoleName: name }, signal))
    },
  }
}

export function instanceProfile(iam: Iam): ResourceKind<RoleRequest> {
  const look = (name: string, signal: AbortSignal) => iam.call('GetInstanceProfile', { InstanceProfileName: name }, signal)
  const find = (token: string, signal: AbortSignal) => findSurely(iam, signal, () => existing(look(token, signal), token))
  return {
    name: 'aws.iam-instance-profile',
    place: iam.place,
    find,
    refused: isRefusal,
    create: ({ tags }, token, signal) =>
      orMineAlready(
        taken,
        async () => {
          const Tags = tagList({ ...tags, [tokenTag]: token })
          await iam.call('CreateInstanceProfile', { InstanceProfileName: token, Tags }, signal)
          return token
        },
        () => find(token, signal),
      ),
    async release(name, signal) {
      const profile = await unlessGone(iam, gone, signal, () => look(name, signal))
      for (const { RoleName } of profile?.InstanceProfile?.Roles ?? [])
        await unlessGone(iam, gone, signal, () =>
          iam.call('RemoveRoleFromInstanceProfile', { InstanceProfileName: name, RoleName }, signal),
        )
      await unlessGone(iam, gone, signal, () => iam.call('DeleteInstanceProfile', { InstanceProfileName: name }, signal))
    },
  }
}

/** Part of both, so it goes with them. `policy` is a policy document in JSON. */
export async function empower(iam: Iam, profile: string, roleName: string, policy: string, signal: AbortSignal): Promise<void> {
  const RoleName = roleName
  await iam.call('PutRolePolicy', { RoleName, PolicyName: policyName, PolicyDocument: policy }, signal)
  await iam.call('AddRoleToInstanceProfile', { InstanceProfileName: profile, RoleName }, signal).catch(error => {
    // Sent again after a lost reply: a profile takes one role only.
    if (!isAws(error, 'LimitExceeded*') || error.refused) throw error
  })
}

async function existing(answer: Promise<unknown>, name: string): Promise<string[]> {
  try {
    await answer
    return [name]
  } catch (error) {
    if (isAws(error, ...gone)) return []
    throw error
  }
}

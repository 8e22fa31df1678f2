/** The temporary group that lets this machine, and nobody else, reach the port of the communicator. */
import type { Instance } from '@aws-sdk/client-ec2'
import { Failure } from '../../../model/failure'
import type { ResourceKind } from '../../../model/resource'
import type { Ec2 } from '../connect'
import { isAws, isRefusal } from '../errors'
import { specification, type Tags, withToken } from '../tags'
import { untilInstance, whileRefused } from '../wait'
import { findSurely, given, orMineAlready, unlessGone } from './find'

export interface GroupRequest {
  readonly name: string
  readonly description: string
  /** Absent: the default VPC. */
  readonly vpcId?: string
  readonly tags: Tags
}

/** For as long as the network interface of a terminated machine takes to go. */
const detaching = 5 * 60_000

export function securityGroup(ec2: Ec2): ResourceKind<GroupRequest> {
  const find = (token: string, signal: AbortSignal) => findSurely(ec2, signal, () => groupsWith(ec2, token, signal))
  return {
    name: 'aws.security-group',
    place: ec2.place,
    find,
    refused: isRefusal,
    create: (request, token, signal) =>
      orMineAlready(
        ['InvalidGroup.Duplicate'],
        async () => {
          const answer = await ec2.call(
            'CreateSecurityGroup',
            {
              GroupName: request.name,
              Description: request.description,
              VpcId: request.vpcId,
              TagSpecifications: [specification('security-group', request.tags, token)],
            },
            signal,
          )
          return given(answer.GroupId, 'GroupId')
        },
        () => find(token, signal),
      ),
    async release(id, signal) {
      await unlessGone(ec2, ['InvalidGroup.NotFound'], signal, () =>
        whileRefused(ec2, ['DependencyViolation', 'InvalidGroup.InUse'], detaching, signal, () => deleteUnused(ec2, id, signal)),
      )
    },
  }
}

async function deleteUnused(ec2: Ec2, id: string, signal: AbortSignal): Promise<void> {
  try {
    await ec2.call('DeleteSecurityGroup', { GroupId: id }, signal)
  } catch (error) {
    const members = isAws(error, 'DependencyViolation') ? await membersOf(ec2, id, signal) : []
    const user = members.find(({ State }) => State?.Name !== 'shutting-down')
    // It is not about to go, so waiting would only hold up the release of what hinders.
    if (user) throw new Failure('failed', `Security group ${id} is still used by instance ${user.InstanceId}`, { cause: error })
    await Promise.all(members.map(({ InstanceId = '' }) => untilInstance(ec2, InstanceId, 'terminated', { signal })))
    if (members.length === 0) throw error
    await ec2.call('DeleteSecurityGroup', { GroupId: id }, signal)
  }
}

async function membersOf(ec2: Ec2, id: string, signal: AbortSignal): Promise<readonly Instance[]> {
  const Filters = [
    { Name: 'instance.group-id', Values: [id] },
    { Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped', 'shutting-down'] },
  ]
  const answer = await ec2.call('DescribeInstances', { Filters }, signal)
  return (answer.Reservations ?? []).flatMap(({ Instances = [] }) => Instances)
}

/** Milliseconds until a new group is known everywhere. */
const known = 60_000

/** Lets these addresses reach the TCP port. Part of the group, so it goes with it. */
export async function openPort(
  ec2: Ec2,
  groupId: string,
  port: number,
  cidrs: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const v4 = cidrs.filter(cidr => !cidr.includes(':')).map(CidrIp => ({ CidrIp }))
  const v6 = cidrs.filter(cidr => cidr.includes(':')).map(CidrIpv6 => ({ CidrIpv6 }))
  const permission = {
    IpProtocol: 'tcp',
    FromPort: port,
    ToPort: port,
    ...(v4.length > 0 && { IpRanges: v4 }),
    ...(v6.length > 0 && { Ipv6Ranges: v6 }),
  }
  await whileRefused(ec2, ['InvalidGroup.NotFound'], known, signal, () =>
    ec2.call('AuthorizeSecurityGroupIngress', { GroupId: groupId, IpPermissions: [permission] }, signal),
  ).catch(error => {
    // Sent again after a lost reply: the rule is there.
    if (!isAws(error, 'InvalidPermission.Duplicate')) throw error
  })
}

async function groupsWith(ec2: Ec2, token: string, signal: AbortSignal): Promise<string[]> {
  const answer = await ec2.call('DescribeSecurityGroups', { Filters: withToken(token) }, signal)
  return (answer.SecurityGroups ?? []).flatMap(group => group.GroupId ?? [])
}

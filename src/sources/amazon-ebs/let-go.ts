/**
 * What opened the machine goes while its image is made. A group cannot go before the machines in it have ended, and that takes longer
 * than all that remains to be done: so the machine, which is off, changes into another one, and nobody has to wait for its end.
 */
import type { Instance } from '@aws-sdk/client-ec2'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { askOnce } from '../../platforms/aws/together'
import type { Machine } from './machine'
import type { Network } from './network'

/** Never rejects: what does not go now goes at the end of the build. `stopped`: undefined while the machine runs. */
export async function letGo(
  ec2: Ec2,
  { opening }: Machine,
  stopped: Instance | undefined,
  network: Network,
  context: BuildContext,
  signal: AbortSignal,
): Promise<void> {
  const { keyPairId, groupId } = opening
  const free = async (group: string, { InstanceId, VpcId }: Instance) => {
    const named = network.groupIds.length > 0 ? network.groupIds : await defaultGroup(ec2, VpcId, signal)
    await ec2.call('ModifyInstanceAttribute', { InstanceId, Groups: [...named] }, signal)
    await context.release(group)
  }
  await Promise.allSettled([keyPairId && context.release(keyPairId), groupId && stopped && free(groupId, stopped)])
}

/** Every VPC has one, which cannot be removed. */
async function defaultGroup(ec2: Ec2, vpcId: string | undefined, signal: AbortSignal): Promise<readonly string[]> {
  const Filters = [
    { Name: 'vpc-id', Values: [vpcId ?? ''] },
    { Name: 'group-name', Values: ['default'] },
  ]
  const { SecurityGroups = [] } = await askOnce(ec2, 'DescribeSecurityGroups', { Filters }, signal)
  return SecurityGroups.flatMap(({ GroupId }) => GroupId ?? [])
}

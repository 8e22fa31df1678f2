/** Where the machine will stand: VPC, subnet and the groups that the template names. */
import type { Subnet } from '@aws-sdk/client-ec2'
import { Failure } from '../../model/failure'
import type { Ec2 } from '../../platforms/aws/connect'
import { toFilters } from '../../platforms/aws/filter-images'
import { askOnce } from '../../platforms/aws/together'
import type { Options } from './options'

export interface Network {
  /** Absent: the default VPC. */
  readonly vpcId?: string
  /** Of one VPC, the best first; where one has no machine left the next is tried. Empty: AWS chooses one of the default VPC. */
  readonly subnetIds: readonly string[]
  /** Empty: a temporary group is made. */
  readonly groupIds: readonly string[]
  /** Whether a machine gets a public address when the template does not say; undefined when AWS chooses the subnet. */
  readonly publicByDefault?: boolean
}

export async function chooseNetwork(ec2: Ec2, options: Options, signal: AbortSignal): Promise<Network> {
  const vpcId = options.vpc_id || (await findVpc(ec2, options, signal))
  const subnets = await chooseSubnets(ec2, options, vpcId, signal)
  const [subnet] = subnets
  if (vpcId && !subnet) await demandDefault(ec2, vpcId, signal)
  return {
    vpcId: vpcId ?? subnet?.VpcId,
    subnetIds: subnets.filter(each => each.VpcId === subnet?.VpcId).flatMap(each => each.SubnetId ?? []),
    publicByDefault: subnet?.MapPublicIpOnLaunch,
    groupIds: await namedGroups(ec2, options, vpcId ?? subnet?.VpcId, signal),
  }
}

async function findVpc(ec2: Ec2, options: Options, signal: AbortSignal): Promise<string | undefined> {
  if (!options.vpc_filter) return undefined
  const { Vpcs = [] } = await askOnce(ec2, 'DescribeVpcs', { Filters: toFilters(options.vpc_filter.filters) }, signal)
  if (Vpcs.length === 1) return Vpcs[0]?.VpcId
  throw notOne(
    'VPC',
    'vpc_filter',
    ec2,
    Vpcs.map(vpc => vpc.VpcId),
  )
}

async function demandDefault(ec2: Ec2, vpcId: string, signal: AbortSignal): Promise<void> {
  const { Vpcs = [] } = await askOnce(ec2, 'DescribeVpcs', { Filters: [{ Name: 'vpc-id', Values: [vpcId] }] }, signal)
  if (Vpcs[0]?.IsDefault) return
  throw new Failure(
    'failed',
    Vpcs[0] ? `${vpcId} is not the default VPC, so a subnet must be named` : `VPC ${vpcId} was not found`,
    {
      advice: Vpcs[0] ? 'Set subnet_id, or find one with subnet_filter.' : `Does it exist in region ${ec2.region}?`,
    },
  )
}

async function chooseSubnets(
  ec2: Ec2,
  options: Options,
  vpcId: string | undefined,
  signal: AbortSignal,
): Promise<readonly Subnet[]> {
  if (options.subnet_id) {
    const { Subnets = [] } = await askOnce(ec2, 'DescribeSubnets', { SubnetIds: [options.subnet_id] }, signal)
    return Subnets
  }
  if (options.subnet_filter) return filteredSubnets(ec2, options, options.subnet_filter, vpcId, signal)
  // A public address can only be asked for together with a subnet.
  if (options.associate_public_ip_address === undefined) return []
  const types = options.spot_instance_types?.length ? options.spot_instance_types : [options.instance_type ?? '']
  const subnets = await defaultSubnets(ec2, options, vpcId, types, signal)
  if (subnets.length > 0) return subnets
  throw new Failure('failed', `Region ${ec2.region} has no default subnet for a machine of type ${types.join(' or ')}`, {
    advice: 'associate_public_ip_address needs a subnet: set subnet_id.',
  })
}

async function filteredSubnets(
  ec2: Ec2,
  options: Options,
  filter: NonNullable<Options['subnet_filter']>,
  vpcId: string | undefined,
  signal: AbortSignal,
): Promise<readonly Subnet[]> {
  const { Subnets = [] } = await askOnce(
    ec2,
    'DescribeSubnets',
    { Filters: [...toFilters(filter.filters), ...within(options, vpcId)] },
    signal,
  )
  if (Subnets.length === 0 || (Subnets.length > 1 && !filter.most_free && !filter.random))
    throw notOne(
      'subnet',
      'subnet_filter',
      ec2,
      Subnets.map(subnet => subnet.SubnetId),
    )
  return filter.random && !filter.most_free ? rotated(Subnets, Math.floor(Math.random() * Subnets.length)) : mostFree(Subnets)
}

const rotated = <T>(all: readonly T[], by: number): readonly T[] => [...all.slice(by), ...all.slice(0, by)]

/** Of the default VPC, in zones that have these types; the most free first. */
export async function defaultSubnets(
  ec2: Ec2,
  options: Options,
  vpcId: string | undefined,
  types: readonly string[],
  signal: AbortSignal,
): Promise<readonly Subnet[]> {
  const Filters = [{ Name: 'default-for-az', Values: ['true'] }, ...within(options, vpcId)]
  const { Subnets = [] } = await askOnce(ec2, 'DescribeSubnets', { Filters }, signal)
  const zones = await zonesWith(ec2, types, signal)
  return mostFree(Subnets.filter(subnet => zones.size === 0 || zones.has(subnet.AvailabilityZone ?? '')))
}

async function zonesWith(ec2: Ec2, types: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>> {
  const Filters = [{ Name: 'instance-type', Values: [...types] }]
  const answer = await askOnce(ec2, 'DescribeInstanceTypeOfferings', { LocationType: 'availability-zone', Filters }, signal)
  return new Set((answer.InstanceTypeOfferings ?? []).flatMap(offering => offering.Location ?? []))
}

const within = (options: Options, vpcId: string | undefined) => [
  ...(vpcId ? [{ Name: 'vpc-id', Values: [vpcId] }] : []),
  ...(options.availability_zone ? [{ Name: 'availability-zone', Values: [options.availability_zone] }] : []),
]

const mostFree = (subnets: readonly Subnet[]): readonly Subnet[] =>
  [...subnets].sort((a, b) => (b.AvailableIpAddressCount ?? 0) - (a.AvailableIpAddressCount ?? 0))

async function namedGroups(
  ec2: Ec2,
  options: Options,
  vpcId: string | undefined,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (options.security_group_id) return [options.security_group_id]
  if (options.security_group_ids?.length) return options.security_group_ids
  if (!options.security_group_filter) return []
  const Filters = [...toFilters(options.security_group_filter.filters), ...(vpcId ? [{ Name: 'vpc-id', Values: [vpcId] }] : [])]
  const { SecurityGroups = [] } = await askOnce(ec2, 'DescribeSecurityGroups', { Filters }, signal)
  if (SecurityGroups.length > 0) return SecurityGroups.flatMap(group => group.GroupId ?? [])
  throw notOne('security group', 'security_group_filter', ec2, [])
}

function notOne(what: string, option: string, ec2: Ec2, found: readonly (string | undefined)[]): Failure {
  return found.length === 0
    ? new Failure('failed', `No ${what} matches ${option} in region ${ec2.region}`, {
        advice: `Loosen the filters in ${option}.`,
      })
    : new Failure('failed', `${found.length} of kind ${what} match ${option}: ${found.join(', ')}`, {
        advice: `Narrow the filters in ${option} so that one remains.`,
      })
}

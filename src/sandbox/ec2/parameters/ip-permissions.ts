/** Rules of security groups in both of EC2's shapes: IpPermissions, where one permission holds many ranges, and single rules. */
import ipaddr from 'ipaddr.js'
import { accountId } from '../cloud'
import { Ec2Error } from '../protocol/error'
import { type Decoded, ignoring, integer, list, structure, text } from '../protocol/shape'
import { newId } from '../state/ids'
import type { SecurityGroup, SecurityGroupRule } from '../state/records'
import type { Region } from '../state/region'
import { tagSet } from './tagging'

const permission = {
  IpProtocol: text,
  FromPort: integer,
  ToPort: integer,
  IpRanges: list(structure({ CidrIp: text, Description: text })),
  Ipv6Ranges: list(structure({ CidrIpv6: text, Description: text })),
  PrefixListIds: list(structure({ PrefixListId: text, Description: text })),
  Groups: list(
    structure({
      GroupId: text,
      GroupName: text,
      UserId: text,
      VpcId: text,
      Description: text,
      ...ignoring('VpcPeeringConnectionId', 'PeeringStatus'),
    }),
  ),
}
export const ipPermissions = list(structure(permission))
type IpPermission = Decoded<typeof permission>

/** The older form, one permission spread over the request. */
export const flatPermission = {
  IpProtocol: text,
  FromPort: integer,
  ToPort: integer,
  CidrIp: text,
  SourceSecurityGroupName: text,
  SourceSecurityGroupOwnerId: text,
}

export type RuleContent = Omit<SecurityGroupRule, 'id' | 'tags' | 'isEgress'>

/** Throws InvalidPermission.Malformed, InvalidParameterValue or InvalidGroup.NotFound. */
export function ruleContents(
  region: Region,
  group: SecurityGroup,
  permissions: readonly IpPermission[],
  flat: Decoded<typeof flatPermission>,
): RuleContent[] {
  const isFlat = flat.IpProtocol !== undefined || flat.CidrIp !== undefined || flat.SourceSecurityGroupName !== undefined
  const spread: IpPermission[] = isFlat ? [flatAsPermission(flat)] : []
  const given = [...permissions, ...spread]
  if (given.length === 0) throw new Ec2Error('MissingParameter', 'Either ipPermissions or securityGroupRules should be provided')
  return given.flatMap(one => contentsOf(region, group, one))
}

function flatAsPermission(flat: Decoded<typeof flatPermission>): IpPermission {
  return {
    IpProtocol: flat.IpProtocol,
    FromPort: flat.FromPort,
    ToPort: flat.ToPort,
    IpRanges: flat.CidrIp === undefined ? [] : [{ CidrIp: flat.CidrIp, Description: undefined }],
    Ipv6Ranges: [],
    PrefixListIds: [],
    Groups: flat.SourceSecurityGroupName === undefined ? [] : [namedGroup(flat.SourceSecurityGroupName)],
  }
}

const namedGroup = (GroupName: string): IpPermission['Groups'][number] => ({
  GroupName,
  GroupId: undefined,
  UserId: undefined,
  VpcId: undefined,
  Description: undefined,
  VpcPeeringConnectionId: undefined,
  PeeringStatus: undefined,
})

function contentsOf(region: Region, group: SecurityGroup, given: IpPermission): RuleContent[] {
  const ports = checkedPorts(given)
  const targets: Partial<RuleContent>[] = [
    ...given.IpRanges.map(range => ({ cidrIpv4: checkedCidr(range.CidrIp, 'ipv4'), description: range.Description })),
    ...given.Ipv6Ranges.map(range => ({ cidrIpv6: checkedCidr(range.CidrIpv6, 'ipv6'), description: range.Description })),
    ...given.PrefixListIds.map(one => ({ prefixListId: one.PrefixListId, description: one.Description })),
    ...given.Groups.map(one => ({ referencedGroupId: referenced(region, group, one), description: one.Description })),
  ]
  return targets.map(target => ({ ...ports, ...target }))
}

const protocolNumbers: Readonly<Record<string, string>> = { '6': 'tcp', '17': 'udp', '1': 'icmp', '58': 'icmpv6', all: '-1' }

export function checkedPorts({ IpProtocol, FromPort, ToPort }: Pick<IpPermission, 'IpProtocol' | 'FromPort' | 'ToPort'>) {
  if (IpProtocol === undefined) throw new Ec2Error('MissingParameter', 'The request must contain the parameter ipProtocol')
  const ipProtocol = protocolNumbers[IpProtocol.toLowerCase()] ?? IpProtocol.toLowerCase()
  if (!/^(tcp|udp|icmp|icmpv6|-1|\d{1,3})$/.test(ipProtocol) || Number(ipProtocol) > 255)
    throw new Ec2Error(
      'InvalidPermission.Malformed',
      `Unsupported IP protocol "${IpProtocol}"  - supported: [tcp, udp, icmp, icmpv6]`,
    )
  if (ipProtocol !== 'tcp' && ipProtocol !== 'udp') {
    return ipProtocol.startsWith('icmp') ? { ipProtocol, fromPort: FromPort ?? -1, toPort: ToPort ?? -1 } : { ipProtocol }
  }
  if (FromPort === undefined || ToPort === undefined)
    throw new Ec2Error('InvalidParameterValue', 'Invalid value for portRange. Must specify both from and to ports with TCP/UDP.')
  if (FromPort < 0 || ToPort > 65535 || FromPort > ToPort)
    throw new Ec2Error('InvalidParameterValue', `Invalid value for portRange. Invalid TCP/UDP port range (${FromPort}:${ToPort})`)
  return { ipProtocol, fromPort: FromPort, toPort: ToPort }
}

/** In canonical form: EC2 cuts the host part off. */
export function checkedCidr(cidr: string | undefined, kind: 'ipv4' | 'ipv6'): string {
  const library = kind === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6
  if (!cidr || !/\/\d+$/.test(cidr) || !library.isValidCIDR(cidr))
    throw new Ec2Error('InvalidParameterValue', `CIDR block ${cidr} is malformed`)
  return `${library.networkAddressFromCIDR(cidr).toString()}/${cidr.split('/')[1]}`
}

function referenced(
  region: Region,
  group: SecurityGroup,
  one: { readonly GroupId?: string; readonly GroupName?: string },
): string {
  if (one.GroupId) return region.securityGroups.get(one.GroupId).id
  const found = region.securityGroups.all().find(other => other.name === one.GroupName && other.vpcId === group.vpcId)
  if (!found) throw new Ec2Error('InvalidGroup.NotFound', `The security group '${one.GroupName}' does not exist`)
  return found.id
}

/** Adds rules; throws InvalidPermission.Duplicate before anything is changed. */
export function addRules(
  group: SecurityGroup,
  isEgress: boolean,
  contents: readonly RuleContent[],
  tags: Record<string, string>,
) {
  const added = contents.map(content => ({ id: newId('sgr'), isEgress, tags: { ...tags }, ...content }))
  const keys = group.rules.filter(rule => rule.isEgress === isEgress).map(ruleKey)
  for (const rule of added) {
    if (keys.includes(ruleKey(rule))) throw duplicate(rule)
    keys.push(ruleKey(rule))
  }
  group.rules.push(...added)
  return added
}

function duplicate(rule: SecurityGroupRule) {
  const peer = rule.cidrIpv4 ?? rule.cidrIpv6 ?? rule.prefixListId ?? rule.referencedGroupId
  const ports = rule.fromPort === undefined ? 'ALL' : `from port: ${rule.fromPort}, to port: ${rule.toPort}`
  const message = `the specified rule "peer: ${peer}, ${rule.ipProtocol.toUpperCase()}, ${ports}, ALLOW" already exists`
  return new Ec2Error('InvalidPermission.Duplicate', message)
}

/** Two rules with the same key let in the same traffic. */
export const ruleKey = (rule: RuleContent) =>
  [rule.ipProtocol, rule.fromPort, rule.toPort, rule.cidrIpv4, rule.cidrIpv6, rule.prefixListId, rule.referencedGroupId].join('|')

export const ruleView = (region: Region, groupId: string, rule: SecurityGroupRule) => ({
  securityGroupRuleId: rule.id,
  securityGroupRuleArn: `arn:aws:ec2:${region.name}:${accountId}:security-group-rule/${rule.id}`,
  groupId,
  groupOwnerId: accountId,
  isEgress: rule.isEgress,
  ipProtocol: rule.ipProtocol,
  fromPort: rule.fromPort ?? -1,
  toPort: rule.toPort ?? -1,
  cidrIpv4: rule.cidrIpv4,
  cidrIpv6: rule.cidrIpv6,
  prefixListId: rule.prefixListId,
  referencedGroupInfo: rule.referencedGroupId === undefined ? undefined : { groupId: rule.referencedGroupId, userId: accountId },
  description: rule.description,
  tagSet: tagSet(rule.tags),
})

/** Rules of one direction as IpPermissions: those of the same protocol and ports share one. */
export function permissionsView(rules: readonly SecurityGroupRule[]) {
  const key = (rule: SecurityGroupRule) => [rule.ipProtocol, rule.fromPort, rule.toPort].join('|')
  const keys = [...new Set(rules.map(key))]
  return keys
    .map(one => rules.filter(rule => key(rule) === one))
    .map(together => ({
      ipProtocol: together[0]!.ipProtocol,
      fromPort: together[0]!.fromPort,
      toPort: together[0]!.toPort,
      ipRanges: together.flatMap(({ cidrIpv4: cidrIp, description }) => (cidrIp ? [{ cidrIp, description }] : [])),
      ipv6Ranges: together.flatMap(({ cidrIpv6, description }) => (cidrIpv6 ? [{ cidrIpv6, description }] : [])),
      prefixListIds: together.flatMap(({ prefixListId, description }) => (prefixListId ? [{ prefixListId, description }] : [])),
      groups: together.flatMap(({ referencedGroupId: groupId, description }) =>
        groupId ? [{ groupId, userId: accountId, description }] : [],
      ),
    }))
}

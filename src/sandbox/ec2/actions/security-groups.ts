/** Security groups: what they let in takes effect on the machines at once. */
import { action, type Call } from '../action'
import { accountId } from '../cloud'
import { dependencyViolation, Ec2Error, invalidCombination, missingParameter } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { integer, list, required, structure, text } from '../protocol/shape'
import { newId } from '../state/ids'
import type { SecurityGroup } from '../state/records'
import type { Region } from '../state/region'
import {
  addRules,
  checkedCidr,
  checkedPorts,
  findRule,
  flatPermission,
  ipPermissions,
  permissionsView,
  ruleContents,
  ruleKey,
  ruleView,
} from './security-group-rules'
import { tagSet, tagSpecifications, tagsAtCreation } from './tagging'

const createSecurityGroup = action(
  { GroupName: required(text), GroupDescription: required(text), VpcId: text, TagSpecification: tagSpecifications },
  ({ region }, input) => {
    const name = input.GroupName
    if (name.startsWith('sg-') || name.length > 255 || !/^[\w ._\-:/()#,@[\]+=&;{}!$*]+$/.test(name))
      throw new Ec2Error('InvalidParameterValue', `Value (${name}) for parameter GroupName is invalid.`)
    if (name === 'default') throw new Ec2Error('InvalidParameterValue', `Cannot use reserved security group name: default`)
    const vpcId = input.VpcId ? region.vpcs.get(input.VpcId).id : defaultVpc(region)
    if (region.securityGroups.all().some(group => group.name === name && group.vpcId === vpcId))
      throw new Ec2Error('InvalidGroup.Duplicate', `The security group '${name}' already exists for VPC '${vpcId}'`)
    const tags = tagsAtCreation(input.TagSpecification, 'security-group')('security-group')
    const group: SecurityGroup = { id: newId('sg'), name, description: input.GroupDescription, vpcId, rules: [], tags }
    addRules(group, true, [{ ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' }], {})
    region.securityGroups.add(group)
    return { return: true, groupId: group.id, securityGroupArn: arn(region, group), tagSet: tagSet(tags) }
  },
)

export function defaultVpc(region: Region): string {
  const vpc = region.vpcs.all().find(({ isDefault }) => isDefault)
  if (!vpc) throw new Ec2Error('VPCIdNotSpecified', 'No default VPC for this user')
  return vpc.id
}

const arn = (region: Region, group: SecurityGroup) => `arn:aws:ec2:${region.name}:${accountId}:security-group/${group.id}`

const describeSecurityGroups = action(
  { GroupId: list(text), GroupName: list(text), Filter: filters, ...paging },
  ({ region }, input) => {
    const named = input.GroupName.map(name => groupByName(region, name))
    const all = input.GroupId.length > 0 || named.length === 0 ? region.securityGroups.select(input.GroupId) : []
    const chosen = applyFilters([...new Set([...named, ...all])], input.Filter, groupFilters)
    const { records, nextToken } = page(chosen, group => group.id, input)
    return {
      nextToken,
      securityGroupInfo: records.map(group => ({
        ownerId: accountId,
        groupId: group.id,
        groupName: group.name,
        groupDescription: group.description,
        vpcId: group.vpcId,
        securityGroupArn: arn(region, group),
        ipPermissions: permissionsView(group.rules.filter(rule => !rule.isEgress)),
        ipPermissionsEgress: permissionsView(group.rules.filter(rule => rule.isEgress)),
        tagSet: tagSet(group.tags),
      })),
    }
  },
)

const ruleFilters = (prefix: string, isEgress: boolean) => {
  const rules = (group: SecurityGroup) => group.rules.filter(rule => rule.isEgress === isEgress)
  return {
    [`${prefix}.cidr`]: (group: SecurityGroup) => rules(group).map(rule => rule.cidrIpv4),
    [`${prefix}.ipv6-cidr`]: (group: SecurityGroup) => rules(group).map(rule => rule.cidrIpv6),
    [`${prefix}.from-port`]: (group: SecurityGroup) => rules(group).map(rule => rule.fromPort),
    [`${prefix}.to-port`]: (group: SecurityGroup) => rules(group).map(rule => rule.toPort),
    [`${prefix}.protocol`]: (group: SecurityGroup) => rules(group).map(rule => rule.ipProtocol),
    [`${prefix}.group-id`]: (group: SecurityGroup) => rules(group).map(rule => rule.referencedGroupId),
    [`${prefix}.prefix-list-id`]: (group: SecurityGroup) => rules(group).map(rule => rule.prefixListId),
  }
}
const groupFilters = {
  'group-id': (group: SecurityGroup) => group.id,
  'group-name': (group: SecurityGroup) => group.name,
  description: (group: SecurityGroup) => group.description,
  'vpc-id': (group: SecurityGroup) => group.vpcId,
  'owner-id': () => accountId,
  ...ruleFilters('ip-permission', false),
  ...ruleFilters('egress.ip-permission', true),
}

export function groupByName(region: Region, name: string, vpcId = defaultVpc(region)): SecurityGroup {
  const group = region.securityGroups.all().find(one => one.name === name && one.vpcId === vpcId)
  if (!group) throw new Ec2Error('InvalidGroup.NotFound', `The security group '${name}' does not exist in default VPC '${vpcId}'`)
  return group
}

function given(
  region: Region,
  { GroupId, GroupName }: { readonly GroupId?: string; readonly GroupName?: string },
): SecurityGroup {
  if (GroupId) return region.securityGroups.get(GroupId)
  if (GroupName) return groupByName(region, GroupName)
  throw missingParameter('GroupName or GroupId')
}

const deleteSecurityGroup = action({ GroupId: text, GroupName: text }, ({ region }, input) => {
  const group = given(region, input)
  if (group.name === 'default')
    throw new Ec2Error('CannotDelete', `the specified group: "${group.id}" name: "default" cannot be deleted by a user`)
  const used = region.networkInterfaces.all().some(({ groupIds }) => groupIds.includes(group.id))
  const named = region.securityGroups
    .all()
    .some(other => other !== group && other.rules.some(rule => rule.referencedGroupId === group.id))
  if (used || named) throw dependencyViolation(`resource ${group.id} has a dependent object`)
  region.securityGroups.delete(group.id)
  return { return: true, groupId: group.id }
})

const ruleFields = { GroupId: text, GroupName: text, IpPermissions: ipPermissions, ...flatPermission }

const authorize = (isEgress: boolean) =>
  action({ ...ruleFields, TagSpecification: tagSpecifications }, async ({ cloud, region }, input) => {
    const group = given(region, input)
    const tags = tagsAtCreation(input.TagSpecification, 'security-group-rule')('security-group-rule')
    const added = addRules(group, isEgress, ruleContents(region, group, input.IpPermissions, input), tags)
    await cloud.machines.refreshPorts(region)
    return { return: true, securityGroupRuleSet: added.map(rule => ruleView(region, group.id, rule)) }
  })

const revoke = (isEgress: boolean) =>
  action({ ...ruleFields, SecurityGroupRuleId: list(text) }, async ({ cloud, region }, input) => {
    const group = given(region, input)
    const byId = input.SecurityGroupRuleId.map(id => findRule(region, id).rule)
    const contents = byId.length > 0 ? byId : ruleContents(region, group, input.IpPermissions, input)
    const keys = contents.map(ruleKey)
    const revoked = group.rules.filter(rule => rule.isEgress === isEgress && keys.includes(ruleKey(rule)))
    const absent = contents.some(content => !revoked.some(rule => ruleKey(rule) === ruleKey(content)))
    if (absent) throw new Ec2Error('InvalidPermission.NotFound', 'The specified rule does not exist in this security group.')
    group.rules = group.rules.filter(rule => !revoked.includes(rule))
    await cloud.machines.refreshPorts(region)
    return {
      return: true,
      revokedSecurityGroupRuleSet: revoked.map(({ referencedGroupId, ...rule }) => ({
        ...ruleView(region, group.id, { ...rule, referencedGroupId }),
        referencedGroupInfo: undefined,
        groupOwnerId: undefined,
        securityGroupRuleArn: undefined,
        tagSet: undefined,
        referencedGroupId,
      })),
    }
  })

const describeSecurityGroupRules = action(
  { SecurityGroupRuleId: list(text), Filter: filters, ...paging },
  ({ region }, input) => {
    const named = input.SecurityGroupRuleId.map(id => findRule(region, id))
    const all = region.securityGroups.all().flatMap(group => group.rules.map(rule => ({ group, rule })))
    const entries = (input.SecurityGroupRuleId.length > 0 ? named : all).map(entry => ({ ...entry, tags: entry.rule.tags }))
    const chosen = applyFilters(entries, input.Filter, {
      'group-id': ({ group }) => group.id,
      'security-group-rule-id': ({ rule }) => rule.id,
    })
    const { records, nextToken } = page(chosen, ({ rule }) => rule.id, input)
    return { nextToken, securityGroupRuleSet: records.map(({ group, rule }) => ruleView(region, group.id, rule)) }
  },
)

const ruleRequest = structure({
  IpProtocol: text,
  FromPort: integer,
  ToPort: integer,
  CidrIpv4: text,
  CidrIpv6: text,
  PrefixListId: text,
  ReferencedGroupId: text,
  Description: text,
})
const modifySecurityGroupRules = action(
  {
    GroupId: required(text),
    SecurityGroupRule: required(list(structure({ SecurityGroupRuleId: required(text), SecurityGroupRule: ruleRequest }))),
  },
  async ({ cloud, region }, input) => {
    const group = region.securityGroups.get(input.GroupId)
    for (const { SecurityGroupRuleId: id, SecurityGroupRule: to } of input.SecurityGroupRule) {
      const { rule, group: owner } = findRule(region, id)
      if (owner !== group || !to) throw invalidCombination(`The rule ${id} does not belong to ${group.id}`)
      const changed = {
        id,
        isEgress: rule.isEgress,
        tags: rule.tags,
        ...checkedPorts(to),
        cidrIpv4: to.CidrIpv4 && checkedCidr(to.CidrIpv4, 'ipv4'),
        cidrIpv6: to.CidrIpv6 && checkedCidr(to.CidrIpv6, 'ipv6'),
        prefixListId: to.PrefixListId,
        referencedGroupId: to.ReferencedGroupId && region.securityGroups.get(to.ReferencedGroupId).id,
        description: to.Description,
      }
      group.rules = group.rules.map(one => (one.id === id ? changed : one))
    }
    await cloud.machines.refreshPorts(region)
    return { return: true }
  },
)

const describeRuleTexts = (isEgress: boolean) =>
  action(
    {
      GroupId: text,
      GroupName: text,
      IpPermissions: ipPermissions,
      SecurityGroupRuleDescription: list(structure({ SecurityGroupRuleId: required(text), Description: text })),
    },
    ({ region }: Call, input) => {
      const group = given(region, input)
      for (const { SecurityGroupRuleId: id, Description } of input.SecurityGroupRuleDescription)
        findRule(region, id).rule.description = Description
      const contents = input.IpPermissions.length > 0 ? ruleContents(region, group, input.IpPermissions, noFlat) : []
      for (const content of contents) {
        const rule = group.rules.find(one => one.isEgress === isEgress && ruleKey(one) === ruleKey(content))
        if (!rule) throw new Ec2Error('InvalidPermission.NotFound', 'The specified rule does not exist in this security group.')
        rule.description = content.description
      }
      return { return: true }
    },
  )
const noFlat = {
  IpProtocol: undefined,
  FromPort: undefined,
  ToPort: undefined,
  CidrIp: undefined,
  SourceSecurityGroupName: undefined,
  SourceSecurityGroupOwnerId: undefined,
}

export const securityGroups = {
  CreateSecurityGroup: createSecurityGroup,
  DescribeSecurityGroups: describeSecurityGroups,
  DeleteSecurityGroup: deleteSecurityGroup,
  AuthorizeSecurityGroupIngress: authorize(false),
  AuthorizeSecurityGroupEgress: authorize(true),
  RevokeSecurityGroupIngress: revoke(false),
  RevokeSecurityGroupEgress: revoke(true),
  DescribeSecurityGroupRules: describeSecurityGroupRules,
  ModifySecurityGroupRules: modifySecurityGroupRules,
  UpdateSecurityGroupRuleDescriptionsIngress: describeRuleTexts(false),
  UpdateSecurityGroupRuleDescriptionsEgress: describeRuleTexts(true),
}

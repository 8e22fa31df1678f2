/** Rules come and go, and take effect on the machines at once. */

import { action } from '../action'
import {
  addRules,
  checkedCidr,
  checkedPorts,
  flatPermission,
  ipPermissions,
  ruleContents,
  ruleKey,
  ruleView,
} from '../parameters/ip-permissions'
import { tagSpecifications, tagsAtCreation } from '../parameters/tagging'
import { Ec2Error, invalidCombination } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { integer, list, required, structure, text } from '../protocol/shape'
import { findRule, givenGroup } from '../state/lookup'

const ruleFields = { GroupId: text, GroupName: text, IpPermissions: ipPermissions, ...flatPermission }

const authorize = (isEgress: boolean) =>
  action({ ...ruleFields, TagSpecification: tagSpecifications }, async ({ cloud, region }, input) => {
    const group = givenGroup(region, input)
    const tags = tagsAtCreation(input.TagSpecification, 'security-group-rule')('security-group-rule')
    const added = addRules(group, isEgress, ruleContents(region, group, input.IpPermissions, input), tags)
    await cloud.machines.refreshPorts(region)
    return { return: true, securityGroupRuleSet: added.map(rule => ruleView(region, group.id, rule)) }
  })

const revoke = (isEgress: boolean) =>
  action({ ...ruleFields, SecurityGroupRuleId: list(text) }, async ({ cloud, region }, input) => {
    const group = givenGroup(region, input)
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
    ({ region }, input) => {
      const group = givenGroup(region, input)
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

export const securityGroupRules = {
  AuthorizeSecurityGroupIngress: authorize(false),
  AuthorizeSecurityGroupEgress: authorize(true),
  RevokeSecurityGroupIngress: revoke(false),
  RevokeSecurityGroupEgress: revoke(true),
  DescribeSecurityGroupRules: describeSecurityGroupRules,
  ModifySecurityGroupRules: modifySecurityGroupRules,
  UpdateSecurityGroupRuleDescriptionsIngress: describeRuleTexts(false),
  UpdateSecurityGroupRuleDescriptionsEgress: describeRuleTexts(true),
}

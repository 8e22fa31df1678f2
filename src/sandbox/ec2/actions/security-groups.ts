/** Security groups: what they let in takes effect on the machines at once. */

import { action } from '../action'
import { accountId } from '../cloud'
import { addRules, permissionsView } from '../parameters/ip-permissions'
import { tagSet, tagSpecifications, tagsAtCreation } from '../parameters/tagging'
import { dependencyViolation, Ec2Error } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { list, required, text } from '../protocol/shape'
import { newId } from '../state/ids'
import { defaultVpc, givenGroup, groupByName } from '../state/lookup'
import type { SecurityGroup } from '../state/records'
import type { Region } from '../state/region'

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

const deleteSecurityGroup = action({ GroupId: text, GroupName: text }, ({ region }, input) => {
  const group = givenGroup(region, input)
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

export const securityGroups = {
  CreateSecurityGroup: createSecurityGroup,
  DescribeSecurityGroups: describeSecurityGroups,
  DeleteSecurityGroup: deleteSecurityGroup,
}

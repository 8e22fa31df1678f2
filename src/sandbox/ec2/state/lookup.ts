/** Finding records by something else than their own ID. */

import type { Cloud } from '../cloud'
import { Ec2Error, invalidValue, missingParameter } from '../protocol/error'
import type { Image, KeyPair, SecurityGroup, SecurityGroupRule } from './records'
import type { Region } from './region'

/** Throws VPCIdNotSpecified when the default VPC is gone. */
export function defaultVpc(region: Region): string {
  const vpc = region.vpcs.all().find(({ isDefault }) => isDefault)
  if (!vpc) throw new Ec2Error('VPCIdNotSpecified', 'No default VPC for this user')
  return vpc.id
}

/** Throws InvalidGroup.NotFound. */
export function groupByName(region: Region, name: string, vpcId = defaultVpc(region)): SecurityGroup {
  const group = region.securityGroups.all().find(one => one.name === name && one.vpcId === vpcId)
  if (!group) throw new Ec2Error('InvalidGroup.NotFound', `The security group '${name}' does not exist in default VPC '${vpcId}'`)
  return group
}

/** By ID, or by name in the default VPC; throws MissingParameter when neither is given. */
export function givenGroup(
  region: Region,
  { GroupId, GroupName }: { readonly GroupId?: string; readonly GroupName?: string },
): SecurityGroup {
  if (GroupId) return region.securityGroups.get(GroupId)
  if (GroupName) return groupByName(region, GroupName)
  throw missingParameter('GroupName or GroupId')
}

/** Throws InvalidSecurityGroupRuleId.NotFound or .Malformed. */
export function findRule(region: Region, id: string): { readonly group: SecurityGroup; readonly rule: SecurityGroupRule } {
  for (const group of region.securityGroups.all()) {
    const rule = group.rules.find(one => one.id === id)
    if (rule) return { group, rule }
  }
  if (!/^sgr-[0-9a-f]+$/.test(id)) throw invalidValue('SecurityGroupRuleId', id)
  throw new Ec2Error('InvalidSecurityGroupRuleId.NotFound', `The security group rule ID '${id}' does not exist`)
}

export const findKeyPair = (region: Region, name: string) => region.keyPairs.all().find(key => key.name === name)

/** Throws InvalidKeyPair.NotFound. */
export function keyPairByName(region: Region, name: string): KeyPair {
  const key = findKeyPair(region, name)
  if (!key) throw new Ec2Error('InvalidKeyPair.NotFound', `The key pair '${name}' does not exist`)
  return key
}

/** In GiB; throws InvalidSnapshot.NotFound, or IncorrectState while it is not completed. */
export function snapshotSize(cloud: Cloud, region: Region, id: string): number {
  const published = cloud.publicImages(region).flatMap(image => image.mappings)
  const base = published.find(mapping => mapping.snapshotId === id)
  if (base) return base.sizeGiB ?? 1
  const snapshot = region.snapshots.get(id)
  if (snapshot.state !== 'completed') throw new Ec2Error('IncorrectState', `Snapshot is in invalid state - ${snapshot.state}`)
  return snapshot.sizeGiB
}

/** The image that holds a snapshot, which cannot be deleted while it does. */
export const imageOfSnapshot = (region: Region, id: string): Image | undefined =>
  region.images.all().find(image => image.mappings.some(({ snapshotId }) => snapshotId === id))

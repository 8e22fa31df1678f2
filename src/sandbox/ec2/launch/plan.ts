/** What a launch comes to, decided before anything is made; every way in which EC2 refuses a launch is here. */

import { type InstanceType, instanceType } from '../catalog/instance-types'
import { accountId, type Cloud } from '../cloud'
import { overlay, volumeSettings } from '../parameters/block-devices'
import { Ec2Error, invalidCombination, missingParameter } from '../protocol/error'
import { stableId } from '../state/ids'
import { groupByName, keyPairByName, snapshotSize } from '../state/lookup'
import type { Image, KeyPair, MetadataOptions, Subnet, VolumeSettings } from '../state/records'
import type { Region } from '../state/region'
import type { LaunchRequest } from './launch'

export interface LaunchPlan {
  readonly image: Image
  readonly type: InstanceType
  readonly key?: KeyPair
  readonly subnet: Subnet
  readonly groupIds: readonly string[]
  readonly publicAddress: boolean
  readonly metadata: MetadataOptions
  readonly iamInstanceProfile?: { readonly arn: string; readonly id: string }
  readonly volumes: readonly PlannedVolume[]
}

export interface PlannedVolume {
  readonly deviceName: string
  readonly snapshotId?: string
  readonly deleteOnTermination: boolean
  readonly settings: VolumeSettings
}

export function planLaunch(cloud: Cloud, region: Region, input: LaunchRequest): LaunchPlan {
  if (!input.ImageId) throw missingParameter('ImageId')
  const image = cloud.image(region, input.ImageId)
  if (image.state !== 'available') throw new Ec2Error('InvalidAMIID.Unavailable', `The image ID '${image.id}' is not available`)
  const type = checkedType(input.InstanceType ?? 'm1.small', image)
  if (input.UserData && Buffer.from(input.UserData, 'base64').length > 16384)
    throw new Ec2Error('InvalidParameterValue', 'User data is limited to 16384 bytes')
  const subnet = chooseSubnet(region, input)
  if (cloud.options.lacks(type.name, subnet.zone)) throw noCapacity(type.name, subnet.zone)
  const nic = input.NetworkInterface[0]
  return {
    image,
    type,
    key: input.KeyName ? keyPairByName(region, input.KeyName) : undefined,
    subnet,
    groupIds: chooseGroups(region, input, subnet),
    publicAddress: nic?.AssociatePublicIpAddress ?? region.vpcs.get(subnet.vpcId).isDefault,
    metadata: {
      httpTokens: input.MetadataOptions?.HttpTokens ?? (image.imdsSupport === 'v2.0' ? 'required' : 'optional'),
      httpEndpoint: input.MetadataOptions?.HttpEndpoint ?? 'enabled',
      httpPutResponseHopLimit: input.MetadataOptions?.HttpPutResponseHopLimit ?? (image.imdsSupport === 'v2.0' ? 2 : 1),
      httpProtocolIpv6: input.MetadataOptions?.HttpProtocolIpv6 ?? 'disabled',
      instanceMetadataTags: input.MetadataOptions?.InstanceMetadataTags ?? 'disabled',
    },
    iamInstanceProfile: profile(input),
    volumes: planVolumes(cloud, region, image, input),
  }
}

const noCapacity = (type: string, zone: string) =>
  new Ec2Error('InsufficientInstanceCapacity', `There is no capacity for ${type} in the Availability Zone ${zone} just now.`, 500)

function checkedType(name: string, image: Image): InstanceType {
  const type = instanceType(name)
  if (!type) throw new Ec2Error('InvalidParameterValue', `Invalid value '${name}' for InstanceType.`)
  if (type.architecture !== image.architecture)
    throw new Ec2Error(
      'InvalidParameterValue',
      `The architecture '${type.architecture}' of the specified instance type does not match the architecture ` +
        `'${image.architecture}' of the specified AMI. Specify an instance type and an AMI that have matching architectures.`,
    )
  return type
}

function chooseSubnet(region: Region, input: LaunchRequest): Subnet {
  const zone = input.Placement?.AvailabilityZone
  const id = input.SubnetId ?? input.NetworkInterface[0]?.SubnetId
  if (input.NetworkInterface.length > 0 && (input.SubnetId || input.SecurityGroupId.length > 0 || input.SecurityGroup.length > 0))
    throw invalidCombination(
      'Network interfaces and an instance-level subnet ID or security groups may not be specified together',
    )
  if (input.NetworkInterface.length > 1 || input.NetworkInterface[0]?.NetworkInterfaceId)
    throw new Ec2Error('UnsupportedOperation', 'The sandbox gives an instance one network interface, which it makes itself.')
  if (zone !== undefined && !region.zones.includes(zone))
    throw new Ec2Error('InvalidParameterValue', `Invalid availability zone: [${zone}]`)
  if (id === undefined) {
    const subnet = region.subnets
      .all()
      .find(one => (zone === undefined || one.zone === zone) && region.vpcs.get(one.vpcId).isDefault)
    if (!subnet) throw new Ec2Error('MissingInput', `No subnets found for the default VPC. Please specify a subnet.`)
    return subnet
  }
  const subnet = region.subnets.get(id)
  if (zone !== undefined && subnet.zone !== zone)
    throw new Ec2Error('InvalidParameterValue', `The subnet ${id} is not in the Availability Zone ${zone}`)
  return subnet
}

function chooseGroups(region: Region, input: LaunchRequest, subnet: Subnet): string[] {
  const ids = [...input.SecurityGroupId, ...(input.NetworkInterface[0]?.SecurityGroupId ?? [])]
  const groups = [
    ...ids.map(id => region.securityGroups.get(id)),
    ...input.SecurityGroup.map(name => groupByName(region, name, subnet.vpcId)),
  ]
  const foreign = groups.find(group => group.vpcId !== subnet.vpcId)
  if (foreign)
    throw new Ec2Error('InvalidGroup.NotFound', `The security group '${foreign.id}' does not exist in VPC '${subnet.vpcId}'`)
  return groups.length > 0 ? [...new Set(groups.map(({ id }) => id))] : [groupByName(region, 'default', subnet.vpcId).id]
}

function profile({ IamInstanceProfile: given }: LaunchRequest) {
  if (!given?.Arn && !given?.Name) return undefined
  const arn = given.Arn ?? `arn:aws:iam::${accountId}:instance-profile/${given.Name}`
  return { arn, id: stableId('AIPA', arn).replace('-', '').toUpperCase().slice(0, 21) }
}

function planVolumes(cloud: Cloud, region: Region, image: Image, input: LaunchRequest): PlannedVolume[] {
  const mappings = overlay(image.mappings, input.BlockDeviceMapping).filter(({ virtualName }) => virtualName === undefined)
  return mappings.map(mapping => {
    const snapshotGiB = mapping.snapshotId === undefined ? undefined : snapshotSize(cloud, region, mapping.snapshotId)
    return {
      deviceName: mapping.deviceName,
      snapshotId: mapping.snapshotId,
      deleteOnTermination: mapping.deleteOnTermination ?? true,
      settings: volumeSettings(mapping, snapshotGiB),
    }
  })
}

/** Everything that RunInstances takes about an instance; launch templates keep the same under the same names. */
import { type Decoded, flag, ignoring, integer, list, oneOf, structure, text, unused } from '../protocol/shape'
import { blockDevices } from './block-devices'
import { tagSpecifications } from './tagging'
import { unusedOfInterface, unusedOfLaunch, unusedOfSpot } from './unused-fields'

const onOff = oneOf('enabled', 'disabled')

export const metadataOptions = {
  HttpTokens: oneOf('optional', 'required'),
  HttpPutResponseHopLimit: integer,
  HttpEndpoint: onOff,
  HttpProtocolIpv6: onOff,
  InstanceMetadataTags: onOff,
}

const networkInterface = structure({
  AssociatePublicIpAddress: flag,
  DeleteOnTermination: flag,
  Description: text,
  DeviceIndex: integer,
  SecurityGroupId: list(text),
  NetworkInterfaceId: text,
  SubnetId: text,
  ...unusedOfInterface,
})

export const placementFields = {
  AvailabilityZone: text,
  Tenancy: oneOf('default', 'dedicated', 'host'),
  ...ignoring('AvailabilityZoneId', 'Affinity', 'GroupName', 'HostId', 'SpreadDomain', 'HostResourceGroupArn', 'GroupId'),
  PartitionNumber: unused(integer),
}

export const launchFields = {
  BlockDeviceMapping: blockDevices,
  ImageId: text,
  InstanceType: text,
  KeyName: text,
  Monitoring: structure({ Enabled: flag }),
  Placement: structure(placementFields),
  SecurityGroupId: list(text),
  SecurityGroup: list(text),
  UserData: text,
  TagSpecification: tagSpecifications,
  InstanceMarketOptions: structure({ MarketType: text, SpotOptions: unusedOfSpot }),
  CreditSpecification: structure({ CpuCredits: text }),
  MetadataOptions: structure(metadataOptions),
  DisableApiStop: flag,
  DisableApiTermination: flag,
  InstanceInitiatedShutdownBehavior: oneOf('stop', 'terminate'),
  NetworkInterface: list(networkInterface),
  IamInstanceProfile: structure({ Arn: text, Name: text }),
  EbsOptimized: flag,
  ...unusedOfLaunch,
}

export type LaunchInput = Decoded<typeof launchFields>
export type InterfaceInput = LaunchInput['NetworkInterface'][number]

/** Everything that RunInstances takes about an instance; launch templates keep the same under the same names. */
import { type Decoded, flag, ignored, ignoring, integer, list, oneOf, structure, text } from '../protocol/shape'
import { blockDevices } from './block-devices'
import { tagSpecifications } from './tagging'

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
  ...ignoring('Ipv6AddressCount', 'Ipv6Addresses', 'PrivateIpAddress', 'PrivateIpAddresses', 'SecondaryPrivateIpAddressCount'),
  ...ignoring('AssociateCarrierIpAddress', 'InterfaceType', 'NetworkCardIndex', 'Ipv4Prefix', 'Ipv4PrefixCount', 'Ipv6Prefix'),
  ...ignoring('Ipv6PrefixCount', 'PrimaryIpv6', 'EnaSrdSpecification', 'ConnectionTrackingSpecification', 'EnaQueueCount'),
})

export const placementFields = {
  AvailabilityZone: text,
  Tenancy: oneOf('default', 'dedicated', 'host'),
  ...ignoring('AvailabilityZoneId', 'Affinity', 'GroupName', 'PartitionNumber', 'HostId', 'SpreadDomain'),
  ...ignoring('HostResourceGroupArn', 'GroupId'),
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
  InstanceMarketOptions: structure({ MarketType: text, SpotOptions: ignored }),
  CreditSpecification: structure({ CpuCredits: text }),
  MetadataOptions: structure(metadataOptions),
  DisableApiStop: flag,
  DisableApiTermination: flag,
  InstanceInitiatedShutdownBehavior: oneOf('stop', 'terminate'),
  NetworkInterface: list(networkInterface),
  IamInstanceProfile: structure({ Arn: text, Name: text }),
  EbsOptimized: flag,
  ...ignoring('KernelId', 'RamdiskId', 'ElasticGpuSpecification', 'CpuOptions', 'CapacityReservationSpecification'),
  ...ignoring('HibernationOptions', 'LicenseSpecification', 'EnclaveOptions', 'PrivateDnsNameOptions', 'MaintenanceOptions'),
  ...ignoring('NetworkPerformanceOptions', 'Operator'),
}

export type LaunchInput = Decoded<typeof launchFields>
export type InterfaceInput = LaunchInput['NetworkInterface'][number]

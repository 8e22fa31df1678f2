/** What EC2 knows about a launch and the sandbox makes nothing of. It is read all the same: what EC2 would refuse is refused here, too. */
import { flag, integer, list, required, structure, text, time, unused } from '../protocol/shape'

export const unusedOperator = { Operator: unused(structure({ Principal: text })) }
const accelerators = { ElasticInferenceAccelerator: unused(list(structure({ Type: required(text), Count: integer }))) }
const secondaryInterface = structure({
  DeleteOnTermination: flag,
  DeviceIndex: integer,
  PrivateIpAddress: list(structure({ PrivateIpAddress: text })),
  PrivateIpAddressCount: integer,
  SecondarySubnetId: text,
  InterfaceType: text,
  NetworkCardIndex: integer,
})

export const unusedOfLaunch = {
  ...unusedOperator,
  KernelId: unused(text),
  RamdiskId: unused(text),
  ElasticGpuSpecification: unused(list(structure({ Type: required(text) }))),
  CpuOptions: unused(structure({ CoreCount: integer, ThreadsPerCore: integer, AmdSevSnp: text, NestedVirtualization: text })),
  CapacityReservationSpecification: unused(
    structure({
      CapacityReservationPreference: text,
      CapacityReservationTarget: structure({ CapacityReservationId: text, CapacityReservationResourceGroupArn: text }),
    }),
  ),
  HibernationOptions: unused(structure({ Configured: flag })),
  LicenseSpecification: unused(list(structure({ LicenseConfigurationArn: text }))),
  EnclaveOptions: unused(structure({ Enabled: flag })),
  PrivateDnsNameOptions: unused(
    structure({ HostnameType: text, EnableResourceNameDnsARecord: flag, EnableResourceNameDnsAAAARecord: flag }),
  ),
  MaintenanceOptions: unused(structure({ AutoRecovery: text })),
  NetworkPerformanceOptions: unused(structure({ BandwidthWeighting: text })),
}

export const unusedOfRun = {
  ...accelerators,
  Ipv6AddressCount: unused(integer),
  Ipv6Address: unused(list(structure({ Ipv6Address: text, IsPrimaryIpv6: flag }))),
  PrivateIpAddress: unused(text),
  AdditionalInfo: unused(text),
  EnablePrimaryIpv6: unused(flag),
  SecondaryInterface: unused(list(secondaryInterface)),
}

export const unusedOfSpot = unused(
  structure({
    MaxPrice: text,
    SpotInstanceType: text,
    BlockDurationMinutes: integer,
    ValidUntil: time,
    InstanceInterruptionBehavior: text,
  }),
)

export const unusedOfInterface = {
  Ipv6AddressCount: unused(integer),
  Ipv6Addresses: unused(list(structure({ Ipv6Address: text, IsPrimaryIpv6: flag }))),
  PrivateIpAddress: unused(text),
  PrivateIpAddresses: unused(list(structure({ Primary: flag, PrivateIpAddress: text }))),
  SecondaryPrivateIpAddressCount: unused(integer),
  AssociateCarrierIpAddress: unused(flag),
  InterfaceType: unused(text),
  NetworkCardIndex: unused(integer),
  Ipv4Prefix: unused(list(structure({ Ipv4Prefix: text }))),
  Ipv4PrefixCount: unused(integer),
  Ipv6Prefix: unused(list(structure({ Ipv6Prefix: text }))),
  Ipv6PrefixCount: unused(integer),
  PrimaryIpv6: unused(flag),
  EnaSrdSpecification: unused(structure({ EnaSrdEnabled: flag, EnaSrdUdpSpecification: structure({ EnaSrdUdpEnabled: flag }) })),
  ConnectionTrackingSpecification: unused(
    structure({ TcpEstablishedTimeout: integer, UdpStreamTimeout: integer, UdpTimeout: integer }),
  ),
  EnaQueueCount: unused(integer),
}

/** Instance types by what they have, of which the sandbox chooses none. */
export const instanceRequirements = (() => {
  const whole = structure({ Min: integer, Max: integer })
  const part = structure({ Min: text, Max: text })
  const demanded = required(structure({ Min: required(integer), Max: integer }))
  return unused(
    structure({
      VCpuCount: demanded,
      MemoryMiB: demanded,
      CpuManufacturer: list(text),
      MemoryGiBPerVCpu: part,
      ExcludedInstanceType: list(text),
      AllowedInstanceType: list(text),
      InstanceGeneration: list(text),
      SpotMaxPricePercentageOverLowestPrice: integer,
      OnDemandMaxPricePercentageOverLowestPrice: integer,
      MaxSpotPriceAsPercentageOfOptimalOnDemandPrice: integer,
      BareMetal: text,
      BurstablePerformance: text,
      RequireHibernateSupport: flag,
      RequireEncryptionInTransit: flag,
      NetworkInterfaceCount: whole,
      LocalStorage: text,
      LocalStorageType: list(text),
      TotalLocalStorageGB: part,
      BaselineEbsBandwidthMbps: whole,
      AcceleratorType: list(text),
      AcceleratorCount: whole,
      AcceleratorManufacturer: list(text),
      AcceleratorName: list(text),
      AcceleratorTotalMemoryMiB: whole,
      NetworkBandwidthGbps: part,
      BaselinePerformanceFactors: structure({ Cpu: structure({ Reference: list(structure({ InstanceFamily: text })) }) }),
    }),
  )
})()

export const unusedOfTemplate = {
  ...accelerators,
  RamDiskId: unused(text),
  InstanceRequirements: instanceRequirements,
  SecondaryInterface: unused(list(secondaryInterface)),
}

export const unusedOfFleet = (() => {
  const common = { AllocationStrategy: text, SingleInstanceType: flag, SingleAvailabilityZone: flag, MaxTotalPrice: text }
  const rebalance = structure({ ReplacementStrategy: text, TerminationDelay: integer })
  return {
    SpotOptions: unused(
      structure({
        ...common,
        MaintenanceStrategies: structure({ CapacityRebalance: rebalance }),
        InstanceInterruptionBehavior: text,
        InstancePoolsToUseCount: integer,
        MinTargetCapacity: integer,
      }),
    ),
    OnDemandOptions: unused(
      structure({
        ...common,
        CapacityReservationOptions: structure({ UsageStrategy: text }),
        MinTargetCapacity: integer,
      }),
    ),
    ReservedCapacityOptions: unused(structure({ ReservationType: list(text) })),
    ExcessCapacityTerminationPolicy: unused(text),
    TerminateInstancesWithExpiration: unused(flag),
    ValidFrom: unused(time),
    ValidUntil: unused(time),
    ReplaceUnhealthyInstances: unused(flag),
    Context: unused(text),
  }
})()

/** Which types there are, and where: everywhere. */

import { action } from '../action'
import { type InstanceType, instanceType, instanceTypes } from '../catalog/instance-types'
import { zoneId } from '../catalog/regions'
import { Ec2Error } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { flag, list, oneOf, text } from '../protocol/shape'

const describeInstanceTypes = action(
  { InstanceType: list(text), IncludeUnsupportedInRegion: flag, Filter: filters, ...paging },
  (_call, input) => {
    const named = input.InstanceType.map(name => instanceType(name) ?? unknown(name))
    const chosen = applyFilters(named.length > 0 ? named : instanceTypes, input.Filter, {
      'instance-type': type => type.name,
      'bare-metal': type => type.bareMetal,
      'burstable-performance-supported': type => type.burstable,
      'current-generation': type => type.currentGeneration,
      'free-tier-eligible': type => type.freeTier,
      'memory-info.size-in-mib': type => type.memoryMiB,
      'processor-info.supported-architecture': type => type.architecture,
      'vcpu-info.default-vcpus': type => type.vcpus,
      'supported-root-device-type': () => 'ebs',
      'supported-usage-class': () => ['on-demand', 'spot'],
      'supported-virtualization-type': () => 'hvm',
      'instance-storage-supported': () => false,
      hypervisor: type => (type.nitro ? 'nitro' : 'xen'),
    })
    const { records, nextToken } = page(chosen, type => type.name, input)
    return { nextToken, instanceTypeSet: records.map(view) }
  },
)

const unknown = (name: string): never => {
  throw new Ec2Error('InvalidInstanceType', `The following supplied instance types do not exist: [${name}]`)
}

const view = (type: InstanceType) => ({
  instanceType: type.name,
  currentGeneration: type.currentGeneration,
  freeTierEligible: type.freeTier,
  supportedUsageClasses: ['on-demand', 'spot'],
  supportedRootDeviceTypes: ['ebs'],
  supportedVirtualizationTypes: ['hvm'],
  bareMetal: type.bareMetal,
  hypervisor: type.bareMetal ? undefined : type.nitro ? 'nitro' : 'xen',
  processorInfo: { supportedArchitectures: [type.architecture], sustainedClockSpeedInGhz: 2.5 },
  vCpuInfo: {
    defaultVCpus: type.vcpus,
    defaultCores: Math.max(1, type.vcpus / 2),
    defaultThreadsPerCore: type.vcpus > 1 ? 2 : 1,
  },
  memoryInfo: { sizeInMiB: type.memoryMiB },
  instanceStorageSupported: false,
  ebsInfo: {
    ebsOptimizedSupport: type.nitro ? 'default' : 'unsupported',
    encryptionSupport: 'supported',
    nvmeSupport: type.nitro ? 'required' : 'unsupported',
  },
  networkInfo: {
    networkPerformance: 'Up to 5 Gigabit',
    maximumNetworkInterfaces: 2,
    maximumNetworkCards: 1,
    defaultNetworkCardIndex: 0,
    ipv4AddressesPerInterface: 2,
    ipv6AddressesPerInterface: 2,
    ipv6Supported: true,
    enaSupport: type.nitro ? 'required' : 'supported',
    efaSupported: false,
  },
  placementGroupInfo: { supportedStrategies: ['partition', 'spread'] },
  hibernationSupported: false,
  burstablePerformanceSupported: type.burstable,
  dedicatedHostsSupported: false,
  autoRecoverySupported: true,
  supportedBootModes: ['legacy-bios'],
})

const describeInstanceTypeOfferings = action(
  { LocationType: oneOf('region', 'availability-zone', 'availability-zone-id', 'outpost'), Filter: filters, ...paging },
  ({ region }, input) => {
    const locationType = input.LocationType ?? 'region'
    const zones = locationType === 'availability-zone' ? region.zones : region.zones.map(zoneId)
    const locations = locationType === 'region' ? [region.name] : locationType === 'outpost' ? [] : zones
    const offered = locations.flatMap(location => instanceTypes.map(type => ({ location, type })))
    const chosen = applyFilters(offered, input.Filter, {
      location: one => one.location,
      'instance-type': one => one.type.name,
    })
    const { records, nextToken } = page(chosen, one => `${one.location}/${one.type.name}`, input)
    return {
      nextToken,
      instanceTypeOfferingSet: records.map(({ location, type }) => ({ instanceType: type.name, locationType, location })),
    }
  },
)

export const types = {
  DescribeInstanceTypes: describeInstanceTypes,
  DescribeInstanceTypeOfferings: describeInstanceTypeOfferings,
}

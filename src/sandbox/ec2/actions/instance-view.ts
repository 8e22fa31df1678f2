/** An instance as DescribeInstances and RunInstances show it. */
import type { Call } from '../action'
import { zoneId } from '../catalog/regions'
import { accountId } from '../cloud'
import { tagSet } from '../parameters/tagging'
import type { Instance, InstanceState } from '../state/records'
import type { Region } from '../state/region'

/** EC2's numbers for its states. */
const codes: Readonly<Record<InstanceState, number>> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
}
export const stateView = (name: InstanceState) => ({ code: codes[name], name })
export const stateCode = (name: InstanceState) => codes[name]

export const groupsOf = (region: Region, instance: Instance) =>
  (region.networkInterfaces.find(instance.networkInterfaceId)?.groupIds ?? []).map(groupId => ({
    groupId,
    groupName: region.securityGroups.find(groupId)?.name,
  }))

const ended = (instance: Instance) => instance.state === 'terminated'

/** While an instance is off it keeps its private address and has no public one. */
export const publicAddress = (instance: Instance) =>
  instance.publicAddress && (instance.state === 'running' || instance.state === 'pending') ? instance.address : undefined
export const privateAddress = (instance: Instance) => (ended(instance) ? undefined : instance.address)

/** The same for every instance here. */
const constants = {
  virtualizationType: 'hvm',
  hypervisor: 'xen',
  cpuOptions: { coreCount: 1, threadsPerCore: 1 },
  capacityReservationSpecification: { capacityReservationPreference: 'open' },
  hibernationOptions: { configured: false },
  enclaveOptions: { enabled: false },
  usageOperation: 'RunInstances',
  privateDnsNameOptions: {
    hostnameType: 'ip-name',
    enableResourceNameDnsARecord: false,
    enableResourceNameDnsAAAARecord: false,
  },
  maintenanceOptions: { autoRecovery: 'default' },
  currentInstanceBootMode: 'legacy-bios',
}

export function instanceView(call: Pick<Call, 'cloud' | 'region'>, instance: Instance) {
  const { region } = call
  const image = call.cloud.usableImages(region).find(({ id }) => id === instance.imageId)
  const privateIp = privateAddress(instance)
  const publicIp = publicAddress(instance)
  return {
    instanceId: instance.id,
    imageId: instance.imageId,
    instanceState: stateView(instance.state),
    // The name is the address: it resolves everywhere, for those who would rather connect to a name.
    privateDnsName: privateIp ?? '',
    dnsName: publicIp ?? '',
    reason: instance.stateReason?.code.startsWith('Client.') ? `User initiated (${instance.stateSince})` : '',
    keyName: instance.keyName,
    amiLaunchIndex: instance.launchIndex,
    productCodes: [],
    instanceType: instance.type,
    launchTime: new Date(instance.launchTime),
    placement: {
      availabilityZone: instance.zone,
      availabilityZoneId: zoneId(instance.zone),
      groupName: '',
      tenancy: instance.tenancy,
    },
    monitoring: { state: instance.monitoring ? 'enabled' : 'disabled' },
    subnetId: ended(instance) ? undefined : instance.subnetId,
    vpcId: ended(instance) ? undefined : instance.vpcId,
    privateIpAddress: privateIp,
    ipAddress: publicIp,
    sourceDestCheck: ended(instance) ? undefined : instance.sourceDestCheck,
    groupSet: groupsOf(region, instance),
    stateReason: instance.stateReason,
    platform: image?.platform,
    platformDetails: image?.platform ? 'Windows' : 'Linux/UNIX',
    architecture: image?.architecture ?? 'x86_64',
    rootDeviceType: 'ebs',
    rootDeviceName: instance.rootDeviceName,
    blockDeviceMapping: instance.volumes.map(volume => ({
      deviceName: volume.deviceName,
      ebs: {
        volumeId: volume.volumeId,
        status: instance.state === 'pending' ? 'attaching' : 'attached',
        attachTime: new Date(volume.attachTime),
        deleteOnTermination: volume.deleteOnTermination,
      },
    })),
    clientToken: instance.clientToken ?? '',
    instanceLifecycle: instance.spotRequestId ? 'spot' : undefined,
    spotInstanceRequestId: instance.spotRequestId,
    tagSet: tagSet(instance.tags),
    networkInterfaceSet: interfaces(region, instance, publicIp),
    iamInstanceProfile: instance.iamInstanceProfile,
    ebsOptimized: instance.ebsOptimized,
    enaSupport: instance.enaSupport,
    sriovNetSupport: instance.sriovNetSupport,
    ...constants,
    metadataOptions: { state: instance.state === 'pending' ? 'pending' : 'applied', ...instance.metadata },
    bootMode: image?.bootMode,
    usageOperationUpdateTime: new Date(instance.launchTime),
  }
}

function interfaces(region: Region, instance: Instance, publicIp: string | undefined) {
  const record = region.networkInterfaces.find(instance.networkInterfaceId)
  if (!record) return []
  const association = publicIp ? { publicIp, publicDnsName: publicIp, ipOwnerId: 'amazon' } : undefined
  return [
    {
      networkInterfaceId: record.id,
      subnetId: record.subnetId,
      vpcId: record.vpcId,
      description: record.description,
      ownerId: accountId,
      status: 'in-use',
      macAddress: record.macAddress,
      privateIpAddress: instance.address,
      privateDnsName: instance.address,
      sourceDestCheck: instance.sourceDestCheck,
      groupSet: groupsOf(region, instance),
      attachment: {
        attachmentId: record.attachmentId,
        deviceIndex: 0,
        networkCardIndex: 0,
        status: instance.state === 'pending' ? 'attaching' : 'attached',
        attachTime: new Date(record.attachTime),
        deleteOnTermination: record.deleteOnTermination,
      },
      association,
      privateIpAddressesSet: [
        { privateIpAddress: instance.address, privateDnsName: instance.address, primary: true, association },
      ],
      ipv6AddressesSet: [],
      interfaceType: 'interface',
    },
  ]
}

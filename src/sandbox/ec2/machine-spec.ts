/** What a record means for the machine that plays it. */
import { cpus, totalmem } from 'node:os'
import type { MachineSpec, PortRule } from '../machines/machine-kind'
import { instanceType } from './catalog/instance-types'
import type { Cloud } from './cloud'
import type { Instance, SecurityGroupRule } from './state/records'
import type { Region } from './state/region'

export function machineSpec(cloud: Cloud, region: Region, instance: Instance): MachineSpec {
  const { storage } = cloud.options
  return {
    id: instance.id,
    folder: storage.instance(instance.id),
    disks: rootFirst(instance).map(({ deviceName, volumeId }) => ({ deviceName, path: storage.volume(volumeId) })),
    address: instance.address,
    ...size(instance.type),
    metadata: {
      instanceId: instance.id,
      imageId: instance.imageId,
      instanceType: instance.type,
      region: region.name,
      availabilityZone: instance.zone,
      hostname: hostname(instance.address),
      publicKeys: instance.publicKeys,
      userData: instance.userData === undefined ? undefined : Buffer.from(instance.userData, 'base64'),
      tags: instance.metadata.instanceMetadataTags === 'enabled' ? instance.tags : undefined,
      httpTokens: instance.metadata.httpTokens,
      httpEndpoint: instance.metadata.httpEndpoint,
    },
  }
}

export const hostname = (address: string) => `ip-${address.replaceAll('.', '-')}`

/** The type's size, but never more than this computer can give: a quarter of its memory, all of its processors. */
function size(typeName: string) {
  const type = instanceType(typeName)
  const share = Math.floor(totalmem() / 2 ** 22)
  return {
    cpus: Math.max(1, Math.min(type?.vcpus ?? 1, cpus().length)),
    memoryMiB: Math.max(512, Math.min(type?.memoryMiB ?? 1024, share)),
  }
}

const rootFirst = (instance: Instance) =>
  [...instance.volumes].sort((a, b) => rank(instance, a.deviceName) - rank(instance, b.deviceName))
const rank = (instance: Instance, deviceName: string) => (deviceName === instance.rootDeviceName ? 0 : 1)

/** Ingress rules of the instance's groups. A rule that names a group lets that group's instances in. */
export function portRules(region: Region, instance: Instance): PortRule[] {
  const groupIds = region.networkInterfaces.find(instance.networkInterfaceId)?.groupIds ?? []
  const rules = groupIds.flatMap(id => region.securityGroups.find(id)?.rules ?? []).filter(rule => !rule.isEgress)
  return rules.flatMap(rule => callers(region, rule).flatMap(cidr => portRule(rule, cidr)))
}

function callers(region: Region, rule: SecurityGroupRule): string[] {
  if (rule.cidrIpv4 !== undefined) return [rule.cidrIpv4]
  if (rule.referencedGroupId === undefined) return []
  const members = region.networkInterfaces.all().filter(({ groupIds }) => groupIds.includes(rule.referencedGroupId!))
  return members.flatMap(({ instanceId }) => region.instances.find(instanceId)?.address ?? []).map(address => `${address}/32`)
}

function portRule({ ipProtocol, fromPort, toPort }: SecurityGroupRule, cidr: string): PortRule[] {
  const protocol = (['tcp', 'udp', 'icmp', '-1'] as const).find(known => known === ipProtocol)
  if (!protocol) return []
  const whole = protocol === '-1' || fromPort === undefined || fromPort === -1
  return [{ protocol, fromPort: whole ? 0 : fromPort, toPort: whole ? 65535 : (toPort ?? fromPort), cidr }]
}

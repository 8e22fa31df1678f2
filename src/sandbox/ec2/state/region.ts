/** One region of the account: empty but for the default network, which EC2 gives everyone. */

import { Collection, type Kind } from './collection'
import { stableId } from './ids'
import type * as records from './records'

const kind = (prefix: string, type: string, code: string, missing: (id: string) => string): Kind => ({
  prefix,
  type,
  code,
  missing,
})

const kinds = {
  instances: kind('i', 'instance', 'InvalidInstanceID', id => `The instance ID '${id}' does not exist`),
  images: kind('ami', 'image', 'InvalidAMIID', id => `The image id '[${id}]' does not exist`),
  snapshots: kind('snap', 'snapshot', 'InvalidSnapshot', id => `The snapshot '${id}' does not exist.`),
  volumes: kind('vol', 'volume', 'InvalidVolume', id => `The volume '${id}' does not exist.`),
  keyPairs: kind('key', 'key-pair', 'InvalidKeyPair', id => `The key pair '${id}' does not exist`),
  securityGroups: kind('sg', 'security-group', 'InvalidGroup', id => `The security group '${id}' does not exist`),
  vpcs: kind('vpc', 'vpc', 'InvalidVpcID', id => `The vpc ID '${id}' does not exist`),
  subnets: kind('subnet', 'subnet', 'InvalidSubnetID', id => `The subnet ID '${id}' does not exist`),
  networkInterfaces: kind(
    'eni',
    'network-interface',
    'InvalidNetworkInterfaceID',
    id => `The networkInterface ID '${id}' does not exist`,
  ),
  spotRequests: kind(
    'sir',
    'spot-instances-request',
    'InvalidSpotInstanceRequestID',
    id => `The spot instance request ID '${id}' does not exist`,
  ),
  launchTemplates: kind(
    'lt',
    'launch-template',
    'InvalidLaunchTemplateId',
    id => `The launch template ID '${id}' does not exist`,
  ),
}

export type CollectionName = keyof typeof kinds

export class Region {
  readonly instances = new Collection<records.Instance>(kinds.instances)
  readonly images = new Collection<records.Image>(kinds.images)
  readonly snapshots = new Collection<records.Snapshot>(kinds.snapshots)
  readonly volumes = new Collection<records.Volume>(kinds.volumes)
  readonly keyPairs = new Collection<records.KeyPair>(kinds.keyPairs)
  readonly securityGroups = new Collection<records.SecurityGroup>(kinds.securityGroups)
  readonly vpcs = new Collection<records.Vpc>(kinds.vpcs)
  readonly subnets = new Collection<records.Subnet>(kinds.subnets)
  readonly networkInterfaces = new Collection<records.NetworkInterface>(kinds.networkInterfaces)
  readonly spotRequests = new Collection<records.SpotRequest>(kinds.spotRequests)
  readonly launchTemplates = new Collection<records.LaunchTemplate>(kinds.launchTemplates)
  /** What a ClientToken made, by `Action/token`. */
  tokens: Record<string, { readonly request: string; readonly result: string }> = {}

  constructor(readonly name: string) {}

  static fresh(name: string): Region {
    const region = new Region(name)
    const vpcId = stableId('vpc', name)
    region.vpcs.add({ id: vpcId, cidr: '172.31.0.0/16', isDefault: true, tags: {} })
    for (const [index, zone] of region.zones.entries())
      region.subnets.add({ id: stableId('subnet', zone), vpcId, zone, cidr: `172.31.${index * 16}.0/20`, tags: {} })
    region.addDefaultGroup(vpcId)
    return region
  }

  static restore(saved: SavedRegion): Region {
    const region = new Region(saved.name)
    for (const name of Object.keys(kinds) as CollectionName[]) {
      const collection = region[name] as Collection<records.Resource>
      for (const record of saved[name] ?? []) collection.add(record)
    }
    region.tokens = saved.tokens
    return region
  }

  get zones(): readonly string[] {
    return ['a', 'b', 'c'].map(letter => this.name + letter)
  }

  get collections(): readonly Collection<records.Resource>[] {
    return (Object.keys(kinds) as CollectionName[]).map(name => this[name] as Collection<records.Resource>)
  }

  addDefaultGroup(vpcId: string): void {
    const id = stableId('sg', vpcId)
    const rule = (isEgress: boolean, to: Partial<records.SecurityGroupRule>) => ({
      id: stableId('sgr', `${id}${isEgress}`),
      isEgress,
      ipProtocol: '-1',
      tags: {},
      ...to,
    })
    const rules = [rule(false, { referencedGroupId: id }), rule(true, { cidrIpv4: '0.0.0.0/0' })]
    this.securityGroups.add({ id, name: 'default', description: 'default VPC security group', vpcId, rules, tags: {} })
  }
}

export type SavedRegion = { readonly name: string; readonly tokens: Region['tokens'] } & {
  readonly [K in CollectionName]?: readonly records.Resource[]
}

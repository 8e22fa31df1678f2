/** The default network, and the interfaces that instances have in it. */

import { action, type Call } from '../action'
import { zoneId } from '../catalog/regions'
import { accountId } from '../cloud'
import { tagSet } from '../parameters/tagging'
import { invalidValue } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { flag, list, required, text } from '../protocol/shape'
import type { Subnet } from '../state/records'

const describeVpcs = action({ VpcId: list(text), Filter: filters, ...paging }, ({ region }, input) => {
  const chosen = applyFilters(region.vpcs.select(input.VpcId), input.Filter, {
    'vpc-id': vpc => vpc.id,
    cidr: vpc => vpc.cidr,
    'cidr-block': vpc => vpc.cidr,
    'cidr-block-association.cidr-block': vpc => vpc.cidr,
    'cidr-block-association.state': () => 'associated',
    'dhcp-options-id': () => 'default',
    isDefault: vpc => vpc.isDefault,
    'is-default': vpc => vpc.isDefault,
    'owner-id': () => accountId,
    state: () => 'available',
  })
  const { records, nextToken } = page(chosen, vpc => vpc.id, input)
  return {
    nextToken,
    vpcSet: records.map(vpc => ({
      vpcId: vpc.id,
      ownerId: accountId,
      state: 'available',
      cidrBlock: vpc.cidr,
      cidrBlockAssociationSet: [
        {
          cidrBlock: vpc.cidr,
          associationId: vpc.id.replace('vpc-', 'vpc-cidr-assoc-'),
          cidrBlockState: { state: 'associated' },
        },
      ],
      dhcpOptionsId: 'default',
      instanceTenancy: 'default',
      isDefault: vpc.isDefault,
      tagSet: tagSet(vpc.tags),
    })),
  }
})

const describeVpcAttribute = action({ VpcId: required(text), Attribute: required(text) }, ({ region }, input) => {
  const { id } = region.vpcs.get(input.VpcId)
  const attributes = { enableDnsSupport: true, enableDnsHostnames: true, enableNetworkAddressUsageMetrics: false }
  const value = Object.entries(attributes).find(([name]) => name === input.Attribute)?.[1]
  if (value === undefined) throw invalidValue('Attribute', input.Attribute)
  return { vpcId: id, [input.Attribute]: { value } }
})

/** Addresses of a /20 less the five that EC2 keeps; ours do not come from there, so none is ever taken. */
const addressesOfSubnet = 4091

const describeSubnets = action({ SubnetId: list(text), Filter: filters, ...paging }, ({ region }, input) => {
  const isDefault = (subnet: Subnet) => region.vpcs.find(subnet.vpcId)?.isDefault ?? false
  const chosen = applyFilters(region.subnets.select(input.SubnetId), input.Filter, {
    'subnet-id': subnet => subnet.id,
    'vpc-id': subnet => subnet.vpcId,
    'availability-zone': subnet => subnet.zone,
    availabilityZone: subnet => subnet.zone,
    'availability-zone-id': subnet => zoneId(subnet.zone),
    'available-ip-address-count': () => addressesOfSubnet,
    cidr: subnet => subnet.cidr,
    'cidr-block': subnet => subnet.cidr,
    cidrBlock: subnet => subnet.cidr,
    'default-for-az': isDefault,
    defaultForAz: isDefault,
    'map-public-ip-on-launch': isDefault,
    'owner-id': () => accountId,
    'subnet-arn': subnet => `arn:aws:ec2:${region.name}:${accountId}:subnet/${subnet.id}`,
    state: () => 'available',
  })
  const { records, nextToken } = page(chosen, subnet => subnet.id, input)
  return {
    nextToken,
    subnetSet: records.map(subnet => ({
      subnetId: subnet.id,
      subnetArn: `arn:aws:ec2:${region.name}:${accountId}:subnet/${subnet.id}`,
      state: 'available',
      ownerId: accountId,
      vpcId: subnet.vpcId,
      cidrBlock: subnet.cidr,
      ipv6CidrBlockAssociationSet: [],
      assignIpv6AddressOnCreation: false,
      availableIpAddressCount: addressesOfSubnet,
      availabilityZone: subnet.zone,
      availabilityZoneId: zoneId(subnet.zone),
      defaultForAz: isDefault(subnet),
      mapPublicIpOnLaunch: isDefault(subnet),
      mapCustomerOwnedIpOnLaunch: false,
      enableDns64: false,
      ipv6Native: false,
      privateDnsNameOptionsOnLaunch: {
        hostnameType: 'ip-name',
        enableResourceNameDnsARecord: false,
        enableResourceNameDnsAAAARecord: false,
      },
      tagSet: tagSet(subnet.tags),
    })),
  }
})

const interfaceFields = { NetworkInterfaceId: list(text), Filter: filters, IncludeManagedResources: flag, ...paging }
const describeNetworkInterfaces = action(interfaceFields, ({ region }, input) => {
  const views = region.networkInterfaces.select(input.NetworkInterfaceId).map(record => ({ record, tags: record.tags }))
  const addressOf = (id: string) => region.instances.find(id)?.address
  const chosen = applyFilters(views, input.Filter, {
    'network-interface-id': ({ record }) => record.id,
    'addresses.private-ip-address': ({ record }) => addressOf(record.instanceId),
    'private-ip-address': ({ record }) => addressOf(record.instanceId),
    'association.public-ip': ({ record }) => addressOf(record.instanceId),
    'attachment.instance-id': ({ record }) => record.instanceId,
    'attachment.attachment-id': ({ record }) => record.attachmentId,
    'attachment.device-index': () => 0,
    'attachment.status': () => 'attached',
    'attachment.delete-on-termination': ({ record }) => record.deleteOnTermination,
    'availability-zone': ({ record }) => record.zone,
    description: ({ record }) => record.description,
    'group-id': ({ record }) => record.groupIds,
    'group-name': ({ record }) => record.groupIds.map(id => region.securityGroups.find(id)?.name),
    'interface-type': () => 'interface',
    'mac-address': ({ record }) => record.macAddress,
    'owner-id': () => accountId,
    'requester-managed': () => false,
    'source-dest-check': ({ record }) => region.instances.find(record.instanceId)?.sourceDestCheck ?? true,
    status: () => 'in-use',
    'subnet-id': ({ record }) => record.subnetId,
    'vpc-id': ({ record }) => record.vpcId,
  })
  const { records, nextToken } = page(chosen, ({ record }) => record.id, input)
  return { nextToken, networkInterfaceSet: records.map(({ record }) => networkInterfaceView({ region }, record.id)) }
})

/** As DescribeNetworkInterfaces shows it. */
function networkInterfaceView({ region }: Pick<Call, 'region'>, id: string) {
  const record = region.networkInterfaces.get(id)
  const instance = region.instances.find(record.instanceId)
  const address = instance?.address
  const association = instance?.publicAddress ? { publicIp: address, publicDnsName: address, ipOwnerId: 'amazon' } : undefined
  return {
    networkInterfaceId: record.id,
    subnetId: record.subnetId,
    vpcId: record.vpcId,
    availabilityZone: record.zone,
    availabilityZoneId: zoneId(record.zone),
    description: record.description,
    ownerId: accountId,
    requesterManaged: false,
    status: 'in-use',
    macAddress: record.macAddress,
    privateIpAddress: address,
    privateDnsName: address,
    sourceDestCheck: instance?.sourceDestCheck ?? true,
    interfaceType: 'interface',
    groupSet: record.groupIds.map(groupId => ({ groupId, groupName: region.securityGroups.find(groupId)?.name })),
    attachment: {
      attachmentId: record.attachmentId,
      instanceId: record.instanceId,
      instanceOwnerId: accountId,
      deviceIndex: 0,
      networkCardIndex: 0,
      status: 'attached',
      attachTime: new Date(record.attachTime),
      deleteOnTermination: record.deleteOnTermination,
    },
    association,
    privateIpAddressesSet: [{ privateIpAddress: address, privateDnsName: address, primary: true, association }],
    ipv6AddressesSet: [],
    tagSet: tagSet(record.tags),
  }
}

export const network = {
  DescribeVpcs: describeVpcs,
  DescribeVpcAttribute: describeVpcAttribute,
  DescribeSubnets: describeSubnets,
  DescribeNetworkInterfaces: describeNetworkInterfaces,
}

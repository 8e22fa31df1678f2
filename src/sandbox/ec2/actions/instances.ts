/** Looking at instances: describe, status, console. */

import { action } from '../action'
import { zoneId } from '../catalog/regions'
import { accountId } from '../cloud'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { flag, list, required, text } from '../protocol/shape'
import type { Instance } from '../state/records'
import type { Region } from '../state/region'
import { groupsOf, instanceView, privateAddress, publicAddress, stateCode, stateView } from './instance-view'
import { passwordFor } from './key-material'

const describeInstances = action(
  { InstanceId: list(text), Filter: filters, IncludeManagedResources: flag, ...paging },
  (call, input) => {
    const { region } = call
    forgetTerminated(region)
    const chosen = applyFilters(region.instances.select(input.InstanceId), input.Filter, instanceFilters(region))
    const { records, nextToken } = page(chosen, instance => instance.reservationId + instance.id, input)
    const reservations = [...new Set(records.map(({ reservationId }) => reservationId))]
    return {
      nextToken,
      reservationSet: reservations.map(reservationId => ({
        reservationId,
        ownerId: accountId,
        groupSet: [],
        instancesSet: records
          .filter(instance => instance.reservationId === reservationId)
          .sort((a, b) => a.launchIndex - b.launchIndex)
          .map(instance => instanceView(call, instance)),
      })),
    }
  },
)

const remembered = 60 * 60 * 1000

/** EC2 shows a terminated instance for about an hour. */
function forgetTerminated(region: Region) {
  const gone = region.instances.all().filter(instance => instance.state === 'terminated')
  for (const { id, stateSince } of gone) if (Date.now() - Date.parse(stateSince) > remembered) region.instances.delete(id)
}

const instanceFilters = (region: Region) => {
  const volumes = (instance: Instance) => instance.volumes
  return {
    'instance-id': (instance: Instance) => instance.id,
    'image-id': (instance: Instance) => instance.imageId,
    'instance-type': (instance: Instance) => instance.type,
    'instance-state-name': (instance: Instance) => instance.state,
    'instance-state-code': (instance: Instance) => stateCode(instance.state),
    'instance-lifecycle': (instance: Instance) => (instance.spotRequestId ? 'spot' : undefined),
    'instance.group-id': (instance: Instance) => groupsOf(region, instance).map(group => group.groupId),
    'instance.group-name': (instance: Instance) => groupsOf(region, instance).map(group => group.groupName),
    'network-interface.group-id': (instance: Instance) => groupsOf(region, instance).map(group => group.groupId),
    'network-interface.network-interface-id': (instance: Instance) => instance.networkInterfaceId,
    'network-interface.subnet-id': (instance: Instance) => instance.subnetId,
    'network-interface.vpc-id': (instance: Instance) => instance.vpcId,
    'reservation-id': (instance: Instance) => instance.reservationId,
    'owner-id': () => accountId,
    'key-name': (instance: Instance) => instance.keyName,
    'client-token': (instance: Instance) => instance.clientToken,
    'availability-zone': (instance: Instance) => instance.zone,
    'subnet-id': (instance: Instance) => instance.subnetId,
    'vpc-id': (instance: Instance) => instance.vpcId,
    'private-ip-address': privateAddress,
    'ip-address': publicAddress,
    'private-dns-name': privateAddress,
    'dns-name': publicAddress,
    'launch-time': (instance: Instance) => instance.launchTime,
    'launch-index': (instance: Instance) => instance.launchIndex,
    'monitoring-state': (instance: Instance) => (instance.monitoring ? 'enabled' : 'disabled'),
    'root-device-name': (instance: Instance) => instance.rootDeviceName,
    'root-device-type': () => 'ebs',
    'block-device-mapping.device-name': (instance: Instance) => volumes(instance).map(({ deviceName }) => deviceName),
    'block-device-mapping.volume-id': (instance: Instance) => volumes(instance).map(({ volumeId }) => volumeId),
    'block-device-mapping.delete-on-termination': (instance: Instance) =>
      volumes(instance).map(({ deleteOnTermination }) => deleteOnTermination),
    'block-device-mapping.status': (instance: Instance) => volumes(instance).map(() => 'attached'),
    architecture: () => 'x86_64',
    hypervisor: () => 'xen',
    'virtualization-type': () => 'hvm',
    tenancy: (instance: Instance) => instance.tenancy,
    'metadata-options.http-tokens': (instance: Instance) => instance.metadata.httpTokens,
    'metadata-options.http-endpoint': (instance: Instance) => instance.metadata.httpEndpoint,
    'spot-instance-request-id': (instance: Instance) => instance.spotRequestId,
    'state-reason-code': (instance: Instance) => instance.stateReason?.code,
    'iam-instance-profile.arn': (instance: Instance) => instance.iamInstanceProfile?.arn,
    platform: () => undefined,
  }
}

const describeInstanceStatus = action(
  { InstanceId: list(text), IncludeAllInstances: flag, IncludeManagedResources: flag, Filter: filters, ...paging },
  ({ region }, input) => {
    const all = region.instances.select(input.InstanceId)
    const shown = all.filter(({ state }) => input.IncludeAllInstances || state === 'running')
    const chosen = applyFilters(shown, input.Filter, {
      'availability-zone': instance => instance.zone,
      'instance-state-name': instance => instance.state,
      'instance-state-code': instance => stateCode(instance.state),
      'instance-status.status': instance => health(instance),
      'system-status.status': instance => health(instance),
    })
    const { records, nextToken } = page(chosen, instance => instance.id, input)
    const summary = (instance: Instance) => ({
      status: health(instance),
      details: instance.state === 'running' ? [{ name: 'reachability', status: 'passed' }] : [],
    })
    return {
      nextToken,
      instanceStatusSet: records.map(instance => ({
        instanceId: instance.id,
        availabilityZone: instance.zone,
        availabilityZoneId: zoneId(instance.zone),
        instanceState: stateView(instance.state),
        systemStatus: summary(instance),
        instanceStatus: summary(instance),
      })),
    }
  },
)

const health = (instance: Instance) => (instance.state === 'running' ? 'ok' : 'not-applicable')

const getConsoleOutput = action({ InstanceId: required(text), Latest: flag }, async ({ cloud, region }, input) => {
  const instance = region.instances.get(input.InstanceId)
  const output = Buffer.from(await cloud.machines.console(instance)).toString('base64')
  return { instanceId: instance.id, timestamp: new Date(), output }
})

/** Empty until Windows has made a password, and for ever where another system runs. */
const getPasswordData = action({ InstanceId: required(text) }, async ({ cloud, region }, input) => {
  const instance = region.instances.get(input.InstanceId)
  const password = await cloud.machines.password(instance)
  const passwordData = password === undefined ? '' : passwordFor(password, instance.publicKeys[0]?.openssh)
  return { instanceId: instance.id, timestamp: new Date(), passwordData }
})

export const instances = {
  DescribeInstances: describeInstances,
  DescribeInstanceStatus: describeInstanceStatus,
  GetConsoleOutput: getConsoleOutput,
  GetPasswordData: getPasswordData,
}

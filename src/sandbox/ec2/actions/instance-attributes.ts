/** One attribute of an instance at a time, read or changed. */

import { action, type Call } from '../action'
import { instanceType } from '../catalog/instance-types'
import { is } from '../machines'
import { metadataOptions } from '../parameters/launch-fields'
import { Ec2Error, invalidValue } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { anyText, flag, ignoring, list, required, structure, text, unused } from '../protocol/shape'
import type { XmlRecord } from '../protocol/xml'
import type { Instance } from '../state/records'
import { groupsOf, instanceView } from './instance-view'

const readers: Readonly<Record<string, (instance: Instance, call: Call) => XmlRecord>> = {
  instanceType: instance => ({ instanceType: { value: instance.type } }),
  kernel: () => ({ kernel: {} }),
  ramdisk: () => ({ ramdisk: {} }),
  userData: instance => ({ userData: { value: instance.userData } }),
  disableApiTermination: instance => ({ disableApiTermination: { value: instance.disableApiTermination } }),
  disableApiStop: instance => ({ disableApiStop: { value: instance.disableApiStop } }),
  instanceInitiatedShutdownBehavior: instance => ({ instanceInitiatedShutdownBehavior: { value: instance.shutdownBehavior } }),
  rootDeviceName: instance => ({ rootDeviceName: { value: instance.rootDeviceName } }),
  blockDeviceMapping: (instance, call) => ({ blockDeviceMapping: instanceView(call, instance).blockDeviceMapping }),
  productCodes: () => ({ productCodes: [] }),
  sourceDestCheck: instance => ({ sourceDestCheck: { value: instance.sourceDestCheck } }),
  groupSet: (instance, { region }) => ({ groupSet: groupsOf(region, instance) }),
  ebsOptimized: instance => ({ ebsOptimized: { value: instance.ebsOptimized } }),
  sriovNetSupport: instance => ({ sriovNetSupport: { value: instance.sriovNetSupport } }),
  enaSupport: instance => ({ enaSupport: { value: instance.enaSupport } }),
  enclaveOptions: () => ({ enclaveOptions: { enabled: false } }),
}

const describeInstanceAttribute = action({ InstanceId: required(text), Attribute: required(text) }, (call, input) => {
  const instance = call.region.instances.get(input.InstanceId)
  const read = Object.hasOwn(readers, input.Attribute) ? readers[input.Attribute] : undefined
  if (!read) throw invalidValue('attribute', input.Attribute, 'Unknown attribute.')
  return { instanceId: instance.id, ...read(instance, call) }
})

type Change = (instance: Instance, value: string) => void

const truth = (value: string): boolean => {
  if (!/^(true|false)$/i.test(value)) throw invalidValue('value', value, 'Expected true or false.')
  return value.toLowerCase() === 'true'
}
const whileStopped =
  (change: Change): Change =>
  (instance, value) => {
    if (!is(instance, 'stopped'))
      throw new Ec2Error('IncorrectInstanceState', `The instance '${instance.id}' is not in the 'stopped' state.`)
    change(instance, value)
  }

const writers: Readonly<Record<string, Change>> = {
  instanceType: whileStopped((instance, value) => {
    if (!instanceType(value)) throw new Ec2Error('InvalidParameterValue', `Invalid value '${value}' for InstanceType.`)
    instance.type = value
  }),
  userData: whileStopped((instance, value) => {
    instance.userData = value || undefined
  }),
  enaSupport: whileStopped((instance, value) => {
    instance.enaSupport = truth(value)
  }),
  sriovNetSupport: whileStopped((instance, value) => {
    if (value !== 'simple') throw invalidValue('sriovNetSupport', value)
    instance.sriovNetSupport = value
  }),
  ebsOptimized: whileStopped((instance, value) => {
    instance.ebsOptimized = truth(value)
  }),
  disableApiTermination: (instance, value) => {
    instance.disableApiTermination = truth(value)
  },
  disableApiStop: (instance, value) => {
    instance.disableApiStop = truth(value)
  },
  sourceDestCheck: (instance, value) => {
    instance.sourceDestCheck = truth(value)
  },
  instanceInitiatedShutdownBehavior: (instance, value) => {
    if (value !== 'stop' && value !== 'terminate') throw invalidValue('instanceInitiatedShutdownBehavior', value)
    instance.shutdownBehavior = value
  },
}

const value = structure({ Value: anyText })
const modifyInstanceAttribute = action(
  {
    InstanceId: required(text),
    Attribute: text,
    Value: anyText,
    InstanceType: value,
    UserData: value,
    EnaSupport: value,
    SriovNetSupport: value,
    EbsOptimized: value,
    DisableApiTermination: value,
    DisableApiStop: value,
    SourceDestCheck: value,
    InstanceInitiatedShutdownBehavior: value,
    Kernel: unused(value),
    Ramdisk: unused(value),
    GroupId: list(text),
    BlockDeviceMapping: list(
      structure({
        DeviceName: required(text),
        Ebs: structure({ VolumeId: text, DeleteOnTermination: flag }),
        ...ignoring('VirtualName', 'NoDevice'),
      }),
    ),
  },
  async ({ cloud, region }, input) => {
    const instance = region.instances.get(input.InstanceId)
    const { Attribute, Value, InstanceId: _id, GroupId: groupIds, BlockDeviceMapping: devices, ...structured } = input
    const named = Object.entries(structured).flatMap(([name, given]) =>
      given?.Value === undefined ? [] : [[name[0]!.toLowerCase() + name.slice(1), given.Value] as const],
    )
    const changes = Attribute === undefined || Value === undefined ? named : [...named, [Attribute, Value] as const]
    if (changes.length === 0 && groupIds.length === 0 && devices.length === 0)
      throw new Ec2Error('InvalidParameterCombination', 'No attributes specified.')
    if (changes.length > 1) throw new Ec2Error('InvalidParameterCombination', 'Fields for multiple attribute types specified')
    for (const [name, wanted] of changes) {
      const write = Object.hasOwn(writers, name) ? writers[name] : undefined
      if (!write) throw invalidValue('attribute', name, 'It cannot be modified here.')
      write(instance, wanted)
    }
    for (const { DeviceName, Ebs } of devices) {
      const volume = instance.volumes.find(({ deviceName }) => deviceName === DeviceName)
      if (!volume) throw new Ec2Error('InvalidInstanceAttributeValue', `No device is currently mapped at ${DeviceName}`)
      if (Ebs?.DeleteOnTermination !== undefined) volume.deleteOnTermination = Ebs.DeleteOnTermination
    }
    if (groupIds.length > 0) {
      region.networkInterfaces.get(instance.networkInterfaceId).groupIds = groupIds.map(id => region.securityGroups.get(id).id)
      await cloud.machines.refreshPorts(region)
    }
    return { return: true }
  },
)

const modifyInstanceMetadataOptions = action({ InstanceId: required(text), ...metadataOptions }, ({ region }, input) => {
  const instance = region.instances.get(input.InstanceId)
  const { metadata } = instance
  metadata.httpTokens = input.HttpTokens ?? metadata.httpTokens
  metadata.httpEndpoint = input.HttpEndpoint ?? metadata.httpEndpoint
  metadata.httpPutResponseHopLimit = input.HttpPutResponseHopLimit ?? metadata.httpPutResponseHopLimit
  metadata.httpProtocolIpv6 = input.HttpProtocolIpv6 ?? metadata.httpProtocolIpv6
  metadata.instanceMetadataTags = input.InstanceMetadataTags ?? metadata.instanceMetadataTags
  return { instanceId: instance.id, instanceMetadataOptions: { state: 'pending', ...metadata } }
})

const describeInstanceCreditSpecifications = action(
  { InstanceId: list(text), Filter: filters, ...paging },
  ({ region }, input) => {
    const burstable = region.instances.select(input.InstanceId).filter(({ credits }) => credits !== undefined)
    const chosen = applyFilters(burstable, input.Filter, { 'instance-id': instance => instance.id })
    const { records, nextToken } = page(chosen, instance => instance.id, input)
    return {
      nextToken,
      instanceCreditSpecificationSet: records.map(({ id, credits }) => ({ instanceId: id, cpuCredits: credits })),
    }
  },
)

export const instanceAttributes = {
  DescribeInstanceAttribute: describeInstanceAttribute,
  ModifyInstanceAttribute: modifyInstanceAttribute,
  ModifyInstanceMetadataOptions: modifyInstanceMetadataOptions,
  DescribeInstanceCreditSpecifications: describeInstanceCreditSpecifications,
}

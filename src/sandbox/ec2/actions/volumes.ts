/** Volumes apart from their instances. */

import { action, once } from '../action'
import { zoneId } from '../catalog/regions'
import { is } from '../machines'
import { volumeSettings } from '../parameters/block-devices'
import { tagSet, tagSpecifications, tagsAtCreation } from '../parameters/tagging'
import { unusedOperator } from '../parameters/unused-fields'
import { Ec2Error, incorrectState } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { flag, ignoring, integer, list, required, text, unused } from '../protocol/shape'
import { newId } from '../state/ids'
import { snapshotSize } from '../state/lookup'
import type { Volume } from '../state/records'
import type { Region } from '../state/region'

const createVolume = action(
  {
    AvailabilityZone: text,
    AvailabilityZoneId: text,
    Encrypted: flag,
    Iops: integer,
    KmsKeyId: text,
    Size: integer,
    SnapshotId: text,
    VolumeType: text,
    Throughput: integer,
    TagSpecification: tagSpecifications,
    ClientToken: text,
    ...ignoring('OutpostArn'),
    ...unusedOperator,
    MultiAttachEnabled: unused(flag),
    VolumeInitializationRate: unused(integer),
  },
  async (call, input) => {
    const { cloud, region } = call
    const id = await once(call, input.ClientToken, async () => {
      const zone = input.AvailabilityZone ?? region.zones.find(one => zoneId(one) === input.AvailabilityZoneId)
      if (!zone) throw new Ec2Error('MissingParameter', 'The request must contain the parameter zone')
      if (!region.zones.includes(zone)) throw new Ec2Error('InvalidZone.NotFound', `The zone '${zone}' does not exist.`)
      const snapshotGiB = input.SnapshotId ? snapshotSize(cloud, region, input.SnapshotId) : undefined
      const mapping = {
        deviceName: '',
        snapshotId: input.SnapshotId,
        sizeGiB: input.Size,
        type: input.VolumeType,
        iops: input.Iops,
        throughput: input.Throughput,
        encrypted: input.Encrypted,
        kmsKeyId: input.KmsKeyId,
      }
      const volume: Volume = {
        id: newId('vol'),
        ...volumeSettings(mapping, snapshotGiB),
        zone,
        snapshotId: input.SnapshotId,
        createTime: new Date().toISOString(),
        state: 'creating',
        tags: tagsAtCreation(input.TagSpecification, 'volume')('volume'),
      }
      region.volumes.add(volume)
      await cloud.contents.createVolume(region, volume).catch(error => {
        region.volumes.delete(volume.id)
        throw error
      })
      volume.state = 'available'
      return volume.id
    })
    return volumeView(region, region.volumes.get(id))
  },
)

const describeVolumes = action(
  { VolumeId: list(text), IncludeManagedResources: flag, Filter: filters, ...paging },
  ({ region }, input) => {
    const attached = (volume: Volume) => mapping(region, volume)
    const chosen = applyFilters(region.volumes.select(input.VolumeId), input.Filter, {
      'volume-id': volume => volume.id,
      'volume-type': volume => volume.type,
      'availability-zone': volume => volume.zone,
      'availability-zone-id': volume => zoneId(volume.zone),
      'attachment.instance-id': volume => volume.attachment?.instanceId,
      'attachment.device': volume => volume.attachment?.device,
      'attachment.attach-time': volume => volume.attachment?.attachTime,
      'attachment.status': volume => (volume.attachment ? 'attached' : undefined),
      'attachment.delete-on-termination': volume => attached(volume)?.deleteOnTermination,
      'create-time': volume => volume.createTime,
      encrypted: volume => volume.encrypted,
      size: volume => volume.sizeGiB,
      'snapshot-id': volume => volume.snapshotId,
      status: volume => volume.state,
    })
    const { records, nextToken } = page(chosen, volume => volume.id, input)
    return { nextToken, volumeSet: records.map(volume => volumeView(region, volume)) }
  },
)

const deleteVolume = action({ VolumeId: required(text) }, async ({ cloud, region }, input) => {
  const volume = region.volumes.get(input.VolumeId)
  if (volume.attachment)
    throw new Ec2Error('VolumeInUse', `Volume ${volume.id} is currently attached to ${volume.attachment.instanceId}`)
  region.volumes.delete(volume.id)
  cloud.run(`volume ${volume.id}`, () => cloud.contents.releaseVolume(volume.id))
  return { return: true }
})

/** A machine's disks are those it has when it starts, so attaching and detaching wait for it to be stopped. */
const attachVolume = action(
  { Device: required(text), InstanceId: required(text), VolumeId: required(text), EbsCardIndex: unused(integer) },
  ({ region }, input) => {
    const volume = region.volumes.get(input.VolumeId)
    const instance = region.instances.get(input.InstanceId)
    if (volume.state !== 'available') throw incorrectState(`Volume ${volume.id} is in state ${volume.state}`, 'IncorrectState')
    if (volume.zone !== instance.zone)
      throw new Ec2Error(
        'InvalidVolume.ZoneMismatch',
        `The volume '${volume.id}' is not in the same availability zone as instance '${instance.id}'`,
      )
    if (!is(instance, 'stopped')) throw notStopped(instance.id)
    if (instance.volumes.some(({ deviceName }) => deviceName === input.Device))
      throw new Ec2Error(
        'InvalidParameterValue',
        `Invalid value '${input.Device}' for unixDevice. Attachment point ${input.Device} is already in use`,
      )
    const attachTime = new Date().toISOString()
    volume.attachment = { instanceId: instance.id, device: input.Device, attachTime }
    volume.state = 'in-use'
    instance.volumes.push({ deviceName: input.Device, volumeId: volume.id, deleteOnTermination: false, attachTime })
    return { ...attachmentView(region, volume), status: 'attaching' }
  },
)

const detachVolume = action({ Device: text, Force: flag, InstanceId: text, VolumeId: required(text) }, ({ region }, input) => {
  const volume = region.volumes.get(input.VolumeId)
  const instance = region.instances.find(volume.attachment?.instanceId)
  if (!instance || (input.InstanceId && input.InstanceId !== instance.id))
    throw incorrectState(`Volume '${volume.id}' is in the 'available' state.`)
  if (!is(instance, 'stopped')) throw notStopped(instance.id)
  const view = { ...attachmentView(region, volume), status: 'detaching' }
  instance.volumes = instance.volumes.filter(({ volumeId }) => volumeId !== volume.id)
  volume.attachment = undefined
  volume.state = 'available'
  return view
})

const notStopped = (id: string) =>
  new Ec2Error('UnsupportedOperation', `The sandbox attaches and detaches volumes while an instance is stopped; ${id} is not.`)

const mapping = (region: Region, volume: Volume) =>
  region.instances.find(volume.attachment?.instanceId)?.volumes.find(({ volumeId }) => volumeId === volume.id)

const attachmentView = (region: Region, volume: Volume) => ({
  volumeId: volume.id,
  instanceId: volume.attachment!.instanceId,
  device: volume.attachment!.device,
  status: 'attached',
  attachTime: new Date(volume.attachment!.attachTime),
  deleteOnTermination: mapping(region, volume)?.deleteOnTermination ?? false,
})

const volumeView = (region: Region, volume: Volume) => ({
  volumeId: volume.id,
  size: volume.sizeGiB,
  snapshotId: volume.snapshotId ?? '',
  availabilityZone: volume.zone,
  availabilityZoneId: zoneId(volume.zone),
  status: volume.state,
  createTime: new Date(volume.createTime),
  attachmentSet: volume.attachment ? [attachmentView(region, volume)] : [],
  tagSet: tagSet(volume.tags),
  volumeType: volume.type,
  iops: volume.iops,
  throughput: volume.throughput,
  encrypted: volume.encrypted,
  kmsKeyId: volume.kmsKeyId,
  multiAttachEnabled: false,
})

export const volumes = {
  CreateVolume: createVolume,
  DescribeVolumes: describeVolumes,
  DeleteVolume: deleteVolume,
  AttachVolume: attachVolume,
  DetachVolume: detachVolume,
}

/** An image of what an instance has on its volumes, taken while it is off unless NoReboot is set. */

import { action, type Call } from '../action'
import { instanceType } from '../catalog/instance-types'
import { is } from '../machines'
import { blockDevices, overlay } from '../parameters/block-devices'
import { tagSpecifications, tagsAtCreation } from '../parameters/tagging'
import { Ec2Error } from '../protocol/error'
import { flag, ignoring, required, text } from '../protocol/shape'
import { newId } from '../state/ids'
import type { Image, ImageMapping, Instance, Snapshot } from '../state/records'
import type { Region } from '../state/region'
import { addImage, checkName, finish, inherited } from './new-image'
import { addSnapshot } from './snapshots'

export const createImage = action(
  {
    InstanceId: required(text),
    Name: required(text),
    Description: text,
    NoReboot: flag,
    BlockDeviceMapping: blockDevices,
    TagSpecification: tagSpecifications,
    ...ignoring('SnapshotLocation'),
  },
  (call, input) => {
    const { cloud, region } = call
    const instance = region.instances.get(input.InstanceId)
    checkName(region, input.Name)
    if (!is(instance, 'running', 'stopped', 'stopping'))
      throw new Ec2Error('InvalidParameterValue', `Instance is not in state 'running' or 'stopped'.`)
    const tags = tagsAtCreation(input.TagSpecification, 'image', 'snapshot')
    // The source may be gone: what an image hands on is then what the instance says of itself.
    const origin = cloud.usableImages(region).find(image => image.id === instance.imageId)
    const id = newId('ami')
    const taken = overlay(mappingsOf(region, instance), input.BlockDeviceMapping)
    const captures = new Map<string, Snapshot>()
    const mappings = taken.map(mapping => {
      const volume = region.volumes.find(instance.volumes.find(({ deviceName }) => deviceName === mapping.deviceName)?.volumeId)
      if (!volume) return mapping
      const snapshot = addSnapshot(region, volume, `Created by CreateImage(${instance.id}) for ${id}`, tags('snapshot'))
      captures.set(volume.id, snapshot)
      return { ...mapping, snapshotId: snapshot.id }
    })
    const image = addImage(
      region,
      {
        ...(origin ? inherited(origin) : ownSettings(instance)),
        id,
        name: input.Name,
        description: input.Description ?? '',
        mappings,
      },
      tags('image'),
      {
        sourceInstanceId: instance.id,
        sourceImageId: instance.imageId,
        sourceImageRegion: region.name,
      },
    )
    const capture = () => captureAll(call, image, captures)
    if (input.NoReboot || is(instance, 'stopped')) cloud.run(`image ${id}`, capture)
    else cloud.machines.whileOff(region, instance, capture)
    return { imageId: id }
  },
)

const ownSettings = (instance: Instance) => ({
  architecture: instanceType(instance.type)?.architecture ?? 'x86_64',
  rootDeviceName: instance.rootDeviceName,
  enaSupport: instance.enaSupport,
  sriovNetSupport: instance.sriovNetSupport,
})

/** What the instance has now, as mappings of an image. */
const mappingsOf = (region: Region, instance: Instance): ImageMapping[] =>
  instance.volumes.map(({ deviceName, volumeId, deleteOnTermination }) => {
    const { sizeGiB, type, iops, throughput, encrypted, kmsKeyId } = region.volumes.get(volumeId)
    return { deviceName, sizeGiB, type, iops, throughput, encrypted, kmsKeyId, deleteOnTermination }
  })

async function captureAll({ cloud, region }: Call, image: Image, captures: ReadonlyMap<string, Snapshot>): Promise<void> {
  await Promise.all([...captures].map(([volumeId, snapshot]) => cloud.contents.take(region, volumeId, snapshot)))
  cloud.run(`image ${image.id}`, () => finish(cloud, image, [...captures.values()], 'image'))
}

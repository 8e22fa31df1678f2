/** Images from snapshots, and back: registering adds a name to content, deregistering takes it away. */

import { action } from '../action'
import { accountId } from '../cloud'
import { blockDevices, overlay } from '../parameters/block-devices'
import { tagSpecifications, tagsAtCreation } from '../parameters/tagging'
import { Ec2Error, unsupported } from '../protocol/error'
import { flag, ignoring, list, oneOf, required, text } from '../protocol/shape'
import { newId } from '../state/ids'
import { snapshotSize } from '../state/lookup'
import { addImage, checkName } from './new-image'
import { removeSnapshot } from './snapshots'

export const registerImage = action(
  {
    Name: required(text),
    Description: text,
    Architecture: oneOf('i386', 'x86_64', 'arm64', 'x86_64_mac', 'arm64_mac'),
    RootDeviceName: text,
    BlockDeviceMapping: blockDevices,
    VirtualizationType: text,
    SriovNetSupport: text,
    EnaSupport: flag,
    BootMode: oneOf('legacy-bios', 'uefi', 'uefi-preferred'),
    TpmSupport: oneOf('v2.0'),
    UefiData: text,
    ImdsSupport: oneOf('v2.0'),
    TagSpecification: tagSpecifications,
    ImageLocation: text,
    BillingProduct: list(text),
    ...ignoring('KernelId', 'RamdiskId'),
  },
  ({ cloud, region }, input) => {
    checkName(region, input.Name)
    if ((input.VirtualizationType ?? 'hvm') !== 'hvm')
      throw unsupported('The sandbox runs images of virtualization type hvm only.')
    if (input.ImageLocation) throw unsupported('The sandbox has no S3: an image is registered from snapshots.')
    if (!input.RootDeviceName) throw new Ec2Error('MissingParameter', 'The request must contain the parameter RootDeviceName')
    const mappings = overlay([], input.BlockDeviceMapping).map(mapping => {
      const least = mapping.snapshotId === undefined ? undefined : snapshotSize(cloud, region, mapping.snapshotId)
      const snapshot = region.snapshots.find(mapping.snapshotId)
      return {
        ...mapping,
        sizeGiB: mapping.sizeGiB ?? least,
        type: mapping.type ?? 'gp2',
        encrypted: snapshot?.encrypted ?? mapping.encrypted,
        kmsKeyId: snapshot ? snapshot.kmsKeyId : mapping.kmsKeyId,
      }
    })
    if (!mappings.some(({ deviceName, snapshotId }) => deviceName === input.RootDeviceName && snapshotId))
      throw new Ec2Error('InvalidBlockDeviceMapping', `No snapshot is given for the root device ${input.RootDeviceName}.`)
    const kept = {
      id: newId('ami'),
      name: input.Name,
      description: input.Description,
      architecture: input.Architecture ?? 'i386',
      rootDeviceName: input.RootDeviceName,
      mappings,
      enaSupport: input.EnaSupport ?? false,
      sriovNetSupport: input.SriovNetSupport,
      bootMode: input.BootMode,
      tpmSupport: input.TpmSupport,
      uefiData: input.UefiData,
      imdsSupport: input.ImdsSupport,
    }
    const image = addImage(region, kept, tagsAtCreation(input.TagSpecification, 'image')('image'), {})
    image.state = 'available'
    return { imageId: image.id }
  },
)

export const deregisterImage = action({ ImageId: required(text), DeleteAssociatedSnapshots: flag }, (call, input) => {
  const { cloud, region } = call
  const image = cloud.image(region, input.ImageId)
  if (image.ownerId !== accountId) throw new Ec2Error('AuthFailure', `Not authorized for image:${image.id}`, 403)
  if (image.deregistrationProtection?.startsWith('enabled'))
    throw new Ec2Error(
      'OperationNotPermitted',
      `The image ${image.id} is protected from deregistration. Disable its deregistration protection first.`,
    )
  region.images.delete(image.id)
  const snapshotIds = image.mappings.flatMap(({ snapshotId }) => snapshotId ?? []).filter(id => region.snapshots.find(id))
  if (!input.DeleteAssociatedSnapshots) return { return: true }
  const used = (id: string) => region.images.all().some(one => one.mappings.some(({ snapshotId }) => snapshotId === id))
  const results = snapshotIds.map(snapshotId => ({ snapshotId, returnCode: used(snapshotId) ? 'skipped' : 'success' }))
  for (const { snapshotId, returnCode } of results) if (returnCode === 'success') removeSnapshot(call, snapshotId)
  return { return: true, deleteSnapshotResultSet: results }
})

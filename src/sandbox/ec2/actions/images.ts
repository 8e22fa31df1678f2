/** Finding images: the account's own and those that are shared with everyone. */

import { action } from '../action'
import { accountId } from '../cloud'
import { mappingView } from '../parameters/block-devices'
import { tagSet } from '../parameters/tagging'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { flag, list, text } from '../protocol/shape'
import type { Image } from '../state/records'

const describeImages = action(
  {
    ImageId: list(text),
    Owner: list(text),
    ExecutableBy: list(text),
    IncludeDeprecated: flag,
    IncludeDisabled: flag,
    Filter: filters,
    ...paging,
  },
  ({ cloud, region }, input) => {
    const all = cloud.usableImages(region)
    const named = input.ImageId.map(id => cloud.image(region, id))
    const visible = input.ImageId.length > 0 ? [...new Set(named)] : all
    const seen = visible
      .filter(image => input.Owner.length === 0 || input.Owner.some(owner => owns(owner, image)))
      .filter(image => input.ExecutableBy.length === 0 || input.ExecutableBy.some(who => mayRun(who, image)))
      .filter(image => input.IncludeDeprecated || image.ownerId === accountId || !isDeprecated(image))
      .filter(image => input.IncludeDisabled || image.state !== 'disabled')
    const chosen = applyFilters(seen, input.Filter, imageFilters)
    const { records, nextToken } = page(chosen, image => image.id, input)
    return { nextToken, imagesSet: records.map(imageView) }
  },
)

/** No publisher here has an alias such as `amazon`, so only IDs and `self` match. */
const owns = (owner: string, image: Image) => (owner === 'self' ? accountId : owner) === image.ownerId

/** `self`: shared with the account by name; `all`: with everyone. */
const mayRun = (who: string, image: Image) =>
  image.permissions.some(({ group, userId }) => (who === 'all' ? group === 'all' : userId === (who === 'self' ? accountId : who)))

const isDeprecated = (image: Image) => image.deprecationTime !== undefined && Date.parse(image.deprecationTime) <= Date.now()
const isPublic = (image: Image) => image.permissions.some(({ group }) => group === 'all')
const location = (image: Image) => `${image.ownerId}/${image.name}`

const imageFilters = {
  'image-id': (image: Image) => image.id,
  name: (image: Image) => image.name,
  description: (image: Image) => image.description,
  architecture: (image: Image) => image.architecture,
  'block-device-mapping.delete-on-termination': (image: Image) => image.mappings.map(one => one.deleteOnTermination),
  'block-device-mapping.device-name': (image: Image) => image.mappings.map(one => one.deviceName),
  'block-device-mapping.snapshot-id': (image: Image) => image.mappings.map(one => one.snapshotId),
  'block-device-mapping.volume-size': (image: Image) => image.mappings.map(one => one.sizeGiB),
  'block-device-mapping.volume-type': (image: Image) => image.mappings.map(one => one.type),
  'block-device-mapping.encrypted': (image: Image) => image.mappings.map(one => one.encrypted ?? false),
  'boot-mode': (image: Image) => image.bootMode,
  'creation-date': (image: Image) => image.creationDate,
  'ena-support': (image: Image) => image.enaSupport,
  'free-tier-eligible': () => true,
  hypervisor: () => 'xen',
  'image-allowed': () => true,
  'image-type': () => 'machine',
  'is-public': isPublic,
  'kernel-id': () => undefined,
  'manifest-location': location,
  'owner-alias': () => undefined,
  'owner-id': (image: Image) => image.ownerId,
  platform: (image: Image) => image.platform,
  'product-code': (image: Image) => image.productCodes,
  'product-code.type': (image: Image) => image.productCodes.map(() => 'marketplace'),
  'ramdisk-id': () => undefined,
  'root-device-name': (image: Image) => image.rootDeviceName,
  'root-device-type': () => 'ebs',
  'source-image-id': (image: Image) => image.sourceImageId,
  'source-image-region': (image: Image) => image.sourceImageRegion,
  'source-instance-id': (image: Image) => image.sourceInstanceId,
  state: (image: Image) => image.state,
  'state-reason-code': (image: Image) => image.stateReason?.code,
  'state-reason-message': (image: Image) => image.stateReason?.message,
  'sriov-net-support': (image: Image) => image.sriovNetSupport,
  'virtualization-type': () => 'hvm',
}

const imageView = (image: Image) => ({
  imageId: image.id,
  imageLocation: location(image),
  imageState: image.state,
  imageOwnerId: image.ownerId,
  creationDate: image.creationDate,
  isPublic: isPublic(image),
  productCodes: image.productCodes.map(productCode => ({ productCode, type: 'marketplace' })),
  architecture: image.architecture,
  imageType: 'machine',
  stateReason: image.stateReason,
  enaSupport: image.enaSupport,
  sriovNetSupport: image.sriovNetSupport,
  name: image.name,
  description: image.description,
  rootDeviceType: 'ebs',
  rootDeviceName: image.rootDeviceName,
  blockDeviceMapping: image.mappings.map(mappingView),
  virtualizationType: 'hvm',
  tagSet: tagSet(image.tags),
  hypervisor: 'xen',
  platform: image.platform,
  platformDetails: image.platform ? 'Windows' : 'Linux/UNIX',
  usageOperation: 'RunInstances',
  bootMode: image.bootMode,
  tpmSupport: image.tpmSupport,
  imdsSupport: image.imdsSupport,
  deprecationTime: image.deprecationTime,
  deregistrationProtection: image.deregistrationProtection,
  sourceInstanceId: image.sourceInstanceId,
  sourceImageId: image.sourceImageId,
  sourceImageRegion: image.sourceImageRegion,
  lastLaunchedTime: image.lastLaunchedTime,
})

export const images = { DescribeImages: describeImages }

/** Images come to be: from an instance, from another image, from snapshots; and go. */
import { action, type Call, once } from '../action'
import { accountId, type Cloud } from '../cloud'
import { snapshotSize } from '../launch/plan'
import { is } from '../machines'
import { Ec2Error, unsupported } from '../protocol/error'
import { flag, ignoring, list, oneOf, required, text } from '../protocol/shape'
import { newId } from '../state/ids'
import type { Image, ImageMapping, Instance, Snapshot } from '../state/records'
import type { Region } from '../state/region'
import { blockDevices, overlay } from './block-devices'
import { addSnapshot, removeSnapshot } from './snapshots'
import { tagSpecifications, tagsAtCreation } from './tagging'

const createImage = action(
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
    const origin = cloud.image(region, instance.imageId)
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
      { ...inherited(origin), id, name: input.Name, description: input.Description ?? '', mappings },
      tags('image'),
      {
        sourceInstanceId: instance.id,
        sourceImageId: origin.id,
        sourceImageRegion: region.name,
      },
    )
    const capture = () => captureAll(call, image, captures)
    if (input.NoReboot || is(instance, 'stopped')) cloud.run(`image ${id}`, capture)
    else cloud.machines.whileOff(region, instance, capture)
    return { imageId: id }
  },
)

/** What the instance has now, as mappings of an image. */
const mappingsOf = (region: Region, instance: Instance): ImageMapping[] =>
  instance.volumes.map(({ deviceName, volumeId, deleteOnTermination }) => {
    const { sizeGiB, type, iops, throughput, encrypted, kmsKeyId } = region.volumes.get(volumeId)
    return { deviceName, sizeGiB, type, iops, throughput, encrypted, kmsKeyId, deleteOnTermination }
  })

async function captureAll({ cloud, region }: Call, image: Image, captures: ReadonlyMap<string, Snapshot>): Promise<void> {
  await Promise.all([...captures].map(([volumeId, snapshot]) => cloud.contents.capture(region, volumeId, snapshot)))
  cloud.run(`image ${image.id}`, () => finish(cloud, image, [...captures.values()], 'image'))
}

/** The image is as good as its snapshots. */
async function finish(cloud: Cloud, image: Image, snapshots: readonly Snapshot[], transition: 'image' | 'copy'): Promise<void> {
  await cloud.options.pace(transition)
  const broken = snapshots.find(({ state }) => state !== 'completed')
  if (broken) {
    image.state = 'failed'
    image.stateReason = { code: 'Client.SnapshotFailure', message: broken.stateMessage ?? `Snapshot ${broken.id} was deleted` }
  } else image.state = 'available'
}

const copyImage = action(
  {
    SourceImageId: required(text),
    SourceRegion: required(text),
    Name: required(text),
    Description: text,
    Encrypted: flag,
    KmsKeyId: text,
    CopyImageTags: flag,
    ClientToken: text,
    TagSpecification: tagSpecifications,
    ...ignoring('DestinationOutpostArn', 'SnapshotCopyCompletionDurationMinutes', 'DestinationAvailabilityZone'),
    ...ignoring('DestinationAvailabilityZoneId'),
  },
  async (call, input) => {
    const { cloud, region } = call
    if (input.KmsKeyId && !input.Encrypted)
      throw new Ec2Error('InvalidParameterCombination', 'The parameter KmsKeyId requires the parameter Encrypted to be set.')
    const imageId = await once(call, input.ClientToken, async () => {
      const origin = cloud.region(input.SourceRegion)
      const source = cloud.image(origin, input.SourceImageId)
      if (source.state !== 'available')
        throw new Ec2Error('InvalidAMIID.Unavailable', `The image ID '${source.id}' is not available`)
      checkName(region, input.Name)
      const tags = tagsAtCreation(input.TagSpecification, 'image', 'snapshot')
      const id = newId('ami')
      const copies = source.mappings.map(mapping =>
        copyMapping(call, origin, mapping, { ...input, imageId: id, tags: tags('snapshot') }),
      )
      const image = addImage(
        region,
        {
          ...inherited(source),
          id,
          name: input.Name,
          description: input.Description ?? source.description,
          mappings: copies.map(copy => copy.mapping),
        },
        { ...(input.CopyImageTags ? source.tags : {}), ...tags('image') },
        { sourceImageId: source.id, sourceImageRegion: origin.name },
      )
      cloud.run(`image ${id}`, async () => {
        await Promise.all(copies.map(copy => copy.content()))
        await finish(
          cloud,
          image,
          copies.flatMap(({ snapshot }) => snapshot ?? []),
          'copy',
        )
      })
      return id
    })
    return { imageId }
  },
)

interface CopySettings {
  readonly imageId: string
  readonly SourceImageId: string
  readonly SourceRegion: string
  readonly Encrypted?: boolean
  readonly KmsKeyId?: string
  readonly tags: Record<string, string>
}

function copyMapping({ cloud, region }: Call, origin: Region, mapping: ImageMapping, settings: CopySettings) {
  if (mapping.snapshotId === undefined) return { mapping, content: async () => undefined }
  const encrypted = settings.Encrypted || (mapping.encrypted ?? false)
  const kmsKeyId = settings.KmsKeyId ?? mapping.kmsKeyId
  const description = `Copied for DestinationAmi ${settings.imageId} from SourceAmi ${settings.SourceImageId} for SourceSnapshot ${mapping.snapshotId}.`
  const sizeGiB = snapshotSize(cloud, origin, mapping.snapshotId)
  const snapshot = addSnapshot(region, { id: 'vol-ffffffff', sizeGiB, encrypted, kmsKeyId }, description, settings.tags)
  const source = cloud.contents.contentOf(origin, mapping.snapshotId)
  return {
    snapshot,
    mapping: { ...mapping, snapshotId: snapshot.id, encrypted, kmsKeyId },
    content: () => cloud.contents.copy(source, region, snapshot),
  }
}

const registerImage = action(
  {
    Name: required(text),
    Description: text,
    Architecture: oneOf('i386', 'x86_64', 'arm64', 'x86_64_mac', 'arm64_mac'),
    RootDeviceName: text,
    BlockDeviceMapping: blockDevices,
    VirtualizationType: oneOf('hvm', 'paravirtual'),
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

const deregisterImage = action({ ImageId: required(text), DeleteAssociatedSnapshots: flag }, (call, input) => {
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

/** What an image hands on to those made from it. */
const inherited = (image: Image) => ({
  architecture: image.architecture,
  rootDeviceName: image.rootDeviceName,
  enaSupport: image.enaSupport,
  sriovNetSupport: image.sriovNetSupport,
  bootMode: image.bootMode,
  tpmSupport: image.tpmSupport,
  uefiData: image.uefiData,
  imdsSupport: image.imdsSupport,
})

type Kept = Omit<Image, 'ownerId' | 'creationDate' | 'state' | 'permissions' | 'productCodes' | 'tags'>
type Origin = Pick<Image, 'sourceImageId' | 'sourceImageRegion' | 'sourceInstanceId'>

const addImage = (region: Region, kept: Kept, tags: Record<string, string>, origin: Origin) =>
  region.images.add({
    ...kept,
    ...origin,
    ownerId: accountId,
    creationDate: `${new Date().toISOString().slice(0, 19)}.000Z`,
    state: 'pending',
    permissions: [],
    productCodes: [],
    tags,
  })

function checkName(region: Region, name: string): void {
  if (name.length < 3 || name.length > 128 || !/^[A-Za-z0-9()[\]. /\-'@_]+$/.test(name))
    throw new Ec2Error(
      'InvalidAMIName.Malformed',
      `AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '.', '-', '/' and '_'`,
    )
  const same = region.images.all().find(image => image.name === name)
  if (same) throw new Ec2Error('InvalidAMIName.Duplicate', `AMI name ${name} is already in use by AMI ${same.id}`)
}

export const imageMaking = {
  CreateImage: createImage,
  CopyImage: copyImage,
  RegisterImage: registerImage,
  DeregisterImage: deregisterImage,
}

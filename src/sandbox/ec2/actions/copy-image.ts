/** A copy is an image of its own, with snapshots of its own, in this region. */

import { action, type Call, once } from '../action'
import { tagSpecifications, tagsAtCreation } from '../parameters/tagging'
import { Ec2Error } from '../protocol/error'
import { flag, ignoring, integer, required, text, unused } from '../protocol/shape'
import { newId } from '../state/ids'
import { snapshotSize } from '../state/lookup'
import type { ImageMapping } from '../state/records'
import type { Region } from '../state/region'
import { addImage, checkName, finish, inherited } from './new-image'
import { addSnapshot } from './snapshots'

export const copyImage = action(
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
    ...ignoring('DestinationOutpostArn', 'DestinationAvailabilityZone', 'DestinationAvailabilityZoneId'),
    SnapshotCopyCompletionDurationMinutes: unused(integer),
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
  // The source's own key is never taken over: without a name it is the account's default key.
  const kmsKeyId = settings.KmsKeyId
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

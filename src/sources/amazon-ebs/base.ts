/** The image to begin with, and what templates may say about it. */
import type { Image } from '@aws-sdk/client-ec2'
import { Failure } from '../../model/failure'
import type { Ec2 } from '../../platforms/aws/connect'
import { isAws } from '../../platforms/aws/errors'
import { filterImages, type ImageFilter } from '../../platforms/aws/filter-images'
import { askOnce } from '../../platforms/aws/together'
import type { Options } from './options'

/** Data of Packer's templates for tags and descriptions; all but the tags are in `build.*` too. */
export interface BaseData {
  readonly BuildRegion: string
  readonly SourceAMI: string
  readonly SourceAMIName: string
  readonly SourceAMICreationDate: string
  readonly SourceAMIOwner: string
  readonly SourceAMIOwnerName: string
  readonly SourceAMITags: Readonly<Record<string, string>>
}

export interface Base {
  readonly id: string
  readonly name: string
  readonly isWindows: boolean
  /** Of its first disk; absent where there is none to be seen. */
  readonly snapshotId?: string
  readonly data: BaseData
}

export async function findBase(ec2: Ec2, options: Options, signal: AbortSignal): Promise<Base> {
  const { source_ami: id = '', source_ami_filter: filter } = options
  const found = filter ? await filtered(ec2, filter, id, signal) : await named(ec2, id, signal)
  const wanted = options.ami_virtualization_type
  if (wanted && found.VirtualizationType !== wanted)
    throw new Failure('failed', `Source image ${found.ImageId} has virtualization ${found.VirtualizationType}, not ${wanted}`, {
      advice: 'Change ami_virtualization_type, or choose another source image.',
    })
  return describe(ec2.region, found)
}

function describe(region: string, found: Image): Base {
  const tags = Object.fromEntries((found.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']))
  const id = found.ImageId ?? ''
  const name = found.Name ?? ''
  return {
    id,
    name,
    isWindows: /windows/i.test(found.Platform ?? ''),
    snapshotId: found.BlockDeviceMappings?.find(({ Ebs }) => Ebs?.SnapshotId)?.Ebs?.SnapshotId,
    data: {
      BuildRegion: region,
      SourceAMI: id,
      SourceAMIName: name,
      SourceAMICreationDate: found.CreationDate ?? '',
      SourceAMIOwner: found.OwnerId ?? '',
      SourceAMIOwnerName: found.ImageOwnerAlias ?? '',
      SourceAMITags: tags,
    },
  }
}

async function named(ec2: Ec2, id: string, signal: AbortSignal): Promise<Image> {
  if (!id) throw new Failure('invalid', 'Neither source_ami nor source_ami_filter says which image to begin with')
  const answer = await askOnce(ec2, 'DescribeImages', { ImageIds: [id], IncludeDeprecated: true }, signal).catch(error => {
    if (isAws(error, 'InvalidAMIID.*')) return { Images: [] }
    throw error
  })
  const [found] = answer.Images ?? []
  if (found) return found
  throw new Failure('failed', `Source image ${id} was not found in region ${ec2.region}`, {
    advice: 'Image IDs differ from region to region: check source_ami and region, or find the image with source_ami_filter.',
  })
}

/** With source_ami too, that image has to match: its ID is one filter more. */
function filtered(ec2: Ec2, filter: ImageFilter, id: string, signal: AbortSignal): Promise<Image> {
  const filters = { ...filter.filters, ...(id ? { 'image-id': id } : {}) }
  return filterImages(ec2, { ...filter, filters }, { noun: 'source image', place: 'source_ami_filter' }, signal)
}

/** An image as RegisterImage takes it: the same image again, from the same snapshots, under a name that may differ. */
import type { BlockDeviceMapping, Image, LaunchPermission, RegisterImageCommandInput } from '@aws-sdk/client-ec2'
import type { Ec2 } from './connect'
import type { Tags } from './tags'

export type Registration = Omit<RegisterImageCommandInput, 'TagSpecifications'>

/** False: its price hangs on the image itself (Windows, RHEL, the marketplace), and registering anew would lose that; only a copy keeps it. */
export const canBeRegistered = (image: Image): boolean =>
  (image.UsageOperation ?? 'RunInstances') === 'RunInstances' && !image.ProductCodes?.length && !image.Platform

export async function registrationOf(ec2: Ec2, image: Image, name: string, signal: AbortSignal): Promise<Registration> {
  return {
    Name: name,
    Description: image.Description || undefined,
    Architecture: image.Architecture,
    BlockDeviceMappings: image.BlockDeviceMappings?.map(registrable),
    BootMode: image.BootMode,
    EnaSupport: image.EnaSupport,
    ImdsSupport: image.ImdsSupport,
    RootDeviceName: image.RootDeviceName,
    SriovNetSupport: image.SriovNetSupport || undefined,
    TpmSupport: image.TpmSupport,
    UefiData: image.BootMode?.startsWith('uefi') ? await uefiData(ec2, image, signal) : undefined,
    VirtualizationType: image.VirtualizationType,
  }
}

/** Whether a volume is encrypted is a property of its snapshot: EC2 refuses to be told. */
function registrable({ Ebs, ...mapping }: BlockDeviceMapping): BlockDeviceMapping {
  if (!Ebs?.SnapshotId) return { ...mapping, Ebs }
  const { Encrypted: _encrypted, KmsKeyId: _kmsKeyId, ...kept } = Ebs
  return { ...mapping, Ebs: kept }
}

async function uefiData(ec2: Ec2, { ImageId }: Image, signal: AbortSignal): Promise<string | undefined> {
  const answer = await ec2.call('DescribeImageAttribute', { ImageId, Attribute: 'uefiData' }, signal)
  return answer.UefiData?.Value || undefined
}

/** What makes an image what it is to its users; plain values, for a journal. */
export interface Former {
  readonly imageId: string
  readonly name: string
  readonly registration: Registration
  readonly snapshots: readonly string[]
  readonly permissions: readonly LaunchPermission[]
  readonly tags: Tags
  /** ISO 8601. */
  readonly deprecatedAt?: string
}

export async function remember(ec2: Ec2, image: Image, signal: AbortSignal): Promise<Former> {
  const { ImageId, Name = '', BlockDeviceMappings = [] } = image
  const registration = await registrationOf(ec2, image, Name, signal)
  const { LaunchPermissions = [] } = await ec2.call('DescribeImageAttribute', { ImageId, Attribute: 'launchPermission' }, signal)
  return {
    imageId: ImageId ?? '',
    name: Name,
    registration,
    snapshots: BlockDeviceMappings.flatMap(({ Ebs }) => Ebs?.SnapshotId ?? []),
    permissions: LaunchPermissions,
    tags: tagsOf(image),
    deprecatedAt: image.DeprecationTime,
  }
}

const tagsOf = ({ Tags = [] }: Image): Tags =>
  Object.fromEntries(Tags.filter(tag => !tag.Key?.startsWith('aws:')).map(({ Key, Value }) => [Key ?? '', Value ?? '']))

/**
 * force_deregister: an image takes over a name. Names are unique and cannot be changed, so the old image goes at the last moment
 * and the new one is registered under the name from snapshots that exist. Both are held: when anything fails, in any region, or
 * the process dies, the new one goes and the old one comes back.
 */
import type { Image } from '@aws-sdk/client-ec2'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { canBeRegistered, type Former, registrationOf, remember } from '../../platforms/aws/registration'
import { type ImageRequest, image } from '../../platforms/aws/resources/image'
import { formerSnapshots, replacedImage } from '../../platforms/aws/resources/replaced-image'
import type { Tags } from '../../platforms/aws/tags'
import { imagesNamed } from '../../platforms/aws/together'
import { untilImageAvailable } from '../../platforms/aws/wait'
import type { Options } from './options'

/** Returns the ID of the image that has the name now. */
export async function takeName(
  ec2: Ec2,
  stagedId: string,
  options: Options,
  context: BuildContext,
  tags: Tags,
  signal: AbortSignal,
): Promise<string> {
  const staged = await untilImageAvailable(ec2, stagedId, { signal })
  const request = await successor(ec2, staged, options.ami_name, tags, signal)
  const old = await imagesNamed(ec2, options.ami_name, signal)
  for (const former of await Promise.all(old.map(each => remember(ec2, each, signal)))) await free(ec2, former, options, context)
  const id = await context.keep(image(ec2), request)
  await untilImageAvailable(ec2, id, { signal })
  return id
}

async function successor(ec2: Ec2, staged: Image, Name: string, tags: Tags, signal: AbortSignal): Promise<ImageRequest> {
  if (canBeRegistered(staged)) return { tags, register: await registrationOf(ec2, staged, Name, signal) }
  const source = { SourceImageId: staged.ImageId, SourceRegion: ec2.region, Description: staged.Description }
  return { tags, copy: { Name, ...source, ...(await encryptionOf(ec2, staged, signal)) } }
}

/** A copy for which no key is named is encrypted with the account's default key, whatever its source has (EC2, CopyImage). */
async function encryptionOf(ec2: Ec2, { BlockDeviceMappings = [] }: Image, signal: AbortSignal) {
  const SnapshotIds = BlockDeviceMappings.flatMap(({ Ebs }) => (Ebs?.Encrypted && Ebs.SnapshotId ? [Ebs.SnapshotId] : []))
  if (SnapshotIds.length === 0) return {}
  const { Snapshots = [] } = await ec2.call('DescribeSnapshots', { SnapshotIds }, signal)
  return { Encrypted: true, KmsKeyId: Snapshots.find(snapshot => snapshot.KmsKeyId)?.KmsKeyId }
}

/** The snapshots first: they go after everything else, if they go. */
async function free(ec2: Ec2, former: Former, options: Options, context: BuildContext): Promise<void> {
  context.say(`Replacing image ${former.imageId} in ${ec2.region}, which has the name "${former.name}"`)
  if (options.force_delete_snapshot) await context.acquire(formerSnapshots(ec2), former)
  const back = ({ imageId }: Former, id: string) =>
    context.warn(`Image ${imageId} in ${ec2.region} is back as ${id}: it could not be replaced`)
  await context.keep(replacedImage(ec2, back), former)
}

/** Finds the image that was published of the same recipe: then there is nothing to build. */
import type { Artifact, Image } from '../../model/artifact'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { holdKeys, reachCloud } from './access'
import { artifactOf } from './artifact'
import { findBase } from './base'
import { fingerprintOf, fingerprintTag } from './fingerprint'
import { targetRegions } from './name'
import type { Options } from './options'
import { stateTag } from './tags'

/** Undefined as soon as one region lacks it. */
export async function unchanged(options: Options, context: BuildContext): Promise<Artifact | undefined> {
  await holdKeys(options, context)
  const ec2 = await reachCloud(options)
  const base = await context.step('find source image', signal => findBase(ec2, options, signal))
  const fingerprint = fingerprintOf(context, base.id)
  if (!fingerprint) return undefined
  return context.step('look for the same image', async signal => {
    const regions = targetRegions(options, ec2.region)
    const found = await Promise.all(regions.map(region => newest(ec2.inRegion(region), fingerprint, base.id, signal)))
    const images = found.filter(image => image !== undefined)
    return images.length === regions.length && images.length > 0 ? artifactOf(images) : undefined
  })
}

async function newest(ec2: Ec2, fingerprint: string, sourceId: string, signal: AbortSignal): Promise<Image | undefined> {
  const Filters = [
    { Name: `tag:${fingerprintTag}`, Values: [fingerprint] },
    { Name: `tag:${stateTag}`, Values: ['published'] },
    { Name: 'state', Values: ['available'] },
  ]
  const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['self'], Filters }, signal)
  const [image] = Images.toSorted((a, b) => ((a.CreationDate ?? '') < (b.CreationDate ?? '') ? 1 : -1))
  return image?.ImageId ? { region: ec2.region, id: image.ImageId, name: image.Name ?? '', sourceId, fingerprint } : undefined
}

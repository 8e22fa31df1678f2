/** From a candidate that passed its tests to images that others may use: copies, tags, shares, dates, each region on its own. */
import type { Artifact } from '../../model/artifact'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { image } from '../../platforms/aws/resources/image'
import { untilImageAvailable } from '../../platforms/aws/wait'
import { paceOf, reachCloud } from './access'
import { artifactOf } from './artifact'
import { type Candidate, descriptionOf } from './build'
import { finish } from './finish'
import { targetRegions } from './name'
import type { Options } from './options'
import { candidateTags } from './tags'

export async function publish(
  options: Options,
  candidate: Candidate | undefined,
  context: BuildContext,
): Promise<Artifact | undefined> {
  if (!candidate) return undefined
  const { imageId } = candidate
  const ec2 = await reachCloud(options)
  const published = await context.step('publish', signal =>
    everywhere(targetRegions(options, ec2.region), async region => {
      const there = ec2.inRegion(region)
      const id = await imageFor(there, ec2, imageId, candidate, options, context, signal)
      await finish(there, id, options, context, candidate.base, signal)
      return { region, id, name: options.ami_name, sourceId: candidate.base.id }
    }),
  )
  if (candidate.isIntermediate) await context.release(imageId)
  return artifactOf(published)
}

/** The regions side by side. When one fails the others are waited for all the same, so that what they make is known. */
async function everywhere<T>(regions: readonly string[], work: (region: string) => Promise<T>): Promise<T[]> {
  const ended = await Promise.allSettled(regions.map(work))
  return ended.map(each => {
    if (each.status === 'rejected') throw each.reason
    return each.value
  })
}

async function imageFor(
  there: Ec2,
  here: Ec2,
  imageId: string,
  candidate: Candidate,
  options: Options,
  context: BuildContext,
  signal: AbortSignal,
): Promise<string> {
  const home = there.region === here.region
  if (home && !candidate.isIntermediate) return imageId
  const key = home ? options.kms_key_id : options.region_kms_key_ids?.[there.region]
  const copy = await context.keep(image(there), {
    tags: candidateTags(options, context, candidate.base),
    copy: {
      Name: options.ami_name,
      Description: descriptionOf(options, context, candidate.base),
      SourceImageId: imageId,
      SourceRegion: here.region,
      Encrypted: options.encrypt_boot,
      KmsKeyId: key || undefined,
      SnapshotCopyCompletionDurationMinutes: options.snapshot_copy_duration_minutes,
    },
  })
  const onProgress = (percent: number) => context.progress(`${there.region}: ${copy} at ${percent} %`, percent / 100)
  await untilImageAvailable(there, copy, { signal, pace: paceOf(there, options), onProgress })
  return copy
}

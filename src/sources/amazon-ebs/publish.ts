/** From a candidate that passed its tests to images that others may use: copies, tags, shares, dates, each region on its own. */
import type { Artifact } from '../../model/artifact'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { image, snapshotsOf } from '../../platforms/aws/resources/image'
import { untilImageAvailable } from '../../platforms/aws/wait'
import { holdKeys, paceOf, reachCloud } from './access'
import { artifactOf } from './artifact'
import type { Base } from './base'
import { type Candidate, descriptionOf } from './build'
import { fingerprintOf } from './fingerprint'
import { type Finishing, finish } from './finish'
import { interimName, isFree, targetRegions } from './name'
import type { Options } from './options'
import { takeName } from './replace'
import { candidateTags } from './tags'

interface Staged extends Finishing {
  readonly there: Ec2
  /** Finished already; else it still has to take the name over. */
  readonly isNamed: boolean
}

export async function publish(
  planned: Options,
  candidate: Candidate | undefined,
  context: BuildContext,
): Promise<Artifact | undefined> {
  if (!candidate) return undefined
  const { imageId, base, name } = candidate
  const options = { ...planned, ami_name: name }
  await holdKeys(options, context)
  const ec2 = await reachCloud(options)
  const staged = await context.step('publish', signal =>
    everywhere(targetRegions(options, ec2.region), async region => {
      const image = await stage(ec2.inRegion(region), ec2, candidate, options, context, signal)
      if (image.isNamed) await finish(image.there, image, options, context, base, signal)
      return image
    }),
  )
  const published = staged.every(image => image.isNamed) ? staged : await replaceAll(staged, options, context, base)
  if (candidate.isIntermediate) await context.release(imageId)
  const fingerprint = fingerprintOf(context, base.id)
  const common = { name: options.ami_name, sourceId: base.id, ...(fingerprint && { fingerprint }) }
  return artifactOf(published.map(({ there, id }) => ({ region: there.region, id, ...common })))
}

/** Quick, and the last thing of all: in no region does an image go before its successor is complete in every region. */
function replaceAll(staged: readonly Staged[], options: Options, context: BuildContext, base: Base): Promise<readonly Staged[]> {
  const tags = candidateTags(options, context, base)
  return context.step('replace', async signal => {
    const published = await everywhere(staged, async image => {
      if (image.isNamed) return image
      const id = await takeName(image.there, image.id, options, context, tags, signal)
      await finish(image.there, { id }, options, context, base, signal)
      return { ...image, id }
    })
    for (const image of staged) if (!image.isNamed) await context.release(image.id)
    return published
  })
}

/** The regions side by side. When one fails the others are waited for all the same, so that what they make is known. */
async function everywhere<R, T>(regions: readonly R[], work: (region: R) => Promise<T>): Promise<T[]> {
  const ended = await Promise.allSettled(regions.map(work))
  return ended.map(each => {
    if (each.status === 'rejected') throw each.reason
    return each.value
  })
}

async function stage(
  there: Ec2,
  here: Ec2,
  { imageId, snapshots, isIntermediate, isNamed, base }: Candidate,
  options: Options,
  context: BuildContext,
  signal: AbortSignal,
): Promise<Staged> {
  const home = there.region === here.region
  if (home && !isIntermediate) return { there, id: imageId, snapshots, isNamed }
  const free = await isFree(there, options, context, signal)
  const id = await context.keep(image(there), {
    tags: candidateTags(options, context, base),
    copy: {
      Name: free ? options.ami_name : interimName(context, imageId),
      Description: descriptionOf(options, context, base),
      SourceImageId: imageId,
      SourceRegion: here.region,
      Encrypted: options.encrypt_boot,
      KmsKeyId: (home ? options.kms_key_id : options.region_kms_key_ids?.[there.region]) || undefined,
      SnapshotCopyCompletionDurationMinutes: options.snapshot_copy_duration_minutes,
    },
  })
  const onProgress = (percent: number) => context.progress(`${there.region}: ${id} at ${percent} %`, percent / 100)
  const copy = await untilImageAvailable(there, id, { signal, pace: paceOf(there, options), onProgress })
  return { there, id, snapshots: snapshotsOf(copy), isNamed: free }
}

/** An image's name is unique in its account and region: a name that is taken is found out before anything is launched. */
import { Failure } from '../../model/failure'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { unlessGone } from '../../platforms/aws/resources/find'
import { deleteSnapshot, snapshotsOf } from '../../platforms/aws/resources/image'
import type { Options } from './options'

/** Where the image will be in the end. */
export function targetRegions(options: Options, buildRegion: string): readonly string[] {
  const others = (options.ami_regions ?? []).filter(region => region !== buildRegion)
  return [...new Set(options.skip_save_build_region ? others : [buildRegion, ...others])]
}

export const isForced = (options: Options, context: BuildContext): boolean => options.force_deregister || context.run.force

export async function refuseTakenName(ec2: Ec2, options: Options, context: BuildContext, signal: AbortSignal): Promise<void> {
  if (options.skip_create_ami || isForced(options, context)) return
  await Promise.all(
    targetRegions(options, ec2.region).map(async region => {
      const [taken] = await imagesNamed(ec2.inRegion(region), options.ami_name, signal)
      if (!taken) return
      throw new Failure('failed', `An image named "${options.ami_name}" exists already in region ${region}: ${taken.ImageId}`, {
        advice: 'Choose another ami_name, or replace that image with force_deregister = true (or -force).',
      })
    }),
  )
}

async function imagesNamed(ec2: Ec2, name: string, signal: AbortSignal) {
  const Filters = [{ Name: 'name', Values: [name] }]
  const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['self'], Filters, IncludeDeprecated: true }, signal)
  return Images
}

/** Frees the name in every target region; force_deregister and force_delete_snapshot. */
export async function removeNamesakes(ec2: Ec2, options: Options, context: BuildContext, signal: AbortSignal): Promise<void> {
  for (const region of targetRegions(options, ec2.region)) {
    const there = ec2.inRegion(region)
    for (const old of await imagesNamed(there, options.ami_name, signal)) {
      context.say(`Deregistering ${old.ImageId} in ${region}, which has the name "${options.ami_name}"`)
      await unlessGone(there, ['InvalidAMIID.*'], signal, () => there.call('DeregisterImage', { ImageId: old.ImageId }, signal))
      if (options.force_delete_snapshot) for (const snapshot of snapshotsOf(old)) await deleteSnapshot(there, snapshot, signal)
    }
  }
}

/** An image's name is unique in its account and region: a name that is taken is found out before anything is launched. */
import type { Image } from '@aws-sdk/client-ec2'
import { Failure } from '../../model/failure'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { isAws } from '../../platforms/aws/errors'
import { snapshotsOf } from '../../platforms/aws/resources/image'
import { dryRun, imagesNamed } from '../../platforms/aws/together'
import type { Options } from './options'

/** Where the image will be in the end. */
export function targetRegions(options: Options, buildRegion: string): readonly string[] {
  const others = (options.ami_regions ?? []).filter(region => region !== buildRegion)
  return [...new Set(options.skip_save_build_region ? others : [buildRegion, ...others])]
}

export const isForced = (options: Options, context: BuildContext): boolean => options.force_deregister || context.run.force

/** When the name is to be replaced: that it can be, as far as EC2 tells beforehand. */
export async function checkName(ec2: Ec2, options: Options, context: BuildContext, signal: AbortSignal): Promise<void> {
  if (options.skip_create_ami) return
  const judge = isForced(options, context) ? demandReplaceable : refuse
  await Promise.all(
    targetRegions(options, ec2.region).map(async region => {
      const there = ec2.inRegion(region)
      for (const taken of await imagesNamed(there, options.ami_name, signal)) await judge(there, taken, signal)
    }),
  )
}

async function refuse(ec2: Ec2, { Name, ImageId }: Image): Promise<void> {
  throw new Failure('failed', `An image named "${Name}" exists already in region ${ec2.region}: ${ImageId}`, {
    advice: 'Choose another ami_name, or replace that image with force_deregister = true (or -force).',
  })
}

async function demandReplaceable(
  ec2: Ec2,
  { ImageId, Name, DeregistrationProtection, RootDeviceName, BlockDeviceMappings = [] }: Image,
  signal: AbortSignal,
): Promise<void> {
  if (DeregistrationProtection?.startsWith('enabled'))
    throw new Failure(
      'failed',
      `Image ${ImageId} in region ${ec2.region} cannot be replaced: it is protected from deregistration`,
      {
        advice: `It has the name "${Name}". Take the protection away, or choose another ami_name.`,
      },
    )
  await ec2.call('DeregisterImage', { ImageId, DryRun: true }, signal).catch(error => {
    if (!isAws(error, 'DryRunOperation')) throw error
  })
  // By which the new one gets the name, and by which the old one would come back.
  const SnapshotId = snapshotsOf({ BlockDeviceMappings })[0]
  const again = { Name, RootDeviceName, BlockDeviceMappings: [{ DeviceName: RootDeviceName, Ebs: { SnapshotId } }] }
  const refusal = await dryRun(ec2, 'RegisterImage', again, signal)
  if (refusal) throw refusal
}

/** Whether an image made now can have its final name at once. */
export async function isFree(ec2: Ec2, options: Options, context: BuildContext, signal: AbortSignal): Promise<boolean> {
  return !isForced(options, context) || (await imagesNamed(ec2, options.ami_name, signal)).length === 0
}

/** Of an image that gives its content to the one with the final name; unique in the account. */
export const interimName = (context: BuildContext, distinction: string): string =>
  `${context.run.id}-${distinction}`.slice(0, 128)

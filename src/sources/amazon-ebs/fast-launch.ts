/** Fast launch of Windows images: asked for in each region when its image is complete, and waited for. */
import { delay } from '../../lib/abort'
import { Failure } from '../../model/failure'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { isAws } from '../../platforms/aws/errors'
import { type FastLaunchRequest, fastLaunch } from '../../platforms/aws/resources/fast-launch'
import { askOnce } from '../../platforms/aws/together'
import type { Base } from './base'
import { targetRegions } from './name'
import type { Options } from './options'
import { problemOf } from './regions'

/** As long as Packer waits: EC2 launches machine after machine, and each runs sysprep. */
const LIMIT_MILLISECONDS = 125 * 60_000
const PACE_MILLISECONDS = 15_000

interface Template {
  readonly template_id?: string
  readonly template_name?: string
  readonly template_version?: number
}

/** What holds in a region; undefined: nothing is prepared there. The template above the regions' own is of the build's region. */
export function fastLaunchIn(options: Options, region: string, home: string): Template | undefined {
  const { fast_launch: all } = options
  if (!all || all.enable_fast_launch === false) return undefined
  const own = all.region_launch_templates.find(each => each.region === region)
  if (own?.enable_fast_launch === false || (!isWanted(all) && !own?.enable_fast_launch)) return undefined
  if (own?.template_id || own?.template_name) return own
  return region === home ? all : {}
}

/** Any setting says so as well as enable_fast_launch. */
const isWanted = (all: NonNullable<Options['fast_launch']>): boolean =>
  Object.values(all).some(value => (Array.isArray(value) ? value.length > 0 : Boolean(value)))

/** Before anything is made: that it can be had at all, and that the templates are there. */
export async function checkFastLaunch(
  ec2: Ec2,
  options: Options,
  context: BuildContext,
  base: Base,
  signal: AbortSignal,
): Promise<void> {
  const regions = targetRegions(options, ec2.region).filter(region => fastLaunchIn(options, region, ec2.region))
  if (regions.length === 0 || options.skip_create_ami) return
  if (!base.isWindows)
    throw problemOf(
      'fast_launch',
      'No fast launch here',
      `AWS has it for images of Windows only, and ${base.id} is none.`,
      context,
    )
  await Promise.all(
    regions.map(async region => {
      const template = fastLaunchIn(options, region, ec2.region) ?? {}
      await templateFor(ec2.inRegion(region), template, signal).catch(error => {
        if (!isAws(error, 'InvalidLaunchTemplate*')) throw error
        throw problemOf('fast_launch', 'No such launch template', error.message, context)
      })
    }),
  )
}

/** EC2 wants a number: without one in the template it is the default version of now. */
async function templateFor(there: Ec2, template: Template, signal: AbortSignal): Promise<FastLaunchRequest['LaunchTemplate']> {
  const { template_id: LaunchTemplateId, template_name: LaunchTemplateName, template_version } = template
  if (!LaunchTemplateId && !LaunchTemplateName) return undefined
  const asked = LaunchTemplateId ? { LaunchTemplateIds: [LaunchTemplateId] } : { LaunchTemplateNames: [LaunchTemplateName ?? ''] }
  const { LaunchTemplates = [] } = await askOnce(there, 'DescribeLaunchTemplates', asked, signal)
  const version = template_version ?? LaunchTemplates[0]?.DefaultVersionNumber ?? 1
  return { ...(LaunchTemplateId ? { LaunchTemplateId } : { LaunchTemplateName }), Version: String(version) }
}

/** Kept like the image itself: when publishing fails in any region, it goes before the image does. */
export async function enableFastLaunch(
  there: Ec2,
  imageId: string,
  options: Options,
  context: BuildContext,
  base: Base,
  signal: AbortSignal,
): Promise<void> {
  const template = fastLaunchIn(options, there.region, base.data.BuildRegion)
  if (!template) return
  const { max_parallel_launches, target_resource_count } = options.fast_launch ?? {}
  await context.keep(fastLaunch(there), {
    ImageId: imageId,
    LaunchTemplate: await templateFor(there, template, signal),
    MaxParallelLaunches: max_parallel_launches,
    SnapshotConfiguration: target_resource_count ? { TargetResourceCount: target_resource_count } : undefined,
  })
  await untilEnabled(there, imageId, context, signal)
}

async function untilEnabled(there: Ec2, imageId: string, context: BuildContext, signal: AbortSignal): Promise<void> {
  const until = Date.now() + LIMIT_MILLISECONDS
  for (;;) {
    const { FastLaunchImages = [] } = await there.call('DescribeFastLaunchImages', { ImageIds: [imageId] }, signal)
    const { State = 'unknown', StateTransitionReason: reason } = FastLaunchImages.find(each => each.ImageId === imageId) ?? {}
    if (State === 'enabled') return
    if (State.endsWith('-failed') || Date.now() > until)
      throw new Failure('failed', `Fast launch of ${imageId} in ${there.region} is ${State}${reason ? `: ${reason}` : ''}`, {
        advice:
          'EC2 launches machines from the image and runs sysprep on them: the image must be prepared for that by EC2Launch.',
      })
    context.progress(`${there.region}: fast launch of ${imageId} is ${State}`)
    await delay(there.loopback ? 50 : PACE_MILLISECONDS, signal)
  }
}

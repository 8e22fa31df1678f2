/** Asked before the provisioners run: what AWS would refuse only when their work is done, it may as well refuse now. */
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { refusalOf } from '../../platforms/aws/resources/image'
import type { Base } from './base'
import { targetRegions } from './name'
import type { Options } from './options'
import { candidateTags } from './tags'

/** Throws when no image could be made of the machine; warns when copies may be refused, which the source image only suggests. */
export async function checkPermissions(
  ec2: Ec2,
  machineId: string,
  options: Options,
  context: BuildContext,
  base: Base,
  signal: AbortSignal,
): Promise<void> {
  if (options.skip_create_ami) return
  const tags = candidateTags(options, context, base)
  const capture = { InstanceId: machineId, Name: options.ami_name }
  const others = targetRegions(options, ec2.region).filter(region => region !== ec2.region)
  const copy = { Name: options.ami_name, SourceImageId: base.id, SourceRegion: ec2.region }
  const [refusal, ...doubts] = await Promise.all([
    refusalOf(ec2, { tags, capture }, signal),
    ...others.map(region => refusalOf(ec2.inRegion(region), { tags, copy }, signal)),
  ])
  if (refusal) throw refusal
  for (const [index, doubt] of doubts.entries())
    if (doubt)
      context.warn(`AWS may refuse to copy the image to ${others[index]}: ${doubt.message} ${doubt.details.advice ?? ''}`.trim())
}

/** An image that exists already, to be asked what a candidate is asked. It belongs to its owner: nothing of it is changed. */
import type { BuildContext } from '../../model/plugin'
import { holdKeys, reachCloud } from './access'
import { findBase } from './base'
import type { Candidate } from './build'
import { chooseNetwork } from './network'
import type { Options } from './options'
import { profileFor } from './profile'
import { runTags } from './tags'

export async function adopt(given: Options, imageId: string, context: BuildContext): Promise<Candidate> {
  const options = { ...given, source_ami: imageId, source_ami_filter: undefined }
  await holdKeys(options, context)
  const ec2 = await reachCloud(options)
  const base = await context.step('find image', signal => findBase(ec2, options, signal))
  context.say(`Image in ${ec2.region}: ${base.id} (${base.name})`)
  const network = await context.step('choose network', signal => chooseNetwork(ec2, options, signal))
  const profile = await profileFor(options, context, runTags(options, context, base))
  return { imageId, name: base.name, base, network, profile, isIntermediate: false, isNamed: true }
}

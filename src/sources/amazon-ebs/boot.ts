/** A fresh machine from the candidate, for smoke tests: the image must stand alone, so it gets no user data and no disks of the build. */
import type { Reach } from '../../model/communicator'
import type { BuildContext } from '../../model/plugin'
import { reachCloud } from './access'
import type { Candidate } from './build'
import { startMachine } from './machine'
import type { Options } from './options'
import { runTags, spotTags } from './tags'

export async function boot(options: Options, candidate: Candidate | undefined, context: BuildContext): Promise<Reach> {
  if (!candidate) throw new Error('boot without a candidate')
  const { imageId, network, base, profile } = candidate
  const ec2 = await reachCloud(options)
  const tags = { ...runTags(options, context, base), Name: 'ingot smoke test' }
  const machine = await startMachine(ec2, options, context, {
    purpose: 'test',
    imageId,
    network,
    profile: profile.name,
    isProfileNew: profile.isNew,
    tags,
    ...spotTags(options, context, base),
    disks: undefined,
  })
  return machine.reach
}

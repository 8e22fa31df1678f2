/** Writes on a candidate and its snapshots what became of its smoke tests. */
import type { BuildContext } from '../../model/plugin'
import { snapshotsOf } from '../../platforms/aws/resources/image'
import { untilImageAvailable } from '../../platforms/aws/wait'
import { reachCloud } from './access'
import type { Candidate } from './build'
import type { Options } from './options'
import { stateTag } from './tags'

export async function mark(
  options: Options,
  candidate: Candidate | undefined,
  state: 'tested' | 'failed',
  context: BuildContext,
): Promise<void> {
  if (!candidate) return
  const ec2 = await reachCloud(options)
  const { signal } = context
  const snapshots = snapshotsOf(await untilImageAvailable(ec2, candidate.imageId, { signal }))
  const Tags = [{ Key: stateTag, Value: state }]
  await ec2.call('CreateTags', { Resources: [candidate.imageId, ...snapshots], Tags }, signal)
}

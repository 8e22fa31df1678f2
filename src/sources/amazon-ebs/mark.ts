/** Writes on a candidate and its snapshots what became of its smoke tests. */
import type { BuildContext } from '../../model/plugin'
import { snapshotsOf } from '../../platforms/aws/resources/image'
import { writeTags } from '../../platforms/aws/together'
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
  const { imageId, snapshots: known } = candidate
  const snapshots = known?.length ? known : snapshotsOf(await untilImageAvailable(ec2, imageId, { signal }))
  await writeTags(ec2, [imageId, ...snapshots], { [stateTag]: state }, signal)
}

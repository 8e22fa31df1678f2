/** Deletes images that nobody kept, with their snapshots, in every region. */
import type { Artifact } from '../../model/artifact'
import type { BuildContext } from '../../model/plugin'
import { image } from '../../platforms/aws/resources/image'
import { reachCloud } from './access'
import type { Options } from './options'

export async function discard(options: Options, artifact: Artifact, context: BuildContext): Promise<void> {
  const ec2 = await reachCloud(options)
  await Promise.all(artifact.images.map(({ region, id }) => image(ec2.inRegion(region)).release(id, context.signal)))
}

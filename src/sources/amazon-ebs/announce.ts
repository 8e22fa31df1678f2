/** Tells of published images in parameters that launch templates follow, in every region its own. */
import type { Artifact } from '../../model/artifact'
import type { PlannedPublication } from '../../model/plan'
import type { BuildContext } from '../../model/plugin'
import { accessFrom } from '../../platforms/aws/access-options'
import { putImageParameter } from '../../platforms/aws/image-parameter'
import type { Options } from './options'

export async function announce(
  options: Options,
  { images }: Artifact,
  { ssmParameter }: PlannedPublication,
  context: BuildContext,
): Promise<void> {
  const access = await accessFrom(options)
  await context.step(`publish in ${ssmParameter}`, async signal => {
    for (const { region, id } of images) {
      const version = await putImageParameter({ ...access, region }, ssmParameter, id, signal)
      context.say(`Parameter ${ssmParameter} in ${region} is ${id} (version ${version})`)
    }
  })
}

/** The post-processor `shell-local`: runs scripts on this machine when the image is made. */
import type { PostProcessor } from '../../model/plugin'
import { checkLocal } from '../../platforms/scripts/local-check'
import { type LocalOptions, localOptions } from '../../platforms/scripts/local-options'

export const shellLocal: PostProcessor<typeof localOptions> = {
  type: 'shell-local',
  summary: 'Runs scripts or a command on this machine when the image is made.',
  options: localOptions,
  keepsInput: true,
  forcesKeep: true,
  check: (options: LocalOptions) => checkLocal(options),
  async process(options, artifact, context) {
    const { runLocally } = await import('../../platforms/scripts/run-locally')
    await runLocally(options, context)
    return artifact
  },
}

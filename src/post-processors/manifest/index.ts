/** The post-processor `manifest`: writes down what a build yielded, in the file that Packer's users read with jq. */
import type { PostProcessor } from '../../model/plugin'
import { manifestOptions } from './options'

export const manifest: PostProcessor<typeof manifestOptions> = {
  type: 'manifest',
  summary: 'Writes a JSON file that lists the builds with their artifacts.',
  options: manifestOptions,
  keepsInput: true,
  forcesKeep: true,
  records: true,
  process: async (...how) => (await import('./process')).process(...how),
}

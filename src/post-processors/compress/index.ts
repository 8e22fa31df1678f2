/** The post-processor `compress`: puts an artifact's files into one archive. */
import { basename } from 'node:path'
import type { PostProcessor, Problem } from '../../model/plugin'
import { formatOf } from './format'
import { type CompressOptions, compressOptions } from './options'

export const compress: PostProcessor<typeof compressOptions> = {
  type: 'compress',
  summary: 'Puts the files of an artifact into one archive, or compresses its single file.',
  options: compressOptions,
  keepsInput: false,
  check,
  process: async (...how) => (await import('./process')).process(...how),
}

function check({ format, output }: CompressOptions): Problem[] {
  try {
    formatOf(format ?? basename(output))
    return []
  } catch (error) {
    return [{ option: format ? 'format' : 'output', summary: 'Unsupported format', detail: `${(error as Error).message}.` }]
  }
}

/** The post-processor `artifice`: names other files as the artifact, for what provisioners and scripts have made. */
import { checkGlob, expandGlob } from '../../lib/go-glob'
import type { Artifact } from '../../model/artifact'
import type { PostProcessContext, PostProcessor, Problem } from '../../model/plugin'
import { type ArtificeOptions, artificeOptions } from './options'

export const artifice: PostProcessor<typeof artificeOptions> = {
  type: 'artifice',
  summary: 'Makes other files of this machine the artifact.',
  options: artificeOptions,
  keepsInput: true,
  check,
  process,
}

function check({ files }: ArtificeOptions): Problem[] {
  if (files.length === 0)
    return [{ option: 'files', summary: 'No files', detail: 'files must name at least one file or pattern.' }]
  return files.flatMap(pattern => {
    try {
      checkGlob(pattern)
      return []
    } catch (error) {
      return [{ option: 'files', summary: 'Invalid pattern', detail: `${(error as Error).message}.` }]
    }
  })
}

/** What matches nothing is told and is no failure, as in Packer. */
async function process(options: ArtificeOptions, artifact: Artifact, context: PostProcessContext): Promise<Artifact> {
  const files = options.files.flatMap(pattern => {
    const found = expandGlob(pattern)
    if (found.length === 0) context.warn(`artifice: no file matches ${pattern}`)
    return found
  })
  if (artifact.files.length > 0) context.say(`These files are no longer the artifact: ${artifact.files.join(', ')}`)
  context.say(`These files are the artifact now: ${files.join(', ')}`)
  return {
    builderId: 'packer.post-processor.artifice',
    id: '',
    description: `Created artifact from files: ${files.join(', ')}`,
    files,
    images: [],
  }
}

/** Options of the artifice post-processor, from Packer's documentation of it. */
import { type OptionsOf, texts } from '../../language/options/spec'

export const artificeOptions = {
  files: texts(
    'Paths or patterns (`*`, `?`, `[a-z]`; relative to the working directory) of the files that become the artifact.',
    {
      required: true,
    },
  ),
} as const

export type ArtificeOptions = OptionsOf<typeof artificeOptions>

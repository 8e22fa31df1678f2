/** Options of the manifest post-processor, from Packer's documentation of it. */
import { flag, type OptionsOf, text, textMap } from '../../language/options/spec'

export const manifestOptions = {
  output: text('Path of the manifest. One that exists is added to.', { default: 'packer-manifest.json' }),
  strip_path: flag('Write the names of files without their folders.', { default: false }),
  strip_time: flag('Leave the time of the build out, so that equal builds give equal manifests.', { default: false }),
  custom_data: textMap('Anything else to write down with the build.'),
} as const

export type ManifestOptions = OptionsOf<typeof manifestOptions>

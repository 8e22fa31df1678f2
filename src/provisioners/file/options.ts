/** Options of the file provisioner, from Packer's documentation of it; defaults as of 1.16. */
import { flag, type OptionsOf, text, texts } from '../../language/options/spec'

export const fileOptions = {
  source: text(
    'File or folder to transfer. Of a folder with a slash at its end the content is meant, otherwise the folder itself, as with rsync.',
  ),
  sources: texts('More of the kind of source.'),
  content: text('Text to write into the destination, instead of a source.'),
  destination: text('Where it goes: a file, or with a slash at its end a folder. `~` is the home folder.', { required: true }),
  direction: text('`upload` to the machine or `download` from it.', { oneOf: ['upload', 'download'], default: 'upload' }),
  generated: flag('The source is made while the build runs, so it need not be there before.', { default: false }),
} as const

export type FileOptions = OptionsOf<typeof fileOptions>

export const sourcesOf = ({ source, sources = [] }: FileOptions): readonly string[] => (source ? [...sources, source] : sources)

/** Options of the compress post-processor, from Packer's documentation of it. */
import { number, type OptionsOf, text } from '../../language/options/spec'

export const compressOptions = {
  output: text(
    'Path of the archive: `{{.BuildName}}` and `{{.BuilderType}}` stand for the build. Its extension chooses the format, ' +
      'where `format` does not: .tar, .tar.gz, .tar.bgzf, .zip, .gz, .bgzf; with any other it is a .tar.gz.',
    { default: 'packer_{{.BuildName}}_{{.BuilderType}}', late: true },
  ),
  format: text('Format of the archive, whatever its name says: `tar`, `tar.gz`, `tar.bgzf`, `zip`, `gz` or `bgzf`.'),
  compression_level: number('1 (fast) to 9 (small). 0 is the default, 6.', {
    check: (level: number) => (Number.isInteger(level) && level >= -1 ? undefined : 'a whole number from 0 to 9 is required'),
  }),
} as const

export type CompressOptions = OptionsOf<typeof compressOptions>

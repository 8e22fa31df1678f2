/** Options of the checksum post-processor, from Packer's documentation of it. */
import { type OptionsOf, text, texts } from '../../language/options/spec'

export const KINDS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const

export const checksumOptions = {
  checksum_types: texts(`Kinds of checksums to compute: ${KINDS.join(', ')}.`, { default: ['md5'] }),
  output: text(
    'Path of the file that gets the lines, each a checksum, a tab and the name of a file. `{{.BuildName}}`, `{{.BuilderType}}` and ' +
      '`{{.ChecksumType}}` are filled in. A file that exists is added to.',
    { default: 'packer_{{.BuildName}}_{{.BuilderType}}_{{.ChecksumType}}.checksum', late: true },
  ),
} as const

export type ChecksumOptions = OptionsOf<typeof checksumOptions>

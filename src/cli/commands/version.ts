/** `ingot version` */

import { version as ownVersion } from '../../model/version'
import { machineLine } from '../../outputs/machine-readable'
import { verb } from '../command'
import { toggle } from '../flags'

export const version = verb({
  usage: 'version',
  summary: 'Prints the version of ingot.',
  flags: { 'machine-readable': toggle("Packer's lines for machines instead of text for people.") },
  run: async ({ flags }, { stdout, document }) => {
    const text = `ingot ${ownVersion}`
    const rows = [
      ['version', ownVersion],
      ['version-prelease', ''],
      ['version-commit', ''],
      ['ui', 'say', text],
    ]
    document?.set('version', ownVersion)
    if (document) return 0
    if (flags['machine-readable']) for (const row of rows) stdout.write(machineLine(Date.now(), '', ...row))
    else stdout.write(`${text}\n`)
    return 0
  },
})

/** `ingot version` */
import { verb } from '../command'
import { version as ownVersion } from '../version'

export const version = verb({
  usage: 'version',
  summary: 'Prints the version of ingot.',
  flags: {},
  run: async (_given, { stdout }) => {
    stdout.write(`ingot ${ownVersion}\n`)
    return 0
  },
})

/** The provisioner `shell`: runs scripts on the machine. */

import type { Provisioner } from '../../model/plugin'
import { checkScripts } from '../../platforms/scripts/check'
import { type ShellOptions, shellOptions } from './options'

export const shell: Provisioner<typeof shellOptions> = {
  type: 'shell',
  summary: 'Runs scripts on the machine.',
  options: shellOptions,
  check: (options: ShellOptions) => checkScripts(options),
  provision: async (...how) => (await import('./provision')).provision(...how),
}

/** The provisioner `shell-local`: runs scripts on this machine. */
import type { Provisioner } from '../../model/plugin'
import { checkLocal } from '../../platforms/scripts/local-check'
import { type LocalOptions, localOptions } from '../../platforms/scripts/local-options'

export const shellLocal: Provisioner<typeof localOptions> = {
  type: 'shell-local',
  summary: 'Runs scripts or a command on this machine.',
  options: localOptions,
  check: (options: LocalOptions) => checkLocal(options),
  provision: async (...how) => (await import('../../platforms/scripts/run-locally')).runLocally(...how),
}

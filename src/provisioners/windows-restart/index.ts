/** The provisioner `windows-restart`: restarts a Windows machine and waits for it. */
import type { Provisioner } from '../../model/plugin'
import { windowsRestartOptions } from './options'

export const windowsRestart: Provisioner<typeof windowsRestartOptions> = {
  type: 'windows-restart',
  summary: 'Restarts a Windows machine and waits until it is ready again.',
  options: windowsRestartOptions,
  provision: async (...how) => (await import('./provision')).provision(...how),
}

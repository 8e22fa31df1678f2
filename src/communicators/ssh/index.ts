/** The communicator `ssh`. */
import type { CommunicatorPlugin } from '../../model/plugin'

export const ssh: CommunicatorPlugin = {
  type: 'ssh',
  summary: 'Commands and files over SSH, with the host key checked before anything is told.',
  /** An SSH library takes its time to load, and most commands never connect. */
  connect: async (...link) => (await import('./connect')).connect(...link),
}

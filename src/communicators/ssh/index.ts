/** The communicator `ssh`. What it is made of is loaded with the first connection: plan and validate never pay for it. */
import type { CommunicatorPlugin } from '../../model/plugin'

export const ssh: CommunicatorPlugin = {
  type: 'ssh',
  summary: 'Commands and files over SSH, with the host key checked before anything is told.',
  connect: async (...how) => (await import('./connect')).connect(...how),
}

/** The communicator `ssh`. What it is made of is loaded with the first connection: plan and validate never pay for it. */
import { setImmediate as turn } from 'node:timers/promises'
import type { CommunicatorPlugin } from '../../model/plugin'
import { early } from './early'

export const ssh: CommunicatorPlugin = {
  type: 'ssh',
  summary: 'Commands and files over SSH, with the host key checked before anything is told.',
  connect: async (...how) => {
    const begun = early(how[0], how[1])
    // Node asks the kernel for the connection when nothing of ours runs, and loading takes one long breath.
    await turn()
    try {
      return await (await import('./connect')).connect(...how, begun)
    } finally {
      begun.drop()
    }
  },
}

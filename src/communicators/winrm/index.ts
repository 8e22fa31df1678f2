/** The communicator `winrm`. What it is made of is loaded with the first connection: plan and validate never pay for it. */
import type { CommunicatorPlugin } from '../../model/plugin'

export const winrm: CommunicatorPlugin = {
  type: 'winrm',
  summary:
    'Commands and files over WinRM, the remote management that Windows has built in, by Basic or NTLM, with HTTP or HTTPS.',
  shell: 'cmd',
  connect: async (...how) => (await import('./connect')).connect(...how),
}

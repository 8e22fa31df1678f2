/** The communicator `ssh`. */
import type { CommunicatorPlugin } from '../../model/plugin'
import { connect } from './connect'

export const ssh: CommunicatorPlugin = {
  type: 'ssh',
  summary: 'Commands and files over SSH, with the host key checked before anything is told.',
  connect,
}

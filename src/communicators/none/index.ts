/** The communicator `none`: the machine is not spoken to, and whoever tries hears why. */
import type { Communicator } from '../../model/communicator'
import { Failure } from '../../model/failure'
import type { CommunicatorPlugin } from '../../model/plugin'

const refuse = async (): Promise<never> => {
  throw new Failure('failed', 'this build has communicator = "none": there is no way to speak to the machine', {
    advice: 'Use provisioners that work on this machine (shell-local), or set communicator = "ssh".',
  })
}

const silent: Communicator = {
  run: refuse,
  upload: refuse,
  uploadFile: refuse,
  uploadFolder: refuse,
  downloadFile: refuse,
  downloadFolder: refuse,
  remove: refuse,
  close: async () => undefined,
}

export const none: CommunicatorPlugin = {
  type: 'none',
  summary: 'The machine is not spoken to; only provisioners that work on this machine can run.',
  connect: async () => silent,
}

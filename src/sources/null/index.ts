/** A machine that exists already: provisioned where it stands, no image is made. */
import type { Artifact } from '../../model/artifact'
import { Failure } from '../../model/failure'
import type { BuildContext, Source } from '../../model/plugin'

const options = {} as const

/** As Packer's null builder prints it. */
const artifact: Artifact = {
  builderId: 'fnoeding.null',
  id: 'Null',
  description: 'Did not export anything. This is the null builder',
  files: [],
  images: [],
}

export const nullSource: Source<typeof options, undefined> = {
  type: 'null',
  summary: 'Provisions a machine that exists already, given by ssh_host; makes no image.',
  builderId: artifact.builderId,
  reachable: true,
  buildValues: [],
  options,
  async build(_options, context) {
    const host = addressOf(context)
    await context.provision({ host }, host ? { Host: host } : {})
    return undefined
  },
  publish: async () => artifact,
}

/** Also of what a communicator needs: no source knows better here than the template. */
function addressOf({ communicator, build }: BuildContext): string {
  const host = communicator.ssh_host ?? ''
  if (host === '' && communicator.communicator !== 'none')
    throw new Failure('invalid', `${build.name} does not say which machine to provision`, {
      advice: 'Set ssh_host, or communicator = "none" when nothing runs on a machine.',
    })
  return host
}

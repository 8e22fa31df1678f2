/** A machine that exists already: provisioned where it stands, no image is made. */
import type { OptionsOf } from '../../language/options/spec'
import type { Artifact } from '../../model/artifact'
import { communicatorOptions } from '../../model/communicator-options'
import type { Problem, Source } from '../../model/plugin'

const { communicator, ssh_host, ssh_password, ssh_private_key_file, ssh_agent_auth, winrm_host, winrm_password } =
  communicatorOptions

/** The communicator's own: here nobody but the template knows the machine, so that some of them are required. */
const options = {
  communicator,
  ssh_host,
  ssh_password,
  ssh_private_key_file,
  ssh_agent_auth,
  winrm_host,
  winrm_password,
} as const

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
  summary: 'Provisions a machine that exists already, given by ssh_host or winrm_host; makes no image.',
  builderId: artifact.builderId,
  reachable: true,
  buildValues: [],
  options,
  check,
  async build({ ssh_host = '', winrm_host = '' }, context) {
    const host = context.communicator.communicator === 'winrm' ? winrm_host : ssh_host
    await context.provision({ host }, { ID: artifact.id, ...(host && { Host: host }) })
    return undefined
  },
  publish: async () => artifact,
}

function check(given: OptionsOf<typeof options>): Problem[] {
  if (given.communicator === 'none') return []
  if (given.communicator === 'winrm') return checkWinrm(given)
  const problems: Problem[] = []
  if (!given.ssh_host)
    problems.push({
      summary: 'No machine to provision',
      detail: 'Set ssh_host, or communicator = "none" when nothing runs on a machine.',
    })
  const ways = (['ssh_agent_auth', 'ssh_password', 'ssh_private_key_file'] as const).filter(way => given[way])
  if (ways.length !== 1)
    problems.push({
      option: ways[1],
      summary: ways.length === 0 ? 'No way to log in' : 'Options exclude each other',
      detail: 'Exactly one of ssh_agent_auth, ssh_password and ssh_private_key_file must be set.',
    })
  return problems
}

const checkWinrm = ({ winrm_host, winrm_password }: OptionsOf<typeof options>): Problem[] => [
  ...(winrm_host ? [] : [{ summary: 'No machine to provision', detail: 'Set winrm_host.' }]),
  ...(winrm_password ? [] : [{ summary: 'No way to log in', detail: 'Set winrm_password.' }]),
]

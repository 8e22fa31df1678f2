/** What `build.*` holds at run time. */
import type { Reach } from '../model/communicator'
import { loginIn } from '../model/login'
import type { BuildValues } from '../model/plan'
import type { BuildRun } from './build-run'

/** Names that every build has. Packer leaves `<unknown>` in those that a build cannot know, and templates print it. */
const COMMON = [
  ...['ID', 'Host', 'Port', 'User', 'Password', 'ConnType', 'PackerRunUUID', 'PackerHTTPIP', 'PackerHTTPPort', 'PackerHTTPAddr'],
  ...['SSHPublicKey', 'SSHPrivateKey', 'SSHPrivateKeyFile', 'SSHAgentAuth', 'WinRMPassword'],
]
const SECRET = ['Password', 'SSHPrivateKey', 'WinRMPassword']

export function reachValues(build: BuildRun, reach: Reach, given: BuildValues): BuildValues {
  const options = build.plan.source.communicator
  const login = loginIn({ ...options, communicator: build.communicator as typeof options.communicator })
  const reachable = build.communicator !== 'none'
  const password = reachable ? (reach.password ?? login.password) : undefined
  const known = {
    ...Object.fromEntries(COMMON.map(name => [name, '<unknown>'])),
    Host: reach.host || undefined,
    Port: reachable ? (reach.port ?? login.port) : undefined,
    User: reachable ? (reach.username ?? login.username) : undefined,
    Password: password,
    WinRMPassword: build.communicator === 'winrm' ? password : undefined,
    ConnType: build.communicator,
    PackerRunUUID: build.run.uuid,
    SSHPrivateKey: reach.privateKey,
    SSHPrivateKeyFile: options.ssh_private_key_file,
    ...given,
  }
  for (const name of SECRET) build.redactor.add(secretText(known as BuildValues, name))
  return Object.fromEntries(Object.entries(known).map(([name, value]) => [name, value ?? '<unknown>']))
}

/** For another machine of the same build: what belongs to the first one is left out. */
export function otherMachineValues(build: BuildRun, reach: Reach, first: BuildValues): BuildValues {
  return reachValues(build, reach, Object.fromEntries(Object.entries(first).filter(([name]) => !COMMON.includes(name))))
}

function secretText(values: BuildValues, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' && value !== '<unknown>' ? value : undefined
}

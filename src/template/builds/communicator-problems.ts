/** Options of a communicator that are right one by one and useless together: what would be found out only when a machine runs. */
import type { Body } from '../../language/body'
import { Collector } from '../../language/collector'
import type { Diagnostic } from '../../language/diagnostic'
import type { Range } from '../../language/source'
import { between } from '../../language/span'
import type { CommunicatorOptions } from '../../model/communicator-options'
import type { Decoded } from '../../model/plan'

type Name = keyof CommunicatorOptions & string

interface Rule {
  readonly isBroken: (value: CommunicatorOptions, lacks: (...names: readonly Name[]) => boolean) => boolean
  readonly summary: string
  readonly detail: string
  /** Where it is told; the block when that is not set. */
  readonly at: Name
}

/** Those of Packer 1.6.6; empty is as good as not set. */
const SSH: readonly Rule[] = [
  {
    isBroken: ({ ssh_username }) => !ssh_username,
    summary: 'Missing ssh_username',
    detail:
      'ssh_username must be specified: nobody else knows as whom to log in. Where nothing runs on the machine, set communicator = "none".',
    at: 'ssh_username',
  },
  {
    isBroken: ({ ssh_bastion_host, ssh_proxy_host }) => Boolean(ssh_bastion_host && ssh_proxy_host),
    summary: 'Two ways to the machine',
    detail: 'ssh_bastion_host and ssh_proxy_host cannot both be set.',
    at: 'ssh_proxy_host',
  },
  {
    isBroken: ({ ssh_bastion_host, ssh_bastion_agent_auth }, lacks) =>
      Boolean(ssh_bastion_host) &&
      !ssh_bastion_agent_auth &&
      lacks('ssh_bastion_password', 'ssh_bastion_private_key_file', 'ssh_private_key_file'),
    summary: 'No way to log in at the bastion host',
    detail: 'One of ssh_bastion_password, ssh_bastion_private_key_file and ssh_bastion_agent_auth must be set.',
    at: 'ssh_bastion_host',
  },
  {
    isBroken: ({ ssh_keypair_name, ssh_agent_auth }, lacks) =>
      Boolean(ssh_keypair_name) && !ssh_agent_auth && lacks('ssh_private_key_file'),
    summary: 'No private key for the key pair',
    detail:
      'ssh_keypair_name names what the cloud has of the pair: its private half comes from ssh_private_key_file or, with ssh_agent_auth, from the agent.',
    at: 'ssh_keypair_name',
  },
]

const WINRM: readonly Rule[] = [
  {
    isBroken: ({ winrm_username }) => !winrm_username,
    summary: 'Missing winrm_username',
    detail:
      'winrm_username must be specified: nobody else knows as whom to log in. Where nothing runs on the machine, set communicator = "none".',
    at: 'winrm_username',
  },
]

const RULES: Readonly<Record<CommunicatorOptions['communicator'], readonly Rule[]>> = { ssh: SSH, winrm: WINRM, none: [] }

export function communicatorProblems(
  { value, rangeOf }: Decoded<CommunicatorOptions>,
  range: Range,
  body: Body,
): readonly Diagnostic[] {
  // What is not known yet has a place, but may have no value.
  const isUnknown = (name: Name) => value[name] === undefined && rangeOf(name) !== undefined
  const lacks = (...names: readonly Name[]) => names.every(name => !value[name] && !isUnknown(name))
  const found = new Collector()
  // A word that is none was told where it was read.
  const rules = Object.hasOwn(RULES, value.communicator) ? RULES[value.communicator] : []
  for (const { isBroken, summary, detail, at } of rules)
    if (isBroken(value, lacks))
      found.error(summary, detail, rangeOf(at) ?? range, { within: between(range, body.missingItemRange) })
  return found.diagnostics
}

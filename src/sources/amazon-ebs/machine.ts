/** A machine that can be reached: key, group, launch, address. Build and smoke tests begin alike. */
import { randomUUID } from 'node:crypto'
import type { Instance } from '@aws-sdk/client-ec2'
import type { Reach } from '../../model/communicator'
import { Failure } from '../../model/failure'
import { loginIn } from '../../model/login'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { consoleOf } from '../../platforms/aws/resources/instance'
import { openPort, securityGroup } from '../../platforms/aws/resources/security-group'
import { untilInstance } from '../../platforms/aws/wait'
import { paceOf } from './access'
import { untilItAnswers } from './answering'
import { callers } from './callers'
import { launchSomewhere, type Order } from './capacity'
import { deadMan } from './dead-man'
import { withHostKeys } from './host-keys'
import type { Launch } from './launch'
import type { Network } from './network'
import { openingKey } from './opening-key'
import type { Options } from './options'
import { isThroughSession, throughSession } from './session-manager'
import { windowsLogin } from './windows-login'

export interface MachineRequest
  extends Pick<Launch, 'imageId' | 'disks' | 'userData' | 'profile'>,
    Pick<Order, 'tags' | 'volumeTags' | 'requestTags' | 'fleetTags' | 'isProfileNew'> {
  readonly network: Network
  readonly isWindows: boolean
  /** Where the template fixes a name or address that only one machine at a time can have. */
  readonly purpose: 'build' | 'test'
  /** TCP ports that this machine, and nobody else, has to reach besides that of the communicator. */
  readonly ports?: readonly number[]
}

export interface Machine {
  readonly id: string
  readonly reach: Reach
  readonly opening: Opening
}

/** What was made so that the machine can be reached, and is of no use once nobody has to reach it. */
export interface Opening {
  readonly keyPairId?: string
  /** The temporary group; without it the machine is in groups that the template names. */
  readonly groupId?: string
}

export async function startMachine(ec2: Ec2, options: Options, context: BuildContext, request: MachineRequest): Promise<Machine> {
  const key = await openingKey(ec2, context, request)
  const groupId = await temporaryGroup(ec2, options, context, request)
  const groupIds = [...request.network.groupIds, ...(groupId ? [groupId] : [])]
  const known = await withHostKeys(context, request)
  const lastResort = deadMan(options, context, request.isWindows)
  const endsItself = lastResort !== undefined
  const launch = { ...request, groupIds, keyName: key?.name, userData: known.userData, endsItself }
  const id = await context.step('launch', () => launchSomewhere(ec2, options, context, { ...request, launch }))
  const host = await context.step('wait for the machine', signal => address(ec2, id, options, context, signal, request.purpose))
  const fixed = request.purpose === 'build' ? loginIn(context.communicator).host : undefined
  const password = await windowsLogin(ec2, id, key?.privateKey, options, context, request.purpose)
  const place = isThroughSession(options) ? await throughSession(id, options, context, request.purpose) : { host: fixed || host }
  return {
    id,
    opening: { keyPairId: key?.id, groupId },
    reach: {
      ...place,
      ...password,
      privateKey: key?.privateKey,
      console: signal => consoleOf(ec2, id, signal),
      atConnect: lastResort?.command,
      ...known.reach,
    },
  }
}

/** Groups that the template names stay as they are: what else has to be open is in a group of its own. */
async function temporaryGroup(
  ec2: Ec2,
  options: Options,
  context: BuildContext,
  request: MachineRequest,
): Promise<string | undefined> {
  const { network, tags, ports = [] } = request
  const named = network.groupIds.length > 0
  const speaks = context.communicator.communicator !== 'none'
  const isShut = isThroughSession(options)
  const open = new Set([...(named || !speaks || isShut ? [] : [loginIn(context.communicator).port ?? 22]), ...ports])
  // A machine with no port open still has to reach AWS, which a new group allows and the default group may not.
  if (open.size === 0 && (named || !isShut)) return undefined
  const name = open.size === 0 ? 'make group' : open.size === 1 ? 'open port' : 'open ports'
  return context.step(name, async signal => {
    const cidrs = open.size > 0 ? await callers(ec2, options, network, context) : []
    const id = await context.acquire(securityGroup(ec2), {
      name: `packer_${randomUUID()}`,
      description: 'Temporary group for Packer',
      vpcId: network.vpcId,
      tags,
    })
    for (const port of open) await openPort(ec2, id, port, cidrs, signal)
    return id
  })
}

/** A public address may appear a moment after the machine runs. */
async function address(
  ec2: Ec2,
  id: string,
  options: Options,
  context: BuildContext,
  signal: AbortSignal,
  purpose: MachineRequest['purpose'],
): Promise<string> {
  const pace = paceOf(ec2, options)
  const port = portToTry(ec2, options, context, purpose)
  const needed = context.communicator.communicator !== 'none' && !isThroughSession(options)
  for (let look = 1; ; look++) {
    const machine = await (port && look === 1
      ? untilItAnswers(port, patience => untilInstance(ec2, id, 'running', { ...patience, pace }), signal)
      : untilInstance(ec2, id, 'running', { signal, pace }))
    const found = addressIn(machine, options.ssh_interface)
    if (found || !needed) return found ?? ''
    if (look === 3)
      throw new Failure('failed', `Instance ${id} has no address of kind ${options.ssh_interface || 'public_ip or private_ip'}`, {
        advice: 'Change ssh_interface, associate_public_ip_address or the subnet.',
      })
  }
}

/** Undefined: the machine cannot be reached directly by a public address, or its state is told at once. */
function portToTry(ec2: Ec2, options: Options, { communicator: how }: BuildContext, purpose: string): number | undefined {
  if (ec2.loopback || how.communicator !== 'ssh' || how.ssh_bastion_host || how.ssh_proxy_host) return undefined
  if (how.ssh_host && purpose === 'build') return undefined
  return ['', 'public_ip'].includes(options.ssh_interface ?? '') ? (how.ssh_port ?? 22) : undefined
}

function addressIn(machine: Instance, wished: string | undefined): string | undefined {
  switch (wished) {
    case 'public_ip':
      return machine.PublicIpAddress
    case 'private_ip':
      return machine.PrivateIpAddress
    case 'public_dns':
      return machine.PublicDnsName || undefined
    case 'private_dns':
      return machine.PrivateDnsName || undefined
    case 'ipv6':
      return machine.Ipv6Address ?? machine.NetworkInterfaces?.[0]?.Ipv6Addresses?.[0]?.Ipv6Address
    default:
      return machine.PublicIpAddress ?? machine.PrivateIpAddress
  }
}

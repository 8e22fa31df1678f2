/** A connection that is begun before the code that will use it is loaded: a server takes as long to find its first word. */
import { connect, type Socket } from 'node:net'
import { type SshDestination, sshDestination } from '../../lib/ssh-destination'
import type { Reach } from '../../model/communicator'
import type { CommunicatorOptions } from '../../model/communicator-options'

export interface Early {
  /** The connection to that place, which is the caller's from now on; undefined when there is none, or none any more. */
  take(host: string, port: number): Socket | undefined
  /** Unless it was taken it ends here. */
  drop(): void
}

export function early(reach: Reach, options: CommunicatorOptions): Early {
  const [host, port] = firstStop(reach, options)
  let socket: Socket | undefined = connect({ host, port })
  // What becomes of it is of interest to who takes it; others begin anew.
  socket.on('error', () => undefined)
  const given = () => {
    const taken = socket
    socket = undefined
    return taken
  }
  return {
    take: (...place) => {
      const taken = place[0] === host && place[1] === port ? given() : undefined
      return taken?.destroyed ? undefined : taken
    },
    drop: () => given()?.destroy(),
  }
}

function firstStop(reach: Reach, options: CommunicatorOptions): readonly [host: string, port: number] {
  if (options.ssh_proxy_host) return [options.ssh_proxy_host, options.ssh_proxy_port]
  const [bastion] = bastionsOf(options)
  return bastion ? [bastion.host, bastion.port] : placeOf(reach, options)
}

/** In the order in which they are passed; none where the template names none. */
export function bastionsOf(options: CommunicatorOptions): readonly SshDestination[] {
  if (!options.ssh_bastion_host) return []
  const before = options.trust?.proxy_jump?.flatMap(text => sshDestination(text) ?? []) ?? []
  return [...before, { host: options.ssh_bastion_host, port: options.ssh_bastion_port }]
}

/** Where the machine's SSH server is. */
export const placeOf = (reach: Reach, options: CommunicatorOptions): readonly [host: string, port: number] => [
  options.ssh_host ?? reach.host,
  reach.port ?? options.ssh_port,
]

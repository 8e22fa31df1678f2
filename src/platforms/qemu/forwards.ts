/** Ports of a guest behind user networking, opened and closed on an address of the host while it runs. */
import type { Qmp } from './qmp'

export interface Forward {
  readonly protocol: 'tcp' | 'udp'
  readonly address: string
  readonly port: number
  /** The same as `port` when absent. */
  readonly guestPort?: number
}

/** A new listener of qemu's own. Undefined when it listens; else qemu's words (the port is taken, or only root may). */
export async function addForward(qmp: Qmp, network: string, forward: Forward): Promise<string | undefined> {
  const { protocol, address, port, guestPort = port } = forward
  const said = await qmp.human(`hostfwd_add ${network} ${protocol}:${address}:${port}-:${guestPort}`)
  return said === '' ? undefined : said
}

/** New connections are refused from now on; those that are open stay, as with a security group. */
export async function removeForward(qmp: Qmp, network: string, { protocol, address, port }: Forward): Promise<void> {
  await qmp.human(`hostfwd_remove ${network} ${protocol}:${address}:${port}`)
}

/** Through a bastion host: its connection is opened when first needed, kept, and opened again when it was lost. */
import { attempt, type LinkSettings } from './attempt'
import type { Way } from './dial'
import { Link } from './link'
import { Obstacle, obstacleOf } from './obstacle'

export function throughBastion({ dial }: Way, settings: LinkSettings, name: string, host: string, port: number): Way {
  let link: Promise<Link> | undefined
  const reach = async (signal: AbortSignal): Promise<Link> => {
    const standing = await link?.catch(() => undefined)
    if (standing && !standing.lost) return standing
    link = dial(signal).then(async socket => new Link(await attempt(socket, settings).ready))
    return link.catch((error: Error) => {
      const { message, advice, final } = obstacleOf(error)
      throw new Obstacle('detour', `the bastion host ${name} is not reached: ${message}`, advice, final)
    })
  }
  return {
    dial: async signal => {
      const bastion = await reach(signal)
      return bastion.forward(host, port).catch((error: Error) => {
        throw forwardObstacle(error, name)
      })
    },
    close: () => link?.then(standing => standing.end()).catch(() => undefined),
  }
}

/** The server's own words come with a reason (RFC 4254, 5.1): 1 prohibited, 2 connect failed. */
function forwardObstacle(error: Error & { reason?: unknown }, name: string): Obstacle {
  if (error.reason === 1) {
    return new Obstacle(
      'detour',
      `the bastion host ${name} does not let us through`,
      'Its sshd needs AllowTcpForwarding yes.',
      true,
    )
  }
  const why = error.message.replace('(SSH) Channel open failure: ', '')
  return new Obstacle('refused', `the bastion host ${name} cannot connect to it: ${why}`)
}

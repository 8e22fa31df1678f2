/** Through a bastion host: its connection is opened when first needed, kept, and opened again when it was lost. */
import { attempt, type LinkSettings } from './attempt'
import type { Way } from './dial'
import { Link } from './link'
import { Obstacle, obstacleOf } from './obstacle'

interface Target {
  readonly host: string
  readonly port: number
}

/** `before` is the way to the bastion host itself, `name` its name in errors; `next` is where the new way leads. */
export function throughBastion(before: Way, settings: LinkSettings, name: string, next: Target): Way {
  let link: Promise<Link> | undefined
  const open = async (signal: AbortSignal): Promise<Link> => {
    const { ready, abandon } = attempt(await before.dial(signal), settings)
    signal.addEventListener('abort', abandon)
    return ready.then(client => new Link(client)).finally(() => signal.removeEventListener('abort', abandon))
  }
  const reach = async (signal: AbortSignal): Promise<Link> => {
    const standing = await link?.catch(() => undefined)
    if (standing && !standing.lost) return standing
    link = open(signal)
    return link.catch((error: Error) => {
      throw notReached(obstacleOf(error), name)
    })
  }
  return {
    dial: async signal => {
      const bastion = await reach(signal)
      return bastion.forward(next.host, next.port).catch((error: Error) => {
        throw forwardObstacle(error, name)
      })
    },
    close: async () => {
      await link?.then(standing => standing.end()).catch(() => undefined)
      await before.close?.()
    },
  }
}

/** Of several in a row the one that was not reached is named. */
function notReached(obstacle: Obstacle, name: string): Obstacle {
  const { kind, message, advice, final } = obstacle
  if (kind === 'detour') return obstacle
  const sentence = `the bastion host ${name} is not reached: ${message}`
  // Refused log-ins are counted, and not repeated as fast as other attempts, wherever they happen.
  if (kind === 'authentication') return new Obstacle(kind, sentence, final ? advice : LOGIN, final)
  return new Obstacle('detour', sentence, advice, final)
}

const LOGIN = 'See ssh_bastion_username, ssh_bastion_private_key_file, ssh_bastion_agent_auth and ssh_bastion_password.'

/** The server's own words come with a reason (RFC 4254, 5.1): 1 prohibited, 2 connect failed. */
function forwardObstacle(error: Error & { reason?: unknown }, name: string): Obstacle {
  if (error.reason === 1) {
    return new Obstacle(
      'detour',
      `the bastion host ${name} does not let us through`,
      'Its sshd needs AllowTcpForwarding yes, and PermitOpen that allows it.',
      true,
    )
  }
  const why = error.message.replace('(SSH) Channel open failure: ', '')
  return new Obstacle('refused', `the bastion host ${name} cannot connect to it: ${why}`)
}

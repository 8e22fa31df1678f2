/** From what a template and its source say to a connection, within the time that they give. */
import { isIPv4 } from 'node:net'
import { delay, timeLimit } from '../../lib/abort'
import { duration } from '../../lib/duration-text'
import type { Communicator, Reach } from '../../model/communicator'
import type { CommunicatorOptions } from '../../model/communicator-options'
import { Failure } from '../../model/failure'
import type { ConnectContext } from '../../model/plugin'
import type { LinkSettings } from './attempt'
import { throughBastion } from './bastion'
import { clearHostKeys } from './clear-host-keys'
import { clearAuthorizedKeys } from './clear-keys'
import { type Parting, SshCommunicator } from './communicator'
import { type Dial, straight, type Way } from './dial'
import { bastionsOf, type Early, placeOf } from './early'
import { type HostKeys, MachineKeys } from './host-keys'
import { knownHosts } from './known-hosts'
import { Link } from './link'
import { bastionLogin, type Login, loginOf } from './login'
import { Obstacle } from './obstacle'
import { type Patience, untilReachable } from './reachable'
import { shownCertificate } from './shown-certificate'
import { throughProxy } from './socks'
import { openLocal, openRemote, tunnelsOf } from './tunnels'

const DEFAULT_TIMEOUT = 5 * 60_000
const DEFAULT_LOGINS = 10
/** For a second connection that has to clean up after an interruption. */
const SECOND_MILLISECONDS = 5000
/** Of the console, for the error. */
const EVIDENCE_LINES = 30

export async function connect(
  reach: Reach,
  options: CommunicatorOptions,
  context: ConnectContext,
  early?: Early,
): Promise<Communicator> {
  const [host, port] = placeOf(reach, options)
  const login = await loginOf(reach, options)
  const way = await wayTo(host, port, options, context, early)
  const hostKeys = await hostKeysOf(reach, host, port, options, context, way.dial)
  const settings: LinkSettings = { login, hostKeys, ...common(options) }
  const target = `${login.username}@${host}:${port}`
  const reachIt = async (signal: AbortSignal): Promise<Link> => {
    const client = await withinTime(target, way.dial, settings, patienceFor(host, options), options, reach, {
      ...context,
      signal,
    })
    return new Link(client, () => reachIt(context.signal.aborted ? AbortSignal.timeout(SECOND_MILLISECONDS) : context.signal))
  }
  const tunnels = {
    local: tunnelsOf(options.ssh_local_tunnels, 'ssh_local_tunnels'),
    remote: tunnelsOf(options.ssh_remote_tunnels, 'ssh_remote_tunnels'),
  }
  context.say(`Connecting to ${target} by SSH`)
  let link: Link | undefined
  let closeTunnels: (() => void) | undefined
  try {
    link = await firstLink(reachIt, options.pause_before_connecting, context)
    await openRemote(tunnels.remote, link)
    const again = async (signal: AbortSignal) => {
      context.say(`Connecting to ${target} again: the connection was lost`)
      const next = await reachIt(AbortSignal.any([signal, context.signal]))
      await openRemote(tunnels.remote, next, true).catch(error => {
        next.end()
        throw error
      })
      return next
    }
    const parting = { farewell: farewellOf(reach, options, login, context), release: () => [closeTunnels?.(), way.close?.()] }
    const communicator = new SshCommunicator(link, again, parting, options.ssh_pty)
    closeTunnels = await openLocal(tunnels.local, communicator.link)
    return communicator
  } catch (error) {
    link?.end()
    way.close?.()
    throw error
  }
}

/** A machine keeps the key that it was trusted with for as long as its Reach is in use, over any number of connections. */
const trusted = new WeakMap<Reach, HostKeys>()

async function hostKeysOf(
  reach: Reach,
  host: string,
  port: number,
  options: CommunicatorOptions,
  context: ConnectContext,
  dial: Dial,
): Promise<HostKeys> {
  const { say, signal } = context
  const { console, hostKeys: pinned } = reach
  const choice = options.trust?.host_key ?? 'auto'
  const known =
    trusted.get(reach) ??
    (pinned
      ? new MachineKeys({ pinned, choice, console, signal, say })
      : await knownHosts(host, port, options.trust, say, certificateBy(dial, signal)))
  trusted.set(reach, known)
  return known
}

/** One that cannot be asked for is none: the key alone is judged then. */
const certificateBy = (dial: Dial, signal: AbortSignal) => () =>
  dial(signal)
    .then(shownCertificate)
    .catch(() => undefined)

/** Only keys that we made are ours to remove. */
function farewellOf(reach: Reach, options: CommunicatorOptions, { key }: Login, { warn }: ConnectContext): Parting['farewell'] {
  const clearsKey = options.ssh_clear_authorized_keys && key && reach.privateKey && !options.ssh_private_key_file
  if (!clearsKey && !reach.temporaryHostKeys) return undefined
  const failed = (what: string) => (error: Error) => warn(`${what} could not be removed from the machine: ${error.message}`)
  return async link => {
    if (clearsKey) await clearAuthorizedKeys(link, key).catch(failed('The temporary key'))
    if (reach.temporaryHostKeys) await clearHostKeys(link, reach.hostKeys ?? []).catch(failed('Its temporary host keys'))
  }
}

async function firstLink(reach: (signal: AbortSignal) => Promise<Link>, pause: number | undefined, context: ConnectContext) {
  const link = await reach(context.signal)
  context.say('Connected')
  if (!pause) return link
  link.end()
  context.say(`Pausing for ${duration(pause)} before the connection that is used`)
  await delay(pause, context.signal)
  return reach(context.signal)
}

const common = (options: CommunicatorOptions) => ({
  ciphers: options.ssh_ciphers,
  keyExchanges: options.ssh_key_exchange_algorithms,
  keepAlive: Math.max(0, options.ssh_keep_alive_interval),
})

async function wayTo(
  host: string,
  port: number,
  options: CommunicatorOptions,
  context: ConnectContext,
  early?: Early,
): Promise<Way> {
  const idle = options.ssh_read_write_timeout
  const login = await bastionLogin(options)
  if (login && options.ssh_proxy_host) {
    throw new Failure('invalid', 'ssh_bastion_host and ssh_proxy_host cannot both be set')
  }
  if (options.ssh_proxy_host) {
    const { ssh_proxy_host, ssh_proxy_port, ssh_proxy_username, ssh_proxy_password } = options
    const proxy = { host: ssh_proxy_host, port: ssh_proxy_port, username: ssh_proxy_username, password: ssh_proxy_password }
    return throughProxy(proxy, host, port, idle, early)
  }
  if (!login) return straight(host, port, idle, early)
  const bastions = bastionsOf(options)
  let way = straight(bastions[0]!.host, bastions[0]!.port, idle, early)
  for (const [index, bastion] of bastions.entries()) {
    const certificate = certificateBy(way.dial, context.signal)
    const hostKeys = await knownHosts(bastion.host, bastion.port, options.trust, context.say, certificate)
    const username = bastion.username ?? login.username
    const settings: LinkSettings = { login: { ...login, username }, hostKeys, ...common(options) }
    way = throughBastion(way, settings, bastion.host, bastions[index + 1] ?? { host, port })
  }
  return way
}

/** From the moment an address is known: sub-second steps on this machine, up to a few seconds elsewhere. */
function patienceFor(host: string, options: CommunicatorOptions): Patience {
  const near = host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
  const logins = options.ssh_handshake_attempts ?? (timeoutOf(options) === undefined ? DEFAULT_LOGINS : 0)
  return near ? { logins, first: 50, longest: 500 } : { logins, first: 250, longest: 2500 }
}

const timeoutOf = (options: CommunicatorOptions) => options.ssh_timeout ?? options.ssh_wait_timeout

async function withinTime(
  target: string,
  dial: Dial,
  settings: LinkSettings,
  patience: Patience,
  options: CommunicatorOptions,
  reach: Reach,
  context: ConnectContext,
) {
  const milliseconds = timeoutOf(options) ?? (options.ssh_handshake_attempts === undefined ? DEFAULT_TIMEOUT : undefined)
  const limit = milliseconds === undefined ? undefined : timeLimit(milliseconds, new Error('time is over'))
  const signal = limit ? AbortSignal.any([context.signal, limit.signal]) : context.signal
  let last: Obstacle | undefined
  try {
    return await untilReachable(dial, settings, patience, signal, obstacle => {
      if (obstacle.message !== last?.message) context.progress(`waiting for SSH: ${obstacle.message}`)
      last = obstacle
    })
  } catch (error) {
    context.signal.throwIfAborted()
    if (!(error instanceof Obstacle) && !limit?.signal.aborted) throw error
    const obstacle = error instanceof Obstacle ? error : last
    const within = error instanceof Obstacle || milliseconds === undefined ? '' : ` within ${duration(milliseconds)}`
    const why = obstacle?.message ?? 'nothing answers'
    throw new Failure('failed', `cannot reach ${target} by SSH${within}: ${why}`, {
      advice: obstacle?.advice,
      evidence: await lastLines(reach, context.signal),
      cause: obstacle,
    })
  } finally {
    limit?.stop()
  }
}

/** What the machine printed last; nothing when it cannot be asked, as the error matters more. */
async function lastLines(reach: Reach, signal: AbortSignal): Promise<string | undefined> {
  const text = await reach.console?.(signal).catch(() => undefined)
  const lines = text?.trimEnd().split(/\r?\n/).slice(-EVIDENCE_LINES) ?? []
  return lines.some(line => line.trim() !== '') ? `the last lines on its console:\n${lines.join('\n')}` : undefined
}

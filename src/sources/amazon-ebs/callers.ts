/** Who may reach the build machine's port: this machine alone, where its address can be known. */
import { within } from '../../lib/abort'
import { proxyFor } from '../../lib/proxy'
import { Failure } from '../../model/failure'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import type { Network } from './network'
import type { Options } from './options'

const howToChange = 'temporary_security_group_source_cidrs in the source block changes that'

/** Networks in CIDR form. */
export async function callers(ec2: Ec2, options: Options, network: Network, context: BuildContext): Promise<readonly string[]> {
  const named = options.temporary_security_group_source_cidrs
  if (named?.length) return named
  if (options.temporary_security_group_source_public_ip) return [`${await demandAddress(context.signal)}/32`]
  if (ec2.loopback) return ['127.0.0.1/32']
  const everybody = options.ssh_interface === 'ipv6' ? '::/0' : '0.0.0.0/0'
  const obstacle = obstacleToKnowing(ec2, options, network, context)
  const address = obstacle ? undefined : await publicAddress(context.signal)
  if (address) {
    context.say(`The machine's port is open to ${address}/32 only, this machine's address; ${howToChange}.`)
    return [`${address}/32`]
  }
  const why = obstacle ?? "this machine's public address could not be found out"
  context.warn(`The machine's port is open to ${everybody} during the build, because ${why}; ${howToChange}.`)
  return [everybody]
}

/** Why the address that the public Internet sees is not the one that the machine will see. */
function obstacleToKnowing(ec2: Ec2, options: Options, network: Network, context: BuildContext): string | undefined {
  const { ssh_bastion_host, ssh_proxy_host } = context.communicator
  if (ssh_bastion_host || ssh_proxy_host) return 'it is reached by way of another host'
  if (options.ssh_interface?.startsWith('private')) return 'it is reached by its private address'
  if (options.ssh_interface === 'ipv6') return 'it is reached by IPv6'
  if (!(options.associate_public_ip_address ?? network.publicByDefault ?? true)) return 'it has a private address only'
  if (proxyFor(whoAsks, process.env))
    return 'what this machine asks the Internet goes through a proxy, which has an address of its own'
  return ec2.place.endpoint ? 'the endpoint is not AWS itself' : undefined
}

async function demandAddress(signal: AbortSignal): Promise<string> {
  const address = await publicAddress(signal)
  if (address) return address
  throw new Failure('failed', "This machine's public address could not be found out", {
    advice: 'checkip.amazonaws.com did not answer: name the address in temporary_security_group_source_cidrs.',
  })
}

const whoAsks = new URL('https://checkip.amazonaws.com')

/** As AWS itself sees it; the same question that Packer asks, and by the same way. */
async function publicAddress(signal: AbortSignal): Promise<string | undefined> {
  const { Agent, ProxyAgent, request } = await import('undici')
  const proxy = proxyFor(whoAsks, process.env)
  const dispatcher = proxy ? new ProxyAgent(proxy) : new Agent()
  try {
    const limited = within(5000, signal)
    const { statusCode, body } = await request(whoAsks, { dispatcher, signal: limited })
    const text = (await body.text()).trim()
    return statusCode === 200 && /^\d{1,3}(\.\d{1,3}){3}$/.test(text) ? text : undefined
  } catch {
    signal.throwIfAborted()
    return undefined
  } finally {
    await dispatcher.destroy()
  }
}

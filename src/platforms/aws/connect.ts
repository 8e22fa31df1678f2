/**
 * One client per place, shared by every build of the process, so that throttled calls back off together and not each alone.
 * The SDK is loaded with the first call: plan and validate never pay for it.
 */
import { abortable } from '../../lib/abort'
import { Failure } from '../../model/failure'
import type { Place } from '../../model/resource'
import { type Access, accessAt, isLoopback, placeOf } from './access'
import { clientConfig } from './client-config'
import { explain, NotListening, settled } from './errors'
import { whileUnknown } from './lent-keys'
import type { Action, EC2Client, Input, Output } from './sdk'

/** A region of a cloud that speaks EC2. */
export interface Ec2 {
  readonly region: string
  readonly place: Place
  /** Another program on this machine, such as the sandbox: it answers at once and costs nothing to ask. */
  readonly loopback: boolean
  /** Rejects with AwsError, or with the signal's reason when it aborts. Retried by the SDK where a retry may help. */
  call<A extends Action>(action: A, input: Input<A>, signal: AbortSignal): Promise<Output<A>>
  /** The same access in another region. */
  inRegion(region: string): Ec2
  /** The same region by a client that has nothing else to do, for what must get out at once. */
  urgent(): Ec2
}

type Sdk = typeof import('./sdk')
const known = new Map<string, Ec2>()

export function connect(access: Access): Ec2 {
  const key = JSON.stringify(access)
  const ec2 = known.get(key) ?? open(access)
  known.set(key, ec2)
  return ec2
}

export const connectAt = (place: Place): Ec2 => connect(accessAt(place))

function open(access: Access): Ec2 {
  const place = placeOf(access)
  let opened: Promise<{ sdk: Sdk; client: EC2Client }> | undefined
  const client = () => (opened ??= openClient(access))
  async function once<A extends Action>(action: A, input: Input<A>, signal: AbortSignal): Promise<Output<A>> {
    signal.throwIfAborted()
    try {
      const { sdk, client: ec2 } = await client()
      const Command = sdk.commands[action] as unknown as new (input: Input<A>) => never
      // The SDK's own waits, for a retry or a share of a throttled rate, do not hear the signal.
      return await abortable(ec2.send(new Command(input), { abortSignal: signal }), signal)
    } catch (error) {
      if (signal.aborted) throw signal.reason
      throw explain(error, action, place)
    }
  }
  return {
    region: access.region,
    place,
    loopback: isLoopback(access.endpoint),
    inRegion: region => connect({ ...access, region }),
    urgent: () => connect({ ...access, urgent: true }),
    call: (action, input, signal) => whileUnknown(access, signal, () => once(action, input, signal)),
  }
}

async function openClient(access: Access) {
  const sdk = await loadSdk()
  const client = new sdk.EC2Client(await clientConfig(access))
  client.middlewareStack.add(notInVain(isLoopback(access.endpoint)), { step: 'finalizeRequest', priority: 'low' })
  return { sdk, client }
}

/** The SDK's warning about Node versions to come is nothing that a user of ingot could act upon. */
async function loadSdk(): Promise<Sdk> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  return import('./sdk')
}

/** What no retry will change is not tried again: a port of this machine on which nobody listens, and capacity that AWS has not. */
const notInVain =
  (loopback: boolean) =>
  <I, O>(next: (args: I) => Promise<O>) =>
  async (args: I): Promise<O> => {
    try {
      return await next(args)
    } catch (error) {
      if (loopback && (error as { code?: string }).code === 'ECONNREFUSED') throw new NotListening()
      throw settled(error)
    }
  }

/** From the environment and the shared configuration, in the order of AWS's own tools. */
export async function defaultRegion(profile?: string): Promise<string> {
  const named = process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION
  if (named) return named
  const { EC2Client } = await loadSdk()
  try {
    return await new EC2Client({ profile }).config.region()
  } catch (cause) {
    throw new Failure('invalid', 'No AWS region is set', {
      advice: 'Write `region = "…"` in the source block, or set AWS_REGION.',
      cause,
    })
  }
}

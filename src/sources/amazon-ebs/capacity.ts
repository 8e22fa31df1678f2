/** A machine where there is one to be had: types and subnets in turn, one line for each that had none, and from the start again. */
import type { _InstanceType } from '@aws-sdk/client-ec2'
import { delay } from '../../lib/abort'
import { Failure } from '../../model/failure'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { type AwsError, isNoCapacity } from '../../platforms/aws/errors'
import { fleetInstance, NoneToBeHad } from '../../platforms/aws/resources/fleet'
import { instance } from '../../platforms/aws/resources/instance'
import type { Tags } from '../../platforms/aws/tags'
import { type Launch, launchRequest } from './launch'
import { defaultSubnets } from './network'
import type { Options } from './options'
import { isSpot, spotRequest } from './spot'

export interface Order {
  readonly launch: Omit<Launch, 'instanceType' | 'subnetId'>
  readonly tags: Tags
  readonly volumeTags?: Tags
  readonly requestTags: Tags
  readonly fleetTags: Tags
  readonly isProfileNew?: boolean
}

/** Seconds before the second and the third round. What is short now may be back in a minute; longer, and somebody should know. */
const pauses = [15, 45]

/** In the template's order of preference. */
export const typesOf = (options: Options): readonly string[] =>
  options.spot_instance_types?.length ? options.spot_instance_types : [options.instance_type ?? '']

export async function launchSomewhere(ec2: Ec2, options: Options, context: BuildContext, order: Order): Promise<string> {
  const attempt = isSpot(options) ? spotAttempt : onDemandAttempt
  for (let round = 0; ; round++) {
    try {
      return await attempt(ec2, options, context, order)
    } catch (error) {
      const seconds = mayComeBack(error) ? pauses[round] : undefined
      if (seconds === undefined) throw error
      context.say(`AWS has no such machine free now; trying again in ${seconds} seconds.`)
      await delay(ec2.loopback ? 50 : seconds * 1000, context.signal)
    }
  }
}

/** AWS chooses; what it says of each type and place is told one by one. */
async function spotAttempt(ec2: Ec2, options: Options, context: BuildContext, order: Order): Promise<string> {
  const { network } = order.launch
  const request = spotRequest(options, order, typesOf(options), network.subnetIds)
  return context.acquire(fleetInstance(ec2), request).catch(error => {
    if (error instanceof NoneToBeHad) for (const attempt of error.attempts) context.say(`No spot machine: ${attempt}`)
    throw error
  })
}

async function onDemandAttempt(ec2: Ec2, options: Options, context: BuildContext, order: Order): Promise<string> {
  const { network } = order.launch
  const refusals: AwsError[] = []
  const tryAll = async (subnets: readonly (string | undefined)[]) => {
    for (const subnetId of subnets)
      for (const instanceType of typesOf(options)) {
        const launch = launchRequest(options, { ...order.launch, subnetId, instanceType: instanceType as _InstanceType })
        try {
          return await context.acquire(instance(ec2), { ...order, launch })
        } catch (error) {
          if (!isNoCapacity(error)) throw error
          context.say(`No ${instanceType} ${subnetId ? `in ${subnetId}` : `where AWS chose in ${ec2.region}`}: ${error.awsCode}`)
          refusals.push(error)
        }
      }
    return undefined
  }
  const named = network.subnetIds.length > 0 ? network.subnetIds : [undefined]
  const id = (await tryAll(named)) ?? (await tryAll(await elsewhere(ec2, options, order, context.signal)))
  if (id) return id
  throw refusals.length === 1 ? refusals[0] : noneOf(refusals, ec2.region)
}

/** The default subnets one by one, where the template leaves the choice to AWS and AWS chose badly. */
async function elsewhere(ec2: Ec2, options: Options, { launch }: Order, signal: AbortSignal): Promise<readonly string[]> {
  if (launch.network.subnetIds.length > 0 || options.availability_zone) return []
  const subnets = await defaultSubnets(ec2, options, launch.network.vpcId, typesOf(options), signal).catch(() => [])
  return subnets.flatMap(subnet => subnet.SubnetId ?? [])
}

class NoneAnywhere extends Failure {
  constructor(
    readonly refusals: readonly AwsError[],
    region: string,
  ) {
    super('failed', `No machine is to be had in region ${region}: ${refusals.length} attempts were refused`, {
      advice: 'Name other types in spot_instance_types, another region, or try again later.',
      evidence: refusals.map(({ message }) => message).join('\n'),
    })
  }
}

const noneOf = (refusals: readonly AwsError[], region: string) => new NoneAnywhere(refusals, region)

/** A quota, or a type that a zone does not have at all, is the same in a minute. */
function mayComeBack(error: unknown): boolean {
  if (error instanceof NoneToBeHad) return error.attempts.some(attempt => /Insufficient|Unfulfillable/.test(attempt))
  const refusals = error instanceof NoneAnywhere ? error.refusals : isNoCapacity(error) ? [error] : []
  return refusals.some(({ awsCode }) => awsCode.startsWith('Insufficient'))
}

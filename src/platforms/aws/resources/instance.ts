/** A machine, and the volumes that outlive it although it was ours alone. */
import type { RunInstancesCommandInput } from '@aws-sdk/client-ec2'
import { delay } from '../../../lib/abort'
import type { ResourceKind } from '../../../model/resource'
import type { Ec2 } from '../connect'
import { isAws, isRefusal } from '../errors'
import { takesItsVolumesAlong } from '../looks'
import { specification, type Tags, tagOf, tokenTag, withToken } from '../tags'
import { terminateInstance, volumesWith } from '../together'
import { untilInstance, whileRefused } from '../wait'
import { findSurely, given, unlessGone } from './find'
import { deleteVolume } from './volume'

export interface InstanceRequest {
  readonly launch: Omit<RunInstancesCommandInput, 'MinCount' | 'MaxCount' | 'ClientToken' | 'TagSpecifications'>
  readonly tags: Tags
  /** Of its volumes, besides `tags`. */
  readonly volumeTags?: Tags
  /** The instance profile was made a moment ago, and EC2 calls it invalid until it has heard of it. */
  readonly isProfileNew?: boolean
}

/** Milliseconds until a new key pair, group or instance profile is known everywhere. */
export const known = 2 * 60_000
const notYetKnown = ['InvalidKeyPair.NotFound', 'InvalidGroup.NotFound', 'InvalidSecurityGroupID.NotFound']

/** What is answered when something that this build just made is not known yet. */
export const isNotYetKnown =
  ({ isProfileNew }: InstanceRequest) =>
  (error: unknown): boolean =>
    isAws(error, ...notYetKnown) ||
    (isProfileNew === true && isAws(error, 'InvalidParameterValue') && /instance ?profile/i.test(error.message))

/** Those that this process has asked EC2 to terminate, and when (`Date.now()`); it need not be asked twice. */
const onTheirWay = new Map<string, number>()

/** IDs are of instances and, from `find`, of volumes that a terminated one has left behind. */
export function instance(ec2: Ec2): ResourceKind<InstanceRequest> {
  return {
    name: 'aws.instance',
    place: ec2.place,
    refused: isRefusal,
    create: (request, token, signal) =>
      whileRefused(ec2, isNotYetKnown(request), known, signal, async () => {
        const answer = await ec2.call('RunInstances', launchInput(request, token), signal)
        return given(answer.Instances?.[0]?.InstanceId, 'InstanceId')
      }),
    find: (token, signal) =>
      findSurely(ec2, signal, async () => [
        ...(await instancesWith(ec2, token, signal)),
        ...(await volumesWith(ec2, token, signal)),
      ]),
    async hasten(id, signal) {
      if (!id.startsWith('vol-') && (await terminateSoon(ec2, id, signal))) onTheirWay.set(id, Date.now())
    },
    async release(id, signal) {
      if (id.startsWith('vol-')) return deleteVolume(ec2, id, signal)
      if (!onTheirWay.has(id) && !(await terminate(ec2, id, signal))) return
      // AWS has given its word, and nothing of the machine stays; a group that waits for its end does so itself.
      if (takesItsVolumesAlong(ec2, id)) return
      const token = tagOf((await untilInstance(ec2, id, 'terminated', { signal, since: onTheirWay.get(id) })).Tags, tokenTag)
      if (!token) return
      for (const volume of await volumesWith(ec2, token, signal)) await deleteVolume(ec2, volume, signal)
    },
  }
}

/** False: it is gone. To terminate twice is right with EC2, but not with all that stand in for it. */
async function terminate(ec2: Ec2, id: string, signal: AbortSignal): Promise<boolean> {
  try {
    const gone = ['InvalidInstanceID.NotFound']
    return (await unlessGone(ec2, gone, signal, () => terminateInstance(ec2, id, signal).then(() => true))) ?? false
  } catch (error) {
    const Filters = [{ Name: 'instance-id', Values: [id] }]
    const answer = await ec2.call('DescribeInstances', { Filters }, signal)
    const state = answer.Reservations?.[0]?.Instances?.[0]?.State?.Name
    if (state === 'shutting-down' || state === 'terminated') return true
    throw error
  }
}

/** Milliseconds in which the usual way has to get a request through. */
const USUAL_MILLISECONDS = 1500

/** Where calls are throttled or hang, by a way of its own besides: this process may be killed within seconds. */
async function terminateSoon(ec2: Ec2, id: string, signal: AbortSignal): Promise<boolean> {
  const over = new AbortController()
  const usual = terminate(ec2, id, signal)
  const besides = delay(USUAL_MILLISECONDS, AbortSignal.any([signal, over.signal])).then(() =>
    terminate(ec2.urgent(), id, signal),
  )
  try {
    return await Promise.any([usual, besides])
  } catch (error) {
    throw (error as AggregateError).errors[0]
  } finally {
    over.abort()
  }
}

const launchInput = (request: InstanceRequest, token: string): RunInstancesCommandInput => ({
  ...request.launch,
  MinCount: 1,
  MaxCount: 1,
  ClientToken: token,
  TagSpecifications: tagsAtLaunch(request, token),
})

export const tagsAtLaunch = ({ tags, volumeTags }: Pick<InstanceRequest, 'tags' | 'volumeTags'>, token: string) => [
  specification('instance', tags, token),
  specification('volume', { ...tags, ...volumeTags }, token),
  specification('network-interface', tags, token),
]

export async function instancesWith(ec2: Ec2, token: string, signal: AbortSignal): Promise<string[]> {
  const answer = await ec2.call('DescribeInstances', { Filters: withToken(token) }, signal)
  const all = (answer.Reservations ?? []).flatMap(reservation => reservation.Instances ?? [])
  return all.filter(each => each.State?.Name !== 'terminated').flatMap(each => each.InstanceId ?? [])
}

/** The last lines of its serial console, as far as AWS has them. Never fails: it is read to explain another failure. */
export async function consoleOf(ec2: Ec2, id: string, signal: AbortSignal): Promise<string | undefined> {
  const ask = (latest: boolean) => ec2.call('GetConsoleOutput', { InstanceId: id, Latest: latest || undefined }, signal)
  // Machines older than Nitro have only what was written at a change of state.
  const answer = await ask(true).catch(() => ask(false).catch(() => undefined))
  return answer?.Output ? Buffer.from(answer.Output, 'base64').toString('utf8') : undefined
}

/** What the builds of a run ask of a region, put together where the API takes lists: 50 builds stop with a few calls, not with 50. */
import type { Image } from '@aws-sdk/client-ec2'
import { Batch, type Rhythm } from './batch'
import type { Ec2 } from './connect'
import { type AwsError, isAws } from './errors'
import type { Action, Input, Output } from './sdk'
import { type Tags, tagList, tagOf, tokenTag } from './tags'

interface Batches {
  readonly stop: Batch<string, void>
  readonly terminate: Batch<string, void>
  readonly named: Batch<string, readonly Image[]>
  readonly volumes: Batch<string, readonly string[]>
  /** Those of the same tags, by their JSON. */
  readonly tags: Map<string, Batch<string, void>>
  /** Questions that are the same, by their JSON. */
  readonly questions: Map<string, Batch<string, unknown>>
}

const known = new WeakMap<Ec2, Batches>()

function batchesOf(ec2: Ec2): Batches {
  const found = known.get(ec2) ?? batches(ec2)
  known.set(ec2, found)
  return found
}

const nothing = () => undefined

/** `spacing` in milliseconds; an endpoint on this machine has no rate limit. AWS takes 200 values in a filter. */
const rhythm = ({ loopback }: Ec2, spacing: number, size = 200): Rhythm => ({
  instant: 10,
  spacing: loopback ? 0 : spacing,
  size,
})

const batches = (ec2: Ec2): Batches => ({
  stop: new Batch(
    async (ids, signal) => {
      await ec2.call('StopInstances', { InstanceIds: [...ids] }, signal)
      return nothing
    },
    rhythm(ec2, 1000),
  ),
  terminate: new Batch(
    async (ids, signal) => {
      await ec2.call('TerminateInstances', { InstanceIds: [...ids] }, signal)
      return nothing
    },
    rhythm(ec2, 1000),
  ),
  named: new Batch(
    async (names, signal) => {
      const Filters = [{ Name: 'name', Values: [...names] }]
      const { Images = [] } = await ec2.call('DescribeImages', { Owners: ['self'], Filters, IncludeDeprecated: true }, signal)
      return name => Images.filter(image => image.Name === name)
    },
    rhythm(ec2, 500),
  ),
  volumes: new Batch(
    async (tokens, signal) => {
      const Filters = [{ Name: `tag:${tokenTag}`, Values: [...tokens] }]
      const { Volumes = [] } = await ec2.call('DescribeVolumes', { Filters }, signal)
      const left = Volumes.filter(({ State }) => State !== 'deleting' && State !== 'deleted')
      return token => left.filter(({ Tags }) => tagOf(Tags, tokenTag) === token).flatMap(({ VolumeId }) => VolumeId ?? [])
    },
    rhythm(ec2, 1000),
  ),
  tags: new Map(),
  questions: new Map(),
})

export const stopInstance = (ec2: Ec2, id: string, signal: AbortSignal): Promise<void> => batchesOf(ec2).stop.ask(id, signal)

export const terminateInstance = (ec2: Ec2, id: string, signal: AbortSignal): Promise<void> =>
  batchesOf(ec2).terminate.ask(id, signal)

/** The account's own, deprecated ones too. */
export const imagesNamed = (ec2: Ec2, name: string, signal: AbortSignal): Promise<readonly Image[]> =>
  batchesOf(ec2).named.ask(name, signal)

/** IDs of those that bear the token and are not being deleted. */
export const volumesWith = (ec2: Ec2, token: string, signal: AbortSignal): Promise<readonly string[]> =>
  batchesOf(ec2).volumes.ask(token, signal)

export async function writeTags(ec2: Ec2, ids: readonly string[], tags: Tags, signal: AbortSignal): Promise<void> {
  const Tags = tagList(tags)
  const all = batchesOf(ec2).tags
  const batch = keptIn(all, JSON.stringify(Tags), () => {
    const send = async (lists: readonly string[], stop: AbortSignal) => {
      await ec2.call('CreateTags', { Resources: lists.flatMap(list => list.split(' ')), Tags }, stop)
      return nothing
    }
    // EC2 takes 1000 IDs in one call, and an image may have 27 snapshots.
    return new Batch<string, void>(send, rhythm(ec2, 1000, 30))
  })
  await batch.ask(ids.join(' '), signal)
}

/** A question that many builds ask alike, such as for the image to begin with. */
export const askOnce = <A extends Action & `Describe${string}`>(
  ec2: Ec2,
  action: A,
  input: Input<A>,
  signal: AbortSignal,
): Promise<Output<A>> => shared(ec2, action, input, signal)

/** Undefined: AWS would do it, or says nothing about it; else its refusal. Nothing is made. */
export async function dryRun<A extends Action>(
  ec2: Ec2,
  action: A,
  input: Input<A>,
  signal: AbortSignal,
): Promise<AwsError | undefined> {
  return shared(ec2, action, { ...input, DryRun: true } as Input<A>, signal).then(
    () => undefined,
    error => {
      signal.throwIfAborted()
      return isAws(error, 'UnauthorizedOperation') ? error : undefined
    },
  )
}

async function shared<A extends Action>(ec2: Ec2, action: A, input: Input<A>, signal: AbortSignal): Promise<Output<A>> {
  const batch = keptIn(batchesOf(ec2).questions, JSON.stringify([action, input]), () => {
    return new Batch<string, unknown>(
      async (_same, stop) => {
        const answer = await ec2.call(action, input, stop)
        return () => answer
      },
      rhythm(ec2, 100),
    )
  })
  return (await batch.ask('', signal)) as Output<A>
}

function keptIn<T>(all: Map<string, T>, key: string, make: () => T): T {
  const found = all.get(key) ?? make()
  all.set(key, found)
  return found
}

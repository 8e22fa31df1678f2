/** One question for many things: what the shared waits ask a region. */
import type { Instance } from '@aws-sdk/client-ec2'
import type { Ec2 } from './connect'

/** Filters, not IDs: one unknown ID would fail the whole call. AWS takes 200 values in a filter. */
async function inChunks<T>(
  ids: readonly string[],
  ask: (chunk: string[]) => Promise<readonly (readonly [string, T])[]>,
): Promise<ReadonlyMap<string, T>> {
  const chunks: string[][] = []
  for (let at = 0; at < ids.length; at += 200) chunks.push(ids.slice(at, at + 200))
  return new Map((await Promise.all(chunks.map(ask))).flat())
}

export const describeInstances = (ec2: Ec2, ids: readonly string[], signal: AbortSignal) =>
  inChunks(ids, async chunk => {
    const answer = await ec2.call('DescribeInstances', { Filters: [{ Name: 'instance-id', Values: chunk }] }, signal)
    const instances = (answer.Reservations ?? []).flatMap(reservation => reservation.Instances ?? [])
    for (const instance of instances) noteVolumes(ec2, instance)
    return instances.map(instance => [instance.InstanceId ?? '', instance] as const)
  })

/** Machines that were seen with all their disks, each of which goes when they do. */
const alone = new WeakMap<Ec2, Set<string>>()

function noteVolumes(ec2: Ec2, { InstanceId = '', State, BlockDeviceMappings = [] }: Instance): void {
  if (State?.Name !== 'stopped') return
  const known = alone.get(ec2) ?? new Set()
  alone.set(ec2, known)
  if (BlockDeviceMappings.length > 0 && BlockDeviceMappings.every(({ Ebs }) => Ebs?.DeleteOnTermination)) known.add(InstanceId)
  else known.delete(InstanceId)
}

/** Known without a question, from the last look at it. */
export const takesItsVolumesAlong = (ec2: Ec2, instanceId: string): boolean => alone.get(ec2)?.has(instanceId) ?? false

export const describeImages = (ec2: Ec2, ids: readonly string[], signal: AbortSignal) =>
  inChunks(ids, async chunk => {
    const input = { Owners: ['self'], Filters: [{ Name: 'image-id', Values: chunk }], IncludeDeprecated: true }
    const answer = await ec2.call('DescribeImages', input, signal)
    return (answer.Images ?? []).map(image => [image.ImageId ?? '', image] as const)
  })

/** By image ID, which AWS writes into the description of each snapshot that it makes for an image. */
export const describeSnapshots = (ec2: Ec2, ids: readonly string[], signal: AbortSignal) =>
  inChunks(ids, async chunk => {
    const Values = chunk.map(id => `*${id}*`)
    const answer = await ec2.call('DescribeSnapshots', { OwnerIds: ['self'], Filters: [{ Name: 'description', Values }] }, signal)
    const of = (id: string) => (answer.Snapshots ?? []).filter(snapshot => snapshot.Description?.includes(id))
    return chunk.map(id => [id, of(id)] as const)
  })

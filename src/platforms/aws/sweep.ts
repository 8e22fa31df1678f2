/**
 * What runs left in an account, found by its tags: for when the machine that kept the journal is gone. Only what bears ingot's
 * own tags and was never published.
 */
import type { Tag } from '@aws-sdk/client-ec2'
import type { Place } from '../../model/resource'
import type { Ec2 } from './connect'
import { tagOf, tokenTag } from './tags'

export interface Swept {
  readonly run: string
  readonly kind: string
  readonly id: string
  readonly token: string
  readonly place: Place
  /** ISO 8601, of the run. */
  readonly startedAt: string
}

export interface Wanted {
  /** Absent: any. */
  readonly runs?: readonly string[]
  /** Runs that began before; absent: any. */
  readonly before?: Date
}

const runTag = 'ingot:run'
const startedTag = 'ingot:started-at'
const stateTag = 'ingot:state'

/** In the order in which a run creates it, so that what is released last first goes in the right order. */
export async function findOurs(ec2: Ec2, wanted: Wanted, signal: AbortSignal): Promise<readonly Swept[]> {
  const Filters = [{ Name: 'tag-key', Values: [runTag] }]
  const [pairs, groups, templates, snapshots, images, volumes, instances] = await Promise.all([
    pages(token => ec2.call('DescribeKeyPairs', { Filters, ...token }, signal), 'KeyPairs'),
    pages(token => ec2.call('DescribeSecurityGroups', { Filters, ...token }, signal), 'SecurityGroups'),
    pages(token => ec2.call('DescribeLaunchTemplates', { Filters, ...token }, signal), 'LaunchTemplates'),
    pages(token => ec2.call('DescribeSnapshots', { OwnerIds: ['self'], Filters, ...token }, signal), 'Snapshots'),
    pages(token => ec2.call('DescribeImages', { Owners: ['self'], ...token, IncludeDeprecated: true }, signal), 'Images'),
    pages(token => ec2.call('DescribeVolumes', { Filters, ...token }, signal), 'Volumes'),
    pages(token => ec2.call('DescribeInstances', { Filters, ...token }, signal), 'Reservations'),
  ])
  const ours = (kind: string, id: string | undefined, tags: readonly Tag[] | undefined) =>
    oneOfOurs(ec2.place, wanted, kind, id, tags)
  // A snapshot goes with its image; one that an image holds which is not swept is not ours to delete.
  const inUse = new Set(images.flatMap(each => (each.BlockDeviceMappings ?? []).map(({ Ebs }) => Ebs?.SnapshotId)))
  const machines = instances.flatMap(each => each.Instances ?? []).filter(each => each.State?.Name !== 'terminated')
  return [
    ...pairs.flatMap(each => ours('aws.key-pair', each.KeyPairId, each.Tags)),
    ...groups.flatMap(each => ours('aws.security-group', each.GroupId, each.Tags)),
    ...templates.flatMap(each => ours('aws.fleet-instance', each.LaunchTemplateId, each.Tags)),
    ...snapshots.filter(each => !inUse.has(each.SnapshotId)).flatMap(each => ours('aws.image', each.SnapshotId, each.Tags)),
    ...images.flatMap(each => ours('aws.image', each.ImageId, each.Tags)),
    ...volumes.flatMap(each => ours('aws.instance', each.VolumeId, each.Tags)),
    ...machines.flatMap(each => ours('aws.instance', each.InstanceId, each.Tags)),
  ]
}

/** EC2 tags and IAM's are alike. */
type Marks = readonly Pick<Tag, 'Key' | 'Value'>[]

/** It, if it is ours, unpublished and wanted; or nothing. */
export function oneOfOurs(place: Place, wanted: Wanted, kind: string, id: string | undefined, tags: Marks | undefined): Swept[] {
  const [run, token, startedAt] = [tagOf(tags, runTag), tagOf(tags, tokenTag), tagOf(tags, startedTag)]
  if (!id || !run || !token || tagOf(tags, stateTag) === 'published') return []
  if (wanted.runs && !wanted.runs.includes(run)) return []
  // What does not say when it was made is not known to be old.
  if (wanted.before && !(startedAt && new Date(startedAt) < wanted.before)) return []
  return [{ run, kind, id, token, place, startedAt: startedAt ?? '' }]
}

async function pages<K extends string, T>(
  ask: (token: { NextToken?: string }) => Promise<{ readonly NextToken?: string } & { readonly [key in K]?: readonly T[] }>,
  list: K,
): Promise<T[]> {
  const all: T[] = []
  for (let NextToken: string | undefined; ; ) {
    const answer = await ask(NextToken ? { NextToken } : {})
    all.push(...(answer[list] ?? []))
    NextToken = answer.NextToken
    if (!NextToken) return all
  }
}

/** Those that the account has enabled. */
export async function enabledRegions(ec2: Ec2, signal: AbortSignal): Promise<readonly string[]> {
  const { Regions = [] } = await ec2.call('DescribeRegions', {}, signal)
  return Regions.flatMap(region => region.RegionName ?? [])
}

/** A machine image with the snapshots that hold its content: an image is only gone when they are gone too. */
import type {
  CopyImageCommandInput,
  CreateImageCommandInput,
  Image,
  RegisterImageCommandInput,
  TagSpecification,
} from '@aws-sdk/client-ec2'
import type { ResourceKind } from '../../../model/resource'
import type { Ec2 } from '../connect'
import { AwsError, isRefusal } from '../errors'
import type { Former } from '../registration'
import { specification, type Tags, tagList, tokenTag, withToken } from '../tags'
import { whileRefused } from '../wait'
import { findSurely, given, orMineAlready, unlessGone } from './find'

type Own = 'TagSpecifications' | 'ClientToken'

/** From a machine, from an image of this or another region, or from snapshots that exist. */
export type ImageRequest = { readonly tags: Tags } & (
  | { readonly capture: Omit<CreateImageCommandInput, Own> }
  | { readonly copy: Omit<CopyImageCommandInput, Own> }
  | { readonly register: Omit<RegisterImageCommandInput, Own> }
)

const minute = 60_000

/** IDs are of images and, from `find`, of snapshots whose image is gone already. */
export function image(ec2: Ec2): ResourceKind<ImageRequest> {
  const find = (token: string, signal: AbortSignal) => findSurely(ec2, signal, () => imagesWith(ec2, token, signal))
  return {
    name: 'aws.image',
    place: ec2.place,
    find,
    refused: isRefusal,
    create: (request, token, signal) =>
      orMineAlready(
        ['InvalidAMIName.Duplicate'],
        () => createImage(ec2, request, token, signal),
        () => find(token, signal),
      ),
    async release(id, signal) {
      if (id.startsWith('snap-')) return deleteSnapshot(ec2, id, signal)
      const snapshots = new Set([...(await snapshotsIn(ec2, id, signal)), ...(await snapshotsMadeFor(ec2, id, signal))])
      const shared = await usedByOthers(ec2, id, [...snapshots], signal)
      await unlessGone(ec2, gone, signal, () => ec2.call('DeregisterImage', { ImageId: id }, signal))
      for (const snapshot of snapshots) if (!shared.has(snapshot)) await deleteSnapshot(ec2, snapshot, signal)
    },
  }
}

const gone = ['InvalidAMIID.NotFound', 'InvalidAMIID.Unavailable']

async function createImage(ec2: Ec2, request: ImageRequest, token: string, signal: AbortSignal): Promise<string> {
  const forImage = specification('image', request.tags, token)
  const TagSpecifications = [forImage, specification('snapshot', request.tags, token)]
  if ('register' in request) {
    const registered = await ec2.call('RegisterImage', { ...request.register, TagSpecifications: [forImage] }, signal)
    return given(registered.ImageId, 'ImageId')
  }
  if ('copy' in request) {
    const copied = await ec2.call('CopyImage', { ...request.copy, ClientToken: token, TagSpecifications }, signal)
    return given(copied.ImageId, 'ImageId')
  }
  const create = (tags: TagSpecification[]) =>
    // A machine that was just stopped may for some seconds still count as stopping.
    whileRefused(ec2, ['IncorrectInstanceState'], 15 * minute, signal, () =>
      ec2.call('CreateImage', { ...request.capture, TagSpecifications: tags }, signal),
    )
  const made = await create(TagSpecifications).catch(error => {
    // Stand-ins for EC2 (moto) break on tags for snapshots; those are found by their image then.
    if (ec2.place.endpoint && error instanceof AwsError && (error.status ?? 0) >= 500) return create([forImage])
    throw error
  })
  return given(made.ImageId, 'ImageId')
}

async function imagesWith(ec2: Ec2, token: string, signal: AbortSignal): Promise<string[]> {
  const images = await ec2.call('DescribeImages', { Owners: ['self'], Filters: withToken(token) }, signal)
  const ids = (images.Images ?? []).flatMap(each => each.ImageId ?? [])
  const snapshots = await ec2.call('DescribeSnapshots', { OwnerIds: ['self'], Filters: withToken(token) }, signal)
  return [...ids, ...(snapshots.Snapshots ?? []).flatMap(each => each.SnapshotId ?? [])]
}

async function snapshotsIn(ec2: Ec2, id: string, signal: AbortSignal): Promise<string[]> {
  const Filters = [{ Name: 'image-id', Values: [id] }]
  const answer = await ec2.call('DescribeImages', { Owners: ['self'], Filters, IncludeDeprecated: true }, signal)
  return (answer.Images ?? []).flatMap(snapshotsOf)
}

/** An image that was registered anew under another name shares its snapshots with the one that it came from. */
async function usedByOthers(
  ec2: Ec2,
  id: string,
  snapshots: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  if (snapshots.length === 0) return new Set()
  // Stand-ins for EC2 (moto) break on this filter; without it the answer is only longer.
  const Filters = ec2.place.endpoint ? undefined : [{ Name: 'block-device-mapping.snapshot-id', Values: [...snapshots] }]
  const answer = await ec2.call('DescribeImages', { Owners: ['self'], Filters, IncludeDeprecated: true }, signal)
  return new Set((answer.Images ?? []).filter(each => each.ImageId !== id).flatMap(snapshotsOf))
}

/** Bears our tag, and AWS's description names the image: found even when the image went first, or never listed them. */
async function snapshotsMadeFor(ec2: Ec2, id: string, signal: AbortSignal): Promise<string[]> {
  const Filters = [
    { Name: 'tag-key', Values: [tokenTag] },
    { Name: 'description', Values: [`*${id}*`] },
  ]
  const answer = await ec2.call('DescribeSnapshots', { OwnerIds: ['self'], Filters }, signal)
  // A copy's description names the image that it was copied from as well, and that is not this image's.
  return (answer.Snapshots ?? []).filter(each => made(each.Description, id)).flatMap(each => each.SnapshotId ?? [])
}

/** `Created by CreateImage(i-…) for ami-…` and `Copied for DestinationAmi ami-… from SourceAmi ami-… …`. */
const made = (description: string | undefined, id: string): boolean =>
  new RegExp(`(?:\\bfor|DestinationAmi) ${id}\\b`).test(description ?? '')

export const snapshotsOf = (each: Image): string[] => (each.BlockDeviceMappings ?? []).flatMap(({ Ebs }) => Ebs?.SnapshotId ?? [])

/** `patience`: milliseconds for an image that still uses it to go. */
export async function deleteSnapshot(ec2: Ec2, id: string, signal: AbortSignal, patience = minute): Promise<void> {
  await unlessGone(ec2, ['InvalidSnapshot.NotFound'], signal, () =>
    whileRefused(ec2, ['InvalidSnapshot.InUse'], patience, signal, () => ec2.call('DeleteSnapshot', { SnapshotId: id }, signal)),
  )
}

/** Brings back an image that was deregistered while its snapshots were kept. It gets a new ID: EC2 knows no other way. */
export async function restoreImage(ec2: Ec2, former: Former, signal: AbortSignal): Promise<string> {
  const { registration, permissions, tags, deprecatedAt } = former
  const TagSpecifications = [{ ResourceType: 'image' as const, Tags: tagList(tags) }]
  const ImageId = given((await ec2.call('RegisterImage', { ...registration, TagSpecifications }, signal)).ImageId, 'ImageId')
  if (permissions.length > 0)
    await ec2.call('ModifyImageAttribute', { ImageId, LaunchPermission: { Add: [...permissions] } }, signal)
  const DeprecateAt = deprecatedAt ? new Date(deprecatedAt) : undefined
  if (DeprecateAt && DeprecateAt.getTime() > Date.now())
    await ec2.call('EnableImageDeprecation', { ImageId, DeprecateAt }, signal)
  return ImageId
}

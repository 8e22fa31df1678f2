/** Snapshots: what was on a volume, kept whole and by itself. */

import { action, type Call } from '../action'
import { accountId } from '../cloud'
import { tagSet, tagSpecifications, tagsAtCreation } from '../parameters/tagging'
import { Ec2Error, incorrectState, invalidValue } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { flag, ignoring, integer, list, oneOf, required, structure, text, unused } from '../protocol/shape'
import { newId } from '../state/ids'
import type { Permission, Snapshot, Volume } from '../state/records'
import type { Region } from '../state/region'

const createSnapshot = action(
  { VolumeId: required(text), Description: text, TagSpecification: tagSpecifications, ...ignoring('OutpostArn', 'Location') },
  ({ cloud, region }, input) => {
    const volume = region.volumes.get(input.VolumeId)
    if (volume.state === 'creating') throw incorrectState(`Volume ${volume.id} is in state creating`)
    const tags = tagsAtCreation(input.TagSpecification, 'snapshot')('snapshot')
    const snapshot = addSnapshot(region, volume, input.Description ?? '', tags)
    cloud.run(`snapshot ${snapshot.id}`, async () => {
      await cloud.contents.take(region, volume.id, snapshot)
      await cloud.contents.complete(snapshot, 'snapshot')
    })
    return snapshotView(snapshot)
  },
)

/** `pending`, without content as yet. */
export function addSnapshot(
  region: Region,
  volume: Pick<Volume, 'id' | 'sizeGiB' | 'encrypted' | 'kmsKeyId'>,
  description: string,
  tags: Record<string, string>,
): Snapshot {
  const { id: volumeId, sizeGiB, encrypted, kmsKeyId } = volume
  return region.snapshots.add({
    id: newId('snap'),
    volumeId,
    sizeGiB,
    encrypted,
    kmsKeyId,
    description,
    startTime: new Date().toISOString(),
    state: 'pending',
    progress: 0,
    permissions: [],
    tags,
  })
}

const copySnapshot = action(
  {
    SourceRegion: required(text),
    SourceSnapshotId: required(text),
    Description: text,
    Encrypted: flag,
    KmsKeyId: text,
    TagSpecification: tagSpecifications,
    ...ignoring('DestinationRegion', 'DestinationOutpostArn', 'PresignedUrl', 'DestinationAvailabilityZone'),
    CompletionDurationMinutes: unused(integer),
  },
  ({ cloud, region }, input) => {
    const source = cloud.region(input.SourceRegion).snapshots.get(input.SourceSnapshotId)
    if (source.state !== 'completed') throw incorrectState(`Snapshot ${source.id} is in state ${source.state}`)
    const settings = { encrypted: source.encrypted || (input.Encrypted ?? false), kmsKeyId: input.KmsKeyId ?? source.kmsKeyId }
    const tags = tagsAtCreation(input.TagSpecification, 'snapshot')('snapshot')
    const copy = addSnapshot(region, { id: 'vol-ffffffff', sizeGiB: source.sizeGiB, ...settings }, input.Description ?? '', tags)
    const content = cloud.contents.contentOf(cloud.region(input.SourceRegion), source.id)
    cloud.run(`snapshot ${copy.id}`, async () => {
      await cloud.contents.copy(content, region, copy)
      await cloud.contents.complete(copy, 'copy')
    })
    return { snapshotId: copy.id, tagSet: tagSet(copy.tags) }
  },
)

const describeSnapshots = action(
  { SnapshotId: list(text), Owner: list(text), RestorableBy: list(text), Filter: filters, ...paging },
  ({ region }, input) => {
    const owned = input.Owner.length === 0 || input.Owner.some(owner => owner === 'self' || owner === accountId)
    const restorable = input.RestorableBy.length === 0 || input.RestorableBy.some(who => who === 'self' || who === accountId)
    const chosen = applyFilters(region.snapshots.select(input.SnapshotId), input.Filter, {
      'snapshot-id': snapshot => snapshot.id,
      description: snapshot => snapshot.description,
      encrypted: snapshot => snapshot.encrypted,
      'owner-id': () => accountId,
      'owner-alias': () => undefined,
      progress: snapshot => `${snapshot.progress}%`,
      'start-time': snapshot => snapshot.startTime,
      status: snapshot => snapshot.state,
      'storage-tier': () => 'standard',
      'volume-id': snapshot => snapshot.volumeId,
      'volume-size': snapshot => snapshot.sizeGiB,
    })
    const { records, nextToken } = page(owned && restorable ? chosen : [], snapshot => snapshot.id, input)
    return { nextToken, snapshotSet: records.map(snapshotView) }
  },
)

const deleteSnapshot = action({ SnapshotId: required(text) }, ({ cloud, region }, input) => {
  const snapshot = region.snapshots.get(input.SnapshotId)
  const image = region.images.all().find(one => one.mappings.some(({ snapshotId }) => snapshotId === snapshot.id))
  if (image) throw new Ec2Error('InvalidSnapshot.InUse', `The snapshot ${snapshot.id} is currently in use by ${image.id}`)
  removeSnapshot({ cloud, region }, snapshot.id)
  return { return: true }
})

export function removeSnapshot({ cloud, region }: Pick<Call, 'cloud' | 'region'>, id: string): void {
  region.snapshots.delete(id)
  cloud.run(`snapshot ${id}`, () => cloud.contents.releaseSnapshot(id))
}

const permissionItem = list(structure({ UserId: text, Group: oneOf('all') }))
const modifySnapshotAttribute = action(
  {
    SnapshotId: required(text),
    Attribute: text,
    CreateVolumePermission: structure({ Add: permissionItem, Remove: permissionItem }),
    OperationType: oneOf('add', 'remove'),
    UserGroup: list(text),
    UserId: list(text),
  },
  ({ region }, input) => {
    const snapshot = region.snapshots.get(input.SnapshotId)
    const flat = [
      ...input.UserId.map(UserId => ({ UserId, Group: undefined })),
      ...input.UserGroup.map(Group => ({ Group, UserId: undefined })),
    ]
    const add = [...(input.CreateVolumePermission?.Add ?? []), ...(input.OperationType === 'add' ? flat : [])]
    const remove = [...(input.CreateVolumePermission?.Remove ?? []), ...(input.OperationType === 'remove' ? flat : [])]
    const key = (one: Permission) => `${one.userId}/${one.group}`
    const plain = (one: { readonly UserId?: string; readonly Group?: string }) => ({ userId: one.UserId, group: one.Group })
    for (const { userId } of add.map(plain))
      if (userId !== undefined && !/^\d{12}$/.test(userId))
        throw new Ec2Error('InvalidUserID.Malformed', `Invalid user id: "${userId}"`)
    const gone = new Set([...add, ...remove].map(plain).map(key))
    snapshot.permissions = [...snapshot.permissions.filter(one => !gone.has(key(one))), ...add.map(plain)]
    return { return: true }
  },
)

const describeSnapshotAttribute = action({ SnapshotId: required(text), Attribute: required(text) }, ({ region }, input) => {
  const snapshot = region.snapshots.get(input.SnapshotId)
  if (input.Attribute === 'createVolumePermission')
    return {
      snapshotId: snapshot.id,
      createVolumePermission: snapshot.permissions.map(({ userId, group }) => ({ userId, group })),
    }
  if (input.Attribute === 'productCodes') return { snapshotId: snapshot.id, productCodes: [] }
  throw invalidValue('Attribute', input.Attribute)
})

const snapshotView = (snapshot: Snapshot) => ({
  snapshotId: snapshot.id,
  volumeId: snapshot.volumeId,
  status: snapshot.state,
  statusMessage: snapshot.stateMessage,
  startTime: new Date(snapshot.startTime),
  completionTime: snapshot.completionTime && new Date(snapshot.completionTime),
  progress: `${snapshot.progress}%`,
  ownerId: accountId,
  volumeSize: snapshot.sizeGiB,
  description: snapshot.description,
  encrypted: snapshot.encrypted,
  kmsKeyId: snapshot.kmsKeyId,
  storageTier: 'standard',
  tagSet: tagSet(snapshot.tags),
})

export const snapshots = {
  CreateSnapshot: createSnapshot,
  CopySnapshot: copySnapshot,
  DescribeSnapshots: describeSnapshots,
  DeleteSnapshot: deleteSnapshot,
  ModifySnapshotAttribute: modifySnapshotAttribute,
  DescribeSnapshotAttribute: describeSnapshotAttribute,
}

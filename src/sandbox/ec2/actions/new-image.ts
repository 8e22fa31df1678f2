/** What every way of making an image has in common. */

import { accountId, type Cloud } from '../cloud'
import { Ec2Error } from '../protocol/error'
import type { Image, Snapshot } from '../state/records'
import type { Region } from '../state/region'

/** What an image hands on to those made from it. */
export const inherited = (image: Image) => ({
  architecture: image.architecture,
  platform: image.platform,
  rootDeviceName: image.rootDeviceName,
  enaSupport: image.enaSupport,
  sriovNetSupport: image.sriovNetSupport,
  bootMode: image.bootMode,
  tpmSupport: image.tpmSupport,
  uefiData: image.uefiData,
  imdsSupport: image.imdsSupport,
})

type Kept = Omit<Image, 'ownerId' | 'creationDate' | 'state' | 'permissions' | 'productCodes' | 'tags'>
type Origin = Pick<Image, 'sourceImageId' | 'sourceImageRegion' | 'sourceInstanceId'>

export const addImage = (region: Region, kept: Kept, tags: Record<string, string>, origin: Origin) =>
  region.images.add({
    ...kept,
    ...origin,
    ownerId: accountId,
    creationDate: `${new Date().toISOString().slice(0, 19)}.000Z`,
    state: 'pending',
    permissions: [],
    productCodes: [],
    tags,
  })

/** Throws InvalidAMIName.Malformed or .Duplicate. */
export function checkName(region: Region, name: string): void {
  if (name.length < 3 || name.length > 128 || !/^[A-Za-z0-9()[\]. /\-'@_]+$/.test(name))
    throw new Ec2Error(
      'InvalidAMIName.Malformed',
      `AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '.', '-', '/' and '_'`,
    )
  const same = region.images.all().find(image => image.name === name)
  if (same) throw new Ec2Error('InvalidAMIName.Duplicate', `AMI name ${name} is already in use by AMI ${same.id}`)
}

/** The image is as good as its snapshots, whose content has been taken. */
export async function finish(
  cloud: Cloud,
  image: Image,
  snapshots: readonly Snapshot[],
  transition: 'image' | 'copy',
): Promise<void> {
  await Promise.all(snapshots.map(snapshot => cloud.contents.complete(snapshot, transition)))
  const broken = snapshots.find(({ state }) => state !== 'completed')
  if (broken?.state === 'pending') return
  image.state = broken ? 'failed' : 'available'
  if (broken) image.stateReason = { code: 'Client.SnapshotFailure', message: broken.stateMessage ?? `${broken.id} is gone` }
}

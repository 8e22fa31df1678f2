/**
 * An image that makes way for its successor, and comes back when that fails. It is gone as long as this is held; released, it is
 * registered again from its snapshots, which nobody deletes before the successor is published.
 */
import type { ResourceKind, ResourceRecord } from '../../../model/resource'
import type { Ec2 } from '../connect'
import { isAws, isRefusal } from '../errors'
import type { Former } from '../registration'
import { imagesNamed } from '../together'
import { unlessGone } from './find'
import { deleteSnapshot, restoreImage } from './image'

const gone = ['InvalidAMIID.NotFound', 'InvalidAMIID.Unavailable']

/** `onReturn` hears the new ID of an image that is back: EC2 gives it another one. */
export const replacedImage = (
  ec2: Ec2,
  onReturn: (former: Former, id: string) => void = () => undefined,
): ResourceKind<Former> => ({
  name: 'aws.replaced-image',
  place: ec2.place,
  refused: isRefusal,
  record: former => ({ former }),
  async create({ imageId }, _token, signal) {
    await unlessGone(ec2, gone, signal, () => ec2.call('DeregisterImage', { ImageId: imageId }, signal))
    return imageId
  },
  find: async (_token, _signal, record) => [formerOf(record).imageId],
  async release(_id, signal, record) {
    const former = formerOf(record)
    const present = await imagesNamed(ec2, former.name, signal)
    if (present.length === 0) return onReturn(former, await returned(ec2, former, signal))
    if (present.some(image => image.ImageId === former.imageId || isReturned(image.Tags, former))) return
    throw new Error(`image ${present[0]?.ImageId} has the name "${former.name}", so ${former.imageId} cannot come back`)
  },
})

/** Marks an image that is back, so that it is recognised when the reply was lost, or this is done once more. */
const returnedTag = 'ingot:replaces'
type ImageTags = readonly { readonly Key?: string; readonly Value?: string }[] | undefined
const isReturned = (tags: ImageTags, { imageId }: Former) =>
  tags?.some(({ Key, Value }) => Key === returnedTag && Value === imageId) ?? false

async function returned(ec2: Ec2, former: Former, signal: AbortSignal): Promise<string> {
  const marked = { ...former, tags: { ...former.tags, [returnedTag]: former.imageId } }
  return restoreImage(ec2, marked, signal).catch(async error => {
    const found = isAws(error, 'InvalidAMIName.Duplicate') ? await imagesNamed(ec2, former.name, signal) : []
    const back = found.find(image => isReturned(image.Tags, former))
    if (!back?.ImageId) throw error
    return back.ImageId
  })
}

/**
 * The snapshots of a replaced image, to be deleted in the end whatever comes: EC2 keeps those that an image uses, which after a
 * failure is the old one again.
 */
export const formerSnapshots = (ec2: Ec2): ResourceKind<Former> => ({
  name: 'aws.former-snapshots',
  place: ec2.place,
  record: former => ({ former }),
  create: async ({ imageId }) => imageId,
  find: async (_token, _signal, record) => [formerOf(record).imageId],
  async release(_id, signal, record) {
    const former = formerOf(record)
    if ((await imagesNamed(ec2, former.name, signal)).length === 0)
      throw new Error(`no image has the name "${former.name}", so the snapshots of ${former.imageId} are kept`)
    for (const snapshot of former.snapshots)
      await deleteSnapshot(ec2, snapshot, signal, 0).catch(error => {
        if (!isAws(error, 'InvalidSnapshot.InUse')) throw error
      })
  },
})

function formerOf(record: ResourceRecord | undefined): Former {
  const former = record?.former as Former | undefined
  if (!former) throw new Error('the journal does not say which image was replaced')
  return former
}

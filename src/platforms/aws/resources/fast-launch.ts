/** Snapshots that EC2 keeps ready for an image of Windows. They go with a DisableFastLaunch, before their image does. */
import type { EnableFastLaunchCommandInput } from '@aws-sdk/client-ec2'
import type { ResourceKind, ResourceRecord } from '../../../model/resource'
import type { Ec2 } from '../connect'
import { isAws, isRefusal } from '../errors'

export type FastLaunchRequest = EnableFastLaunchCommandInput & { readonly ImageId: string }

/** An image has it or not, so no token is needed: the image is its name. */
export const fastLaunch = (ec2: Ec2): ResourceKind<FastLaunchRequest> => ({
  name: 'aws.fast-launch',
  place: ec2.place,
  refused: isRefusal,
  record: ({ ImageId }) => ({ imageId: ImageId }),
  async create(request, _token, signal) {
    await ec2.call('EnableFastLaunch', { ...request, ResourceType: 'snapshot' }, signal)
    return idOf(request.ImageId)
  },
  find: async (_token, signal, record) => {
    const imageId = imageOf(record)
    const { FastLaunchImages = [] } = await ec2.call('DescribeFastLaunchImages', { ImageIds: [imageId] }, signal)
    return FastLaunchImages.some(each => each.ImageId === imageId && !each.State?.startsWith('disabling')) ? [idOf(imageId)] : []
  },
  async release(id, signal) {
    await ec2.call('DisableFastLaunch', { ImageId: id.replace(/^.*\//, ''), Force: true }, signal).catch(error => {
      if (!isAws(error, 'InvalidAMIID.*', 'InvalidRequest', 'InvalidParameterValue')) throw error
    })
  },
})

/** Another one than the image's, which is held beside it. */
const idOf = (imageId: string): string => `fast-launch/${imageId}`

function imageOf(record: ResourceRecord | undefined): string {
  if (typeof record?.imageId !== 'string') throw new Error('the journal does not say of which image')
  return record.imageId
}

/** Fast launch: snapshots that are made ready ahead for an image of Windows. None are made here; the states are. */

import { action, type Call } from '../action'
import { accountId } from '../cloud'
import { Ec2Error, invalidValue } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { flag, integer, list, required, structure, text } from '../protocol/shape'
import type { FastLaunch, Image } from '../state/records'
import { findTemplate } from './launch-templates'

const RESOURCE = 'snapshot'

function own({ cloud, region }: Call, id: string): Image {
  const image = cloud.image(region, id)
  if (image.ownerId !== accountId) throw new Ec2Error('AuthFailure', `Not authorized for image:${id}`, 403)
  return image
}

const enableFastLaunch = action(
  {
    ImageId: required(text),
    ResourceType: text,
    SnapshotConfiguration: structure({ TargetResourceCount: integer }),
    LaunchTemplate: structure({ LaunchTemplateId: text, LaunchTemplateName: text, Version: text }),
    MaxParallelLaunches: integer,
  },
  (call, input) => {
    const image = own(call, input.ImageId)
    if (image.platform !== 'windows')
      throw new Ec2Error('InvalidParameterValue', `Fast launch is for images of Windows only, and ${image.id} is none`)
    if (image.state !== 'available') throw new Ec2Error('InvalidAMIID.Unavailable', `The image ${image.id} is ${image.state}`)
    const parallel = input.MaxParallelLaunches ?? 6
    if (parallel < 6) throw invalidValue('MaxParallelLaunches', String(parallel), 'It is 6 at least.')
    const state: FastLaunch = {
      state: 'enabling',
      reason: 'Client.UserInitiated',
      since: new Date().toISOString(),
      maxParallelLaunches: parallel,
      targetResourceCount: input.SnapshotConfiguration?.TargetResourceCount ?? 5,
      launchTemplate: templateOf(call, input.LaunchTemplate),
    }
    image.fastLaunch = state
    call.cloud.run(`fast launch of ${image.id}`, async () => {
      const [after, reason] = await call.cloud.pace('fast-launch').then(
        () => ['enabled', 'Client.UserInitiated'] as const,
        (error: Error) => ['enabling-failed', error.message] as const,
      )
      if (image.fastLaunch === state && state.state === 'enabling')
        Object.assign(state, { state: after, reason, since: new Date().toISOString() })
    })
    return view(image, state)
  },
)

type Given = { readonly LaunchTemplateId?: string; readonly LaunchTemplateName?: string; readonly Version?: string }

function templateOf({ region }: Call, given: Given | undefined): FastLaunch['launchTemplate'] {
  if (!given) return undefined
  const { LaunchTemplateId: id, LaunchTemplateName: name, Version: version } = given
  if (!version) throw new Ec2Error('MissingParameter', 'The request must contain the parameter LaunchTemplate.Version')
  const template = findTemplate(region, given)
  if (!/^\d+$/.test(version) || Number(version) < 1 || Number(version) > template.versions.length)
    throw new Ec2Error(
      'InvalidLaunchTemplateId.VersionNotFound',
      `Could not find the specified version ${version} for the launch template`,
    )
  return { id, name, version }
}

const disableFastLaunch = action({ ImageId: required(text), Force: flag }, (call, input) => {
  const image = own(call, input.ImageId)
  const state = image.fastLaunch
  if (!state) throw new Ec2Error('InvalidRequest', `Fast launch is not enabled for ${image.id}`)
  image.fastLaunch = undefined
  return view(image, { ...state, state: 'disabling' })
})

const describeFastLaunchImages = action({ ImageId: list(text), Filter: filters, ...paging }, ({ region }, input) => {
  const all = region.images.all().filter(image => image.fastLaunch)
  const chosen = applyFilters(
    all.filter(image => input.ImageId.length === 0 || input.ImageId.includes(image.id)),
    input.Filter,
    { 'resource-type': () => RESOURCE, 'owner-id': () => accountId, state: (image: Image) => image.fastLaunch?.state },
  )
  const { records, nextToken } = page(chosen, image => image.id, input)
  return { nextToken, fastLaunchImageSet: records.map(image => view(image, image.fastLaunch!)) }
})

const view = ({ id }: Image, { launchTemplate, ...state }: FastLaunch) => ({
  imageId: id,
  resourceType: RESOURCE,
  snapshotConfiguration: { targetResourceCount: state.targetResourceCount },
  launchTemplate: launchTemplate && {
    launchTemplateId: launchTemplate.id,
    launchTemplateName: launchTemplate.name,
    version: launchTemplate.version,
  },
  maxParallelLaunches: state.maxParallelLaunches,
  ownerId: accountId,
  state: state.state,
  stateTransitionReason: state.reason,
  stateTransitionTime: state.since,
})

export const fastLaunch = {
  EnableFastLaunch: enableFastLaunch,
  DisableFastLaunch: disableFastLaunch,
  DescribeFastLaunchImages: describeFastLaunchImages,
}

/** Fleets of the kind `instant`, which is how a spot instance is launched today, and the spot requests that come of it. */
import { action, type Call, once } from '../action'
import { type LaunchRequest, launch } from '../launch/launch'
import { blockDevices } from '../parameters/block-devices'
import { launchFields, placementFields } from '../parameters/launch-fields'
import { tagSet, tagSpecifications, tagsAtCreation } from '../parameters/tagging'
import { instanceRequirements, unusedOfFleet } from '../parameters/unused-fields'
import { Ec2Error, unsupported } from '../protocol/error'
import { applyFilters, filters } from '../protocol/filter'
import { page, paging } from '../protocol/page'
import { type Decoded, decodeFields, ignoring, integer, list, required, structure, text, unused } from '../protocol/shape'
import { newId } from '../state/ids'
import type { SpotRequest } from '../state/records'
import type { Region } from '../state/region'
import { withLaunchTemplate } from './launch-templates'

const override = {
  InstanceType: text,
  SubnetId: text,
  AvailabilityZone: text,
  ImageId: text,
  BlockDeviceMapping: blockDevices,
  ...ignoring('MaxPrice', 'WeightedCapacity', 'Priority', 'AvailabilityZoneId'),
  Placement: unused(structure(placementFields)),
  InstanceRequirements: instanceRequirements,
}
const templateSpecification = structure({ LaunchTemplateId: text, LaunchTemplateName: text, Version: text })
const config = { LaunchTemplateSpecification: required(templateSpecification), Overrides: list(structure(override)) }

const createFleet = action(
  {
    LaunchTemplateConfigs: required(list(structure(config))),
    TargetCapacitySpecification: required(
      structure({
        TotalTargetCapacity: required(integer),
        DefaultTargetCapacityType: text,
        OnDemandTargetCapacity: unused(integer),
        SpotTargetCapacity: unused(integer),
        TargetCapacityUnitType: unused(text),
      }),
    ),
    Type: text,
    ClientToken: text,
    TagSpecification: tagSpecifications,
    ...unusedOfFleet,
  },
  async (call, input) => {
    if (input.Type !== 'instant') throw unsupported('The sandbox makes fleets of the type instant only.')
    const { TotalTargetCapacity: capacity, DefaultTargetCapacityType: type } = input.TargetCapacitySpecification
    const lifecycle = type === 'on-demand' ? 'on-demand' : 'spot'
    const tags = tagsAtCreation(
      input.TagSpecification,
      'fleet',
      'instance',
      'volume',
      'network-interface',
      'spot-instances-request',
    )
    tags('fleet')
    const failures: FleetError[] = []
    const reservationId = await once(call, input.ClientToken, async () => {
      for (const candidate of candidates(call.region, input.LaunchTemplateConfigs, lifecycle)) {
        try {
          return await launch(call, { ...candidate.request, TagSpecification: merged(candidate.request, input) }, capacity)
        } catch (error) {
          if (!(error instanceof Ec2Error)) throw error
          failures.push({ ...candidate.view, lifecycle, errorCode: error.code, errorMessage: error.message })
        }
      }
      return ''
    })
    const instances = call.region.instances.all().filter(instance => reservationId && instance.reservationId === reservationId)
    const [first] = instances
    return {
      fleetId: newId('fleet'),
      errorSet: failures,
      fleetInstanceSet: first ? [{ lifecycle, instanceIds: instances.map(({ id }) => id), instanceType: first.type }] : [],
    }
  },
)

type FleetError = {
  readonly launchTemplateAndOverrides: { readonly overrides: { readonly instanceType?: string; readonly subnetId?: string } }
  readonly lifecycle: string
  readonly errorCode: string
  readonly errorMessage: string
}

/** The launches that the fleet may try, in the order given. */
function candidates(region: Region, configs: readonly Decoded<typeof config>[], lifecycle: string) {
  const nothing = decodeFields(launchFields, {})
  const market = lifecycle === 'spot' ? { MarketType: 'spot', SpotOptions: undefined } : undefined
  return configs.flatMap(({ LaunchTemplateSpecification: template, Overrides }) =>
    (Overrides.length > 0 ? Overrides : [decodeFields(override, {})]).map(over => {
      const own = {
        ...nothing,
        InstanceType: over.InstanceType,
        ImageId: over.ImageId,
        BlockDeviceMapping: over.BlockDeviceMapping,
        Placement: over.AvailabilityZone ? { ...inZone, AvailabilityZone: over.AvailabilityZone } : undefined,
        InstanceMarketOptions: market,
      }
      const launched = withLaunchTemplate(region, own, template)
      const request: LaunchRequest = { ...launched, ...network(launched, over.SubnetId) }
      return {
        request,
        view: { launchTemplateAndOverrides: { overrides: { instanceType: over.InstanceType, subnetId: over.SubnetId } } },
      }
    }),
  )
}
const inZone = decodeFields(placementFields, {})

const network = (launched: LaunchRequest, subnetId: string | undefined): Partial<LaunchRequest> =>
  subnetId === undefined
    ? {}
    : launched.NetworkInterface.length > 0
      ? { NetworkInterface: launched.NetworkInterface.map(one => ({ ...one, SubnetId: subnetId })) }
      : { SubnetId: subnetId }

/** The fleet's own tags for what it launches, and the template's where the fleet has none. */
const merged = (request: LaunchRequest, input: Pick<LaunchRequest, 'TagSpecification'>) => {
  const own = input.TagSpecification.filter(({ ResourceType: type }) => type !== 'fleet')
  const types = own.map(({ ResourceType: type }) => type)
  return [...own, ...request.TagSpecification.filter(({ ResourceType: type }) => !types.includes(type))]
}

const describeSpotInstanceRequests = action(
  { SpotInstanceRequestId: list(text), Filter: filters, ...paging },
  ({ region }, input) => {
    const state = (request: SpotRequest) => spotState(region, request)
    const chosen = applyFilters(region.spotRequests.select(input.SpotInstanceRequestId), input.Filter, {
      'spot-instance-request-id': request => request.id,
      'instance-id': request => request.instanceId,
      state,
      'create-time': request => request.createTime,
    })
    const { records, nextToken } = page(chosen, request => request.id, input)
    return {
      nextToken,
      spotInstanceRequestSet: records.map(request => ({
        spotInstanceRequestId: request.id,
        instanceId: request.instanceId,
        state: state(request),
        status: { code: state(request) === 'active' ? 'fulfilled' : 'instance-terminated-by-user', message: '' },
        type: 'one-time',
        createTime: new Date(request.createTime),
        productDescription: 'Linux/UNIX',
        tagSet: tagSet(request.tags),
      })),
    }
  },
)

const spotState = (region: Region, { instanceId }: SpotRequest) => {
  const instance = region.instances.find(instanceId)
  return !instance || instance.state === 'terminated' || instance.state === 'shutting-down' ? 'closed' : 'active'
}

const cancelSpotInstanceRequests = action({ SpotInstanceRequestId: required(list(text)) }, ({ region }: Call, input) => ({
  spotInstanceRequestSet: region.spotRequests
    .select(input.SpotInstanceRequestId)
    .map(({ id }) => ({ spotInstanceRequestId: id, state: 'cancelled' })),
}))

export const spot = {
  CreateFleet: createFleet,
  DescribeSpotInstanceRequests: describeSpotInstanceRequests,
  CancelSpotInstanceRequests: cancelSpotInstanceRequests,
}

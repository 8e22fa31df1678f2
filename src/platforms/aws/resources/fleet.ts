/**
 * One machine by way of a fleet, which is how AWS chooses a spot instance among several types and subnets. A fleet demands a
 * launch template, which is gone again before the create returns. The fleet itself is but the record of one request.
 */
import type { CreateFleetCommandInput, CreateFleetError, RequestLaunchTemplateData } from '@aws-sdk/client-ec2'
import { Failure } from '../../../model/failure'
import type { ResourceKind } from '../../../model/resource'
import type { Ec2 } from '../connect'
import { specification, type Tags, withToken } from '../tags'
import { volumesWith } from '../together'
import { whileRefused } from '../wait'
import { findSurely, given, orMineAlready, unlessGone } from './find'
import { type InstanceRequest, instance, instancesWith, isNotYetKnown, known, tagsAtLaunch } from './instance'

type Config = NonNullable<CreateFleetCommandInput['LaunchTemplateConfigs']>[number]

export interface FleetRequest extends InstanceRequest {
  /** Among which AWS chooses: types, subnets, the highest price in dollars for an hour. */
  readonly overrides: NonNullable<Config['Overrides']>
  /** Absent: AWS's default. */
  readonly strategy?: NonNullable<CreateFleetCommandInput['SpotOptions']>['AllocationStrategy']
  readonly requestTags: Tags
  readonly fleetTags: Tags
}

/** AWS has none of what was asked for; one line for each type and place that it tried. */
export class NoneToBeHad extends Failure {
  constructor(readonly attempts: readonly string[]) {
    super('failed', `AWS has no spot machine of this kind now: ${attempts.join('; ')}`, {
      advice: 'Name more types in spot_instance_types, or more subnets with subnet_filter { random = true }.',
    })
  }
}

/** IDs are of instances and, from `find`, of what is left around them. */
export function fleetInstance(ec2: Ec2): ResourceKind<FleetRequest> {
  const machine = instance(ec2)
  return {
    name: 'aws.fleet-instance',
    place: ec2.place,
    refused: error => error instanceof NoneToBeHad,
    create: (request, token, signal) => throughTemplate(ec2, request, token, signal),
    find: (token, signal) =>
      findSurely(ec2, signal, async () => [
        ...(await templatesWith(ec2, token, signal)),
        ...(await instancesWith(ec2, token, signal)),
        ...(await volumesWith(ec2, token, signal)),
      ]),
    hasten: async (id, signal) => (id.startsWith('lt-') ? undefined : machine.hasten?.(id, signal)),
    release: (id, signal) => (id.startsWith('lt-') ? deleteTemplate(ec2, id, signal) : machine.release(id, signal)),
  }
}

async function throughTemplate(ec2: Ec2, request: FleetRequest, token: string, signal: AbortSignal): Promise<string> {
  const { launch, tags, volumeTags, requestTags } = request
  const onTop = specification('spot-instances-request', requestTags, token)
  const data = {
    ...launch,
    TagSpecifications: [...tagsAtLaunch({ tags, volumeTags }, token), onTop],
  } as RequestLaunchTemplateData
  const template = await orMineAlready(
    ['InvalidLaunchTemplateName.AlreadyExistsException'],
    async () => {
      const input = {
        LaunchTemplateName: `ingot-${token}`,
        LaunchTemplateData: data,
        ClientToken: token,
        TagSpecifications: [specification('launch-template', tags, token)],
      }
      return given((await ec2.call('CreateLaunchTemplate', input, signal)).LaunchTemplate?.LaunchTemplateId, 'LaunchTemplateId')
    },
    () => templatesWith(ec2, token, signal),
  )
  try {
    return await whileRefused(ec2, isNotYetKnown(request), known, signal, () => launchOne(ec2, template, request, token, signal))
  } finally {
    // Not the run's signal: a template that is left would be one thing more to find again.
    await deleteTemplate(ec2, template, AbortSignal.timeout(10_000))
  }
}

async function launchOne(ec2: Ec2, template: string, request: FleetRequest, token: string, signal: AbortSignal): Promise<string> {
  const answer = await ec2.call(
    'CreateFleet',
    {
      Type: 'instant',
      ClientToken: token,
      LaunchTemplateConfigs: [
        { LaunchTemplateSpecification: { LaunchTemplateId: template, Version: '1' }, Overrides: request.overrides },
      ],
      TargetCapacitySpecification: { TotalTargetCapacity: 1, DefaultTargetCapacityType: 'spot' },
      SpotOptions: request.strategy ? { AllocationStrategy: request.strategy } : undefined,
      TagSpecifications: [specification('fleet', { ...request.tags, ...request.fleetTags }, token)],
    },
    signal,
  )
  const id = answer.Instances?.[0]?.InstanceIds?.[0]
  if (id) return id
  throw new NoneToBeHad((answer.Errors ?? []).map(sentence))
}

function sentence({ LaunchTemplateAndOverrides: tried, ErrorCode, ErrorMessage }: CreateFleetError): string {
  const { InstanceType, SubnetId, AvailabilityZone } = tried?.Overrides ?? {}
  const where = SubnetId ?? AvailabilityZone
  return `${InstanceType ?? 'machine'}${where ? ` in ${where}` : ''}: ${ErrorCode}: ${ErrorMessage}`
}

async function templatesWith(ec2: Ec2, token: string, signal: AbortSignal): Promise<string[]> {
  const answer = await ec2.call('DescribeLaunchTemplates', { Filters: withToken(token) }, signal)
  return (answer.LaunchTemplates ?? []).flatMap(template => template.LaunchTemplateId ?? [])
}

async function deleteTemplate(ec2: Ec2, id: string, signal: AbortSignal): Promise<void> {
  await unlessGone(ec2, ['InvalidLaunchTemplateId.NotFound'], signal, () =>
    ec2.call('DeleteLaunchTemplate', { LaunchTemplateId: id }, signal),
  )
}

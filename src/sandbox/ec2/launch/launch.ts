/** From a checked request to instances on their way. */
import { randomBytes } from 'node:crypto'
import type { Call } from '../action'
import type { Cloud } from '../cloud'
import type { InterfaceInput, LaunchInput } from '../parameters/launch-fields'
import { tagsAtCreation } from '../parameters/tagging'
import { newId } from '../state/ids'
import type { Instance, Volume } from '../state/records'
import type { Region } from '../state/region'
import { type LaunchPlan, planLaunch } from './plan'

export interface LaunchRequest extends LaunchInput {
  readonly SubnetId?: string
  readonly ClientToken?: string
}

/** The reservation's ID. When one disk cannot be made, nothing of the reservation remains. */
export async function launch(call: Pick<Call, 'cloud' | 'region'>, input: LaunchRequest, count: number): Promise<string> {
  const { cloud, region } = call
  const plan = planLaunch(cloud, region, input)
  const tags = tagsAtCreation(input.TagSpecification, 'instance', 'volume', 'network-interface', 'spot-instances-request')
  const reservationId = newId('r')
  const made: Instance[] = []
  try {
    for (let index = 0; index < count; index++) {
      const address = await cloud.machines.addresses.lease()
      const instance = record(input, plan, { reservationId, launchIndex: index, address, tags: tags('instance') })
      made.push(region.instances.add(instance))
      if (instance.spotRequestId) {
        const { spotRequestId: id, launchTime: createTime } = instance
        region.spotRequests.add({ id, instanceId: instance.id, createTime, tags: tags('spot-instances-request') })
      }
      addInterface(region, instance, plan, input.NetworkInterface[0], tags('network-interface'))
      await addVolumes(cloud, region, instance, plan, tags('volume'))
    }
  } catch (error) {
    await Promise.all(made.map(instance => discard(cloud, region, instance)))
    throw error
  }
  await cloud.save()
  for (const instance of made) cloud.machines.start(region, instance, 'terminated')
  plan.image.lastLaunchedTime = new Date().toISOString()
  return reservationId
}

interface Own {
  readonly reservationId: string
  readonly launchIndex: number
  readonly address: string
  readonly tags: Record<string, string>
}

function record(input: LaunchRequest, plan: LaunchPlan, own: Own): Instance {
  const now = new Date().toISOString()
  const spot = input.InstanceMarketOptions?.MarketType === 'spot'
  return {
    id: newId('i'),
    ...own,
    imageId: plan.image.id,
    type: plan.type.name,
    keyName: input.KeyName,
    publicKeys: plan.key ? [{ name: plan.key.name, openssh: plan.key.openssh }] : [],
    launchTime: now,
    state: 'pending',
    stateReason: { code: 'pending', message: 'pending' },
    stateSince: now,
    zone: plan.subnet.zone,
    subnetId: plan.subnet.id,
    vpcId: plan.subnet.vpcId,
    networkInterfaceId: newId('eni'),
    volumes: [],
    rootDeviceName: plan.image.rootDeviceName,
    userData: input.UserData || undefined,
    metadata: plan.metadata,
    shutdownBehavior: input.InstanceInitiatedShutdownBehavior ?? 'stop',
    disableApiTermination: input.DisableApiTermination ?? false,
    disableApiStop: input.DisableApiStop ?? false,
    ebsOptimized: input.EbsOptimized ?? false,
    sourceDestCheck: true,
    enaSupport: plan.image.enaSupport,
    sriovNetSupport: plan.image.sriovNetSupport,
    monitoring: input.Monitoring?.Enabled ?? false,
    publicAddress: plan.publicAddress,
    tenancy: input.Placement?.Tenancy ?? 'default',
    credits: input.CreditSpecification?.CpuCredits ?? (plan.type.burstable ? usualCredits(plan.type.name) : undefined),
    iamInstanceProfile: plan.iamInstanceProfile,
    // Eight digits, unlike all other IDs.
    spotRequestId: spot ? `sir-${newId('').slice(2, 10)}` : undefined,
    clientToken: input.ClientToken,
  }
}

const usualCredits = (type: string) => (type.startsWith('t2.') ? 'standard' : 'unlimited')

function addInterface(
  region: Region,
  instance: Instance,
  { groupIds }: LaunchPlan,
  given: InterfaceInput | undefined,
  tags: Record<string, string>,
) {
  region.networkInterfaces.add({
    id: instance.networkInterfaceId,
    subnetId: instance.subnetId,
    vpcId: instance.vpcId,
    zone: instance.zone,
    description: given?.Description ?? '',
    groupIds: [...groupIds],
    instanceId: instance.id,
    attachmentId: newId('eni-attach'),
    attachTime: instance.launchTime,
    macAddress: `02:${randomBytes(5).toString('hex').match(/../g)!.join(':')}`,
    deleteOnTermination: given?.DeleteOnTermination ?? true,
    tags,
  })
}

async function addVolumes(cloud: Cloud, region: Region, instance: Instance, plan: LaunchPlan, tags: Record<string, string>) {
  for (const { deviceName, snapshotId, deleteOnTermination, settings } of plan.volumes) {
    const { zone, launchTime: time } = instance
    const attachment = { instanceId: instance.id, device: deviceName, attachTime: time }
    const volume: Volume = {
      id: newId('vol'),
      ...settings,
      zone,
      snapshotId,
      createTime: time,
      state: 'creating',
      attachment,
      tags: { ...tags },
    }
    instance.volumes.push({ deviceName, volumeId: volume.id, deleteOnTermination, attachTime: time })
    await cloud.contents.createVolume(region, region.volumes.add(volume))
    volume.state = 'in-use'
  }
}

async function discard(cloud: Cloud, region: Region, instance: Instance): Promise<void> {
  region.instances.delete(instance.id)
  region.networkInterfaces.delete(instance.networkInterfaceId)
  cloud.machines.addresses.release(instance.address)
  for (const { volumeId } of instance.volumes) region.volumes.delete(volumeId)
  await cloud.contents.sweep()
}

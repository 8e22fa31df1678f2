/** What a sandbox finds of its former life: machines are off, and what was half made is gone. */
import type { Cloud } from './ec2/cloud'
import { accountId } from './ec2/cloud'
import type { Region } from './ec2/state/region'
import type { StateFolder } from './state-folder'

export async function reconcile(cloud: Cloud, folder: StateFolder): Promise<void> {
  for (const region of cloud.allRegions) {
    dropHalfMade(region)
    for (const instance of region.instances.all()) {
      if (instance.state === 'shutting-down') cloud.machines.terminate(region, Object.assign(instance, { state: 'stopped' }))
      else if (instance.state !== 'terminated') await rest(cloud, instance)
    }
  }
  await cloud.settled()
  await cloud.contents.sweep(true)
  const known = new Set(cloud.allRegions.flatMap(region => region.instances.all().map(({ id }) => id)))
  for (const id of await folder.instanceFolders()) if (!known.has(id)) await folder.removeInstance(id)
  await cloud.save()
}

async function rest(cloud: Cloud, instance: ReturnType<Region['instances']['all']>[number]): Promise<void> {
  if (instance.state !== 'stopped')
    instance.stateReason = { code: 'Server.ScheduledStop', message: 'Server.ScheduledStop: The sandbox was not running' }
  instance.state = 'stopped'
  instance.address = await cloud.machines.addresses.lease(instance.address)
}

function dropHalfMade(region: Region): void {
  const volumes = new Set(
    region.volumes
      .all()
      .filter(({ state }) => state === 'creating' || state === 'deleting')
      .map(({ id }) => id),
  )
  for (const instance of region.instances.all()) {
    if (!instance.volumes.some(({ volumeId }) => volumes.has(volumeId))) continue
    for (const { volumeId } of instance.volumes) volumes.add(volumeId)
    region.networkInterfaces.delete(instance.networkInterfaceId)
    region.instances.delete(instance.id)
  }
  for (const id of volumes) region.volumes.delete(id)
  const images = region.images.all().filter(({ state, ownerId }) => state === 'pending' && ownerId === accountId)
  const parts = images.flatMap(({ mappings }) => mappings.flatMap(({ snapshotId }) => snapshotId ?? []))
  for (const { id } of images) region.images.delete(id)
  const others = new Set(region.images.all().flatMap(({ mappings }) => mappings.map(({ snapshotId }) => snapshotId)))
  for (const id of parts) if (!others.has(id)) region.snapshots.delete(id)
  for (const { id, state } of region.snapshots.all()) if (state === 'pending') region.snapshots.delete(id)
}

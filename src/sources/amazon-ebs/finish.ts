/** What makes an image a published one, in its own region; the tags, of which one says so, come last. */
import { isDeepStrictEqual } from 'node:util'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { snapshotsOf } from '../../platforms/aws/resources/image'
import type { Tags } from '../../platforms/aws/tags'
import { writeTags } from '../../platforms/aws/together'
import { untilImageAvailable, whileRefused } from '../../platforms/aws/wait'
import type { Base } from './base'
import { enableFastLaunch } from './fast-launch'
import type { Options } from './options'
import { imageTags, snapshotTags, stateTag } from './tags'

export interface Finishing {
  readonly id: string
  /** Asked for where they are not known. */
  readonly snapshots?: readonly string[]
}

export async function finish(
  ec2: Ec2,
  { id, snapshots: known }: Finishing,
  options: Options,
  context: BuildContext,
  base: Base,
  signal: AbortSignal,
): Promise<void> {
  const snapshots = known?.length ? known : snapshotsOf(await untilImageAvailable(ec2, id, { signal }))
  await share(ec2, id, options, signal)
  for (const snapshot of snapshots) await shareSnapshot(ec2, snapshot, options, signal)
  if (options.imds_support)
    await ec2.call('ModifyImageAttribute', { ImageId: id, ImdsSupport: { Value: options.imds_support } }, signal)
  if (options.deprecate_at)
    await ec2.call('EnableImageDeprecation', { ImageId: id, DeprecateAt: new Date(options.deprecate_at) }, signal)
  const { enabled, with_cooldown } = options.deregistration_protection ?? {}
  if (enabled || with_cooldown)
    await ec2.call('EnableImageDeregistrationProtection', { ImageId: id, WithCooldown: with_cooldown }, signal)
  await enableFastLaunch(ec2, id, options, context, base, signal)
  const published = { [stateTag]: 'published' }
  const [ofImage, ofSnapshots] = [imageTags(options, context, base), snapshotTags(options, context, base)]
  if (isDeepStrictEqual(ofImage, ofSnapshots)) return tag(ec2, [id, ...snapshots], { ...ofImage, ...published }, signal)
  await tag(ec2, snapshots, { ...ofSnapshots, ...published }, signal)
  await tag(ec2, [id], { ...ofImage, ...published }, signal)
}

/** Milliseconds until a new image is known everywhere. */
const known = 60_000

async function tag(ec2: Ec2, ids: readonly string[], tags: Tags, signal: AbortSignal): Promise<void> {
  if (ids.length === 0) return
  await whileRefused(ec2, ['InvalidAMIID.NotFound', 'InvalidSnapshot.NotFound'], known, signal, () =>
    writeTags(ec2, ids, tags, signal),
  )
}

async function share(ec2: Ec2, id: string, options: Options, signal: AbortSignal): Promise<void> {
  const Add = [
    ...(options.ami_users ?? []).map(UserId => ({ UserId })),
    ...(options.ami_groups ?? []).map(Group => ({ Group: Group as 'all' })),
    ...(options.ami_org_arns ?? []).map(OrganizationArn => ({ OrganizationArn })),
    ...(options.ami_ou_arns ?? []).map(OrganizationalUnitArn => ({ OrganizationalUnitArn })),
  ]
  if (Add.length > 0) await ec2.call('ModifyImageAttribute', { ImageId: id, LaunchPermission: { Add } }, signal)
  if (options.ami_product_codes?.length)
    await ec2.call(
      'ModifyImageAttribute',
      { ImageId: id, Attribute: 'productCodes', ProductCodes: [...options.ami_product_codes] },
      signal,
    )
}

async function shareSnapshot(ec2: Ec2, id: string, options: Options, signal: AbortSignal): Promise<void> {
  const Add = [
    ...(options.snapshot_users ?? []).map(UserId => ({ UserId })),
    ...(options.snapshot_groups ?? []).map(Group => ({ Group: Group as 'all' })),
  ]
  if (Add.length > 0)
    await ec2.call(
      'ModifySnapshotAttribute',
      { SnapshotId: id, Attribute: 'createVolumePermission', CreateVolumePermission: { Add } },
      signal,
    )
}

/** The story of a candidate: a machine from the source image, provisioned, stopped, and captured as an image of our own. */
import type { Instance } from '@aws-sdk/client-ec2'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { image, snapshotsOf } from '../../platforms/aws/resources/image'
import { instance } from '../../platforms/aws/resources/instance'
import { stopInstance } from '../../platforms/aws/together'
import { untilImageAvailable, untilInstance, whileRefused } from '../../platforms/aws/wait'
import { holdKeys, paceOf, reachCloud } from './access'
import { type Base, findBase } from './base'
import { launchMappings, mappings } from './disks'
import { letGo } from './let-go'
import { type Machine, startMachine } from './machine'
import { interimName, isFree } from './name'
import { chooseNetwork, type Network } from './network'
import type { Options } from './options'
import { checkCapture, preflight } from './preflight'
import { type Profile, profileFor } from './profile'
import { refusedAtOnce } from './refusals'
import { isSpot } from './spot'
import { candidateTags, imageTags, runTags, snapshotTags, spotTags, volumeTags } from './tags'
import { userData } from './user-data'

/** An image that only its own account can use. */
export interface Candidate {
  readonly imageId: string
  /** IDs, as of when it became available; asked for where they are not known. */
  readonly snapshots?: readonly string[]
  /** As the template had it when it was built: a name with a time or an UUID in it differs by the time that it is published. */
  readonly name: string
  readonly base: Base
  readonly network: Network
  readonly profile: Profile
  /** The image that is published in its own region will be a copy of it, or none. */
  readonly isIntermediate: boolean
  /** Whether it has its final name; else the one that is published takes the name over. */
  readonly isNamed: boolean
}

/** Undefined: no image was asked for (skip_create_ami). */
export async function build(options: Options, context: BuildContext): Promise<Candidate | undefined> {
  await holdKeys(options, context)
  const ec2 = await reachCloud(options)
  const { base, network, profile, machine } = await refusedAtOnce(ec2, options, context, () => begin(ec2, options, context))
  const { SourceAMITags, ...values } = base.data
  await context.provision(machine.reach, { ...values, ID: machine.id, Host: machine.reach.host })
  const stopped = await context.step('stop the machine', signal => stop(ec2, machine, options, signal))
  if (options.skip_create_ami) return undefined
  const isIntermediate = options.encrypt_boot === true || options.skip_save_build_region
  const isNamed = !isIntermediate && (await isFree(ec2, options, context, context.signal))
  const captured = await capture(ec2, { machine, stopped, network, base, isNamed }, options, context)
  return { ...captured, name: options.ami_name, base, network, profile, isIntermediate, isNamed }
}

/** All that can be found out beforehand, and the machine. */
async function begin(ec2: Ec2, options: Options, context: BuildContext) {
  const data = await userData(options)
  const base = await context.step('find source image', signal => findBase(ec2, options, signal))
  context.say(`Source image in ${ec2.region}: ${base.id} (${base.name})`)
  // What cannot be rendered is found out now, not when the image is made.
  void [imageTags(options, context, base), snapshotTags(options, context, base), descriptionOf(options, context, base)]
  const network = await context.step('choose network', signal => chooseNetwork(ec2, options, signal))
  await context.step('check beforehand', signal => preflight(ec2, options, context, base, network, signal))
  if (!options.metadata_options?.http_tokens)
    context.say('The machine demands IMDSv2; metadata_options { http_tokens = "optional" } in the source block changes that.')
  const tags = runTags(options, context, base)
  const profile = await profileFor(options, context, tags)
  const machine = await startMachine(ec2, options, context, {
    purpose: 'build',
    imageId: base.id,
    isWindows: base.isWindows,
    disks: launchMappings(options),
    userData: data,
    network,
    profile: profile.name,
    isProfileNew: profile.isNew,
    tags,
    volumeTags: volumeTags(options, context, base),
    ...spotTags(options, context, base),
  })
  const given = { ec2, options, context, base, network, machineId: machine.id }
  await context.step('check permissions', signal => checkCapture(given, signal))
  return { base, network, profile, machine }
}

/** Of a machine that answered before AWS called it running. */
const NOT_YET_RUNNING = ['InvalidInstanceID.NotFound', 'IncorrectInstanceState']

/** What is known of it then; undefined: it runs on. */
async function stop(ec2: Ec2, { id }: Machine, options: Options, signal: AbortSignal): Promise<Instance | undefined> {
  // It cannot be stopped, only ended; CreateImage takes it down for the moment that the snapshots need.
  if (isSpot(options)) return undefined
  // It answers, so it is a matter of a second or two.
  const between = ec2.loopback ? undefined : 1000
  if (!options.disable_stop_instance)
    await whileRefused(ec2, NOT_YET_RUNNING, 60_000, signal, () => stopInstance(ec2, id, signal), between)
  const stopped = await untilInstance(ec2, id, 'stopped', { signal, pace: paceOf(ec2, options) })
  // One attribute in a call: EC2 takes no more.
  if (options.ena_support !== undefined)
    await ec2.call('ModifyInstanceAttribute', { InstanceId: id, EnaSupport: { Value: options.ena_support } }, signal)
  if (options.sriov_support)
    await ec2.call('ModifyInstanceAttribute', { InstanceId: id, SriovNetSupport: { Value: 'simple' } }, signal)
  return stopped
}

interface Capture {
  readonly machine: Machine
  readonly stopped?: Instance
  readonly network: Network
  readonly base: Base
  readonly isNamed: boolean
}

async function capture(
  ec2: Ec2,
  { machine, stopped, network, base, isNamed }: Capture,
  options: Options,
  context: BuildContext,
): Promise<Pick<Candidate, 'imageId' | 'snapshots'>> {
  const imageId = await context.step('create image', () =>
    context.keep(image(ec2), {
      tags: candidateTags(options, context, base),
      capture: {
        InstanceId: machine.id,
        Name: isNamed ? options.ami_name : interimName(context, machine.id),
        Description: descriptionOf(options, context, base),
        BlockDeviceMappings: mappings(options.ami_block_device_mappings),
      },
    }),
  )
  const made = await context.step('wait for the image', async signal => {
    const onProgress = (percent: number) => context.progress(`${imageId}: snapshots at ${percent} %`, percent / 100)
    const [available] = await Promise.all([
      untilImageAvailable(ec2, imageId, { signal, pace: paceOf(ec2, options), onProgress }),
      letGo(ec2, machine, stopped, network, context, signal),
    ])
    // Its cost ends here. That it is really gone is seen to at the end, and so is a failure of this call.
    await instance(ec2)
      .hasten?.(machine.id, signal)
      .catch(() => undefined)
    return available
  })
  return { imageId, snapshots: snapshotsOf(made) }
}

export function descriptionOf(options: Options, context: BuildContext, base: Base): string | undefined {
  const text = options.ami_description ?? ''
  return (text.includes('{{') ? context.render(text, { ...base.data }) : text) || undefined
}

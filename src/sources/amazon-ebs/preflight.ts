/** Asked before anything is made, or before the provisioners run: what AWS would refuse only when the work is done, it may as well refuse now. */
import type { BuildContext } from '../../model/plugin'
import { accessFrom } from '../../platforms/aws/access-options'
import type { Ec2 } from '../../platforms/aws/connect'
import type { Base } from './base'
import { type Given, needsIn, refusals } from './dry-runs'
import { checkFastLaunch } from './fast-launch'
import { checkKeys } from './keys'
import { checkName } from './name'
import type { Network } from './network'
import type { Options } from './options'
import type { Need } from './permissions'
import { checkQuotas } from './quotas'
import { adviceFor, described } from './refusals'
import { checkRegions } from './regions'
import { isSpot } from './spot'

/** What is made before the provisioners run, in this order, as far as a dry run is refused for certain when the call itself would be. */
const early = ['ImportKeyPair', 'CreateSecurityGroup', 'CreateLaunchTemplate', 'RunInstances'].map(action => `ec2:${action}`)

/** What happens only after the provisioners. */
const late = [
  ...['CopyImage', 'ModifyImageAttribute', 'ModifySnapshotAttribute'],
  ...['EnableImageDeprecation', 'EnableImageDeregistrationProtection'],
].map(action => `ec2:${action}`)

/** Regions, name, keys, quotas and permissions; throws at the first that is certain to fail. Refused dry runs on stand-ins are a warning. */
export async function preflight(
  ec2: Ec2,
  options: Options,
  context: BuildContext,
  base: Base,
  network: Network,
  signal: AbortSignal,
): Promise<void> {
  await checkRegions(ec2, options, context, signal)
  const access = await accessFrom(options)
  const given = { ec2, options, context, base, network }
  await Promise.all([
    checkName(ec2, options, context, signal),
    checkKeys(access, options, context, signal),
    checkQuotas(access, options, context, signal),
    checkFastLaunch(ec2, options, context, base, signal),
    demandEarly(given, signal),
    warnOfRefusals(given, signal),
  ])
}

/** Throws the refusal of what would be made within seconds: nothing is made yet that would have to be removed again. */
async function demandEarly(given: Given, signal: AbortSignal): Promise<void> {
  const found = await refusals(given, earlyNeeds(given), signal)
  const certain = found.find(({ error }) => !isOfStandIn(error.message))
  if (certain) throw certain.error
}

function earlyNeeds(given: Given): readonly Need[] {
  const { options } = given
  const needs = needsIn(given)
    .filter(({ action }) => early.includes(action))
    .sort((a, b) => early.indexOf(a.action) - early.indexOf(b.action))
  // A fleet asks for spot machines of several types, of which a policy may allow some.
  const asked = isSpot(options) ? needs.filter(({ action }) => action !== 'ec2:RunInstances') : needs
  const makesProfile = options.temporary_iam_instance_profile_policy_document && !options.iam_instance_profile
  // What is made first needs no trial: when it is refused nothing was made.
  return makesProfile ? asked : asked.slice(1)
}

/** A policy may tell the default group, which stands in at the trial of a launch, from the one that is to be made. */
const isOfStandIn = (message: string): boolean => /on resource: \S+:(security-group|key-pair)\//.test(message)

async function warnOfRefusals(given: Given, signal: AbortSignal): Promise<void> {
  const { ec2, options, context } = given
  if (options.skip_create_ami) return
  const needs = needsIn(given).filter(({ action }) => late.includes(action))
  const refused = await refusals(given, needs, signal)
  if (refused.length === 0) return
  const advice = adviceFor(
    refused.map(({ need }) => need.action),
    context,
  )
  // A policy may tell the source image, which stands in, from the image that is to be made.
  context.warn(`AWS may refuse what follows the build: ${refused.map(each => described(each, ec2)).join(', ')}. ${advice}`)
}

/** Throws when no image could be made of the machine. It exists by now, so a refusal is certain. */
export async function checkCapture(given: Given, signal: AbortSignal): Promise<void> {
  const onMachine = ['ec2:CreateImage', 'ec2:ModifyInstanceAttribute']
  const needs = needsIn(given).filter(({ action }) => onMachine.includes(action))
  const [refusal] = await refusals(given, needs, signal)
  if (refusal) throw refusal.error
}

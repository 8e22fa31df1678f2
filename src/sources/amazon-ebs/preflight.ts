/** Asked before anything is made, or before the provisioners run: what AWS would refuse only when the work is done, it may as well refuse now. */
import type { BuildContext } from '../../model/plugin'
import { accessFrom } from '../../platforms/aws/access-options'
import type { Ec2 } from '../../platforms/aws/connect'
import type { Base } from './base'
import { type Given, needsIn, refusals } from './dry-runs'
import { checkKeys } from './keys'
import { checkName } from './name'
import type { Options } from './options'
import { checkQuotas } from './quotas'
import { adviceFor, described } from './refusals'
import { checkRegions } from './regions'

/** What happens only after the provisioners. The launch follows in seconds, so it need not be asked for twice. */
const late = [
  ...['CopyImage', 'ModifyImageAttribute', 'ModifySnapshotAttribute'],
  ...['EnableImageDeprecation', 'EnableImageDeregistrationProtection'],
].map(action => `ec2:${action}`)

/** Regions, name, keys and quotas; throws at the first that is certain to fail. Refused dry runs on stand-ins are a warning. */
export async function preflight(
  ec2: Ec2,
  options: Options,
  context: BuildContext,
  base: Base,
  signal: AbortSignal,
): Promise<void> {
  await checkRegions(ec2, options, context, signal)
  const access = await accessFrom(options)
  await Promise.all([
    checkName(ec2, options, context, signal),
    checkKeys(access, options, context, signal),
    checkQuotas(access, options, context, signal),
  ])
  await warnOfRefusals({ ec2, options, context, base }, signal)
}

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

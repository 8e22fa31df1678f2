/** One refusal seldom comes alone: when AWS refuses the first thing, all that it would refuse is told at once, not run by run. */
import { Failure } from '../../model/failure'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { type AwsError, isAws } from '../../platforms/aws/errors'
import { findBase } from './base'
import { type Given, needsIn, type Refusal, refusals } from './dry-runs'
import { isForced } from './name'
import { chooseNetwork } from './network'
import type { Options } from './options'
import { needsOf } from './permissions'

/** Before the provisioners: nothing is lost yet but seconds. Rejects with the same error when it is no refusal. */
export async function refusedAtOnce<T>(ec2: Ec2, options: Options, context: BuildContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isAws(error, 'UnauthorizedOperation')) throw error
    throw told(error, await others(ec2, options, context, error).catch(() => []), ec2, options, context)
  }
}

async function others(ec2: Ec2, options: Options, context: BuildContext, error: AwsError): Promise<readonly Refusal[]> {
  const { signal } = context
  const unknown = { id: 'ami-00000000000000000', name: '', isWindows: false } as Given['base']
  const base = await findBase(ec2, options, signal).catch(() => unknown)
  const network = await chooseNetwork(ec2, options, signal).catch(() => undefined)
  const given: Given = { ec2, options, context, base, network }
  const found = await refusals(given, needsIn(given), signal)
  return found.filter(({ need, region }) => need.action !== error.action || region !== ec2.region)
}

function told(error: AwsError, more: readonly Refusal[], ec2: Ec2, options: Options, context: BuildContext): Failure {
  const need = needsOf(options, context.communicator, isForced(options, context)).find(({ action }) => action === error.action)
  const all = [`${error.action} ${need?.purpose ?? ''}`.trim(), ...more.map(refusal => described(refusal, ec2))]
  return new Failure('failed', `AWS refuses what this template needs: ${all.join(', ')}`, {
    advice: adviceFor([error.action ?? '', ...more.map(refusal => refusal.need.action)], context),
    evidence: [error, ...more.map(refusal => refusal.error)].map(evidenceOf).join('\n'),
    cause: error,
  })
}

/** `ec2:CopyImage in eu-west-1 for ami_regions`. */
export const described = ({ need, region }: Refusal, ec2: Ec2): string =>
  `${need.action} ${region === ec2.region ? '' : `in ${region} `}${need.purpose}`

export const adviceFor = (actions: readonly string[], { run }: BuildContext): string =>
  `Allow ${[...new Set(actions)].join(', ')}; \`ingot iam-policy ${run.template}\` prints all that the template needs.`

const evidenceOf = ({ message, details }: AwsError): string => [message, details.evidence].filter(Boolean).join(' ')

/** From options to a region of the cloud. */
import type { BuildContext } from '../../model/plugin'
import { accessFrom, loanOf } from '../../platforms/aws/access-options'
import { connect, type Ec2 } from '../../platforms/aws/connect'
import { type Pace, paceFrom } from '../../platforms/aws/pace'
import { awsLease } from '../../platforms/hashicorp/aws-leases'
import type { Options } from './options'

export const reachCloud = async (options: Options): Promise<Ec2> => connect(await accessFrom(options))

/** Before anything is made: what is acquired first is released last, when nothing needs the keys any more. */
export async function holdKeys(options: Options, context: BuildContext): Promise<void> {
  const loan = loanOf(options)
  if (loan) await context.step('borrow keys from Vault', () => context.acquire(awsLease(loan, context), loan))
}

export const paceOf = (ec2: Ec2, options: Options): Pace => paceFrom(ec2.loopback, options.aws_polling)

/** From options to a region of the cloud. */
import { accessFrom } from '../../platforms/aws/access-options'
import { connect, type Ec2 } from '../../platforms/aws/connect'
import { type Pace, paceFrom } from '../../platforms/aws/pace'
import type { Options } from './options'

export const reachCloud = async (options: Options): Promise<Ec2> => connect(await accessFrom(options))

export const paceOf = (ec2: Ec2, options: Options): Pace => paceFrom(ec2.loopback, options.aws_polling)

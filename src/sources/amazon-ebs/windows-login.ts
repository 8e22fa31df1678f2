/** By which password a Windows of ours is entered. */
import type { Reach } from '../../model/communicator'
import type { CommunicatorOptions } from '../../model/communicator-options'
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import type { Options } from './options'
import { asksForPassword, passwordNow, untilPassword } from './windows-password'

/** Of build machines, by the options that their test machines share: an image without Sysprep keeps the password. */
const known = new WeakMap<CommunicatorOptions, string>()

/** Nothing, where the template says it or nobody has to enter. Waits for a password that Windows has to make first. */
export async function windowsLogin(
  ec2: Ec2,
  id: string,
  privateKey: string | undefined,
  options: Options,
  context: BuildContext,
  purpose: 'build' | 'test',
): Promise<Pick<Reach, 'password' | 'otherPassword'>> {
  if (!asksForPassword(context.communicator)) return {}
  const kept = purpose === 'test' ? known.get(context.communicator) : undefined
  if (kept !== undefined) return { password: kept, otherPassword: signal => passwordNow(ec2, id, privateKey, context, signal) }
  const password = await untilPassword(ec2, id, privateKey, options, context)
  known.set(context.communicator, password)
  return { password }
}

/** The instance profile of the build machine: the template's, or one made for the time of the build from a policy. */
import type { BuildContext } from '../../model/plugin'
import { accessFrom } from '../../platforms/aws/access-options'
import { openIam } from '../../platforms/aws/iam'
import { empower, instanceProfile, role } from '../../platforms/aws/resources/instance-profile'
import type { Tags } from '../../platforms/aws/tags'
import type { Options } from './options'

export interface Profile {
  /** Or ARN. Undefined: none. */
  readonly name?: string
  readonly isNew: boolean
}

export async function profileFor(options: Options, context: BuildContext, tags: Tags): Promise<Profile> {
  const document = options.temporary_iam_instance_profile_policy_document
  if (options.iam_instance_profile || !document) return { name: options.iam_instance_profile || undefined, isNew: false }
  return context.step('make instance profile', async signal => {
    const iam = openIam(await accessFrom(options))
    const roleName = await context.acquire(role(iam), { tags })
    const name = await context.acquire(instanceProfile(iam), { tags })
    await empower(iam, name, roleName, policyOf(document), signal)
    return { name, isNew: true }
  })
}

type Document = NonNullable<Options['temporary_iam_instance_profile_policy_document']>

export const policyOf = ({ Version, Statement }: Document): string =>
  JSON.stringify({ Version: Version || '2012-10-17', Statement })

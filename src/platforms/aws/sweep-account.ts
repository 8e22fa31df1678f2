/** All that runs left in an account: in EC2 of each region, and in IAM once for all of them. */
import type { Ec2 } from './connect'
import { findOurs, type Swept, type Wanted } from './sweep'
import { findOursInIam } from './sweep-iam'

/** In the order in which a run creates it. `say` hears what could not be looked for. */
export async function findAllOurs(
  regions: readonly Ec2[],
  wanted: Wanted,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<readonly Swept[]> {
  const [any] = regions
  if (!any) return []
  const looks = [findOursInIam(any.place, wanted, say, signal), ...regions.map(ec2 => findOurs(ec2, wanted, signal))]
  return (await Promise.all(looks)).flat()
}

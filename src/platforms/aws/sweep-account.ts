/** All that runs left in an account: in EC2 of each region, and in IAM once for all of them. */
import { setMaxListeners } from 'node:events'
import type { Place } from '../../model/resource'
import type { Ec2 } from './connect'
import { findOurs, type Swept, type Wanted } from './sweep'
import { findOursInIam } from './sweep-iam'

/** Where nobody could look, in the terms of a leftover: what is there stays there. */
export interface Unseen {
  readonly build: ''
  readonly kind: 'region' | 'service'
  readonly id: string
  readonly place: Place
  readonly reason: string
}

export interface Inventory {
  /** In the order in which a run creates it. */
  readonly found: readonly Swept[]
  readonly unseen: readonly Unseen[]
}

/** One place that cannot be looked through keeps nobody from the others; rejects when none can. `say` hears what is not looked for. */
export async function findAllOurs(
  regions: readonly Ec2[],
  wanted: Wanted,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<Inventory> {
  const [any] = regions
  if (!any) return { found: [], unseen: [] }
  // Every question listens, and there are seven for each region.
  setMaxListeners(0, signal)
  const [inIam, ...inRegions] = await Promise.all([
    attempt('service', 'IAM', {}, findOursInIam(any.place, wanted, say, signal)),
    ...regions.map(ec2 => attempt('region', ec2.region, ec2.place, findOurs(ec2, wanted, signal))),
  ])
  signal.throwIfAborted()
  if (inRegions.every(look => 'error' in look)) throw inRegions[0]?.error
  const looks = [inIam, ...inRegions]
  return {
    found: looks.flatMap(look => ('found' in look ? look.found : [])),
    unseen: looks.flatMap(look => ('unseen' in look ? [look.unseen] : [])),
  }
}

const attempt = (kind: Unseen['kind'], id: string, place: Place, look: Promise<readonly Swept[]>) =>
  look.then(
    found => ({ found }),
    (error: Error) => {
      const reason = `it could not be looked through: ${error.message}`
      return { error, unseen: { build: '', kind, id, place, reason } satisfies Unseen }
    },
  )

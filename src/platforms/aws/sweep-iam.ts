/** Roles and profiles that runs left; see sweep.ts. IAM is global, so they are looked for once, and not in each region. */
import type { Place } from '../../model/resource'
import { isAws } from './errors'
import { type Iam, iamOf } from './iam'
import { oneOfOurs, type Swept, type Wanted } from './sweep'

/** IAM's lists hold no tags: what has a name as our tokens are is asked for them. */
const NAME = /^ingot-/

/** Empty where EC2 is another's, whose roles are not AWS's. Who may not look is told so, by `say`. */
export async function findOursInIam(
  place: Place,
  wanted: Wanted,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<readonly Swept[]> {
  const iam = iamOf(place)
  if (!iam) return []
  try {
    return (await Promise.all([roles(iam, wanted, signal), profiles(iam, wanted, signal)])).flat()
  } catch (error) {
    // An endpoint for all services may have no IAM: the sandbox, for one.
    if (!isAws(error, 'AccessDenied*', 'InvalidAction', 'UnknownOperation*')) throw error
    say(`Roles and instance profiles are not looked for: ${(error as Error).message}`)
    return []
  }
}

async function roles(iam: Iam, wanted: Wanted, signal: AbortSignal): Promise<Swept[]> {
  const names = await pages(async Marker => {
    const { Roles = [], ...rest } = await iam.call('ListRoles', { Marker }, signal)
    return { ...rest, names: Roles.map(({ RoleName = '' }) => RoleName) }
  })
  const found = names.map(async name => {
    const answer = await unlessGone(iam.call('GetRole', { RoleName: name }, signal))
    return oneOfOurs(iam.place, wanted, 'aws.iam-role', name, answer?.Role?.Tags)
  })
  return (await Promise.all(found)).flat()
}

async function profiles(iam: Iam, wanted: Wanted, signal: AbortSignal): Promise<Swept[]> {
  const names = await pages(async Marker => {
    const { InstanceProfiles = [], ...rest } = await iam.call('ListInstanceProfiles', { Marker }, signal)
    return { ...rest, names: InstanceProfiles.map(({ InstanceProfileName = '' }) => InstanceProfileName) }
  })
  const found = names.map(async name => {
    const answer = await unlessGone(iam.call('GetInstanceProfile', { InstanceProfileName: name }, signal))
    return oneOfOurs(iam.place, wanted, 'aws.iam-instance-profile', name, answer?.InstanceProfile?.Tags)
  })
  return (await Promise.all(found)).flat()
}

interface Page {
  readonly names: readonly string[]
  readonly Marker?: string
  readonly IsTruncated?: boolean
}

async function pages(ask: (marker?: string) => Promise<Page>): Promise<readonly string[]> {
  const all: string[] = []
  for (let marker: string | undefined; ; ) {
    const { names, IsTruncated, Marker } = await ask(marker)
    all.push(...names.filter(name => NAME.test(name)))
    if (!IsTruncated || !Marker) return all
    marker = Marker
  }
}

/** The run that made it may be cleaning up itself. */
async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (isAws(error, 'NoSuchEntity*')) return undefined
    throw error
  }
}

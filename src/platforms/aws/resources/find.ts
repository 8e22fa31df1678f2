/** What every kind does alike: being sure of what is there, in spite of lost replies and an API that is eventually consistent. */
import { delay } from '../../../lib/abort'
import { isAws } from '../errors'

/** EC2 or IAM. */
type Cloud = { readonly loopback: boolean }

/** A new thing may be unknown to a part of AWS for some seconds; this often it is asked for before it counts as absent. */
const looks = 5
const pauseBetween = (cloud: Cloud, signal: AbortSignal) => delay(cloud.loopback ? 50 : 3000, signal)

export async function findSurely<Id extends string>(
  cloud: Cloud,
  signal: AbortSignal,
  look: () => Promise<readonly Id[]>,
): Promise<readonly Id[]> {
  for (let left = looks - 1; ; left--) {
    const found = await look()
    if (found.length > 0 || left === 0) return found
    await pauseBetween(cloud, signal)
  }
}

/** Deletes what may be gone already, which is success: undefined then. */
export async function unlessGone<T>(
  cloud: Cloud,
  codes: readonly string[],
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T | undefined> {
  for (let left = looks - 1; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (!isAws(error, ...codes)) throw error
      if (left === 0) return undefined
      await pauseBetween(cloud, signal)
    }
  }
}

/**
 * A create whose reply was lost is sent again by the SDK, and then collides with what it made itself: when something bears the
 * token, that is ours; else the name was taken before.
 */
export async function orMineAlready<Id extends string>(
  codes: readonly string[],
  create: () => Promise<Id>,
  find: () => Promise<readonly Id[]>,
): Promise<Id> {
  try {
    return await create()
  } catch (error) {
    const [mine] = isAws(error, ...codes) && !error.refused ? await find() : []
    if (mine === undefined) throw error
    return mine
  }
}

/** An answer without the one thing that was asked for; no AWS does this. */
export function given<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the endpoint's reply has no ${what}`)
  return value
}

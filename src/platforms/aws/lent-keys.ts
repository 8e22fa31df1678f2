/** Keys that another service lends for a time (vault_aws_engine). Platforms do not see each other, so the catalog says who lends. */
import { delay } from '../../lib/abort'
import { type Access, isLoopback, type Keys } from './access'
import { isAws } from './errors'

/** What to ask for; no secret. */
export interface Loan {
  /** Path of the secrets engine. */
  readonly engine: string
  /** Name of the role in Vault. */
  readonly role: string
  /** Of AWS, where Vault's role allows several. */
  readonly roleArn?: string
  /** As Go writes durations: `15m`. */
  readonly ttl?: string
}

export interface LentKeys extends Keys {
  readonly lentAt: Date
  readonly expiration?: Date
}

/** The keys that hold now: those of before as long as they do. Rejects with Failure. */
export type Lender = (loan: Loan) => Promise<LentKeys>

let lender: Lender | undefined

export const lendKeysBy = (lend: Lender): void => {
  lender = lend
}

/** The SDK asks again for keys that end within five minutes. */
const ASK_AGAIN_MILLISECONDS = 5 * 60_000

/** For a client: it asks each time, as keys may be given back while a client that knew them lives on. */
export const providerOf = (loan: Loan) => async () => {
  const { accessKeyId, secretAccessKey, sessionToken } = await lent(loan)
  return { accessKeyId, secretAccessKey, sessionToken, expiration: new Date(Date.now() + ASK_AGAIN_MILLISECONDS) }
}

async function lent(loan: Loan): Promise<LentKeys> {
  if (!lender) throw new Error('nobody lends keys')
  return lender(loan)
}

/** Milliseconds in which AWS gets to know the keys of a new user everywhere. */
const UNKNOWN_MILLISECONDS = 120_000
const PAUSE_MILLISECONDS = 2000
const unknownKeys = ['AuthFailure', 'InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId']

/** Does `work` again while AWS does not know keys that were lent a moment ago. Rejects with what `work` does. */
export async function whileUnknown<T>(access: Access, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!access.loan || !isAws(error, ...unknownKeys)) throw error
      const { lentAt } = await lent(access.loan)
      if (Date.now() - lentAt.getTime() > UNKNOWN_MILLISECONDS) throw error
      await delay(isLoopback(access.endpoint) ? 50 : PAUSE_MILLISECONDS, signal)
    }
  }
}

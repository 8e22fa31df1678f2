/** What the holds of one build share: the journal, the token counter of the run, and the way to tell. */
import type { EventBody } from '../model/event'
import type { Journal } from './journal'

export interface Ledger {
  readonly build: string
  readonly journal: Pick<Journal, 'append'>
  /** Unique in the run and among runs; letters, digits and dashes, at most 64 of them, as ClientTokens demand. */
  newToken(): string
  emit(event: EventBody): void
}

/** A resource kind is everything there is to know about one kind of thing that could be left behind. */

export interface ResourceKind<Request, Id extends string = string> {
  /** `platform.thing`, the name under which the journal finds the kind again in another process. */
  readonly name: string
  /** What another process needs to reach the same place again (region, endpoint, profile). Printed; never holds a secret. */
  readonly place: Place
  /** What `find` and `release` need of the request in another process: written with the intent, as JSON. Never holds a secret. */
  record?(request: Request): ResourceRecord
  /** The token makes the thing findable when the reply is lost: a ClientToken, a tag, or part of a name. */
  create(request: Request, token: string, signal: AbortSignal): Promise<Id>
  /** True when `create` failed so that for certain nothing was made (an answer that says no); `find` is spared then. */
  refused?(error: unknown): boolean
  /** All that bear the token; retries briefly where the API is eventually consistent. */
  find(token: string, signal: AbortSignal, record?: ResourceRecord): Promise<readonly Id[]>
  /** Removes it and waits until it no longer hinders others. Already gone is success. */
  release(id: Id, signal: AbortSignal, record?: ResourceRecord): Promise<void>
  /** Sends the request that stops cost (terminate) and does not wait; used when the process may be killed within seconds. */
  hasten?(id: Id, signal: AbortSignal): Promise<void>
}

export type ResourceRecord = Readonly<Record<string, unknown>>

export type Place = Readonly<Record<string, string>>

/** The same kind in another process, from what the journal says. */
export type ResourceKindAt = (place: Place) => ResourceKind<never>

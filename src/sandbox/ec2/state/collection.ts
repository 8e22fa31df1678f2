/** All of one kind of resource in a region, with what EC2 says when an ID is not there. */
import { Ec2Error } from '../protocol/error'
import type { Resource } from './records'

export interface Kind {
  /** As in `ami-0123`. */
  readonly prefix: string
  /** As TagSpecification and DescribeTags call it. */
  readonly type: string
  /** Stem of the error codes `X.NotFound` and `X.Malformed`. */
  readonly code: string
  readonly missing: (id: string) => string
}

export class Collection<T extends Resource> {
  private readonly records = new Map<string, T>()

  constructor(readonly kind: Kind) {}

  /** Throws EC2's `.Malformed` or `.NotFound`. */
  get(id: string): T {
    const record = this.records.get(id)
    if (record) return record
    const { code, prefix, missing } = this.kind
    if (!new RegExp(`^${prefix}-[0-9a-f]+$`).test(id))
      throw new Ec2Error(`${code}.Malformed`, `Invalid id: "${id}" (expecting "${prefix}-...")`)
    throw new Ec2Error(`${code}.NotFound`, missing(id))
  }

  find(id: string | undefined): T | undefined {
    return id === undefined ? undefined : this.records.get(id)
  }

  /** All, or exactly those that are named. */
  select(ids: readonly string[]): T[] {
    return ids.length === 0 ? this.all() : [...new Set(ids)].map(id => this.get(id))
  }

  all(): T[] {
    return [...this.records.values()]
  }

  add(record: T): T {
    this.records.set(record.id, record)
    return record
  }

  delete(id: string): void {
    this.records.delete(id)
  }

  toJSON(): T[] {
    return this.all()
  }
}

/** Ranges in a text that has a line table: their ends are looked up when somebody asks, which for most of them nobody does. */
import type { LineTable } from './line-table'
import type { Position, Range } from './source'

export class Span implements Range {
  constructor(
    protected readonly source: LineTable,
    /** Offsets in UTF-16 units. */
    readonly from: number,
    readonly to: number,
  ) {}

  /** In UTF-16 units. */
  get length(): number {
    return this.to - this.from
  }

  get file(): string {
    return this.source.file
  }

  get start(): Position {
    return this.source.at(this.from)
  }

  get end(): Position {
    return this.source.at(this.to)
  }

  static between(from: Range, to: Range): Range {
    const isOneText = from instanceof Span && to instanceof Span && from.source === to.source
    return isOneText ? new Span(from.source, from.from, to.to) : { file: from.file, start: from.start, end: to.end }
  }

  static startOf(range: Range): Range {
    return range instanceof Span ? new Span(range.source, range.from, range.from) : { ...range, end: range.start }
  }

  static endOf(range: Range): Range {
    return range instanceof Span ? new Span(range.source, range.to, range.to) : { ...range, start: range.end }
  }

  /** As plain data: for diagnostics, which leave the language. */
  toJSON(): Range {
    return { file: this.file, start: this.start, end: this.end }
  }
}

export const { between, startOf, endOf } = Span
export const settled = (range: Range): Range => (range instanceof Span ? range.toJSON() : range)

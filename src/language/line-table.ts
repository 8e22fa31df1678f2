/** Finds the position of an offset when it is asked for: most tokens of a template without mistakes never are. */
import type { Position, Range } from './source'
import { advance } from './source-text'

export class LineTable {
  /** Offsets at which lines begin. */
  private readonly starts: readonly number[]
  private readonly positions: readonly Position[]
  /** Where the last search ended; the next one is mostly a little further on in the same line. */
  private line = 0
  private offset = 0
  private position: Position

  constructor(
    readonly text: string,
    readonly file: string,
    first: Position,
  ) {
    const starts = [0]
    const positions = [first]
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      const line = text.slice(starts[starts.length - 1], at + 1)
      positions.push(advance(positions[positions.length - 1]!, line))
      starts.push(at + 1)
    }
    this.starts = starts
    this.positions = positions
    this.position = first
  }

  range(from: number, to: number): Range {
    const start = this.at(from)
    return { file: this.file, start, end: from === to ? start : this.at(to) }
  }

  private at(offset: number): Position {
    if (offset < this.offset || offset >= (this.starts[this.line + 1] ?? Number.POSITIVE_INFINITY)) this.goToLineOf(offset)
    if (offset > this.offset) this.position = advance(this.position, this.text.slice(this.offset, offset))
    this.offset = offset
    return this.position
  }

  private goToLineOf(offset: number): void {
    let [low, high] = [0, this.starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    this.line = low
    this.offset = this.starts[low]!
    this.position = this.positions[low]!
  }
}

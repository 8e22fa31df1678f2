/** Finds the position of an offset. Nothing is counted before somebody asks: of a template without mistakes nobody does. */
import type { Position } from './source'
import { advance } from './source-text'

export class LineTable {
  private lines?: readonly { readonly offset: number; readonly position: Position }[]
  /** Where the last search ended; the next one is mostly a little further on in the same line. */
  private line = -1
  private offset = 0
  private position: Position

  constructor(
    readonly text: string,
    readonly file: string,
    private readonly first: Position,
  ) {
    this.position = first
  }

  at(offset: number): Position {
    this.lines ??= this.findLines()
    if (this.line < 0 || offset < this.offset || offset >= (this.lines[this.line + 1]?.offset ?? Number.POSITIVE_INFINITY))
      this.goToLineOf(offset, this.lines)
    if (offset > this.offset) this.position = advance(this.position, this.text.slice(this.offset, offset))
    this.offset = offset
    return this.position
  }

  private findLines() {
    const { text } = this
    const lines = [{ offset: 0, position: this.first }]
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      const last = lines[lines.length - 1]!
      lines.push({ offset: at + 1, position: advance(last.position, text.slice(last.offset, at + 1)) })
    }
    return lines
  }

  private goToLineOf(offset: number, lines: NonNullable<LineTable['lines']>): void {
    let [low, high] = [0, lines.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (lines[middle]!.offset <= offset) low = middle
      else high = middle - 1
    }
    this.line = low
    this.offset = lines[low]!.offset
    this.position = lines[low]!.position
  }
}

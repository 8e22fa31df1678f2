/** Where things stand in a template: every token, node and diagnostic carries a Range. */

/** `line` and `column` count from 1, columns in grapheme clusters; `byte` is an offset into the UTF-8 text, BOM included. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly byte: number
}

export interface Range {
  readonly file: string
  readonly start: Position
  readonly end: Position
}

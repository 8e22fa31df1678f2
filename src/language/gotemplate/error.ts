/** What went wrong in a Go template, in Go's words: `template: name:line:column: …`. */
export class GoTemplateError extends Error {
  constructor(
    message: string,
    /** From 1. */
    readonly line: number,
    /** From 1, in UTF-8 bytes; Go's own message counts it from 0. */
    readonly column: number,
  ) {
    super(message)
  }
}

/** Line and column of an offset in UTF-16 units. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: Buffer.byteLength(before.slice(lineStart)) + 1 }
}

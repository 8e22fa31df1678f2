/** Brackets that do not match: which reading of one leaves the rest of the file in better order. */
import type { Bracket, JsonScanner, JsonToken } from './scanner'

export type Closer = '}' | ']'

export interface OpenBracket {
  readonly close: Closer
  readonly token: JsonToken
  /** The column in which its line begins. */
  readonly indentation: number
}

/** How many brackets match nothing from here on, with these closers awaited, outermost first. */
export function mismatches(scanner: JsonScanner, token: JsonToken, awaited: readonly Closer[]): number {
  const open: Closer[] = [...awaited]
  let count = 0
  for (let { kind } = token; kind !== 'end'; { kind } = scanner.next()) {
    if (kind === '{' || kind === '[') open.push(kind === '{' ? '}' : ']')
    else if (isCloser(kind)) {
      if (open[open.length - 1] !== kind) count++
      if (open.includes(kind)) open.length = open.lastIndexOf(kind)
    }
  }
  return count + open.length
}

export const isCloser = (kind: JsonToken['kind']): kind is Closer & Bracket => kind === '}' || kind === ']'

export const closerOf = (kind: JsonToken['kind']): Closer => (kind === '{' ? '}' : ']')

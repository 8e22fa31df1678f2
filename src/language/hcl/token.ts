/** The words of HCL's native syntax. Spaces are not tokens; comments and newlines are, for the formatter and for statements. */
import type { LineTable } from '../line-table'
import type { Range } from '../source'
import { Span } from '../span'

export type TokenKind =
  | 'identifier'
  | 'number'
  | 'openQuote'
  | 'closeQuote'
  | 'openHeredoc'
  | 'closeHeredoc'
  /** Literal text inside a template, escapes still in it; in heredocs one token a line. */
  | 'literal'
  /** `${` or `${~` */
  | 'interpolation'
  /** `%{` or `%{~` */
  | 'directive'
  /** `}` or `~}` */
  | 'sequenceEnd'
  | 'newline'
  | 'comment'
  /** Where a template breaks off at the end of a line or of the file; empty. */
  | 'unterminated'
  | 'endOfFile'
  | 'invalid'
  | Punctuation

const PUNCTUATION = [
  ...(['...', '=>', '==', '!=', '<=', '>=', '&&', '||', '::'] as const),
  ...(['{', '}', '[', ']', '(', ')', '.', ',', ':', '?', '=', '!', '<', '>', '+', '-', '*', '/', '%'] as const),
]
export type Punctuation = (typeof PUNCTUATION)[number]

const KNOWN: ReadonlySet<string> = new Set(PUNCTUATION)

/** The longest punctuation there. */
export function punctuationAt(text: string, offset: number): Punctuation | undefined {
  const character = text[offset]!
  if (character === '.' && text.startsWith('...', offset)) return '...'
  const pair = character + text[offset + 1]
  return (KNOWN.has(pair) ? pair : KNOWN.has(character) ? character : undefined) as Punctuation | undefined
}

/** It is its own range. */
export class Token extends Span {
  constructor(
    readonly kind: TokenKind,
    source: LineTable,
    from: number,
    to: number,
  ) {
    super(source, from, to)
  }

  get text(): string {
    return this.source.text.slice(this.from, this.to)
  }

  get range(): Range {
    return this
  }
}

/** All tokens of a text, kinds and places apart: of most of a large file's hundreds of thousands only the kind is asked. */
export class TokenTable implements Iterable<Token> {
  readonly kinds: TokenKind[] = []
  /** Start and end of each, in turn. */
  private places: Uint32Array

  constructor(private readonly source: LineTable) {
    this.places = new Uint32Array(source.text.length + 2)
  }

  add(kind: TokenKind, start: number, end: number): void {
    const at = 2 * this.kinds.push(kind) - 2
    if (at + 1 >= this.places.length) this.grow()
    this.places[at] = start
    this.places[at + 1] = end
  }

  private grow(): void {
    const before = this.places
    this.places = new Uint32Array(2 * before.length)
    this.places.set(before)
  }

  at(index: number): Token {
    return new Token(this.kinds[index]!, this.source, this.places[2 * index]!, this.places[2 * index + 1]!)
  }

  *[Symbol.iterator]() {
    for (let i = 0; i < this.kinds.length; i++) yield this.at(i)
  }
}

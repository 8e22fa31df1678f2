/** The words of JSON, with their places. Wrong ones are words too: the parser says what is wrong with them. */
import type { Position, Range } from '../source'
import { advance } from '../source-text'

export interface JsonToken {
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | '=' | 'string' | 'number' | 'keyword' | 'invalid' | 'end'
  readonly text: string
  readonly range: Range
}

const SPACE = /[ \t\r\n]+/y
/** A string may lack its closing quote at the end of the line; the parser sees that. */
const STRING = /"(?:[^"\\\n]|\\[^\n])*"?/y
const NUMBER = /[-+.0-9][-+.0-9a-zA-Z]*/y
const KEYWORD = /[\p{ID_Start}_$][\p{ID_Continue}$]*/uy
const PUNCTUATION = '{}[]:,='

export class JsonScanner {
  private offset = 0

  constructor(
    private readonly text: string,
    private readonly file: string,
    private position: Position,
  ) {}

  next(): JsonToken {
    const spaces = this.match(SPACE)
    if (spaces > 0) this.emit('invalid', spaces)
    const character = this.text[this.offset]
    if (character === undefined) return this.emit('end', 0)
    if (PUNCTUATION.includes(character)) return this.emit(character as JsonToken['kind'], 1)
    if (character === '"') return this.emit('string', this.match(STRING))
    const number = this.match(NUMBER)
    if (number > 0) return this.emit('number', number)
    const keyword = this.match(KEYWORD)
    return keyword > 0
      ? this.emit('keyword', keyword)
      : this.emit('invalid', this.text.codePointAt(this.offset)! > 0xffff ? 2 : 1)
  }

  private match(pattern: RegExp): number {
    pattern.lastIndex = this.offset
    return pattern.test(this.text) ? pattern.lastIndex - this.offset : 0
  }

  private emit(kind: JsonToken['kind'], length: number): JsonToken {
    const text = this.text.slice(this.offset, this.offset + length)
    const start = this.position
    this.position = advance(start, text)
    this.offset += length
    return { kind, text, range: { file: this.file, start, end: this.position } }
  }
}

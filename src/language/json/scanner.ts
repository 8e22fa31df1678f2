/** The words of JSON, with their places. Wrong ones are words too: the parser says what is wrong with them. */
import type { Position, Range } from '../source'
import { advance } from '../source-text'

export interface JsonToken {
  /** `quoted` stands in quotes that are not JSON's; comments are none of its words either. */
  readonly kind: Bracket | ':' | ',' | '=' | 'string' | 'quoted' | 'number' | 'keyword' | 'comment' | 'invalid' | 'end'
  readonly text: string
  readonly range: Range
  /** In UTF-16 units. */
  readonly offset: number
  readonly beginsLine: boolean
}

export type Bracket = '{' | '}' | '[' | ']'

const SPACE = /[ \t\r\n]+/y
/** A string may lack its closing quote at the end of the line; the parser sees that. */
const STRING = /"(?:[^"\\\n]|\\[^\n])*"?/y
const QUOTED = /'(?:[^'\\\n]|\\[^\n])*'|`[^`\n]*`|[“”][^“”\n]*[“”]|[‘’][^‘’\n]*[‘’]/y
const COMMENT = /(?:#|\/\/)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y
const NUMBER = /[-+.0-9][-+.0-9a-zA-Z]*/y
const KEYWORD = /[\p{ID_Start}_$][\p{ID_Continue}$]*/uy
const PUNCTUATION = '{}[]:,='

export class JsonScanner {
  constructor(
    readonly text: string,
    private readonly file: string,
    private position: Position,
    private offset = 0,
  ) {}

  /** Reads on from where this one is. */
  copy(): JsonScanner {
    return new JsonScanner(this.text, this.file, this.position, this.offset)
  }

  next(): JsonToken {
    const from = this.offset
    this.skip(this.match(SPACE))
    const beginsLine = this.offset === 0 || this.text.slice(from, this.offset).includes('\n')
    const character = this.text[this.offset]
    const token = (kind: JsonToken['kind'], length: number) => this.emit(kind, length, beginsLine)
    if (character === undefined) return token('end', 0)
    if (PUNCTUATION.includes(character)) return token(character as JsonToken['kind'], 1)
    if (character === '"') return token('string', this.match(STRING))
    const number = this.match(NUMBER)
    if (number > 0) return token('number', number)
    const keyword = this.match(KEYWORD)
    if (keyword > 0) return token('keyword', keyword)
    const quoted = this.match(QUOTED)
    if (quoted > 0) return token('quoted', quoted)
    const comment = this.match(COMMENT)
    return comment > 0 ? token('comment', comment) : token('invalid', this.text.codePointAt(this.offset)! > 0xffff ? 2 : 1)
  }

  /** How many characters match here. */
  match(pattern: RegExp, offset = this.offset): number {
    pattern.lastIndex = offset
    return pattern.test(this.text) ? pattern.lastIndex - offset : 0
  }

  /** Continues `length` characters behind the beginning of a token that was read before. */
  goBehind(token: JsonToken, length: number): void {
    this.offset = token.offset
    this.position = token.range.start
    this.skip(length)
  }

  private skip(length: number): void {
    this.position = advance(this.position, this.text.slice(this.offset, this.offset + length))
    this.offset += length
  }

  private emit(kind: JsonToken['kind'], length: number, beginsLine: boolean): JsonToken {
    const { offset, position: start } = this
    this.skip(length)
    const text = this.text.slice(offset, this.offset)
    return { kind, text, offset, beginsLine, range: { file: this.file, start, end: this.position } }
  }
}

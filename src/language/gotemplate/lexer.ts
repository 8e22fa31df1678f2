/** Tokens of a Go template: text, and inside `{{ }}` the small language of actions. */
import { GoTemplateError, placeOf } from './error'

export type TokenKind =
  | 'text'
  | 'open'
  | 'close'
  | 'space'
  | 'string'
  | 'raw'
  | 'character'
  | 'number'
  | 'bool'
  | 'nil'
  | 'dot'
  | 'field'
  | 'variable'
  | 'identifier'
  | 'keyword'
  | 'mark'
  | 'end'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly offset: number
}

const KEYWORDS = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with'])

// Sticky, tried in this order; the first that fits is the token.
const inside: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /[ \t\r\n]+/y],
  ['string', /"(?:[^"\\\n]|\\.)*"/y],
  ['raw', /`[^`]*`/y],
  ['character', /'(?:[^'\\\n]|\\.)+'/y],
  ['number', /[+-]?(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)/y],
  ['variable', /\$[\p{L}\p{Nd}_]*/uy],
  ['field', /\.[\p{L}_][\p{L}\p{Nd}_]*/uy],
  ['dot', /\./y],
  ['identifier', /[\p{L}_][\p{L}\p{Nd}_]*/uy],
  // Whatever else can be printed is for the parser to refuse.
  ['mark', /:=|[!#%&(-_a-~]/y],
]

export class Lexer {
  private readonly tokens: Token[] = []
  private offset = 0

  constructor(
    private readonly source: string,
    private readonly name: string,
  ) {}

  all(): readonly Token[] {
    while (this.offset < this.source.length) this.piece()
    this.push('end', '', this.offset)
    return this.tokens
  }

  fail(message: string, offset: number): GoTemplateError {
    const { line, column } = placeOf(this.source, offset)
    return new GoTemplateError(`template: ${this.name}:${line}: ${message}`, line, column)
  }

  /** Text up to the next action, and that action; `{{-` and `-}}` take the white space beside them along. */
  private piece(): void {
    const open = this.source.indexOf('{{', this.offset)
    const end = open === -1 ? this.source.length : open
    const trims = /^\{\{-[ \t\r\n]/.test(this.source.slice(end, end + 4))
    const text = this.source.slice(this.offset, end)
    const kept = trims ? trimEnd(text) : text
    if (kept !== '') this.push('text', kept, this.offset)
    this.offset = end + (open === -1 ? 0 : trims ? 4 : 2)
    if (open === -1) return
    if (this.source.startsWith('/*', this.offset)) this.comment(open)
    else this.action(open)
  }

  private comment(open: number): void {
    const end = this.source.indexOf('*/', this.offset)
    if (end === -1) throw this.fail('unclosed comment', open)
    const close = /[ \t\r\n]-\}\}|\}\}/y
    close.lastIndex = end + 2
    const found = close.exec(this.source)
    if (!found) throw this.fail('comment ends before closing delimiter', open)
    this.close(close.lastIndex, found[0].length > 2)
  }

  private action(open: number): void {
    this.push('open', '{{', open)
    let parens = 0
    for (;;) {
      const close = /[ \t\r\n]-\}\}|\}\}/y
      close.lastIndex = this.offset
      const found = close.exec(this.source)
      if (found) {
        if (parens > 0) throw this.fail('unclosed left paren', this.offset)
        this.push('close', '}}', this.offset)
        this.close(close.lastIndex, found[0].length > 2)
        return
      }
      const token = this.token(open)
      if (token.text === '(') parens++
      if (token.text === ')') parens--
    }
  }

  private close(offset: number, trims: boolean): void {
    const space = /[ \t\r\n]*/y
    space.lastIndex = offset
    this.offset = trims ? offset + space.exec(this.source)![0].length : offset
  }

  private token(open: number): Token {
    if (this.offset >= this.source.length) throw this.fail('unclosed action', open)
    for (const [kind, pattern] of inside) {
      pattern.lastIndex = this.offset
      const text = pattern.exec(this.source)?.[0]
      if (text === undefined) continue
      const next = this.source[pattern.lastIndex] ?? ''
      if (kind === 'number' && /[\p{L}\p{Nd}_]/u.test(next))
        throw this.fail(`bad number syntax: ${JSON.stringify(text + next)}`, this.offset)
      const token = this.push(kind === 'identifier' ? word(text) : kind, text, this.offset)
      this.offset = pattern.lastIndex
      return token
    }
    throw this.fail(this.unrecognized(), this.offset)
  }

  private unrecognized(): string {
    const character = String.fromCodePoint(this.source.codePointAt(this.offset)!)
    if (character === '"') return 'unterminated quoted string'
    if (character === '`') return 'unterminated raw quoted string'
    if (character === "'") return 'unterminated character constant'
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    return `unrecognized character in action: U+${code} '${character}'`
  }

  private push(kind: TokenKind, text: string, offset: number): Token {
    const token = { kind, text, offset }
    this.tokens.push(token)
    return token
  }
}

/** A loop, because a pattern for the end takes quadratic time on long runs inside. */
function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && ' \t\r\n'.includes(text[end - 1]!)) end--
  return text.slice(0, end)
}

function word(text: string): TokenKind {
  if (text === 'true' || text === 'false') return 'bool'
  if (text === 'nil') return 'nil'
  return KEYWORDS.has(text) ? 'keyword' : 'identifier'
}

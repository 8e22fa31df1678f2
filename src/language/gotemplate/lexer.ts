/** Tokens of a Go template: text, and inside `{{ }}` the small language of actions. */
import { GoTemplateError, placeOf } from './error'
import { isPrintable, quote } from './literals'

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
  | 'mistake'
  | 'end'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly offset: number
  /** Of a mistake, which counts only once the parser comes to it. */
  readonly failure?: GoTemplateError
}

const KEYWORDS = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with'])

/** More than the constants, so that a wrong one is named whole. */
const NUMBER = String.raw`[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[bB][01_]*|0[oO][0-7_]*|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?`

// Sticky, tried in this order; the first that fits is the token.
const inside: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /[ \t\r\n]+(?=[ \t\r\n]-\}\})|[ \t\r\n]+/y],
  ['string', /"(?:[^"\\\n]|\\[^\n])*"/y],
  ['raw', /`[^`]*`/y],
  ['character', /'(?:[^'\\\n]|\\[^\n])*'/y],
  ['number', new RegExp(`(?=[+-]|\\.?\\d)${NUMBER}(?:[+-]${NUMBER})?`, 'y')],
  ['variable', /\$[\p{L}\p{Nd}_]*/uy],
  ['field', /\.[\p{L}\p{Nd}_]+/uy],
  ['dot', /\./y],
  ['identifier', /[\p{L}\p{Nd}_]+/uy],
  // Whatever else can be printed is for the parser to refuse.
  ['mark', /:=|[!#%&(-9;-_a-~]/y],
]

/** What may stand right behind a name or a dot. */
const BEHIND_NAME = /[ \t\r\n.,|:)(]|\}\}|$/y

export class Lexer {
  private readonly tokens: Token[] = []
  private offset = 0

  constructor(
    private readonly source: string,
    private readonly name: string,
  ) {}

  all(): readonly Token[] {
    try {
      while (this.offset < this.source.length) this.piece()
    } catch (failure) {
      if (!(failure instanceof GoTemplateError)) throw failure
      this.tokens.push({ kind: 'mistake', text: '', offset: this.offset, failure })
    }
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
    if (this.source.startsWith('/*', this.offset)) this.comment()
    else this.action(open)
  }

  private comment(): void {
    const end = this.source.indexOf('*/', this.offset + 2)
    if (end === -1) throw this.fail('unclosed comment', this.offset)
    const close = /[ \t\r\n]-\}\}|\}\}/y
    close.lastIndex = end + 2
    const found = close.exec(this.source)
    if (!found) throw this.fail('comment ends before closing delimiter', this.offset)
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
        if (parens > 0) throw this.mistake('unclosed left paren', open)
        this.push('close', '}}', this.offset)
        this.close(close.lastIndex, found[0].length > 2)
        return
      }
      const token = this.token(open)
      if (token.text === '(') parens++
      if (token.text === ')' && --parens < 0) throw this.mistake("unexpected right paren U+0029 ')'", open)
    }
  }

  private close(offset: number, trims: boolean): void {
    const space = /[ \t\r\n]*/y
    space.lastIndex = offset
    this.offset = trims ? offset + space.exec(this.source)![0].length : offset
  }

  private token(open: number): Token {
    if (this.offset >= this.source.length) throw this.mistake('unclosed action', open)
    for (const [kind, pattern] of inside) {
      pattern.lastIndex = this.offset
      const text = pattern.exec(this.source)?.[0]
      if (text === undefined) continue
      const next = this.characterAt(pattern.lastIndex)
      if (kind === 'number') this.endsNumber(text, next, open)
      if (['variable', 'field', 'dot', 'identifier'].includes(kind)) this.ends(pattern.lastIndex, open)
      const token = this.push(kind === 'identifier' ? word(text) : kind, text, this.offset)
      this.offset = pattern.lastIndex
      return token
    }
    throw this.mistake(this.unrecognized(), open)
  }

  private ends(offset: number, open: number): void {
    BEHIND_NAME.lastIndex = offset
    if (!BEHIND_NAME.test(this.source)) throw this.mistake(`bad character ${named(this.characterAt(offset))}`, open)
  }

  /** What has a second sign is complex, or no number. */
  private endsNumber(text: string, next: string, open: number): void {
    const goesOn = /[\p{L}\p{Nd}_]/u.test(next)
    if (goesOn || (/(?<![eEpP]|^)[+-]/.test(text) && !text.endsWith('i')))
      throw this.mistake(`bad number syntax: ${quote(goesOn ? text + next : text)}`, open)
  }

  private characterAt(offset: number): string {
    return offset < this.source.length ? String.fromCodePoint(this.source.codePointAt(offset)!) : ''
  }

  private unrecognized(): string {
    const character = this.characterAt(this.offset)
    if (character === '"') return 'unterminated quoted string'
    if (character === '`') return 'unterminated raw quoted string'
    if (character === "'") return 'unterminated character constant'
    return character === ':' ? 'expected :=' : `unrecognized character in action: ${named(character)}`
  }

  /** Here, in the action that began at `open`, which is told where that is on another line. */
  private mistake(message: string, open: number): GoTemplateError {
    const started = placeOf(this.source, open).line
    if (started === placeOf(this.source, this.offset).line) return this.fail(message, this.offset)
    const where = `${message.endsWith(' action') ? '' : ' in action'} started at ${this.name}:${started}`
    return this.fail(message + where, this.offset)
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

/** As Go's %#U shows it. */
function named(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return `U+${code}${isPrintable(character) ? ` '${character}'` : ''}`
}

/** Cuts HCL source into tokens. Strings hold templates that hold strings: a stack of modes says what the next character means. */

import { LineTable } from '../line-table'
import type { Position } from '../source'
import { type HeredocEnd, heredocEnd } from './heredoc-end'
import { trimSpace } from './space'
import { punctuationAt, type Token, type TokenKind, TokenTable } from './token'

type Mode =
  | { readonly kind: 'main'; braces: number; readonly sequence: boolean; readonly offset: number }
  | { readonly kind: 'quoted'; readonly offset: number }
  | { readonly kind: 'heredoc'; readonly marker: string; lineStart: boolean; readonly meantEnd?: HeredocEnd }
  | { readonly kind: 'bare' }

/** Nearly all identifiers are such, and found twice as fast. */
const ASCII_IDENTIFIER = /[A-Za-z_][\w-]*/y
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy
/** More than numbers, so that a wrong one is named whole. */
const NUMBER = /\d+(?:(?:\.|[eE][+-]?)\d+)*/y
const COMMENT = /(?:#|\/\/)[^\n]*?(?=\r?\n|$)|\/\*[\s\S]*?\*\//y
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy
/** Also with what other languages allow there. */
const MEANT_HEREDOC = /<<[-~]?[ \t]*(["']?)([\p{ID_Start}_][\p{ID_Continue}-]*)\1[ \t]*(?:(?:#|\/\/)[^\n]*)?\r?\n/uy
const NEWLINE = /\r?\n/y
const SPACE_BEFORE_BREAK = /^[^\S\r\n]\r?\n/
const CHARACTER = /[\s\S]/uy
/** What means the same in every template. */
const PLAIN = /[^$%"\\\r\n]+/y

/** Reads `text` as HCL, or, with `mode` bare, as the inside of a template without quotes. Ends with an endOfFile token. */
export const tokenize = (text: string, file: string, start: Position, mode: 'main' | 'bare'): TokenTable =>
  new Scanner(text, file, start, mode).scan()

/** The same, but heredocs begin and end where they were meant to: for a text with mistakes. */
export const tokenizeAsMeant = (text: string, file: string, start: Position): TokenTable =>
  new Scanner(text, file, start, 'main', true).scan()

export const scan = (text: string, file: string, start: Position): readonly Token[] => [...tokenize(text, file, start, 'main')]

/** Of a heredoc's opening. */
export const markerOf = (opening: string): string => /[\p{ID_Start}_][\p{ID_Continue}-]*/u.exec(opening)![0]

const isSpace = (code: number): boolean => code === 0x20 || code === 0x09
/** Of ASCII, with the underscore. */
const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f

class Scanner {
  private readonly tokens: TokenTable
  private readonly modes: Mode[]
  private offset = 0

  constructor(
    private readonly text: string,
    file: string,
    start: Position,
    mode: 'main' | 'bare',
    private readonly asMeant = false,
  ) {
    this.tokens = new TokenTable(new LineTable(text, file, start))
    this.modes = [mode === 'bare' ? { kind: 'bare' } : { kind: 'main', braces: 0, sequence: false, offset: -1 }]
  }

  scan(): TokenTable {
    while (this.offset < this.text.length) {
      const mode = this.modes[this.modes.length - 1]!
      if (this.asMeant && this.endsAsMeant()) continue
      if (mode.kind === 'main') this.scanMain(mode)
      else if (mode.kind === 'heredoc' && mode.lineStart && this.closesHeredoc(mode.marker)) this.modes.pop()
      else this.scanTemplate(mode)
    }
    if (this.modes[this.modes.length - 1]!.kind === 'quoted' || this.modes[this.modes.length - 1]!.kind === 'heredoc')
      this.emit('unterminated', 0)
    this.emit('endOfFile', 0)
    return this.tokens
  }

  private scanMain(mode: Mode & { kind: 'main' }): void {
    while (isSpace(this.text.charCodeAt(this.offset))) this.offset++
    if (isLetter(this.text.charCodeAt(this.offset))) {
      this.emit('identifier', this.identifierLength())
      return
    }
    const character = this.text[this.offset]
    if (character === undefined) return
    if (character === '\n' || character === '\r') this.scanNewline()
    else if (character === '"') {
      this.emit('openQuote', 1)
      this.modes.push({ kind: 'quoted', offset: this.offset })
    } else if (character >= '0' && character <= '9') this.emit('number', this.match(NUMBER))
    else if ((character === '#' || character === '/') && this.match(COMMENT) > 0) this.emit('comment', this.match(COMMENT))
    else if (character === '<' && this.match(this.heredoc) > 0) this.openHeredoc()
    else if (character === '}' && mode.sequence && mode.braces === 0) this.closeSequence(mode, 1)
    else if (character === '~' && this.text[this.offset + 1] === '}') this.closeSequence(mode, 2)
    else {
      const word = character > '\x7f' ? this.match(IDENTIFIER) : 0
      if (word > 0) this.emit('identifier', word)
      else this.scanPunctuation(mode, character)
    }
  }

  private identifierLength(): number {
    const length = this.match(ASCII_IDENTIFIER)
    return this.text.charCodeAt(this.offset + length) > 0x7f ? this.match(IDENTIFIER) : length
  }

  private closeSequence(mode: Mode & { kind: 'main' }, length: number): void {
    this.emit('sequenceEnd', length)
    if (mode.sequence && mode.braces === 0) this.modes.pop()
  }

  private scanPunctuation(mode: Mode & { kind: 'main' }, character: string): void {
    if (character === '{') mode.braces++
    if (character === '}' && mode.braces > 0) mode.braces--
    const punctuation = punctuationAt(this.text, this.offset)
    if (punctuation !== undefined) this.emit(punctuation, punctuation.length)
    else this.emit('invalid', this.match(CHARACTER))
  }

  private scanNewline(): void {
    const length = this.match(NEWLINE)
    this.emit(length > 0 ? 'newline' : 'invalid', length || 1)
  }

  private openHeredoc(): void {
    const from = this.offset
    this.emit('openHeredoc', this.match(this.heredoc))
    const marker = markerOf(this.text.slice(from, this.offset))
    const meantEnd = this.asMeant ? heredocEnd(this.text, from, marker) : undefined
    this.modes.push({ kind: 'heredoc', marker, lineStart: true, meantEnd })
  }

  private get heredoc(): RegExp {
    return this.asMeant ? MEANT_HEREDOC : HEREDOC
  }

  /** Also where a sequence inside is still open. */
  private endsAsMeant(): boolean {
    const depth = this.modes.findLastIndex(({ kind }) => kind === 'heredoc')
    const mode = this.modes[depth]
    if (mode?.kind !== 'heredoc' || !mode.meantEnd || this.offset < mode.meantEnd.offset) return false
    const { offset, length } = mode.meantEnd
    this.emit('closeHeredoc', Math.max(0, offset + length - this.offset))
    if (length === 0) this.emit('newline', 0)
    this.modes.length = depth
    return true
  }

  /** The marker stands alone on its line, and a line break follows it: at the end of the file it does not close. */
  private closesHeredoc(marker: string): boolean {
    const end = this.text.indexOf('\n', this.offset)
    if (end < 0 || trimSpace(this.text.slice(this.offset, end)) !== marker) return false
    this.emit('closeHeredoc', end - this.offset - (this.text[end - 1] === '\r' ? 1 : 0))
    return true
  }

  private scanTemplate(mode: Exclude<Mode, { kind: 'main' }>): void {
    const length = this.literalLength(mode)
    if (length > 0) {
      this.emit('literal', length)
      if (mode.kind === 'heredoc') mode.lineStart = this.text[this.offset - 1] === '\n'
      return
    }
    const character = this.text[this.offset]
    if (character === '$' || character === '%') {
      this.emit(character === '$' ? 'interpolation' : 'directive', this.text[this.offset + 2] === '~' ? 3 : 2)
      if (mode.kind === 'heredoc') mode.lineStart = false
      this.modes.push({ kind: 'main', braces: 0, sequence: true, offset: this.offset })
    } else if (character === '"') {
      this.emit('closeQuote', 1)
      this.modes.pop()
    } else if (character === '\r' && this.text[this.offset + 1] !== '\n') this.emit('invalid', 1)
    else this.breakOff()
  }

  /** A quoted string may not span lines: it ends here, and with it all templates that were opened on this line. */
  private breakOff(): void {
    this.emit('unterminated', 0)
    const broken = this.modes.pop()!
    const lineStart = 'offset' in broken ? this.text.lastIndexOf('\n', broken.offset - 1) : this.offset
    const isOnSameLine = (mode: Mode) => 'offset' in mode && mode.offset > lineStart
    while (isOnSameLine(this.modes[this.modes.length - 1]!)) this.modes.pop()
  }

  /**
   * Up to the next sequence, the closing quote or the end of the line. `$${` is literal, also behind further dollars. A
   * lone `$` or `%` with one space behind it at the end of a line ends the token, as in HCL's own scanner: a strip marker in
   * the next line spares that space.
   */
  private literalLength(mode: Mode): number {
    const { text, offset } = this
    const quoted = mode.kind === 'quoted'
    let i = offset
    while (i < text.length) {
      i += this.match(PLAIN, i)
      const character = text[i]
      if (character === '\n') return quoted ? i - offset - (i > offset && text[i - 1] === '\r' ? 1 : 0) : i + 1 - offset
      if (quoted && character === '"') break
      if (character === '\r' && text[i + 1] !== '\n' && mode.kind !== 'bare') break
      if (quoted && character === '\\' && text[i + 1] !== '\n' && text[i + 1] !== '\r') i += 2
      else if (character === '$' || character === '%') {
        const from = i
        while (text[i] === character) i++
        if (SPACE_BEFORE_BREAK.test(text.slice(i, i + 3))) return i + 1 - offset
        if (text[i] !== '{') continue
        if (i - from === 1) return from - offset
        i++
      } else i++
    }
    return Math.min(i, text.length) - offset
  }

  private match(pattern: RegExp, offset = this.offset): number {
    pattern.lastIndex = offset
    return pattern.test(this.text) ? pattern.lastIndex - offset : 0
  }

  private emit(kind: TokenKind, length: number): void {
    const start = this.offset
    this.offset += length
    this.tokens.add(kind, start, this.offset)
  }
}

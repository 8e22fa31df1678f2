/** What the parser of JSON reads one by one: names, strings, numbers and comments, and what is wrong with each. */
import { Collector } from '../collector'
import { didYouMean } from '../did-you-mean'
import type { Range } from '../source'
import { advance } from '../source-text'
import { BigFloat } from '../values/big-float'
import { lengthWithoutOpening, mendString } from './broken-strings'
import type { JsonScanner, JsonToken } from './scanner'
import type { JsonNode } from './tree'

/** What has so many mistakes is no JSON at all. */
const MOST_MISTAKES = 100
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const COLON = /\s*:/y
const IN_QUOTES = 'Strings stand in double quotes (").'

/** Thrown behind a reported mistake; the object or array around it goes on behind the item. */
export class Abandoned extends Error {}
/** Nothing more can be said. */
export class GivenUp extends Error {}

export class JsonWords {
  readonly found = new Collector()
  protected token: JsonToken
  protected before?: JsonToken
  /** The column in which the token's line begins. */
  protected indentation = 1
  /** What is taken for closed may lack the comma behind it too. */
  protected mayLackComma = false

  constructor(protected readonly scanner: JsonScanner) {
    this.token = this.read()
  }

  private read(): JsonToken {
    let token = this.scanner.next()
    for (let before = token; token.kind === 'comment'; before = token, token = this.scanner.next())
      if (before === token || !token.beginsLine)
        this.error(
          'Invalid JSON comment',
          'JSON has no comments. A property that begins with "//" or "_" can be one.',
          token.range,
        )
    if (token.beginsLine) this.indentation = token.range.start.column
    return token
  }

  protected take(): JsonToken {
    const { token } = this
    this.before = token
    this.mayLackComma = false
    this.token = this.read()
    return token
  }

  protected skip(kind: JsonToken['kind']): boolean {
    if (this.token.kind !== kind) return false
    this.take()
    return true
  }

  protected error(summary: string, detail: string, subject = this.token.range, context?: Range): void {
    this.found.error(summary, detail, subject, { context })
    if (this.found.diagnostics.length >= MOST_MISTAKES) throw new GivenUp()
  }

  protected fail(summary: string, detail: string, subject?: Range): never {
    this.error(summary, detail, subject)
    throw new Abandoned(summary)
  }

  protected isAtName(): boolean {
    const { kind, offset, text } = this.token
    return kind === 'string' && this.scanner.match(COLON, offset + text.length) > 0
  }

  protected number(): JsonNode {
    const { text, range } = this.take()
    const number = NUMBER.test(text) ? BigFloat.parse(text) : undefined
    if (!number) this.error('Invalid JSON number', `"${text}" is not a number in JSON.`, range)
    return { kind: 'number', number: number ?? BigFloat.fromInteger(0), text, range }
  }

  /** A word that is none of JSON's may be a string that lacks its quotes. */
  protected keyword(): JsonNode {
    const { text, range } = this.take()
    if (text === 'null') return { kind: 'null', range }
    if (text === 'true' || text === 'false') return { kind: 'bool', value: text === 'true', range }
    const meant = didYouMean(text.toLowerCase(), ['true', 'false', 'null'])
    this.error('Invalid JSON keyword', `"${text}" has no meaning in JSON.${meant || ` ${IN_QUOTES}`}`, range)
    if (/^(true|false)$/i.test(text)) return { kind: 'bool', value: /^true$/i.test(text), range }
    return meant || /^none$/i.test(text) ? { kind: 'null', range } : { kind: 'string', text, range }
  }

  protected quoted(summary: string): StringNode {
    const { text, range } = this.token
    this.error(summary, IN_QUOTES)
    this.take()
    return { kind: 'string', text: text.slice(1, -1), range }
  }

  /** Undefined when no word with a quote behind it stands here. */
  protected withoutOpening(isName = false): StringNode | undefined {
    const { token } = this
    const length = lengthWithoutOpening(this.scanner, token, isName)
    if (length === 0) return undefined
    this.error('Invalid JSON string', 'The opening quotation mark is missing.')
    this.readBehind(token, length)
    const text = this.scanner.text.slice(token.offset, token.offset + length - 1)
    return { kind: 'string', text, range: token.range }
  }

  protected string(): StringNode {
    const { range } = this.token
    return { kind: 'string', text: this.text(false), range }
  }

  protected text(isName: boolean): string {
    const { token } = this
    const mended = mendString(token, this.scanner, isName)
    if (mended === undefined) return this.unescaped(this.take())
    const at = this.scanner.text.slice(token.offset, token.offset + mended.wrongAt)
    const start = advance(token.range.start, at)
    this.error('Invalid JSON string', mended.advice, { ...token.range, start, end: start }, token.range)
    this.readBehind(token, mended.resumeAt)
    return mended.text
  }

  private unescaped({ text, range }: JsonToken): string {
    const wrong = firstMistake(text)
    if (wrong === undefined) return (JSON.parse(text) as string).replace(/\p{Surrogate}/gu, '\ufffd')
    const start = advance(range.start, text.slice(0, wrong))
    const detail = `${JSON.stringify(text[wrong])} cannot stand here in a JSON string.`
    this.error('Invalid JSON string', detail, { ...range, start, end: advance(start, text[wrong]!) }, range)
    this.found.lose(range)
    return text.slice(1, -1)
  }

  private readBehind(token: JsonToken, length: number): void {
    this.scanner.goBehind(token, length)
    this.before = token
    this.mayLackComma = false
    this.token = this.read()
  }
}

type StringNode = Extract<JsonNode, { kind: 'string' }>

/** Where the text of a string breaks the rules: a bad escape, or a control character. */
function firstMistake(text: string): number | undefined {
  for (let i = 1; i < text.length - 1; ) {
    if (text[i]! < ' ') return i
    ESCAPE.lastIndex = i
    if (text[i] === '\\' && !ESCAPE.test(text)) return i
    i = text[i] === '\\' ? ESCAPE.lastIndex : i + 1
  }
  return undefined
}

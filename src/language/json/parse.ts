/** Reads JSON into its syntax tree. Small mistakes are reported and read over; after others nothing more can be said. */
import { Collector } from '../collector'
import type { Checked } from '../diagnostic'
import { didYouMean } from '../did-you-mean'
import type { Position, Range } from '../source'
import { advance, decodeSource } from '../source-text'
import { between } from '../span'
import { BigFloat } from '../values/big-float'
import { JsonScanner, type JsonToken } from './scanner'
import type { JsonMember, JsonNode } from './tree'

const DEEPEST = 250
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const START_OF_VALUE = 'A JSON value begins with a brace, a bracket, a quotation mark or a digit, or is true, false or null.'

class Abandoned extends Error {}

/** Undefined when there is no tree at all. */
export function parseJsonTree(source: string | Uint8Array, file: string, start?: Position): Checked<JsonNode | undefined> {
  const decoded = decodeSource(source, file, start)
  const parser = new JsonParser(new JsonScanner(decoded.text, file, decoded.start))
  parser.found.add(...decoded.diagnostics)
  try {
    return parser.found.done(parser.whole())
  } catch (error) {
    if (!(error instanceof Abandoned)) throw error
    return parser.found.done(undefined)
  }
}

class JsonParser {
  readonly found = new Collector()
  private token: JsonToken

  constructor(private readonly scanner: JsonScanner) {
    this.token = scanner.next()
  }

  whole(): JsonNode {
    const node = this.value(1)
    if (this.token.kind !== 'end')
      this.found.error('Extraneous data after value', 'Nothing may follow the JSON value.', this.token.range)
    return node
  }

  private take(): JsonToken {
    const { token } = this
    this.token = this.scanner.next()
    return token
  }

  private fail(summary: string, detail: string, subject = this.token.range, context?: Range): never {
    this.found.error(summary, detail, subject, { context })
    throw new Abandoned(summary)
  }

  private value(depth: number): JsonNode {
    if (depth > DEEPEST) this.fail('Nesting too deep', `JSON may nest ${DEEPEST} levels deep here.`)
    switch (this.token.kind) {
      case '{':
        return this.object(depth)
      case '[':
        return this.array(depth)
      case 'string': {
        const { range } = this.token
        return { kind: 'string', text: this.string(), range }
      }
      case 'number':
        return this.number()
      case 'keyword':
        return this.keyword()
      case 'end':
        return this.fail('Missing value', 'The JSON ends where a value should begin.')
      case 'invalid':
        return this.fail('Invalid start of value', START_OF_VALUE)
      default:
        return this.fail('Missing JSON value', START_OF_VALUE)
    }
  }

  private object(depth: number): JsonNode {
    const open = this.take()
    const members: JsonMember[] = []
    while (this.token.kind !== '}') {
      this.failAtEnd(open, 'object')
      members.push(this.member(depth))
      this.separator(open, '}', 'object')
    }
    const close = this.take()
    return { kind: 'object', members, range: between(open.range, close.range), openRange: open.range, closeRange: close.range }
  }

  private member(depth: number): JsonMember {
    if (this.token.kind !== 'string')
      this.fail('Invalid object property name', 'The name of a property is a string in double quotes.')
    const nameRange = this.token.range
    const name = this.string()
    const { kind } = this.token as JsonToken
    if (kind === '=') {
      this.found.error(
        'Missing property value colon',
        'JSON puts a colon between name and value, not an equals sign.',
        this.take().range,
      )
    } else if (kind === ':') this.take()
    else if (kind === '}' || kind === ',')
      this.fail('Missing object value', 'A colon and a value must follow the name of a property.')
    else this.fail('Missing property value colon', 'A colon must stand between the name of a property and its value.')
    return { name, nameRange, value: this.value(depth + 1) }
  }

  private array(depth: number): JsonNode {
    const open = this.take()
    const items: JsonNode[] = []
    while (this.token.kind !== ']') {
      this.failAtEnd(open, 'array')
      items.push(this.value(depth + 1))
      this.separator(open, ']', 'array')
    }
    return { kind: 'array', items, range: between(open.range, this.take().range), openRange: open.range }
  }

  private failAtEnd(open: JsonToken, what: 'object' | 'array'): void {
    if (this.token.kind === 'end') this.fail(`Unclosed ${what}`, `The file ends before this ${what} is closed.`, open.range)
  }

  /** The comma behind an item, or the closer, which stays. */
  private separator(open: JsonToken, close: '}' | ']', what: 'object' | 'array'): void {
    const { kind, range } = this.token
    if (kind === ',') {
      this.take()
      if (this.token.kind === close)
        this.found.error(`Trailing comma in ${what}`, `JSON has no comma behind the last item of an ${what}.`, range)
      return
    }
    if (kind === close) return
    this.failAtEnd(open, what)
    if (kind === '}' || kind === ']')
      this.fail('Mismatched braces', `This ${what} must be closed with "${close}".`, range, between(open.range, range))
    if (kind === 'invalid' || kind === ':' || kind === '=')
      this.fail('Missing item separator', `A comma must separate the items of an ${what}.`)
    this.found.error('Missing item separator', `A comma must separate the items of an ${what}.`, range)
  }

  private number(): JsonNode {
    const { text, range } = this.take()
    const number = NUMBER.test(text) ? BigFloat.parse(text) : undefined
    if (!number) this.found.error('Invalid JSON number', `"${text}" is not a number in JSON.`, range)
    return { kind: 'number', number: number ?? BigFloat.fromInteger(0), text, range }
  }

  private keyword(): JsonNode {
    const { text, range } = this.take()
    if (text === 'true' || text === 'false') return { kind: 'bool', value: text === 'true', range }
    if (text !== 'null') {
      const detail = `"${text}" has no meaning in JSON.${didYouMean(text, ['true', 'false', 'null']) || ' Strings stand in double quotes.'}`
      this.found.error('Invalid JSON keyword', detail, range)
    }
    return { kind: 'null', range }
  }

  private string(): string {
    const { text, range } = this.take()
    const wrong = firstMistake(text)
    if (wrong === undefined) return (JSON.parse(text) as string).replace(/\p{Surrogate}/gu, '\ufffd')
    const start = advance(range.start, text.slice(0, wrong))
    const end = wrong < text.length ? advance(start, text[wrong]!) : start
    if (wrong === text.length)
      this.fail('Invalid JSON string', 'The closing quotation mark is missing.', { ...range, start, end }, range)
    const detail = `${JSON.stringify(text[wrong])} cannot stand here in a JSON string.`
    this.found.error('Invalid JSON string', detail, { ...range, start, end }, { context: range })
    return text.slice(1)
  }
}

/** Where the text of a string breaks the rules: a bad escape, a control character, no closing quote. */
function firstMistake(text: string): number | undefined {
  let i = 1
  while (i < text.length) {
    if (text[i] === '"') return i === text.length - 1 ? undefined : i
    if (text[i]! < ' ') return i
    ESCAPE.lastIndex = i
    if (text[i] === '\\' && !ESCAPE.test(text)) return i
    i = text[i] === '\\' ? ESCAPE.lastIndex : i + 1
  }
  return text.length
}

/** Reads JSON into its syntax tree. A mistake is reported and read over as its author may have meant it, so that all have their say. */
import type { Checked } from '../diagnostic'
import type { Position, Range } from '../source'
import { decodeSource } from '../source-text'
import { between, endOf } from '../span'
import { type Closer, closerOf, isCloser, mismatches, type OpenBracket } from './brackets'
import { JsonScanner, type JsonToken } from './scanner'
import type { JsonMember, JsonNode } from './tree'
import { Abandoned, GivenUp, JsonWords } from './words'

const DEEPEST = 250
const START_OF_VALUE = 'A JSON value begins with a brace, a bracket, a quotation mark or a digit, or is true, false or null.'

/** Undefined when there is no tree at all. */
export function parseJsonTree(source: string | Uint8Array, file: string, start?: Position): Checked<JsonNode | undefined> {
  const decoded = decodeSource(source, file, start)
  const attempt = (byIndentation: boolean) => {
    const parser = new JsonParser(new JsonScanner(decoded.text, file, decoded.start), byIndentation)
    const value = parser.wholeOrNothing()
    return { value, diagnostics: parser.found.diagnostics, isUnbalanced: parser.isUnbalanced }
  }
  const first = attempt(false)
  const again = first.isUnbalanced ? attempt(true) : first
  const { value, diagnostics } = again.diagnostics.length <= first.diagnostics.length ? again : first
  return { value, diagnostics: [...decoded.diagnostics, ...diagnostics] }
}

class JsonParser extends JsonWords {
  /** A bracket has no other. */
  isUnbalanced = false
  private saidUnclosed = false
  private readonly open: OpenBracket[] = []

  constructor(
    scanner: JsonScanner,
    /** A bracket is missing somewhere: the layout says where objects and arrays end. */
    private readonly byIndentation: boolean,
  ) {
    super(scanner)
  }

  wholeOrNothing(): JsonNode | undefined {
    try {
      return this.whole()
    } catch (error) {
      if (error instanceof Abandoned || error instanceof GivenUp) return undefined
      throw error
    }
  }

  private whole(): JsonNode {
    let node = this.value(1)
    while (this.token.kind !== 'end') {
      this.isUnbalanced = true
      this.error('Extraneous data after value', 'Nothing may follow the JSON value. Perhaps a bracket before it is one too many.')
      const goesOn = this.skip(',') && ['string', 'quoted', 'keyword'].includes(this.token.kind)
      if (node.kind !== 'object' || !(goesOn || this.isAtName())) break
      const members = [...node.members]
      const closeRange = this.items(this.token, '}', () => members.push(this.member(1)))
      node = { ...node, members, closeRange }
    }
    return node
  }

  private value(depth: number): JsonNode {
    if (depth > DEEPEST) this.tooDeep()
    switch (this.token.kind) {
      case '{':
        return this.object(depth)
      case '[':
        return this.array(depth)
      case 'string':
        return this.string()
      case 'quoted':
        return this.quoted('Invalid start of value')
      case 'number':
        return this.withoutOpening() ?? this.number()
      case 'keyword':
        return this.withoutOpening() ?? this.keyword()
      case 'end':
        return this.fail('Missing value', 'The JSON ends where a value should begin.')
      case 'invalid':
        return this.withoutOpening() ?? this.fail('Invalid start of value', START_OF_VALUE)
      default:
        return this.failWithoutValue()
    }
  }

  /** On the line where it is missing. */
  private failWithoutValue(): never {
    const { token, before } = this
    this.fail('Missing JSON value', START_OF_VALUE, token.beginsLine && before ? endOf(before.range) : undefined)
  }

  private tooDeep(): never {
    this.error('Nesting too deep', `JSON may nest ${DEEPEST} levels deep here.`)
    throw new GivenUp()
  }

  private object(depth: number): JsonNode {
    const open = this.token
    const members: JsonMember[] = []
    const closeRange = this.items(open, '}', () => members.push(this.member(depth)))
    return { kind: 'object', members, range: between(open.range, closeRange), openRange: open.range, closeRange }
  }

  private array(depth: number): JsonNode {
    const open = this.token
    const items: JsonNode[] = []
    const closeRange = this.items(open, ']', () => items.push(this.value(depth + 1)))
    return { kind: 'array', items, range: between(open.range, closeRange), openRange: open.range }
  }

  /** Reads them up to the bracket that closes them, whose range it returns, or to where that must be missing. */
  private items(open: JsonToken, close: Closer, readItem: () => void): Range {
    this.open.push({ close, token: open, indentation: this.indentation })
    if (open.kind === '{' || open.kind === '[') this.take()
    while (this.token.kind !== close || this.isOutdented() || this.isTooDeep()) {
      if (this.isOver(close)) {
        this.open.pop()
        this.mayLackComma = true
        return { ...this.token.range, end: this.token.range.start }
      }
      if (isCloser(this.token.kind)) this.take()
      else this.item(close, readItem)
    }
    this.open.pop()
    return this.take().range
  }

  private item(close: Closer, readItem: () => void): void {
    const depth = this.open.length
    const { range } = this.token
    try {
      readItem()
    } catch (error) {
      if (!(error instanceof Abandoned)) throw error
      this.open.length = depth
      this.skipItem()
      this.found.lose(between(range, this.before?.range ?? range))
    }
    this.separator(close)
  }

  /** Up to the comma or bracket behind a broken item, or to the line of the next. */
  private skipItem(): void {
    const inner: Closer[] = []
    for (; this.token.kind !== 'end'; this.take()) {
      const { kind, beginsLine } = this.token
      if (inner.length === 0 && (kind === ',' || isCloser(kind) || (beginsLine && this.isAtName()))) return
      if (kind === '{' || kind === '[') inner.push(closerOf(kind))
      else if (isCloser(kind)) inner.pop()
    }
  }

  private isOutdented(): boolean {
    const { token, open } = this
    if (!this.byIndentation || !token.beginsLine) return false
    const { indentation, token: opener } = open[open.length - 1]!
    if (open.length === 1 || token.range.start.line === opener.range.start.line) return false
    const { column } = token.range.start
    return column < indentation || (column === indentation && !isCloser(token.kind) && !opener.beginsLine)
  }

  /** A closing bracket deeper than the line of the opening one closes nothing. */
  private isTooDeep(): boolean {
    const { token, open } = this
    const { indentation, token: opener } = open[open.length - 1]!
    const isOnLine = token.range.start.line === opener.range.start.line
    return this.byIndentation && token.beginsLine && !isOnLine && token.range.start.column > indentation
  }

  /** Whether what stands here belongs to what is around this object or array, whose bracket is missing then. */
  private isOver(close: Closer): boolean {
    const { token, open } = this
    const what = close === '}' ? 'object' : 'array'
    const opener = open[open.length - 1]!.token.range
    if (token.kind === 'end') {
      if (!this.saidUnclosed) this.error(`Unclosed ${what}`, `The file ends before this ${what} is closed.`, opener)
      this.saidUnclosed = true
    } else if (this.isOutdented()) {
      const detail = `Line ${token.range.start.line}, which stands no deeper, comes before the "${close}" of this ${what}.`
      this.error(`Unclosed ${what}`, detail, opener)
    } else if (isCloser(token.kind)) return this.isMismatchMissing(close, what, opener)
    else if (!this.beginsOuterItem(close) || !this.isBetterClosed()) return false
    else this.error(`Unclosed ${what}`, `The "${close}" of this ${what} is missing before what begins here.`, undefined, opener)
    this.isUnbalanced = true
    return true
  }

  private isMismatchMissing(close: Closer, what: string, opener: Range): boolean {
    const { token } = this
    this.isUnbalanced = true
    const isMissing = this.isBetterClosed()
    const detail = isMissing
      ? `This ${what} must be closed with "${close}".`
      : `Nothing is open here that "${token.kind}" closes.`
    this.error('Mismatched braces', detail, token.range, between(opener, token.range))
    return isMissing
  }

  /** A property in an array, or an object in an object of an array. */
  private beginsOuterItem(close: Closer): boolean {
    const outer = this.open[this.open.length - 2]?.close
    return close === ']' ? outer === '}' && this.isAtName() : outer === ']' && this.token.kind === '{'
  }

  /** Whether the rest of the file is in better order when the innermost bracket is taken as closed. */
  private isBetterClosed(): boolean {
    const { token } = this
    if (token.beginsLine && token.kind === 'string') return true
    const awaited = this.open.map(({ close }) => close)
    const outer = awaited.slice(0, -1)
    if (isCloser(token.kind) && (!outer.includes(token.kind) || (this.isTooDeep() && token.kind === awaited.at(-1)))) return false
    const asClosed = mismatches(this.scanner.copy(), token, outer)
    const rest = this.scanner.copy()
    return asClosed <= mismatches(rest, isCloser(token.kind) ? rest.next() : token, awaited)
  }

  /** The comma behind an item, or the closer, which stays. */
  private separator(close: Closer): void {
    const what = close === '}' ? 'object' : 'array'
    const { kind, range, text } = this.token
    if (isCloser(kind) || kind === 'end' || this.isOutdented()) return
    if (kind === ',') {
      this.take()
      if (this.token.kind === close)
        this.error(`Trailing comma in ${what}`, `JSON has no comma behind the last item of an ${what}.`, range)
      else if (this.token.kind === ',') this.error('Missing item', 'An item must stand between two commas.')
      while (this.skip(','));
      return
    }
    if (this.mayLackComma || (this.beginsOuterItem(close) && this.isBetterClosed())) return
    this.error('Missing item separator', `A comma must separate the items of an ${what}.`)
    if (text === ';') this.take()
    else if (['invalid', ':', '='].includes(kind)) this.skipItem()
  }

  private member(depth: number): JsonMember {
    const { name, nameRange } = this.memberName()
    const { kind } = this.token
    if (kind === '=') {
      const detail = 'JSON puts a colon between name and value, not an equals sign.'
      this.error('Missing property value colon', detail, this.take().range)
      if (this.token.text === '>') this.take()
    } else if (kind === ':') this.take()
    else if (kind === '}' || kind === ',' || (this.token.beginsLine && this.isAtName()))
      this.fail('Missing object value', 'A colon and a value must follow the name of a property.')
    else this.error('Missing property value colon', 'A colon must stand between the name of a property and its value.')
    if (this.token.beginsLine && this.isAtName()) this.failWithoutValue()
    return { name, nameRange, value: this.value(depth + 1) }
  }

  private memberName(): { name: string; nameRange: Range } {
    const summary = 'Invalid object property name'
    const detail = 'The name of a property is a string in double quotes.'
    const { kind, offset, text, range: nameRange } = this.token
    if (kind === 'string') return { nameRange, name: this.text(true) }
    if (kind === 'quoted') return { nameRange, name: this.quoted(summary).text }
    const inQuotes = this.withoutOpening(true)
    if (inQuotes) return { nameRange, name: inQuotes.text }
    const isName = kind === 'keyword' && /^\s*[:=]/.test(this.scanner.text.slice(offset + text.length, offset + text.length + 80))
    if (!isName) this.fail(summary, detail)
    this.error(summary, detail)
    return { nameRange, name: this.take().text }
  }
}

/** Walks over the tokens of one file for the parser: comments are invisible, newlines only where they matter. */
import { Collector } from '../collector'
import type { Range } from '../source'
import { between } from '../span'
import type { Token, TokenKind, TokenTable } from './token'

/** Thrown behind a reported mistake; the statement around it catches it and the next statement goes on. */
export class Abandoned extends Error {}

/** Deeper than anything an author or a generator writes, and shallow enough for the stack of parser and evaluator. */
export const MAX_DEPTH = 250

type Taken = Exclude<TokenKind, 'invalid' | 'endOfFile'>

export class Cursor {
  readonly found = new Collector()
  /** Where the next token is looked for: recovery returns to a statement's start with it. */
  index = 0
  /** The end of the file is to blame only once. */
  saidUnclosed = false
  private saidTooDeep = false
  private newlines = true
  private readonly outer: boolean[] = []
  private depth = 0

  constructor(
    readonly tokens: TokenTable,
    /** A brace is missing somewhere: the layout says where blocks end. */
    readonly byIndentation = false,
  ) {}

  /** What comes next; to ask for it makes no token. */
  kind(): TokenKind {
    for (;;) {
      const kind = this.tokens.kinds[this.index]!
      if (kind !== 'comment' && (this.newlines || kind !== 'newline')) return kind
      this.index++
    }
  }

  peek(): Token {
    this.kind()
    return this.tokens.at(this.index)
  }

  next(): Token {
    const token = this.peek()
    if (token.kind === 'invalid') this.failOnInvalid(token)
    if (token.kind !== 'endOfFile') this.index++
    return token
  }

  /** Takes the next token if it is of this kind. */
  take(kind: Taken): Token | undefined {
    return this.kind() === kind ? this.tokens.at(this.index++) : undefined
  }

  /** The same where only its being there matters. */
  skip(kind: Taken): boolean {
    if (this.kind() !== kind) return false
    this.index++
    return true
  }

  skipWord(word: string): boolean {
    return this.kind() === 'identifier' && this.tokens.at(this.index).text === word && this.skip('identifier')
  }

  pushNewlines(significant: boolean): void {
    this.outer.push(this.newlines)
    this.newlines = significant
  }

  popNewlines(): void {
    this.newlines = this.outer.pop()!
  }

  /** Begins a nesting level; the caller ends it with `leave`. */
  enter(): void {
    if (++this.depth <= MAX_DEPTH) return
    if (this.saidTooDeep) throw new Abandoned()
    this.saidTooDeep = true
    this.fail('Nesting too deep', `Expressions and blocks may nest ${MAX_DEPTH} levels deep. Move inner parts to local values.`)
  }

  leave(levels = 1): void {
    this.depth -= levels
  }

  /** What `restore` needs after a statement was abandoned. */
  save(): readonly [number, number] {
    return [this.outer.length, this.depth]
  }

  restore([level, depth]: readonly [number, number]): void {
    this.newlines = this.outer[level] ?? this.newlines
    this.outer.length = level
    this.depth = depth
  }

  fail(summary: string, detail: string, subject: Range = this.peek().range, context?: Range): never {
    const token = this.peek()
    if (token.kind === 'invalid') this.failOnInvalid(token)
    if (token.kind === 'unterminated') this.failOnUnterminated(token)
    this.found.error(summary, detail, subject, { context })
    throw new Abandoned(summary)
  }

  private failOnInvalid(token: Token): never {
    const isOperator = '&|^~'.includes(token.text)
    this.found.error(isOperator ? 'Unsupported operator' : 'Invalid character', explainInvalid(token.text), token.range)
    throw new Abandoned(token.text)
  }

  private failOnUnterminated(token: Token): never {
    const behind = this.tokens.at(this.index + 1)
    if (behind.kind === 'endOfFile') {
      this.saidUnclosed = true
      this.found.error('Unterminated template string', 'The file ends before this string is closed.', token.range)
    } else
      this.found.error(
        'Invalid multi-line string',
        'A quoted string must end on the line it begins on. For a line break write \\n, or use a heredoc: <<EOT.',
        between(token.range, behind.range),
      )
    throw new Abandoned(token.text)
  }
}

function explainInvalid(text: string): string {
  const operators: Record<string, string> = { '&': 'boolean AND ("&&")', '|': 'boolean OR ("||")', '~': 'boolean NOT ("!")' }
  if (operators[text]) return `Bitwise operators are not supported. Did you mean ${operators[text]}?`
  if (text === '^') return 'Bitwise operators are not supported.'
  if (text === "'") return 'Strings are enclosed in double quotes ("), not in single quotes.'
  if (text === '`') return 'Backquotes have no meaning here. For a string of several lines use a heredoc: <<EOT.'
  if (text === ';') return 'Write each argument and block on its own line, and commas between the items of a collection.'
  if (/[“”‘’]/.test(text))
    return 'Typographic quotes have no meaning here, perhaps a word processor made them. Use straight double quotes (").'
  return `The character ${JSON.stringify(text)} has no meaning here.`
}

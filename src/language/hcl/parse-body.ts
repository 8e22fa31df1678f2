/** Bodies: arguments and blocks. A mistake ends its statement only, so every statement has its say. */
import type { Attribute, Block } from '../body'
import type { Range } from '../source'
import { between } from '../span'
import { Value } from '../values/value'
import { HclBody } from './body'
import { Abandoned, type Cursor } from './cursor'
import { Literal } from './expressions/literal'
import { parseBlockBody, parseHeader } from './parse-block'
import { parseExpression } from './parse-expression'
import { skipStatement } from './recovery'
import type { Token } from './token'

/** Reads up to the closing brace (which stays) or the end of the file. */
export class BodyParser {
  private readonly attributes = new Map<string, Attribute>()
  private readonly blocks: Block[] = []
  /** Behind a mistake, what cannot even begin a statement is taken for a part of it. */
  private recovering = false

  constructor(
    private readonly cursor: Cursor,
    private readonly end: '}' | 'endOfFile',
    /** The column of a block that ends where a line begins no deeper than it; 0 when only a brace ends it. */
    private readonly column = 0,
  ) {}

  /** A line that belongs to an outer block came before the brace. */
  isCutShort = false

  parse(): void {
    const { cursor } = this
    for (let kind = cursor.kind(); kind !== this.end && kind !== 'endOfFile'; kind = cursor.kind()) {
      if (cursor.skip('newline')) continue
      if (this.column > 0 && kind === 'identifier' && cursor.peek().range.start.column <= this.column) {
        this.isCutShort = true
        return
      }
      const index = cursor.index
      const state = cursor.save()
      try {
        this.parseStatement()
        this.recovering = false
      } catch (error) {
        if (!(error instanceof Abandoned)) throw error
        cursor.restore(state)
        skipStatement(cursor, index)
        cursor.found.lose(between(cursor.tokens.at(index).range, cursor.tokens.at(cursor.index - 1).range))
        this.recovering = true
      }
    }
  }

  result(missingItemRange: Range): HclBody {
    return new HclBody(this.attributes, this.blocks, missingItemRange)
  }

  private parseStatement() {
    const { cursor } = this
    const name = cursor.take('identifier')
    if (!name) {
      if (this.recovering && cursor.kind() !== 'openQuote') throw new Abandoned()
      return cursor.kind() === 'openQuote'
        ? cursor.fail('Invalid argument name', 'The name of an argument, and the type of a block, stand without quotes.')
        : cursor.fail('Argument or block definition required', 'An argument, name = value, or a block must stand here.')
    }
    const kind = cursor.kind()
    if (kind === '=') return this.parseAttribute(name, { newline: true })
    if (kind === '{' || kind === 'openQuote' || kind === 'identifier') return this.parseBlock(name)
    const detail =
      'An argument, name = value, or a block must stand here. The equals sign, or the opening brace, must be on this line.'
    return cursor.fail('Argument or block definition required', detail, name.range, between(name.range, cursor.peek().range))
  }

  parseAttribute(name: Token, { newline }: { newline: boolean }): void {
    const { cursor } = this
    cursor.skip('=')
    const previous = this.attributes.get(name.text)
    let expression: Attribute['expression'] = new Literal(Value.unknown(), name.range)
    try {
      expression = parseExpression(cursor)
    } finally {
      const { text, range: nameRange } = name
      if (!previous) this.attributes.set(text, { name: text, expression, range: between(nameRange, expression.range), nameRange })
    }
    if (previous) {
      const { line, column } = previous.nameRange.start
      const detail = `The argument "${name.text}" is already set at line ${line}, column ${column}. Each argument may be set only once.`
      cursor.found.error('Attribute redefined', detail, name.range, { context: between(name.range, expression.range) })
    }
    if (newline) this.endStatement('argument', between(name.range, expression.range))
  }

  private endStatement(what: 'argument' | 'block definition', context: Range): void {
    const { cursor } = this
    const kind = cursor.kind()
    if (kind === 'endOfFile' || cursor.skip('newline')) return
    if (kind === ',') {
      const detail = 'Each argument stands on a line of its own, without a comma behind it.'
      cursor.fail('Unexpected comma after argument', detail, undefined, context)
    }
    cursor.fail(`Missing newline after ${what}`, `The ${what} must end with a newline.`, undefined, context)
  }

  private parseBlock(typeToken: Token): void {
    const { cursor } = this
    const header = parseHeader(cursor, typeToken)
    cursor.enter()
    const parser = new BodyParser(cursor, '}', cursor.byIndentation ? typeToken.range.start.column : 0)
    const body = parseBlockBody(cursor, parser, header)
    cursor.leave()
    const { labels, labelRanges, definitionRange, isDamaged } = header
    this.blocks.push({ type: typeToken.text, labels, body, typeRange: typeToken.range, labelRanges, definitionRange, isDamaged })
    if (!parser.isCutShort) this.endStatement('block definition', definitionRange)
  }
}

export function parseBody(cursor: Cursor): HclBody {
  const parser = new BodyParser(cursor, 'endOfFile')
  parser.parse()
  return parser.result(cursor.peek().range)
}

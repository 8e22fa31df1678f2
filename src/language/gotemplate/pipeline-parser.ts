/** What stands between the braces of a Go template: pipelines of commands, and the variables in sight. */
import type { Argument, Command, Pipeline } from './ast'
import { Cursor } from './cursor'
import type { Token } from './lexer'
import { constant, quote, unquote } from './literals'

/** Blocks and parentheses within each other; Go has a limit, too. */
const DEEPEST = 300

export class PipelineParser extends Cursor {
  protected variables: string[] = ['$']
  protected depth = 0

  constructor(
    source: string,
    protected readonly name: string,
    private readonly functions: ReadonlySet<string>,
  ) {
    super(source, name)
  }

  protected deeper(token: Token): void {
    if (++this.depth > DEEPEST) throw this.fail(`nested more than ${DEEPEST} levels deep`, token)
  }

  protected pipeline(context: string, end: 'close' | ')'): Pipeline {
    this.skipSpace()
    const first = this.tokens[this.at]!
    const { variables, assigns } = this.declaration(context)
    const commands: Command[] = []
    for (;;) {
      this.skipSpace()
      const token = this.tokens[this.at]!
      if (token.kind === 'close' || token.text === ')') {
        if ((end === ')') !== (token.text === ')')) throw this.unexpected(token, context)
        this.at++
        if (commands.length === 0) throw this.fail(`missing value for ${context}`, token)
        const value = commands.map(each => each.source).join(' | ')
        const source = variables.length === 0 ? value : `${variables.join(', ')} ${assigns ? '=' : ':='} ${value}`
        return { variables, assigns, commands: this.checked(commands), offset: first.offset, source }
      }
      commands.push(this.command(context))
    }
  }

  /** `$x :=`, `$x =`, and for range `$i, $x :=`. What stands before a comma is declared, whatever follows. */
  private declaration(context: string): { variables: string[]; assigns: boolean } {
    const variables: string[] = []
    while (this.tokens[this.at]!.kind === 'variable') {
      const { text: name } = this.tokens[this.at]!
      const next = this.at + (this.tokens[this.at + 1]!.kind === 'space' ? 2 : 1)
      const { text } = this.tokens[next]!
      if (text !== ':=' && text !== '=' && text !== ',') break
      this.at = next + 1
      variables.push(name)
      // Already in sight in its own value, and when it is only assigned to: whether it is there, the run finds.
      this.variables.push(name)
      if (text !== ',') return { variables, assigns: text === '=' }
      if (context !== 'range' || variables.length > 1) throw this.fail(`too many declarations in ${context}`, this.tokens[next]!)
      this.skipSpace()
      const { kind, text: second } = this.tokens[this.at]!
      if (kind !== 'variable' && kind !== 'close' && second !== ')')
        throw this.fail('range can only initialize variables', this.tokens[this.at]!)
    }
    return { variables, assigns: false }
  }

  private checked(commands: readonly Command[]): readonly Command[] {
    for (const [i, { words }] of commands.entries()) {
      const [first] = words
      if (i > 0 && ['literal', 'nil', 'dot'].includes(first!.kind))
        throw this.failAt(`non executable command in pipeline stage ${i + 1}`, first!.offset)
    }
    return commands
  }

  private command(context: string): Command {
    const words: Argument[] = []
    for (;;) {
      this.skipSpace()
      const token = this.tokens[this.at]!
      if (token.kind === 'close' || token.text === ')') break
      if (token.text === '|' && token.kind === 'mark') {
        this.at++
        this.skipSpace()
        if (words.length === 0) throw this.unexpected(token, context)
        break
      }
      words.push(this.operand(words.length > 0 ? 'operand' : context))
      const next = this.tokens[this.at]!
      if (next.kind !== 'space' && next.kind !== 'close' && next.text !== ')' && next.text !== '|')
        throw this.unexpected(next, 'operand')
    }
    return { words, offset: words[0]!.offset, source: words.map(each => each.source).join(' ') }
  }

  /** A term, with the fields behind it. */
  private operand(context: string): Argument {
    const base = this.term(context)
    const path: string[] = []
    // Go gives the whole the place of the first field behind the term.
    const { offset } = this.tokens[this.at]!
    while (this.tokens[this.at]!.kind === 'field') path.push(this.tokens[this.at++]!.text.slice(1))
    if (path.length === 0) return base
    const source = `${base.source}${path.map(each => `.${each}`).join('')}`
    if (base.kind === 'field' || base.kind === 'variable') return { ...base, path: [...base.path, ...path], offset, source }
    if (base.kind === 'literal' || base.kind === 'nil' || base.kind === 'dot')
      throw this.failAt(`unexpected . after term ${JSON.stringify(base.source)}`, base.offset)
    return { kind: 'chain', base, path, offset, source }
  }

  private term(context: string): Argument {
    const token = this.tokens[this.at++]!
    const at = { offset: token.offset, source: token.text }
    switch (token.kind) {
      case 'identifier':
        if (!this.functions.has(token.text)) throw this.fail(`function ${JSON.stringify(token.text)} not defined`, token)
        return { kind: 'function', name: token.text, ...at }
      case 'dot':
        return { kind: 'dot', ...at }
      case 'nil':
        return { kind: 'nil', ...at }
      case 'variable':
        if (!this.variables.includes(token.text)) throw this.fail(`undefined variable ${JSON.stringify(token.text)}`, token)
        return { kind: 'variable', name: token.text, path: [], ...at }
      case 'field':
        return { kind: 'field', path: [token.text.slice(1)], ...at }
      case 'bool':
        return { kind: 'literal', value: token.text === 'true', ...at }
      case 'string':
      case 'raw':
        return { kind: 'literal', value: this.literal(token), ...at }
      case 'number':
      case 'character': {
        const value = constant(token.text)
        if (value === undefined) throw this.fail(notANumber(token), token)
        return { kind: 'literal', value, ...at }
      }
      default:
        if (token.text !== '(') throw this.unexpected(token, context)
        return this.parenthesized(token)
    }
  }

  private parenthesized(open: Token): Argument {
    this.deeper(open)
    const pipeline = this.pipeline('parenthesized pipeline', ')')
    this.depth--
    return { kind: 'pipeline', pipeline, offset: open.offset, source: `(${pipeline.source})` }
  }

  protected literal(token: Token): string {
    const text = token.kind === 'raw' ? token.text.slice(1, -1).replaceAll('\r', '') : unquote(token.text)
    if (text === undefined) throw this.fail('invalid syntax', token)
    return text
  }
}

function notANumber({ kind, text }: Token): string {
  if (kind === 'character') return `malformed character constant: ${text}`
  return `${/^[+-]?\d+$/.test(text) ? 'integer overflow' : 'illegal number syntax'}: ${quote(text)}`
}

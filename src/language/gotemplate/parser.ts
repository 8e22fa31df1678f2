/** Go's text/template, read into a tree. */
import type { Argument, Block, Command, Node, Pipeline } from './ast'
import { Cursor } from './cursor'
import type { Token } from './lexer'
import { constant, quote, unquote } from './literals'

/** The named templates of a text; the text itself is under `name`. */
export function parseGoTemplate(source: string, name: string, functions: ReadonlySet<string>): ReadonlyMap<string, Block> {
  return new Parser(source, name, functions).file()
}

/** Blocks and parentheses within each other; Go has a limit, too. */
const DEEPEST = 300

class Parser extends Cursor {
  private readonly defined = new Map<string, Block>()
  private variables: string[] = ['$']
  private ranges = 0
  private depth = 0

  constructor(
    source: string,
    private readonly name: string,
    private readonly functions: ReadonlySet<string>,
  ) {
    super(source, name)
  }

  file(): ReadonlyMap<string, Block> {
    const { nodes, end } = this.block()
    if (end.text === 'end') this.closing('end')
    if (end.kind !== 'end') throw this.fail(`unexpected {{${end.text}}}`, end)
    this.add(this.name, nodes, end)
    return this.defined
  }

  /** Nodes up to the `{{end}}` or `{{else` that closes them, or the end of the text. */
  private block(): { nodes: Block; end: Token } {
    const nodes: Node[] = []
    this.deeper(this.tokens[this.at]!)
    for (;;) {
      const token = this.tokens[this.at++]!
      if (token.kind === 'end') return this.closed(nodes, token)
      if (token.kind === 'mistake') throw this.unexpected(token, 'input')
      if (token.kind === 'text') nodes.push({ kind: 'text', text: token.text })
      else {
        const word = this.peek()
        if (word.kind === 'keyword') this.at += this.tokens[this.at] === word ? 1 : 2
        if (word.kind === 'keyword' && (word.text === 'end' || word.text === 'else')) return this.closed(nodes, word)
        const node = word.kind === 'keyword' ? this.statement(word) : this.action()
        if (node) nodes.push(node)
      }
    }
  }

  private closed(nodes: Block, end: Token): { nodes: Block; end: Token } {
    this.depth--
    return { nodes, end }
  }

  private deeper(token: Token): void {
    if (++this.depth > DEEPEST) throw this.fail(`nested more than ${DEEPEST} levels deep`, token)
  }

  private action(): Node {
    const pipeline = this.pipeline('command', 'close')
    return { kind: 'action', pipeline }
  }

  private statement(word: Token): Node | undefined {
    switch (word.text) {
      case 'if':
      case 'with':
      case 'range':
        return this.control(word.text)
      case 'template':
        return this.call()
      case 'define':
        if (this.depth > 1) throw this.unexpected(word, 'command')
        this.define(false)
        return undefined
      case 'block':
        return this.define(true)
      default:
        this.closing(`{{${word.text}}}`)
        if (this.ranges === 0) throw this.fail(`{{${word.text}}} outside {{range}}`, word)
        return { kind: word.text as 'break' | 'continue' }
    }
  }

  private control(kind: 'if' | 'with' | 'range'): Node {
    const outer = this.variables.length
    const pipeline = this.pipeline(kind, 'close')
    if (kind === 'range') this.ranges++
    const { nodes: body, end } = this.block()
    if (kind === 'range') this.ranges--
    const otherwise = end.text === 'else' && end.kind === 'keyword' ? this.otherwise(kind) : this.ended(end)
    this.variables.length = outer
    return { kind, pipeline, body, otherwise }
  }

  /** `{{else if x}}` is an `if` inside the else, sharing its end. */
  private otherwise(kind: 'if' | 'with' | 'range'): Block {
    const word = this.peek()
    if (kind !== 'range' && word.kind === 'keyword' && word.text === kind) {
      this.skipSpace()
      this.at++
      return [this.control(kind)]
    }
    this.closing('else')
    const { nodes, end } = this.block()
    if (end.text === 'else' && end.kind === 'keyword') throw this.fail('expected end; found {{else}}', end)
    this.ended(end)
    return nodes
  }

  private ended(end: Token): undefined {
    if (end.kind === 'end') throw this.fail('unexpected EOF', end)
    this.closing('end')
    return undefined
  }

  private call(): Node {
    const { text: name, offset } = this.templateName('template clause')
    const pipeline = this.peek().kind === 'close' ? undefined : this.pipeline('template clause', 'close')
    if (!pipeline) this.closing('template clause')
    return {
      kind: 'template',
      name,
      pipeline,
      offset,
      source: `{{template ${quote(name)}${pipeline ? ` ${pipeline.source}` : ''}}}`,
    }
  }

  /** A template of its own, with only `$` in sight; a `block` is used where it stands, too. */
  private define(isBlock: boolean): Node | undefined {
    const context = isBlock ? 'block clause' : 'define clause'
    const { text: name, offset } = this.templateName(context)
    const pipeline = isBlock ? this.pipeline(context, 'close') : undefined
    if (!isBlock) this.closing(context)
    const [outer, ranges] = [this.variables, this.ranges]
    this.variables = ['$']
    this.ranges = 0
    const { nodes, end } = this.block()
    if (end.kind !== 'end' && end.text === 'else') throw this.fail(`unexpected {{else}} in ${context}`, end)
    this.ended(end)
    this.variables = outer
    this.ranges = ranges
    this.add(name, nodes, end)
    return isBlock ? { kind: 'template', name, pipeline, offset, source: `{{template ${quote(name)}}}` } : undefined
  }

  /** What is nothing but white space does not count. */
  private add(name: string, nodes: Block, end: Token): void {
    const isEmpty = (block: Block) => block.every(node => node.kind === 'text' && node.text.trim() === '')
    const known = this.defined.get(name)
    if (!known || isEmpty(known)) this.defined.set(name, nodes)
    else if (!isEmpty(nodes)) throw this.fail(`template: multiple definition of template ${quote(name)}`, end)
  }

  private templateName(context: string): { text: string; offset: number } {
    this.skipSpace()
    const token = this.tokens[this.at++]!
    if (token.kind !== 'string' && token.kind !== 'raw') throw this.unexpected(token, context)
    return { text: this.literal(token), offset: token.offset }
  }

  private pipeline(context: string, end: 'close' | ')'): Pipeline {
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
        const source = this.source.slice(first.offset, token.offset).trim()
        // In sight only now: a variable is not defined in its own value.
        if (!assigns) this.variables.push(...variables)
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

  private literal(token: Token): string {
    const text = token.kind === 'raw' ? token.text.slice(1, -1).replaceAll('\r', '') : unquote(token.text)
    if (text === undefined) throw this.fail('invalid syntax', token)
    return text
  }
}

function notANumber({ kind, text }: Token): string {
  if (kind === 'character') return `malformed character constant: ${text}`
  return `${/^[+-]?\d+$/.test(text) ? 'integer overflow' : 'illegal number syntax'}: ${quote(text)}`
}

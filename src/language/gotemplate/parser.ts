/** Go's text/template, read into a tree. */
import type { Block, Node } from './ast'
import type { Token } from './lexer'
import { quote } from './literals'
import { PipelineParser } from './pipeline-parser'

/** The named templates of a text; the text itself is under `name`. */
export function parseGoTemplate(source: string, name: string, functions: ReadonlySet<string>): ReadonlyMap<string, Block> {
  return new Parser(source, name, functions).file()
}

class Parser extends PipelineParser {
  private readonly defined = new Map<string, Block>()
  private ranges = 0

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
}

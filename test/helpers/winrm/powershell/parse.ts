/** PowerShell's two ways of reading: expressions, and commands with bare words. What is not known here is refused, never guessed. */
import type { Argument, Block, Command, Expr, Pipeline, Redirect, Statement } from './syntax'
import { expandable, verbatim } from './text'

export function parseScript(text: string): Block {
  const parser = new Parser(text)
  const block = parser.blockBody('')
  return block
}

const BINARY: readonly (readonly string[])[] = [
  ['-and', '-or', '-xor'],
  [
    ...[
      '-eq',
      '-ne',
      '-lt',
      '-le',
      '-gt',
      '-ge',
      '-like',
      '-notlike',
      '-match',
      '-notmatch',
      '-contains',
      '-notcontains',
      '-in',
      '-notin',
    ],
    ...['-replace', '-split', '-join', '-is', '-isnot', '-as', '-band', '-bor', '-bxor'],
  ],
  ['+', '-'],
  ['*', '/', '%'],
  ['-f'],
  ['..'],
]
const ASSIGNMENT = /^(\+=|-=|\*=|\/=|=(?!=))/
const NAMED = /^(begin|process|end)\s*(?=\{)/i
const KEYWORD = /^(if|switch|while|do|for|foreach|try|function|filter|return|throw|exit|break|continue|trap|param)\b(?![-\\./])/i

export class Parser {
  private at = 0
  constructor(private readonly text: string) {}

  /** Statements up to `end`, with the parameters before them. */
  blockBody(end: string): Block {
    let parameters: Block['parameters'] = []
    this.skipLines()
    while (this.rest().match(/^\[cmdletbinding\([^)]*\)\]/i)) {
      this.at += this.rest().indexOf(']') + 1
      this.skipLines()
    }
    if (/^param\s*\(/i.test(this.rest())) parameters = this.parameters()
    this.skipLines()
    if (!NAMED.test(this.rest())) return { parameters, body: this.statements(end) }
    const blocks: Record<string, Statement[]> = {}
    for (let name = this.matches(NAMED); name; name = this.matches(NAMED)) {
      blocks[name[1]!.toLowerCase()] = this.braces()
      this.skipLines()
    }
    if (end !== '' && !this.takes(end)) this.refuse(`"${end}"`)
    return { parameters, body: [], ...blocks }
  }

  private parameters(): Block['parameters'] {
    this.at += this.rest().indexOf('(') + 1
    const found: { name: string; fallback?: Expr }[] = []
    for (this.skipLines(); !this.takes(')'); this.skipLines()) {
      for (let type = this.matches(/^\[[^\]]*\]\s*/); type; type = this.matches(/^\[[^\]]*\]\s*/));
      const name = this.matches(/^\$(\w+)\s*/)?.[1] ?? this.refuse('a parameter')
      found.push({ name, ...(this.takes('=') && { fallback: this.spaced(() => this.expression()) }) })
      this.skipLines()
      this.takes(',')
    }
    return found
  }

  statements(end: string): Statement[] {
    const found: Statement[] = []
    for (;;) {
      this.skipLines()
      while (this.takes(';')) this.skipLines()
      if (end !== '' && this.takes(end)) return found
      if (this.at >= this.text.length) {
        if (end !== '') this.refuse(`"${end}"`)
        return found
      }
      found.push(this.statement())
      this.skipSpace()
      if (!/^([;\n)}]|$)/.test(this.rest())) this.refuse('the end of a statement')
    }
  }

  private statement(): Statement {
    const word = KEYWORD.exec(this.rest())?.[1]?.toLowerCase()
    if (!word) return this.pipelineOrAssignment()
    this.at += word.length
    this.skipSpace()
    switch (word) {
      case 'if':
        return this.ifStatement()
      case 'while':
        return { kind: 'while', when: this.condition(), body: this.braces(), first: false, until: false }
      case 'do': {
        const body = this.braces()
        this.skipLines()
        const until = this.matches(/^(while|until)\s*/i)?.[1]?.toLowerCase() === 'until'
        return { kind: 'while', when: this.condition(), body, first: true, until }
      }
      case 'for':
        return this.forStatement()
      case 'foreach': {
        const [, variable = this.refuse('foreach')] = this.matches(/^\(\s*\$(\w+)\s+in\s+/i) ?? []
        const over = this.pipelineOrAssignment()
        this.skipLines()
        if (!this.takes(')')) this.refuse('")"')
        return { kind: 'foreach', variable, over, body: this.braces() }
      }
      case 'try':
        return this.tryStatement()
      case 'switch':
        return this.switchStatement()
      case 'function':
      case 'filter': {
        const [, name = this.refuse('a name')] = this.matches(/^([\w:-]+)\s*/) ?? []
        const parameters = this.rest().startsWith('(') ? this.parameters() : []
        this.skipLines()
        if (!this.takes('{')) this.refuse('"{"')
        const block = this.blockBody('}')
        return { kind: 'function', name, block: { ...block, parameters: [...parameters, ...block.parameters] } }
      }
      case 'trap':
        this.braces()
        return { kind: 'trap' }
      default: {
        const how = word as 'return' | 'throw' | 'exit' | 'break' | 'continue'
        return { kind: 'leave', how, ...(!/^([;\n}]|$)/.test(this.rest()) && { value: this.pipelineOrAssignment() }) }
      }
    }
  }

  private ifStatement(): Statement {
    const branches: { when?: Statement; body: readonly Statement[] }[] = [{ when: this.condition(), body: this.braces() }]
    for (;;) {
      const before = this.at
      this.skipLines()
      if (this.matches(/^elseif\b\s*/i)) branches.push({ when: this.condition(), body: this.braces() })
      else if (this.matches(/^else\b\s*/i)) {
        branches.push({ body: this.braces() })
        return { kind: 'if', branches }
      } else {
        this.at = before
        return { kind: 'if', branches }
      }
    }
  }

  private forStatement(): Statement {
    if (!this.takes('(')) this.refuse('"("')
    const parts: (Statement | undefined)[] = []
    for (const end of [';', ';', ')']) {
      this.skipLines()
      parts.push(this.rest().startsWith(end) ? undefined : this.pipelineOrAssignment())
      this.skipLines()
      if (!this.takes(end)) this.refuse(`"${end}"`)
    }
    return { kind: 'for', start: parts[0], when: parts[1], step: parts[2], body: this.braces() }
  }

  private switchStatement(): Statement {
    const over = this.condition()
    this.skipLines()
    if (!this.takes('{')) this.refuse('"{"')
    const cases: { when?: Expr; body: readonly Statement[] }[] = []
    for (this.skipLines(); !this.takes('}'); this.skipLines()) {
      const when = this.matches(/^default\b/i) ? undefined : this.argument()
      cases.push({ when, body: this.braces() })
      this.skipLines()
      this.takes(';')
    }
    return { kind: 'switch', over, cases }
  }

  private tryStatement(): Statement {
    const body = this.braces()
    let caught: readonly Statement[] | undefined
    let last: readonly Statement[] | undefined
    for (;;) {
      const before = this.at
      this.skipLines()
      if (this.matches(/^catch\b\s*/i)) {
        for (let type = this.matches(/^\[[^\]]*\],?\s*/); type; type = this.matches(/^\[[^\]]*\],?\s*/));
        caught = this.braces()
      } else if (this.matches(/^finally\b\s*/i)) last = this.braces()
      else {
        this.at = before
        return { kind: 'try', body, caught, last }
      }
    }
  }

  private condition(): Statement {
    this.skipLines()
    if (!this.takes('(')) this.refuse('"("')
    this.skipLines()
    const when = this.pipelineOrAssignment()
    this.skipLines()
    if (!this.takes(')')) this.refuse('")"')
    return when
  }

  private braces(): Statement[] {
    this.skipLines()
    if (!this.takes('{')) this.refuse('"{"')
    return this.statements('}')
  }

  private pipelineOrAssignment(): Statement {
    if (/^[$[(]/.test(this.rest())) {
      const before = this.at
      const target = this.expression()
      this.skipSpace()
      const operator = ASSIGNMENT.exec(this.rest())?.[1]
      if (operator) {
        this.at += operator.length
        this.skipLines()
        return { kind: 'assign', target, operator, value: this.statement() }
      }
      this.at = before
    }
    return this.pipeline()
  }

  private pipeline(): Pipeline {
    const parts: Pipeline['parts'][number][] = []
    do {
      this.skipLines()
      parts.push(this.part())
      this.skipSpace()
    } while (this.takes('|'))
    return { kind: 'pipeline', parts }
  }

  private part(): Pipeline['parts'][number] {
    if (/^[&.](?![\\/.\w])|^&/.test(this.rest())) return this.command(this.text[this.at++] as '&' | '.')
    if (/^([$[({"'@]|-?[.\d]\d*|[-+!,]|-not\b|-join\b|-split\b)/i.test(this.rest()) && !/^-?\d+[a-z_]\w*/i.test(this.rest())) {
      const expr = this.expression()
      return { kind: 'expression', expr, redirects: this.redirects() }
    }
    return this.command('')
  }

  private command(invoke: Command['invoke']): Command {
    const start = this.at
    this.skipSpace()
    const name = this.argument() ?? this.refuse('a command')
    const args: Argument[] = []
    const redirects: Redirect[] = []
    for (this.skipSpace(); !/^([;|)}\n]|&(?!&)|$)/.test(this.rest()); this.skipSpace()) {
      const redirect = this.redirect()
      if (redirect) redirects.push(redirect)
      else args.push(...this.parameterOrArgument())
    }
    return { kind: 'command', invoke, name, args, redirects, source: this.text.slice(start, this.at).trim() }
  }

  private parameterOrArgument(): Argument[] {
    const named = this.matches(/^-([a-z_]\w*)(:\s*)?/i)
    if (named) return [{ parameter: named[1]!.toLowerCase(), ...(named[2] && { value: this.argument() }) }]
    return [{ value: this.argumentList() }]
  }

  private argumentList(): Expr {
    const items = [this.argument() ?? this.refuse('an argument')]
    for (let more = this.matches(/^[ \t]*,\s*/); more; more = this.matches(/^[ \t]*,\s*/))
      items.push(this.argument() ?? this.refuse('an argument'))
    return items.length === 1 ? items[0]! : { kind: 'list', items }
  }

  /** A word as commands take it: no quotes needed. */
  private argument(): Expr | undefined {
    const rest = this.rest()
    if (/^(["'({[]|@[({"'])/.test(rest) && !/^\[[^\]]*\][^:]/.test(rest)) return this.postfix(this.primary())
    if (/^\$(\w+:)?\w+([.[](?![\\/])|(?=[\s;|)},]|$))/.test(rest) || rest.startsWith('$(')) {
      const before = this.at
      const expr = this.postfix(this.primary())
      if (/^([\s;|)},]|$)/.test(this.rest())) return expr
      this.at = before
    }
    let word = ''
    while (!/^([\s;|(){},]|$)/.test(this.rest())) word += this.wordPiece()
    if (word === '') return undefined
    if (/^-?\d+$/.test(word)) return { kind: 'constant', value: Number(word) }
    return expandable(word, inner => parseScript(inner).body)
  }

  private wordPiece(): string {
    const quoted = this.matches(/^"((?:[^"`]|`[\s\S]|"")*)"|^'((?:[^']|'')*)'/)
    if (quoted) return quoted[1] ?? quoted[2]!.replaceAll("''", "'").replace(/[`$]/g, '`$&')
    if (this.rest().startsWith('$(')) {
      const start = this.at
      this.at += 2
      this.statements(')')
      return this.text.slice(start, this.at)
    }
    const escaped = this.matches(/^`[\s\S]/)
    if (escaped) return escaped[0]
    return this.text[this.at++]!
  }

  private redirects(): Redirect[] {
    const found: Redirect[] = []
    for (;;) {
      this.skipSpace()
      const redirect = this.redirect()
      if (!redirect) return found
      found.push(redirect)
    }
  }

  private redirect(): Redirect | undefined {
    const match = this.matches(/^([1-6*]?)(>>?)(&1)?/)
    if (!match) return undefined
    const [, from, arrow, merged] = match
    if (merged) return { from: from!, append: false }
    this.skipSpace()
    return { from: from || '1', to: this.argument() ?? this.refuse('a file'), append: arrow === '>>' }
  }

  expression(level = 0): Expr {
    const operators = BINARY[level]
    if (!operators) return this.comma()
    let left = this.expression(level + 1)
    for (;;) {
      this.skipSpace()
      const operator = this.operator(operators)
      if (!operator) return left
      this.skipLines()
      left = { kind: 'binary', operator, left, right: this.expression(level + 1) }
    }
  }

  private operator(among: readonly string[]): string | undefined {
    const word = /^(-[ci]?[a-z]+\b|\.\.|[-+*/%](?!=))/i.exec(this.rest())?.[0]
    if (!word) return undefined
    const plain = word.toLowerCase().replace(/^-[ci](?=(eq|ne|lt|le|gt|ge|like|match|replace|split|contains)$)/, '-')
    if (!among.includes(plain)) return undefined
    this.at += word.length
    return plain
  }

  private comma(): Expr {
    const items = [this.unary()]
    for (let more = this.matches(/^[ \t]*,\s*/); more; more = this.matches(/^[ \t]*,\s*/)) items.push(this.unary())
    return items.length === 1 ? items[0]! : { kind: 'list', items }
  }

  private unary(): Expr {
    const operator = this.matches(/^(-not\b|-join\b|-split\b|-bnot\b|!|,|\+\+|--|-(?=[$(\d])|\+)\s*/i)?.[1]?.toLowerCase()
    if (operator) return { kind: 'unary', operator, of: this.unary() }
    const cast = this.matches(/^\[([\w.]+(?:\[\])?)\](?!::)\s*(?=[^\s=,;)|}])/)
    if (cast) return { kind: 'cast', type: cast[1]!.toLowerCase(), of: this.unary() }
    const expr = this.postfix(this.primary())
    const step = this.matches(/^(\+\+|--)/)?.[1]
    return step ? { kind: 'unary', operator: `post${step}`, of: expr } : expr
  }

  private primary(): Expr {
    const rest = this.rest()
    const number = this.matches(/^(0x[\da-f]+|\d+(?:\.\d+)?)(kb|mb|gb)?/i)
    if (number)
      return {
        kind: 'constant',
        value: Number(number[1]) * ({ kb: 1024, mb: 1048576, gb: 1073741824 }[number[2]?.toLowerCase() ?? ''] ?? 1),
      }
    if (rest[0] === '$' && !rest.startsWith('$(')) return this.variable()
    const here = this.matches(/^@(["'])[ \t]*\n([\s\S]*?)\n\1@/)
    if (here)
      return here[1] === "'"
        ? { kind: 'constant', value: here[2]! }
        : expandable(here[2]!.replaceAll('""', '"'), inner => parseScript(inner).body)
    const single = this.matches(/^'((?:[^']|'')*)'/)
    if (single) return { kind: 'constant', value: verbatim(single[1]!) }
    if (rest[0] === '"') return this.doubleQuoted()
    if (rest.startsWith('@(')) return { kind: 'array', body: this.inside(2, ')') }
    if (rest.startsWith('@{')) return this.hash()
    if (rest.startsWith('$(')) return { kind: 'array', body: this.inside(2, ')') }
    if (rest[0] === '(') return { kind: 'paren', body: this.inside(1, ')') }
    if (rest[0] === '{') {
      this.at++
      return { kind: 'block', block: this.blockBody('}') }
    }
    const type = this.matches(/^\[([\w.]+(?:\[\])?)\]/)
    if (type) return { kind: 'type', name: type[1]!.toLowerCase() }
    return this.refuse('an expression')
  }

  private inside(length: number, end: string): Statement[] {
    this.at += length
    return this.statements(end)
  }

  private variable(): Expr {
    const [, braced, scope = '', name = ''] =
      this.matches(/^\$(?:\{([^}]+)\}|(?:(\w+):)?(\w+|[?$^_]))/) ?? this.refuse('a variable')
    const [, inScope, inner] = /^(?:(\w+):)?([\s\S]*)$/.exec(braced ?? '')!
    return { kind: 'variable', scope: (braced ? (inScope ?? '') : scope).toLowerCase(), name: braced ? inner! : name }
  }

  /** Its end is where a quote stands outside of `$( )`. */
  private doubleQuoted(): Expr {
    let end = this.at + 1
    for (; this.text[end] !== '"' || this.text[end + 1] === '"'; end++) {
      if (end >= this.text.length) this.refuse('the end of a string')
      if (this.text[end] === '`' || this.text[end] === '"') end++
      else if (this.text.startsWith('$(', end)) {
        const inner = new Parser(this.text)
        inner.at = end + 2
        inner.statements(')')
        end = inner.at - 1
      }
    }
    const raw = this.text.slice(this.at + 1, end)
    this.at = end + 1
    return expandable(raw, inner => parseScript(inner).body, true)
  }

  private hash(): Expr {
    this.at += 2
    const entries: (readonly [Expr, Statement])[] = []
    for (this.skipLines(); !this.takes('}'); this.skipLines()) {
      while (this.takes(';')) this.skipLines()
      if (this.takes('}')) break
      const bare = this.matches(/^([A-Za-z_]\w*)/)?.[1]
      const key: Expr = bare ? { kind: 'constant', value: bare } : this.primary()
      this.skipSpace()
      if (!this.takes('=')) this.refuse('"="')
      this.skipLines()
      entries.push([key, this.statement()])
      this.skipSpace()
    }
    return { kind: 'hash', entries }
  }

  private postfix(start: Expr): Expr {
    let of = start
    for (;;) {
      const member = this.matches(/^(\.|::)(?=[\w$"'])(\w+)/)
      if (member) {
        const isStatic = member[1] === '::'
        const args = this.takes('(') ? this.callArguments() : undefined
        of = { kind: 'member', of, name: member[2]!, isStatic, args }
      } else if (this.takes('[')) {
        this.skipLines()
        const at = this.expression()
        this.skipLines()
        if (!this.takes(']')) this.refuse('"]"')
        of = { kind: 'index', of, at }
      } else return of
    }
  }

  private callArguments(): Expr[] {
    const args: Expr[] = []
    for (this.skipLines(); !this.takes(')'); this.skipLines()) {
      args.push(this.withoutCommas())
      this.skipLines()
      if (!this.takes(',')) {
        if (!this.takes(')')) this.refuse('")"')
        return args
      }
    }
    return args
  }

  /** In a call commas part arguments. */
  private withoutCommas(): Expr {
    const comma = this.comma
    this.comma = this.unary
    try {
      return this.expression()
    } finally {
      this.comma = comma
    }
  }

  private spaced<T>(work: () => T): T {
    this.skipLines()
    return work()
  }

  private rest(): string {
    return this.text.slice(this.at)
  }

  private matches(pattern: RegExp): RegExpExecArray | undefined {
    const match = pattern.exec(this.rest())
    if (!match) return undefined
    this.at += match[0].length
    return match
  }

  private takes(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false
    this.at += text.length
    return true
  }

  /** Blanks, and a line end that a backtick takes back. */
  private skipSpace(): void {
    while (this.matches(/^([ \t\r\f\uFEFF]+|`\r?\n|<#[\s\S]*?#>|#[^\n]*)/));
  }

  private skipLines(): void {
    while (this.matches(/^([\s\uFEFF]+|`\r?\n|<#[\s\S]*?#>|#[^\n]*)/));
  }

  private refuse(wanted: string): never {
    const line = this.text.slice(0, this.at).split('\n').length
    throw new SyntaxError(
      `the pretended PowerShell expected ${wanted} at line ${line}: ${this.rest().split('\n')[0]!.slice(0, 80)}`,
    )
  }
}

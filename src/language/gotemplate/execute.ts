/** Runs the tree of a Go template on plain data. */
import type { Argument, Block, Command, Node, Pipeline } from './ast'
import { entriesOf, type GoFunction, isTrue, type Kind, kindOf, lookUp, typeName } from './data'
import { GoTemplateError, placeOf } from './error'
import { quote } from './literals'
import { show } from './print'

export interface Settings {
  readonly name: string
  readonly source: string
  readonly functions: ReadonlyMap<string, GoFunction>
  /** `error`: a key that is not in a map is an error; otherwise it shows as `<no value>`. */
  readonly missingKey: 'default' | 'error'
}

const DEEPEST = 1000
/** Of `{{range 3}}`: Go has no limit, but a template that means so many is a slip, and would fill the memory. */
const MOST_ROUNDS = 1_000_000
const MISSING = Symbol('no value piped')

class Jump {
  constructor(readonly kind: 'break' | 'continue') {}
}

type Place = Pick<Command, 'offset' | 'source'>
/** What a call is given: the words behind its own, and what was piped in. */
type Given = { readonly words: readonly Argument[]; readonly piped: unknown }

const NOTHING: Given = { words: [], piped: MISSING }
const isEmpty = ({ words, piped }: Given): boolean => words.length === 0 && piped === MISSING

export class Execution {
  private output = ''
  private variables: { name: string; value: unknown }[] = []
  private depth = 0
  private current: string
  /** What is being evaluated, as Go keeps track of it for its messages. */
  private place: Place = { offset: 0, source: '' }

  constructor(
    private readonly templates: ReadonlyMap<string, Block>,
    private readonly settings: Settings,
  ) {
    this.current = settings.name
  }

  run(data: unknown): string {
    this.variables = [{ name: '$', value: data }]
    this.block(this.templates.get(this.settings.name)!, data)
    return this.output
  }

  private block(nodes: Block, dot: unknown): void {
    const outer = this.variables.length
    for (const node of nodes) this.node(node, dot)
    this.variables.length = outer
  }

  private node(node: Node, dot: unknown): void {
    switch (node.kind) {
      case 'text':
        this.output += node.text
        break
      case 'action': {
        const value = this.pipeline(node.pipeline, dot)
        if (node.pipeline.variables.length === 0) this.output += this.printed(value, node.pipeline.source)
        break
      }
      case 'template':
        this.template(node, dot)
        break
      case 'break':
      case 'continue':
        throw new Jump(node.kind)
      default:
        this.control(node, dot)
    }
  }

  private control(node: Extract<Node, { body: Block }>, dot: unknown): void {
    const outer = this.variables.length
    const value = this.pipeline(node.pipeline, dot)
    if (node.kind === 'range') this.range(node, value, dot)
    else if (isTrue(value)) this.block(node.body, node.kind === 'with' ? value : dot)
    else this.block(node.otherwise ?? [], dot)
    this.variables.length = outer
  }

  private range(node: Extract<Node, { body: Block }>, value: unknown, dot: unknown): void {
    const items = this.items(value)
    if (items.length === 0) this.block(node.otherwise ?? [], dot)
    const { variables } = node.pipeline
    const outer = this.variables.length
    for (const [key, each] of items) {
      const given = variables.length === 2 ? [key, each] : [each]
      for (const [i, name] of variables.entries()) this.assign(name, given[i])
      try {
        this.block(node.body, each)
      } catch (jump) {
        if (!(jump instanceof Jump)) throw jump
        if (jump.kind === 'break') break
      } finally {
        this.variables.length = outer
      }
    }
  }

  private items(value: unknown): [unknown, unknown][] {
    switch (kindOf(value)) {
      case 'slice':
        return (value as unknown[]).map((each, i) => [i, each])
      case 'map':
        return entriesOf(value)
      case 'int':
        if (Number(value) > MOST_ROUNDS) throw this.fail(`range over ${value} is more than ${MOST_ROUNDS} rounds`)
        return Array.from({ length: Math.max(0, Number(value)) }, (_, i) => [i, i])
      case 'nil':
        return []
      default:
        throw this.fail(`range can't iterate over ${show(value, { letter: 'v', flags: '', text: '', offset: 0 })}`)
    }
  }

  private template(node: Extract<Node, { kind: 'template' }>, outerDot: unknown): void {
    this.place = node
    const nodes = this.templates.get(node.name)
    if (!nodes) throw this.fail(`template ${quote(node.name)} not defined`)
    if (++this.depth > DEEPEST) throw this.fail(`exceeded maximum template depth (${DEEPEST})`)
    const dot = node.pipeline && this.pipeline(node.pipeline, outerDot)
    const [outer, current] = [this.variables, this.current]
    this.variables = [{ name: '$', value: dot }]
    this.current = node.name
    this.block(nodes, dot)
    this.variables = outer
    this.current = current
    this.depth--
  }

  private assign(name: string, value: unknown): void {
    this.variable(name).value = value
  }

  private variable(name: string): { value: unknown } {
    const known = this.variables.findLast(each => each.name === name)
    if (!known) throw this.fail(`undefined variable: ${name}`)
    return known
  }

  private pipeline(pipeline: Pipeline, dot: unknown): unknown {
    this.place = pipeline
    let value: unknown = MISSING
    for (const command of pipeline.commands) value = this.command(command, dot, value)
    for (const name of pipeline.variables)
      if (pipeline.assigns) this.assign(name, value)
      else this.variables.push({ name, value })
    return value
  }

  /** The first word is called with the others, and with what was piped in. */
  private command({ words, ...place }: Command, dot: unknown, piped: unknown): unknown {
    const [first, ...rest] = words as readonly [Argument, ...Argument[]]
    const given = { words: rest, piped }
    if (first.kind === 'function') return this.call(first, given, dot, place)
    if ('path' in first && first.path.length > 0) return this.value(first, dot, given)
    if (first.kind !== 'pipeline') this.place = first
    if (!isEmpty(given))
      throw this.fail(`can't give argument to non-function ${first.kind === 'pipeline' ? first.pipeline.source : first.source}`)
    if (first.kind === 'nil') throw this.fail('nil is not a command')
    return this.value(first, dot)
  }

  private call(fn: Argument & { kind: 'function' }, given: Given, dot: unknown, command: Place): unknown {
    this.place = fn
    const { name } = fn
    return this.apply(this.settings.functions.get(name)!, name, given, dot, command)
  }

  private apply(fn: GoFunction, name: string, given: Given, dot: unknown, command: Place): unknown {
    const count = given.words.length + (given.piped === MISSING ? 0 : 1)
    const { kinds = [], variadic = !fn.kinds } = fn
    const wanted = fn.kinds?.length ?? fn.length
    if (count < wanted || (!variadic && count > wanted))
      throw this.fail(`wrong number of args for ${name}: want ${variadic ? 'at least ' : ''}${wanted} got ${count}`)
    if (name === 'and' || name === 'or') return this.shortCircuit(name, given, dot)
    const args = given.words.map((word, i) => this.argument(word, kinds[i], dot))
    if (given.piped !== MISSING) args.push(this.checked(given.piped, kinds[args.length]))
    try {
      return (fn as (...given: unknown[]) => unknown)(...args)
    } catch (error) {
      if (error instanceof GoTemplateError) throw error
      this.place = command
      throw this.fail(`error calling ${name}: ${(error as Error).message}`)
    }
  }

  private shortCircuit(name: 'and' | 'or', { words, piped }: Given, dot: unknown): unknown {
    let value: unknown
    for (const word of words) {
      value = this.value(word, dot)
      if (isTrue(value) === (name === 'or')) return value
    }
    return piped === MISSING ? value : piped
  }

  private argument(word: Argument, wanted: Kind | 'any' = 'any', dot: unknown): unknown {
    const value = this.value(word, dot)
    if (wanted === 'any' || kindOf(value) === wanted) return value
    if (word.kind === 'nil') throw this.fail(`cannot assign nil to ${wanted}`)
    if (word.kind === 'literal') throw this.fail(`expected ${wanted === 'int' ? 'integer' : wanted}; found ${word.source}`)
    return this.checked(value, wanted)
  }

  private checked(value: unknown, wanted: Kind | 'any' = 'any'): unknown {
    const kind = kindOf(value)
    if (wanted === 'any' || kind === wanted) return value
    if (kind === 'nil') throw this.fail(`invalid value; expected ${wanted}`)
    throw this.fail(`wrong type for value; expected ${wanted}; got ${typeName(value)}`)
  }

  private value(word: Argument, dot: unknown, given = NOTHING): unknown {
    this.place = word
    switch (word.kind) {
      case 'literal':
        return word.value
      case 'nil':
        return null
      case 'dot':
        return dot
      case 'field':
        return this.fields(dot, word, given, dot)
      case 'variable':
        return this.fields(this.variable(word.name).value, word, given, dot)
      case 'chain':
        return this.fields(this.value(word.base, dot), word, given, dot)
      case 'function':
        return this.call(word, NOTHING, dot, word)
      case 'pipeline':
        return this.pipeline(word.pipeline, dot)
    }
  }

  /** The last field of the path may be a function, which is called with what is given. */
  private fields(base: unknown, word: Argument & { path: readonly string[] }, given: Given, dot: unknown): unknown {
    const last = word.path.length - 1
    return word.path.reduce((value, name, i) => {
      const field = this.field(value, name)
      if (i < last) return field
      if (typeof field === 'function' && given !== NOTHING) return this.apply(field as GoFunction, name, given, dot, word)
      if (!isEmpty(given) && kindOf(value) === 'map') throw this.fail(`${name} is not a method but has arguments`)
      return field
    }, base)
  }

  private field(value: unknown, name: string): unknown {
    const kind = kindOf(value)
    const strict = this.settings.missingKey === 'error'
    if (kind === 'map') {
      const { found, value: field } = lookUp(value, name)
      if (!found && strict) throw this.fail(`map has no entry for key ${quote(name)}`)
      return field
    }
    if (kind !== 'nil') throw this.fail(`can't evaluate field ${name} in type ${typeName(value)}`)
    if (strict) throw this.fail(`nil data; no entry for key ${quote(name)}`)
    return undefined
  }

  private printed(value: unknown, source: string): string {
    if (value === null || value === undefined) return '<no value>'
    if (kindOf(value) === 'func') throw this.fail(`can't print ${source} of type ${typeName(value)}`)
    return show(value, { letter: 'v', flags: '', text: '', offset: 0 })
  }

  private fail(message: string): GoTemplateError {
    const { line, column } = placeOf(this.settings.source, this.place.offset)
    const where = `template: ${this.settings.name}:${line}:${column - 1}: executing ${quote(this.current)} at <${this.place.source}>`
    return new GoTemplateError(`${where}: ${message}`, line, column)
  }
}

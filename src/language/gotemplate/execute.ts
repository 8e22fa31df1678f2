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
const MISSING = Symbol('no value piped')

class Jump {
  constructor(readonly kind: 'break' | 'continue') {}
}

type Place = Pick<Command, 'offset' | 'source'>
/** An argument with where it stands, unless it was piped in. */
type Given = { readonly value: unknown; readonly place?: Argument }

export class Execution {
  private output = ''
  private variables: { name: string; value: unknown }[] = []
  private depth = 0
  private current: string

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
        if (node.pipeline.variables.length === 0) this.output += this.printed(value, node.pipeline)
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
    const items = this.items(value, node.pipeline)
    if (items.length === 0) this.block(node.otherwise ?? [], dot)
    const { variables } = node.pipeline
    const outer = this.variables.length
    for (const [key, each] of items) {
      const given = variables.length === 2 ? [key, each] : [each]
      for (const [i, name] of variables.entries()) this.bind(name, given[i], node.pipeline)
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

  private items(value: unknown, place: Place): [unknown, unknown][] {
    switch (kindOf(value)) {
      case 'slice':
        return (value as unknown[]).map((each, i) => [i, each])
      case 'map':
        return entriesOf(value)
      case 'int':
        return Array.from({ length: Math.max(0, Number(value)) }, (_, i) => [i, i])
      case 'nil':
        return []
      default:
        throw this.fail(`range can't iterate over ${show(value, { letter: 'v', flags: '', text: '', offset: 0 })}`, place)
    }
  }

  private template({ name, pipeline, ...place }: Extract<Node, { kind: 'template' }>, outerDot: unknown): void {
    const nodes = this.templates.get(name)
    if (!nodes) throw this.fail(`template ${quote(name)} not defined`, place)
    const dot = pipeline && this.pipeline(pipeline, outerDot)
    if (++this.depth > DEEPEST) throw this.fail(`exceeded maximum template depth (${DEEPEST})`, place)
    const [outer, current] = [this.variables, this.current]
    this.variables = [{ name: '$', value: dot }]
    this.current = name
    this.block(nodes, dot)
    this.variables = outer
    this.current = current
    this.depth--
  }

  private bind(name: string, value: unknown, { assigns, commands }: Pipeline): void {
    const known = assigns ? this.variables.findLast(each => each.name === name) : undefined
    if (assigns && !known) throw this.fail(`undefined variable: ${name}`, commands.at(-1)!.words[0]!)
    if (known) known.value = value
    else this.variables.push({ name, value })
  }

  private pipeline(pipeline: Pipeline, dot: unknown): unknown {
    let value: unknown = MISSING
    for (const command of pipeline.commands) value = this.command(command, dot, value)
    // For range, the variables take the elements instead.
    if (pipeline.variables.length === 1) this.bind(pipeline.variables[0]!, value, pipeline)
    return value
  }

  /** The first word is called with the others, and with what was piped in. */
  private command({ words, ...place }: Command, dot: unknown, piped: unknown): unknown {
    const [first, ...rest] = words as readonly [Argument, ...Argument[]]
    if (first.kind === 'function') return this.call(first, rest, dot, piped, place)
    if (first.kind === 'nil') throw this.fail('nil is not a command', first)
    const value = this.value(first, dot)
    const callable = 'path' in first && first.path.length > 0
    const name = first.source.split('.').at(-1)!
    if (typeof value === 'function' && callable)
      return this.apply(value as GoFunction, name, this.all(rest, dot, piped), first, place)
    if (rest.length === 0 && piped === MISSING) return value
    throw this.fail(
      callable ? `${name} is not a method but has arguments` : `can't give argument to non-function ${first.source}`,
      first,
    )
  }

  private all(words: readonly Argument[], dot: unknown, piped: unknown): Given[] {
    const args = words.map(each => ({ value: this.value(each, dot), place: each }))
    return piped === MISSING ? args : [...args, { value: piped }]
  }

  private call(
    fn: Argument & { kind: 'function' },
    words: readonly Argument[],
    dot: unknown,
    piped: unknown,
    command: Place,
  ): unknown {
    if (fn.name === 'and' || fn.name === 'or') return this.shortCircuit(fn.name, words, dot, piped, fn)
    return this.apply(this.settings.functions.get(fn.name)!, fn.name, this.all(words, dot, piped), fn, command)
  }

  private shortCircuit(name: 'and' | 'or', words: readonly Argument[], dot: unknown, piped: unknown, place: Place): unknown {
    if (words.length === 0 && piped === MISSING) throw this.fail(`wrong number of args for ${name}: want at least 1 got 0`, place)
    let value: unknown
    for (const word of words) {
      value = this.value(word, dot)
      if (isTrue(value) === (name === 'or')) return value
    }
    return piped === MISSING ? value : piped
  }

  private apply(fn: GoFunction, name: string, args: readonly Given[], place: Place, command: Place): unknown {
    const wanted = fn.kinds?.length ?? fn.length
    if (args.length < wanted || (fn.kinds && args.length > wanted))
      throw this.fail(`wrong number of args for ${name}: want ${fn.kinds ? '' : 'at least '}${wanted} got ${args.length}`, place)
    for (const [i, given] of args.entries()) {
      const kind = fn.kinds?.[i] ?? 'any'
      if (kind !== 'any' && kindOf(given.value) !== kind) throw this.fail(wrongKind(given, kind), given.place ?? command)
    }
    try {
      return (fn as (...given: unknown[]) => unknown)(...args.map(({ value }) => value))
    } catch (error) {
      throw error instanceof GoTemplateError ? error : this.fail(`error calling ${name}: ${(error as Error).message}`, command)
    }
  }

  private value(word: Argument, dot: unknown): unknown {
    switch (word.kind) {
      case 'literal':
        return word.value
      case 'nil':
        return null
      case 'dot':
        return dot
      case 'field':
        return this.fields(dot, word.path, word)
      case 'variable':
        return this.fields(this.variables.findLast(each => each.name === word.name)!.value, word.path, word)
      case 'chain':
        return this.fields(this.value(word.base, dot), word.path, word)
      case 'function':
        return this.call(word, [], dot, MISSING, word)
      case 'pipeline':
        return this.pipeline(word.pipeline, dot)
    }
  }

  private fields(base: unknown, path: readonly string[], place: Place): unknown {
    return path.reduce((value, name) => {
      const kind = kindOf(value)
      if (kind === 'map') {
        const { found, value: field } = lookUp(value, name)
        if (!found && this.settings.missingKey === 'error') throw this.fail(`map has no entry for key ${quote(name)}`, place)
        return field
      }
      if (kind !== 'nil') throw this.fail(`can't evaluate field ${name} in type ${typeName(value)}`, place)
      if (this.settings.missingKey === 'error') throw this.fail(`nil data; no entry for key ${quote(name)}`, place)
      return undefined
    }, base)
  }

  private printed(value: unknown, place: Place): string {
    if (value === null || value === undefined) return '<no value>'
    if (kindOf(value) === 'func') throw this.fail(`can't print ${place.source} of type ${typeName(value)}`, place)
    return show(value, { letter: 'v', flags: '', text: '', offset: 0 })
  }

  private fail(message: string, { offset, source }: Place): GoTemplateError {
    const { line, column } = placeOf(this.settings.source, offset)
    const where = `template: ${this.settings.name}:${line}:${column - 1}: executing ${quote(this.current)} at <${source}>`
    return new GoTemplateError(`${where}: ${message}`, line, column)
  }
}

function wrongKind({ value, place }: Given, wanted: Kind): string {
  if (place?.kind === 'nil') return `cannot assign nil to ${wanted}`
  if (place?.kind === 'literal') return `expected ${wanted}; found ${place.source}`
  return kindOf(value) === 'nil'
    ? `invalid value; expected ${wanted}`
    : `wrong type for value; expected ${wanted}; got ${typeName(value)}`
}

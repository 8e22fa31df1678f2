/** A JSON value as an expression: its strings are templates, or, where syntax is asked for, expressions. */
import type { Expression, Traversal } from '../body'
import { Collector, ok } from '../collector'
import type { Checked } from '../diagnostic'
import type { EvalContext } from '../eval-context'
import { scopesOf } from '../hcl/expressions/traversal'
import { parseExpression, parseTemplate } from '../hcl/index'
import type { Position, Range } from '../source'
import { asCall, asTraversal, type StaticShape } from '../static'
import { ConversionError, convert } from '../values/convert'
import { STRING } from '../values/type'
import { Value } from '../values/value'
import type { JsonMember, JsonNode } from './tree'

export class JsonExpression implements Expression, StaticShape {
  private readonly templates = new Map<JsonNode | JsonMember, Checked<Expression>>()

  constructor(readonly node: JsonNode) {}

  get range(): Range {
    return this.node.range
  }

  /** In a context without variables and functions strings are what they are: that is how constants are read. */
  evaluate(context: EvalContext): Checked<Value> {
    const isConstant = ![...scopesOf(context)].some(({ variables, functions }) => variables || functions)
    return this.valueOf(this.node, isConstant ? undefined : context)
  }

  private valueOf(node: JsonNode, context: EvalContext | undefined): Checked<Value> {
    const found = new Collector()
    switch (node.kind) {
      case 'string':
        return context ? this.evaluateTemplate(node, node.text, node.range, context) : ok(Value.string(node.text))
      case 'number':
        return ok(Value.number(node.number))
      case 'bool':
        return ok(Value.bool(node.value))
      case 'null':
        return ok(Value.null())
      case 'array':
        return found.done(Value.tuple(node.items.map(item => found.take(this.valueOf(item, context)))))
      case 'object':
        return this.objectOf(node.members, context)
    }
  }

  private objectOf(members: readonly JsonMember[], context: EvalContext | undefined): Checked<Value> {
    const found = new Collector()
    const entries = new Map<string, Value>()
    let known = true
    for (const member of members) {
      const name = context ? found.take(this.keyOf(member, context)) : member.name
      const value = found.take(this.valueOf(member.value, context))
      if (name === undefined) known = false
      else if (entries.has(name))
        found.error('Duplicate object attribute', `The attribute "${name}" is already set in this object.`, member.nameRange)
      else entries.set(name, value)
    }
    return found.done(known ? Value.object(entries) : Value.unknown())
  }

  /** Undefined when it is unknown or wrong. */
  private keyOf(member: JsonMember, context: EvalContext): Checked<string | undefined> {
    const found = new Collector()
    const key = found.take(this.evaluateTemplate(member, member.name, member.nameRange, context))
    const wrong = (detail: string) => found.error('Invalid object key expression', detail, member.nameRange)
    try {
      const text = convert(key, STRING)
      if (text.isNull) wrong('A key cannot be null.')
      else if (text.isKnown) return found.done(text.asString())
    } catch (error) {
      if (!(error instanceof ConversionError)) throw error
      wrong(`A key must be a string: ${error.message}.`)
    }
    return found.done(undefined)
  }

  private evaluateTemplate(owner: JsonNode | JsonMember, text: string, range: Range, context: EvalContext): Checked<Value> {
    const found = new Collector()
    if (!/[$%]\{/.test(text)) return ok(Value.string(text))
    const template = found.take(this.template(owner, text, range))
    return found.diagnostics.length > 0 ? found.done(Value.unknown()) : template.evaluate(context)
  }

  private template(owner: JsonNode | JsonMember, text: string, range: Range): Checked<Expression> {
    const known = this.templates.get(owner)
    if (known) return known
    const parsed = parseTemplate(text, range.file, inside(range))
    this.templates.set(owner, parsed)
    return parsed
  }

  variables(): readonly Traversal[] {
    return this.variablesOf(this.node)
  }

  private variablesOf(node: JsonNode): readonly Traversal[] {
    switch (node.kind) {
      case 'string':
        return this.template(node, node.text, node.range).value.variables()
      case 'array':
        return node.items.flatMap(item => this.variablesOf(item))
      case 'object':
        return node.members.flatMap(member => [
          ...this.template(member, member.name, member.nameRange).value.variables(),
          ...this.variablesOf(member.value),
        ])
      default:
        return []
    }
  }

  asTraversal(): Traversal | undefined {
    const written = this.written()
    return written && asTraversal(written)
  }

  asCall() {
    const written = this.written()
    return written && asCall(written)
  }

  asList() {
    return this.node.kind === 'array' ? this.node.items.map(item => new JsonExpression(item)) : undefined
  }

  asMap() {
    const { node } = this
    if (node.kind !== 'object') return undefined
    const key = ({ name, nameRange }: JsonMember) => new JsonExpression({ kind: 'string', text: name, range: nameRange })
    return node.members.map(member => ({ key: key(member), value: new JsonExpression(member.value) }))
  }

  /** The text of a string read as an expression, for types and references. */
  private written(): Expression | undefined {
    if (this.node.kind !== 'string') return undefined
    const { value, diagnostics } = parseExpression(this.node.text, this.range.file, inside(this.range))
    return diagnostics.length > 0 ? undefined : value
  }
}

/** Behind the opening quote. Escapes in the string shift what follows them a little. */
const inside = ({ start }: Range): Position => ({ line: start.line, column: start.column + 1, byte: start.byte + 1 })

/** `[for v in c: x if y]` and `{for k, v in c: x => y...}`. */
import { Collector, failed, ok } from '../../collector'
import type { Checked } from '../../diagnostic'
import type { EvalContext } from '../../eval-context'
import type { Range } from '../../source'
import { BigFloat } from '../../values/big-float'
import { convert } from '../../values/convert'
import { BOOL, STRING, type Type } from '../../values/type'
import { friendlyName } from '../../values/type-text'
import { Value } from '../../values/value'
import { messageOf } from './messages'
import { Node } from './node'

export interface ForParts {
  readonly keyName?: string
  readonly valueName: string
  readonly collection: Node
  /** Set when it makes an object. */
  readonly key?: Node
  readonly value: Node
  readonly condition?: Node
  readonly group: boolean
}

const IF = {
  summary: "Invalid 'for' condition",
  null: "The value of the 'if' clause must not be null.",
  invalid: "The 'if' clause value is invalid",
}
const KEY = {
  summary: 'Invalid object key',
  null: "The key expression of a 'for' expression must not produce a null value.",
  invalid: 'The key expression produced an invalid result',
}

export class For extends Node {
  constructor(
    readonly clauses: ForParts,
    range: Range,
    private readonly openRange: Range,
  ) {
    super(range)
  }

  evaluate(context: EvalContext): Checked<Value> {
    const found = new Collector()
    const collection = found.take(this.clauses.collection.evaluate(context))
    const items = found.take(this.iterate(collection))
    if (found.diagnostics.length > 0 || collection.type.kind === 'dynamic') return found.done(Value.unknown())
    // A condition that is wrong for every item is wrong even when there are no items.
    found.addAll(this.includes(this.scope(context, Value.unknown(), Value.unknown()), true, 'Condition is null').diagnostics)
    if (found.diagnostics.length > 0 || !items) return found.done(Value.unknown())
    return found.done(found.take(this.clauses.key ? this.toObject(items, context) : this.toTuple(items, context)))
  }

  /** Keys and values, or undefined when they are unknown or there is nothing to iterate over. */
  private iterate(collection: Value): Checked<readonly (readonly [Value, Value])[] | undefined> {
    const { range } = this.clauses.collection
    const wrong = (summary: string, detail: string) => failed(undefined, summary, detail, range, { context: this.openRange })
    const { type } = collection
    if (collection.isNull)
      return wrong('Iteration over null value', "A null value cannot be used as the collection in a 'for' expression.")
    if (type.kind === 'dynamic') return ok(undefined)
    if (isIterable(type)) return ok(collection.isKnown ? itemsOf(collection) : undefined)
    const detail = `A value of type ${friendlyName(type)} cannot be used as the collection in a 'for' expression.`
    return wrong('Iteration over non-iterable value', detail)
  }

  private toTuple(items: readonly (readonly [Value, Value])[], context: EvalContext): Checked<Value> {
    const found = new Collector()
    const elements: Value[] = []
    let known = true
    for (const [key, value] of items) {
      const scope = this.scope(context, key, value)
      const included: boolean | undefined = found.take(this.includes(scope, known))
      if (included) elements.push(found.take(this.clauses.value.evaluate(scope)))
      known &&= included !== undefined
    }
    return found.done(known ? Value.tuple(elements) : Value.unknown())
  }

  private toObject(items: readonly (readonly [Value, Value])[], context: EvalContext): Checked<Value> {
    const found = new Collector()
    const groups = new Map<string, Value[]>()
    let known = true
    for (const [key, value] of items) {
      const scope = this.scope(context, key, value)
      const included: boolean | undefined = found.take(this.includes(scope, known))
      const name: string | undefined = included ? found.take(this.keyOf(scope, known)) : undefined
      known &&= included === false || name !== undefined
      if (name === undefined) continue
      const result = found.take(this.clauses.value.evaluate(scope))
      const group = groups.get(name)
      if (group && !this.clauses.group)
        found.error('Duplicate object key', explainDuplicate(name), this.clauses.key!.range, { context: this.openRange })
      else if (group) group.push(result)
      else groups.set(name, [result])
    }
    if (!known) return found.done(Value.unknown())
    return found.done(
      Value.object([...groups].map(([name, group]) => [name, this.clauses.group ? Value.tuple(group) : group[0]!])),
    )
  }

  private scope(parent: EvalContext, key: Value, value: Value): EvalContext {
    const variables = new Map([[this.clauses.valueName, value]])
    if (this.clauses.keyName !== undefined) variables.set(this.clauses.keyName, key)
    if (this.clauses.keyName === this.clauses.valueName) variables.set(this.clauses.valueName, value)
    return { parent, variables }
  }

  private includes(scope: EvalContext, report: boolean, whenNull?: string): Checked<boolean | undefined> {
    const { condition } = this.clauses
    if (!condition) return ok(true)
    const { value, diagnostics } = this.clause(condition, BOOL, scope, report, IF, whenNull)
    return { value: value?.asBool(), diagnostics }
  }

  private keyOf(scope: EvalContext, report: boolean): Checked<string | undefined> {
    const { value, diagnostics } = this.clause(this.clauses.key!, STRING, scope, report, KEY)
    return { value: value?.asString(), diagnostics }
  }

  /** Undefined when it cannot be told. A wrong type is told once: with `report` false it is passed over. */
  private clause(
    node: Node,
    type: Type,
    scope: EvalContext,
    report: boolean,
    says: typeof IF,
    whenNull = says.summary,
  ): Checked<Value | undefined> {
    const found = new Collector()
    const value = found.take(node.evaluate(scope))
    if (!report) return found.done(undefined)
    if (value.isNull) found.error(whenNull, says.null, node.range, { context: this.openRange })
    else {
      try {
        const converted = convert(value, type)
        if (converted.isKnown) return found.done(converted)
      } catch (error) {
        found.error(says.summary, `${says.invalid}: ${messageOf(error)}.`, node.range, { context: this.openRange })
      }
    }
    return found.done(undefined)
  }

  override parts() {
    const { keyName, valueName, collection, key, value, condition } = this.clauses
    const bound = keyName === undefined ? [valueName] : [keyName, valueName]
    const inner = [key, value, condition].filter(node => node !== undefined)
    return [collection, ...inner.map(node => ({ node, bound }))]
  }
}

const explainDuplicate = (name: string) =>
  `Two items of this 'for' expression have the key "${name}". To collect the values of equal keys, write an ellipsis (...) behind the value.`

export const isIterable = (type: Type): boolean => ['list', 'set', 'map', 'tuple', 'object'].includes(type.kind)

/** Keys and values in order: indices of sequences, names of maps; an element of a set is its own key. */
export function itemsOf(collection: Value): readonly (readonly [Value, Value])[] {
  const { kind } = collection.type
  if (kind === 'map' || kind === 'object') return [...collection.entries()].map(([key, value]) => [Value.string(key), value])
  if (kind === 'set') return collection.elements().map(value => [value, value])
  return collection.elements().map((value, i) => [Value.number(BigFloat.fromInteger(i)), value])
}

/** `[a, b]` and `{ a = b }`. */
import { Collector } from '../../collector'
import type { Checked } from '../../diagnostic'
import type { EvalContext } from '../../eval-context'
import type { Range } from '../../source'
import { convert } from '../../values/convert'
import { STRING } from '../../values/type'
import { Value } from '../../values/value'
import { messageOf } from './messages'
import { Node } from './node'

export class Tuple extends Node {
  constructor(
    readonly items: readonly Node[],
    range: Range,
  ) {
    super(range)
  }

  evaluate(context: EvalContext): Checked<Value> {
    const found = new Collector()
    return found.done(Value.tuple(this.items.map(item => found.take(item.evaluate(context)))))
  }

  override asList() {
    return this.items
  }

  override parts() {
    return this.items
  }
}

export class ObjectNode extends Node {
  constructor(
    readonly items: readonly { readonly key: Node; readonly value: Node }[],
    range: Range,
  ) {
    super(range)
  }

  /** Of two items with one key the later wins. With an unknown key nothing is known of the whole. */
  evaluate(context: EvalContext): Checked<Value> {
    const found = new Collector()
    const entries: [string, Value][] = []
    let known = true
    for (const { key, value } of this.items) {
      const name = found.take(evaluateKey(key, context, this.range))
      const item = found.take(value.evaluate(context))
      if (name === undefined) known = false
      else entries.push([name, item])
    }
    return found.done(known ? Value.object(entries) : Value.unknown())
  }

  override asMap() {
    return this.items
  }

  override parts() {
    return this.items.flatMap(({ key, value }) => (key instanceof NameKey ? [value] : [key, value]))
  }
}

/** A bare word in front of `=` is a name, not a variable. */
export class NameKey extends Node {
  constructor(
    readonly name: string,
    range: Range,
  ) {
    super(range)
  }

  evaluate(): Checked<Value> {
    return { value: Value.string(this.name), diagnostics: [] }
  }

  override asTraversal() {
    return { root: this.name, steps: [], range: this.range }
  }
}

/** `a.b = 1`: meant as a name or as a reference, who knows. */
export class AmbiguousKey extends Node {
  evaluate(): Checked<Value> {
    const found = new Collector()
    found.error(
      'Ambiguous attribute key',
      'A key with dots must say what it is: in quotes, "a.b", a literal name; in parentheses, (a.b), a reference.',
      this.range,
    )
    return found.done(Value.unknown())
  }
}

/** Undefined when it is unknown or wrong. */
function evaluateKey(node: Node, context: EvalContext, object: Range): Checked<string | undefined> {
  const found = new Collector()
  const key = found.take(node.evaluate(context))
  if (key.isNull) {
    found.error('Null value as key', 'A key must not be null.', node.range, { context: object })
    return found.done(undefined)
  }
  try {
    const text = convert(key, STRING)
    return found.done(text.isKnown ? text.asString() : undefined)
  } catch (error) {
    found.error('Incorrect key type', `This value cannot be a key: ${messageOf(error)}.`, node.range, { context: object })
    return found.done(undefined)
  }
}

/** Expressions that are their value, or another expression in a wrapping. */
import type { Traversal } from '../../body'
import { ok } from '../../collector'
import type { Checked } from '../../diagnostic'
import type { EvalContext } from '../../eval-context'
import type { Range } from '../../source'
import type { Value } from '../../values/value'
import { Node } from './node'

export class Literal extends Node {
  private readonly result: Checked<Value>

  constructor(
    value: Value,
    range: Range,
    /** `true`, `false` or `null`, when written so. */
    private readonly keyword?: string,
  ) {
    super(range)
    this.result = ok(value)
  }

  get value(): Value {
    return this.result.value
  }

  evaluate(): Checked<Value> {
    return this.result
  }

  override asTraversal(): Traversal | undefined {
    return this.keyword === undefined ? undefined : { root: this.keyword, steps: [], range: this.range }
  }
}

/** `(x)`, and `"${x}"`, which stands for x itself and keeps its type. */
export class Wrapped extends Node {
  constructor(
    readonly inner: Node,
    range: Range,
    readonly kind: 'parentheses' | 'template',
  ) {
    super(range)
  }

  evaluate(context: EvalContext): Checked<Value> {
    return this.inner.evaluate(context)
  }

  override parts() {
    return [this.inner]
  }
}

/** One round of a `dynamic` block: expressions in its content see the iterators of all rounds around them. */
import type { Expression, Traversal } from './body'
import { ok } from './collector'
import type { Checked } from './diagnostic'
import type { EvalContext } from './eval-context'
import { asCall, asList, asMap, asTraversal, type StaticShape } from './static'
import { Value } from './values/value'

export interface Iteration {
  /** By name: `{ key, value }` objects. */
  readonly iterators: ReadonlyMap<string, Value>
  /** What `for_each` holds is unknown: there may be no such block at all, so nothing in it is known. */
  readonly unknown: boolean
}

export function nextIteration(outer: Iteration | undefined, name: string, key: Value, value: Value): Iteration {
  const iterator = Value.object([
    ['key', key],
    ['value', value],
  ])
  const unknown = (outer?.unknown ?? false) || key.state === 'unknown'
  return { iterators: new Map([...(outer?.iterators ?? []), [name, iterator]]), unknown }
}

export const scopeOf = (context: EvalContext, iteration: Iteration | undefined): EvalContext =>
  iteration ? { parent: context, variables: iteration.iterators } : context

export const within = (iteration: Iteration, expression: Expression): Expression => new IteratedExpression(expression, iteration)

class IteratedExpression implements Expression, StaticShape {
  constructor(
    private readonly inner: Expression,
    private readonly iteration: Iteration,
  ) {}

  get range() {
    return this.inner.range
  }

  evaluate(context: EvalContext): Checked<Value> {
    return this.iteration.unknown ? ok(Value.unknown()) : this.inner.evaluate(scopeOf(context, this.iteration))
  }

  variables(): readonly Traversal[] {
    return this.inner.variables().filter(({ root }) => !this.iteration.iterators.has(root))
  }

  asTraversal() {
    return asTraversal(this.inner)
  }

  asList() {
    return asList(this.inner)?.map(item => within(this.iteration, item))
  }

  asMap() {
    return asMap(this.inner)?.map(({ key, value }) => ({
      key: within(this.iteration, key),
      value: within(this.iteration, value),
    }))
  }

  asCall() {
    const call = asCall(this.inner)
    return call && { ...call, args: call.args.map(arg => within(this.iteration, arg)) }
  }
}

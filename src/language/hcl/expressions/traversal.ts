/** `var.image["id"]`, and the same steps behind any other expression. */
import type { Traversal, TraversalStep } from '../../body'
import { Collector, failed, ok } from '../../collector'
import type { Checked } from '../../diagnostic'
import { suggestion } from '../../did-you-mean'
import type { EvalContext } from '../../eval-context'
import { attributeOf, indexValue } from '../../index-value'
import type { Range } from '../../source'
import { between } from '../../span'
import { Value } from '../../values/value'
import { Node } from './node'

export class ScopeTraversal extends Node {
  constructor(
    readonly root: string,
    readonly rootRange: Range,
    readonly steps: readonly TraversalStep[],
  ) {
    super(steps.length === 0 ? rootRange : between(rootRange, steps[steps.length - 1]!.range))
  }

  override get isReference(): boolean {
    return true
  }

  override asTraversal(): Traversal {
    return { root: this.root, steps: this.steps, range: this.range }
  }

  evaluate(context: EvalContext): Checked<Value> {
    const value = findVariable(context, this.root)
    if (!value) return this.unknownVariable(context)
    return follow(value, this.steps)
  }

  private unknownVariable(context: EvalContext): Checked<Value> {
    const scopes = [...scopesOf(context)].filter(scope => scope.variables)
    if (scopes.length === 0) {
      const detail = 'Variables may not be used here: the value must be written out.'
      return failed(Value.unknown(), 'Variables not allowed', detail, this.rootRange, { context: this.range })
    }
    const names = scopes.flatMap(scope => [...scope.variables!.keys()]).filter(name => /^[\p{ID_Start}_]/u.test(name))
    const meant = suggestion(this.root, names)
    const detail = `There is no variable named "${this.root}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`
    return failed(Value.unknown(), 'Unknown variable', detail, this.rootRange, { context: this.range, missing: [this.root] })
  }
}

export class RelativeTraversal extends Node {
  constructor(
    readonly source: Node,
    readonly steps: readonly TraversalStep[],
  ) {
    super(between(source.range, steps[steps.length - 1]!.range))
  }

  evaluate(context: EvalContext): Checked<Value> {
    const found = new Collector()
    const value = found.take(this.source.evaluate(context))
    return found.done(found.take(follow(value, this.steps)))
  }

  override parts() {
    return [this.source]
  }
}

/** `a[b]` with a computed key. */
export class Index extends Node {
  constructor(
    readonly collection: Node,
    readonly key: Node,
    range: Range,
    private readonly bracketRange: Range,
  ) {
    super(range)
  }

  evaluate(context: EvalContext): Checked<Value> {
    const found = new Collector()
    const collection = found.take(this.collection.evaluate(context))
    const key = found.take(this.key.evaluate(context))
    return found.done(found.take(indexValue(collection, key, this.bracketRange)))
  }

  override parts() {
    return [this.collection, this.key]
  }
}

function follow(start: Value, steps: readonly TraversalStep[]): Checked<Value> {
  let value = start
  for (const step of steps) {
    const next = step.kind === 'attribute' ? attributeOf(value, step.name, step.range) : indexValue(value, step.key, step.range)
    if (next.diagnostics.length > 0) return next
    value = next.value
  }
  return ok(value)
}

export function* scopesOf(context: EvalContext): Iterable<EvalContext> {
  for (let scope: EvalContext | undefined = context; scope; scope = scope.parent) yield scope
}

export function findVariable(context: EvalContext, name: string): Value | undefined {
  for (let scope: EvalContext | undefined = context; scope; scope = scope.parent) {
    const value = scope.variables?.get(name)
    if (value) return value
  }
  return undefined
}

/** `list[*].name` and `list.*.name`. */
import { Collector } from '../../collector'
import type { Checked } from '../../diagnostic'
import type { EvalContext } from '../../eval-context'
import type { Range } from '../../source'
import { convert } from '../../values/convert'
import { DYNAMIC, type Type } from '../../values/type'
import { hasDynamic, sameType } from '../../values/type-text'
import { unify } from '../../values/unify'
import { Value } from '../../values/value'
import { Node } from './node'
import { findVariable } from './traversal'

/** Under this name, which no author can write, the element at hand is in scope. */
const ELEMENT = '*'

/** Stands for the element that the innermost splat around it is at. */
export class SplatElement extends Node {
  evaluate(context: EvalContext): Checked<Value> {
    return { value: findVariable(context, ELEMENT) ?? Value.unknown(), diagnostics: [] }
  }
}

export class Splat extends Node {
  constructor(
    readonly source: Node,
    /** What is computed of each element; begins at a SplatElement. */
    readonly each: Node,
    range: Range,
    private readonly starRange: Range,
  ) {
    super(range)
  }

  evaluate(context: EvalContext): Checked<Value> {
    const found = new Collector()
    const source = found.take(this.source.evaluate(context))
    const { kind } = source.type
    const isSequence = kind === 'list' || kind === 'set' || kind === 'tuple'
    if (source.isNull && isSequence) {
      found.error('Splat of null value', 'A splat (the * symbol) cannot be applied to a null sequence.', this.source.range, {
        context: this.range,
      })
      return found.done(Value.unknown())
    }
    if (source.isNull) return found.done(Value.tuple([]))
    const each = (element: Value) => found.take(this.each.evaluate({ parent: context, variables: new Map([[ELEMENT, element]]) }))
    if (kind !== 'dynamic' && !isSequence && !source.notNull) each(source)
    if (kind === 'dynamic' || (!isSequence && !source.notNull)) return found.done(Value.unknown())
    if (!isSequence) return found.done(Value.tuple([each(source)]))
    if (kind === 'tuple') return found.done(Value.tuple(tupleElements(source).map(each)))
    return found.done(found.take(this.toList(source, each)))
  }

  private toList(source: Value, each: (element: Value) => Value): Checked<Value> {
    const found = new Collector()
    const { element } = source.type as Type & { kind: 'list' | 'set' }
    if (!source.isKnown) return found.done(Value.unknown({ kind: 'list', element: each(Value.unknown(element)).type }))
    const results = source.elements().map(each)
    if (results.length === 0) return found.done(Value.list(each(Value.unknown(element)).type, []))
    const types = results.map(result => result.type)
    const isOne = types.every(each => sameType(each, types[0]!))
    const type = isOne ? types[0] : types.some(hasDynamic) ? unify(types) : undefined
    if (type) return found.done(listOfResults(type, results))
    found.error(
      'Inconsistent splat results',
      'The elements give results of different types, which no list can hold.',
      this.starRange,
      { context: this.range },
    )
    return found.done(Value.unknown())
  }

  override parts() {
    return [this.source, this.each]
  }
}

/** Results that are alike but for parts not yet known have no type yet either. */
function listOfResults(type: Type, results: readonly Value[]): Value {
  const converted = results.map(result => convert(result, type))
  const isOne = converted.every(result => sameType(result.type, type))
  return isOne ? Value.list(type, converted) : Value.unknown({ kind: 'list', element: DYNAMIC })
}

function tupleElements(tuple: Value): readonly Value[] {
  if (tuple.isKnown) return tuple.elements()
  return tuple.type.kind === 'tuple' ? tuple.type.elements.map(type => Value.unknown(type)) : []
}

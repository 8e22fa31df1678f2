/** `a ? b : c`: both results get one type, whichever is chosen. */
import { Collector } from '../../collector'
import type { Checked } from '../../diagnostic'
import type { EvalContext } from '../../eval-context'
import { between } from '../../span'
import { convert } from '../../values/convert'
import { BOOL, DYNAMIC, type Type } from '../../values/type'
import { friendlyName, sameType } from '../../values/type-text'
import { unify } from '../../values/unify'
import { Value } from '../../values/value'
import { messageOf } from './messages'
import { Node } from './node'

export class Conditional extends Node {
  constructor(
    readonly condition: Node,
    readonly whenTrue: Node,
    readonly whenFalse: Node,
    range = between(condition.range, whenFalse.range),
  ) {
    super(range)
  }

  /** Mistakes in the result that is not chosen do not count. */
  evaluate(context: EvalContext): Checked<Value> {
    const found = new Collector()
    const [yes, no] = [this.whenTrue.evaluate(context), this.whenFalse.evaluate(context)]
    const type = commonType(yes.value, no.value)
    if (!type) {
      const detail = `Both results of a conditional must have one type. ${describeMismatch(yes.value.type, no.value.type)}.`
      found.error('Inconsistent conditional result types', detail, between(this.whenTrue.range, this.whenFalse.range), {
        context: this.range,
      })
      return found.done(Value.unknown())
    }
    const condition = found.take(this.decide(context))
    if (condition === undefined && yes.value.isNull && no.value.isNull) return found.done(Value.null(type))
    if (condition === undefined) return found.done(Value.unknown(type, yes.value.notNull && no.value.notNull))
    const chosen = found.take(condition ? yes : no)
    try {
      return found.done(convert(chosen, type))
    } catch (error) {
      const detail = `The ${condition} result has not the type that both results need: ${messageOf(error)}.`
      found.error('Inconsistent conditional result types', detail, condition ? this.whenTrue.range : this.whenFalse.range, {
        context: this.range,
      })
      return found.done(Value.unknown(type))
    }
  }

  /** Undefined when it is unknown or wrong. */
  private decide(context: EvalContext): Checked<boolean | undefined> {
    const found = new Collector()
    const value = found.take(this.condition.evaluate(context))
    const { range } = this.condition
    if (value.isNull) {
      found.error('Null condition', 'The condition value is null. Conditions must either be true or false.', range, {
        context: this.range,
      })
      return found.done(undefined)
    }
    if (!value.isKnown) return found.done(undefined)
    try {
      return found.done(convert(value, BOOL).asBool())
    } catch (error) {
      const hint = / use lowercase .*/.exec(messageOf(error))?.[0]
      const detail = `The condition expression must be of type bool.${hint ? ` To convert from string,${hint}.` : ''}`
      found.error('Incorrect condition type', detail, range, { context: this.range })
      return found.done(undefined)
    }
  }

  override parts() {
    return [this.condition, this.whenTrue, this.whenFalse]
  }
}

/** A null without a type takes on the type of the other result; a type not yet known leaves all open. */
function commonType(yes: Value, no: Value): Type | undefined {
  if (yes.isNull && yes.type.kind === 'dynamic') return no.type
  if (no.isNull && no.type.kind === 'dynamic') return yes.type
  if (yes.type.kind === 'dynamic' || no.type.kind === 'dynamic') return DYNAMIC
  return unify([yes.type, no.type])
}

function describeMismatch(yes: Type, no: Type): string {
  if (yes.kind === 'object' && no.kind === 'object') {
    for (const [name, type] of yes.attributes) {
      const other = no.attributes.get(name)
      if (!other) return `The 'true' value includes object attribute "${name}", which is absent in the 'false' value`
      if (!unify([type, other])) return `Type mismatch for object attribute "${name}": ${describeMismatch(type, other)}`
    }
    const extra = [...no.attributes.keys()].find(name => !yes.attributes.has(name))
    if (extra !== undefined) return `The 'false' value includes object attribute "${extra}", which is absent in the 'true' value`
  }
  if (yes.kind === 'tuple' && no.kind === 'tuple') {
    if (yes.elements.length !== no.elements.length)
      return `The 'true' tuple has length ${yes.elements.length}, but the 'false' tuple has length ${no.elements.length}`
    const index = yes.elements.findIndex((type, i) => !unify([type, no.elements[i]!]))
    if (index >= 0)
      return `Type mismatch for tuple element ${index}: ${describeMismatch(yes.elements[index]!, no.elements[index]!)}`
  }
  if ('element' in yes && 'element' in no && yes.kind === no.kind && !sameType(yes.element, no.element))
    return `Mismatched ${yes.kind} element types: ${describeMismatch(yes.element, no.element)}`
  return `The 'true' value is ${friendlyName(yes)}, but the 'false' value is ${friendlyName(no)}`
}

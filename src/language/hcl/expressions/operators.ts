/** Arithmetic, comparison and logic. Operands are converted, except those of `==` and `!=`. */
import { Collector } from '../../collector'
import type { Checked } from '../../diagnostic'
import type { EvalContext } from '../../eval-context'
import type { Range } from '../../source'
import { between } from '../../span'
import type { BigFloat } from '../../values/big-float'
import { convert } from '../../values/convert'
import { equal } from '../../values/equality'
import { BOOL, NUMBER, type Type } from '../../values/type'
import { Value } from '../../values/value'
import { messageOf } from './messages'
import { Node, part } from './node'

const arithmetic = (compute: (a: BigFloat, b: BigFloat) => BigFloat) => (a: Value, b: Value) =>
  Value.number(compute(a.asNumber(), b.asNumber()))
const comparison = (holds: (order: number) => boolean) => (a: Value, b: Value) =>
  Value.bool(holds(a.asNumber().compare(b.asNumber())))

interface Operator {
  readonly precedence: number
  readonly operand?: Type
  readonly result: Type
  readonly compute: (a: Value, b: Value) => Value
}

const number = (precedence: number, compute: Operator['compute']): Operator => ({
  precedence,
  operand: NUMBER,
  result: NUMBER,
  compute,
})
const compare = (compute: Operator['compute']): Operator => ({ precedence: 4, operand: NUMBER, result: BOOL, compute })

export const OPERATORS: Readonly<Record<string, Operator>> = {
  '||': { precedence: 1, operand: BOOL, result: BOOL, compute: (a, b) => Value.bool(a.asBool() || b.asBool()) },
  '&&': { precedence: 2, operand: BOOL, result: BOOL, compute: (a, b) => Value.bool(a.asBool() && b.asBool()) },
  '==': { precedence: 3, result: BOOL, compute: equal },
  '!=': { precedence: 3, result: BOOL, compute: (a, b) => not(equal(a, b)) },
  '<': compare(comparison(order => order < 0)),
  '<=': compare(comparison(order => order <= 0)),
  '>': compare(comparison(order => order > 0)),
  '>=': compare(comparison(order => order >= 0)),
  '+': number(
    5,
    arithmetic((a, b) => a.add(b)),
  ),
  '-': number(
    5,
    arithmetic((a, b) => a.subtract(b)),
  ),
  '*': number(
    6,
    arithmetic((a, b) => a.multiply(b)),
  ),
  '/': number(
    6,
    arithmetic((a, b) => a.divide(b)),
  ),
  '%': number(
    6,
    arithmetic((a, b) => a.modulo(b)),
  ),
}

const not = (value: Value): Value => (value.isKnown ? Value.bool(!value.asBool()) : value)

export class Binary extends Node {
  private readonly operator: Operator

  constructor(
    readonly left: Node,
    readonly symbol: string,
    readonly right: Node,
  ) {
    super(between(left.range, right.range))
    this.operator = OPERATORS[symbol]!
  }

  /** A long chain, `a || b || c …`, leans to the left: it is walked in a loop, not by recursion. */
  evaluate(context: EvalContext): Checked<Value> {
    const chain: Binary[] = []
    let first: Node = this
    for (; first instanceof Binary; first = first.left) chain.push(first)
    const found = new Collector()
    let value = found.take(first.evaluate(context))
    while (chain.length > 0) value = chain.pop()!.apply(value, context, found)
    return found.done(value)
  }

  private apply(leftValue: Value, context: EvalContext, found: Collector): Value {
    const { operand, result, compute } = this.operator
    const left = toOperand(leftValue, operand, 'left operand', this.left, found)
    if (left && this.isDecidedBy(left)) return left
    const evaluated = this.right.evaluate(context)
    const wrong = new Collector()
    const right = toOperand(evaluated.value, operand, 'right operand', this.right, wrong)
    if (left && right && this.isDecidedByRight(left, right, evaluated)) return right
    found.take(evaluated)
    found.add(...wrong.diagnostics)
    if (!left || !right) return Value.unknown(result)
    if (!operand) return compute(left, right)
    if (left.isNull || right.isNull) {
      found.error('Operation failed', 'An operand is null: give it a value, for example with coalesce.', this.range)
      return Value.unknown(result)
    }
    if (!left.isKnown || !right.isKnown) return Value.unknown(result, true)
    try {
      return compute(left, right)
    } catch (error) {
      found.error('Operation failed', `This has no result: ${messageOf(error)}.`, this.range)
      return Value.unknown(result)
    }
  }

  /** `false && x` and `true || x` leave x alone, mistakes in it included. */
  private isDecidedBy(value: Value): boolean {
    if (this.symbol !== '&&' && this.symbol !== '||') return false
    return value.state === 'known' && value.asBool() === (this.symbol === '||')
  }

  /** With an unknown left side a deciding right side counts, when it is free of mistakes. */
  private isDecidedByRight(left: Value, right: Value, evaluated: Checked<Value>): boolean {
    return !left.isKnown && evaluated.diagnostics.length === 0 && this.isDecidedBy(right)
  }

  override parts() {
    return [part(this.left), part(this.right)]
  }
}

export class Unary extends Node {
  constructor(
    readonly symbol: '!' | '-',
    readonly operand: Node,
    range: Range,
  ) {
    super(range)
  }

  evaluate(context: EvalContext): Checked<Value> {
    const found = new Collector()
    const type = this.symbol === '!' ? BOOL : NUMBER
    const value = found.take(this.operand.evaluate(context))
    const operand = toOperand(value, type, 'unary operand', this.operand, found)
    if (!operand?.isKnown) return found.done(Value.unknown(type, operand?.notNull))
    if (operand.isNull) {
      found.error('Operation failed', 'The operand is null: give it a value, for example with coalesce.', this.range)
      return found.done(Value.unknown(type))
    }
    return found.done(this.symbol === '!' ? not(operand) : Value.number(operand.asNumber().negate()))
  }

  override parts() {
    return [part(this.operand)]
  }
}

function toOperand(value: Value, type: Type | undefined, role: string, node: Node, found: Collector): Value | undefined {
  try {
    return type ? convert(value, type) : value
  } catch (error) {
    found.error('Invalid operand', `Unsuitable value for ${role}: ${messageOf(error)}.`, node.range)
    return undefined
  }
}

/** Arithmetic, comparison and logic. Operands are converted, except those of `==` and `!=`. */
import { Collector } from '../../collector'
import type { Checked } from '../../diagnostic'
import type { EvalContext } from '../../eval-context'
import type { Range } from '../../source'
import { between } from '../../span'
import { convert } from '../../values/convert'
import { equal } from '../../values/equality'
import { BOOL, NUMBER, type Type } from '../../values/type'
import { Value } from '../../values/value'
import { messageOf } from './messages'
import { Node } from './node'

interface Operator {
  readonly precedence: number
  /** What both operands are converted to; without it they are taken as they are. */
  readonly operand?: Type
  readonly result: Type
  readonly compute: (a: Value, b: Value) => Value
  /** A left operand that is this is the result, whatever the right one is. */
  readonly deciding?: boolean
}

const logic = (precedence: number, deciding: boolean): Operator => ({
  precedence,
  operand: BOOL,
  result: BOOL,
  compute: (a, b) => (a.asBool() === deciding ? a : b),
  deciding,
})
const equality = (compute: Operator['compute']): Operator => ({ precedence: 3, result: BOOL, compute })
const order = (holds: (sign: number) => boolean): Operator => ({
  precedence: 4,
  operand: NUMBER,
  result: BOOL,
  compute: (a, b) => Value.bool(holds(a.asNumber().compare(b.asNumber()))),
})
type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide' | 'modulo'
const arithmetic = (precedence: number, name: Arithmetic): Operator => ({
  precedence,
  operand: NUMBER,
  result: NUMBER,
  compute: (a, b) => Value.number(a.asNumber()[name](b.asNumber())),
})

export const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['||', logic(1, true)],
  ['&&', logic(2, false)],
  ['==', equality(equal)],
  ['!=', equality((a, b) => not(equal(a, b)))],
  ['<', order(sign => sign < 0)],
  ['<=', order(sign => sign <= 0)],
  ['>', order(sign => sign > 0)],
  ['>=', order(sign => sign >= 0)],
  ['+', arithmetic(5, 'add')],
  ['-', arithmetic(5, 'subtract')],
  ['*', arithmetic(6, 'multiply')],
  ['/', arithmetic(6, 'divide')],
  ['%', arithmetic(6, 'modulo')],
])

const not = (value: Value): Value => (value.isKnown ? Value.bool(!value.asBool()) : value)

export class Binary extends Node {
  constructor(
    readonly left: Node,
    private readonly operator: Operator,
    readonly right: Node,
  ) {
    super(between(left.range, right.range))
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
    found.addAll(wrong.diagnostics)
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
    const { deciding } = this.operator
    return deciding !== undefined && value.state === 'known' && value.asBool() === deciding
  }

  /** With an unknown left side a deciding right side counts, when it is free of mistakes. */
  private isDecidedByRight(left: Value, right: Value, evaluated: Checked<Value>): boolean {
    return !left.isKnown && evaluated.diagnostics.length === 0 && this.isDecidedBy(right)
  }

  override parts() {
    return [this.left, this.right]
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
    return [this.operand]
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

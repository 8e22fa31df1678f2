/** Arithmetic beyond the operators. */
import { BigFloat } from '../../values/big-float'
import { ConversionError, convert } from '../../values/convert'
import { listOf, NUMBER } from '../../values/type'
import { friendlyName } from '../../values/type-text'
import { Value } from '../../values/value'
import { any, define, integer, many, number, whole } from '../define'
import { FunctionError, type LanguageFunction } from '../function'
import { power } from '../power'

const MOST_IN_RANGE = 1024

const truncated = (n: BigFloat, away: number): BigFloat => {
  if (n.isInteger || n.isInfinite) return n.sign === 0 ? n.absolute() : n
  const whole = n.toInteger()
  return BigFloat.fromInteger(n.sign === away ? whole + BigInt(away) : whole).withPrecision(n.prec)
}

function double(value: Value): number {
  const n = value.asNumber()
  if (n.isInfinite || Number.isFinite(n.toDouble())) return n.toDouble()
  throw new FunctionError(`value must be between ${-Number.MAX_VALUE} and ${Number.MAX_VALUE} inclusive`)
}

function best(name: string, wins: (comparison: number) => boolean): LanguageFunction {
  return define(name, [many(number('numbers'))], NUMBER, (first, ...rest) => {
    if (!first) throw new FunctionError('must pass at least one number')
    return rest.reduce((kept, each) => (wins(each.asNumber().compare(kept.asNumber())) ? each : kept), first)
  })
}

function parseInteger(text: string, base: number): bigint | undefined {
  const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const [, sign, body] = /^([+-]?)([0-9A-Za-z]+)$/.exec(base <= 36 ? text.toLowerCase() : text) ?? []
  if (body === undefined) return undefined
  let total = 0n
  for (const digit of body) {
    const worth = digits.indexOf(digit)
    if (worth >= base) return undefined
    total = total * BigInt(base) + BigInt(worth)
  }
  return sign === '-' ? -total : total
}

function range(params: readonly Value[]): Value {
  if (params.length < 1 || params.length > 3) throw new FunctionError('must have one, two, or three arguments')
  const numbers = params.map(each => each.asNumber())
  const start = numbers.length === 1 ? BigFloat.fromInteger(0) : numbers[0]!
  const end = numbers.length === 1 ? numbers[0]! : numbers[1]!
  const down = end.compare(start) < 0
  const step = numbers[2] ?? BigFloat.fromInteger(down ? -1 : 1)
  if (down && step.sign > 0) throw new FunctionError('end must be greater than start when step is positive', 1)
  if (end.compare(start) > 0 && step.sign < 0) throw new FunctionError('end must be less than start when step is negative', 1)
  const values: Value[] = []
  for (let n = start; down ? n.compare(end) > 0 : n.compare(end) < 0; n = n.add(step)) {
    if (values.length >= MOST_IN_RANGE)
      throw new FunctionError(
        `more than ${MOST_IN_RANGE} values were generated; either decrease the difference between start and end or use a smaller step`,
      )
    values.push(Value.number(n))
  }
  return Value.list(NUMBER, values)
}

function sum(list: Value): BigFloat {
  if (!['list', 'set', 'tuple', 'map', 'object'].includes(list.type.kind)) throw new FunctionError('cannot sum noniterable', 0)
  if (list.type.kind === 'map' || list.type.kind === 'object')
    throw new FunctionError(`argument must be list, set, or tuple. Received ${friendlyName(list.type)}`, 0)
  const [first, ...rest] = list.elements().map(each => summand(each))
  if (!first) throw new FunctionError('cannot sum an empty list', 0)
  return rest.reduce((total, each) => total.add(each), first)
}

function summand(value: Value): BigFloat {
  try {
    if (!value.isNull) return convert(value, NUMBER).asNumber()
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error
  }
  throw new FunctionError('argument must be list, set, or tuple of number values', 0)
}

export const numberFunctions: readonly LanguageFunction[] = [
  define('abs', [number('num')], NUMBER, n => n.asNumber().absolute()),
  define('ceil', [number('num')], NUMBER, n => truncated(n.asNumber(), 1)),
  define('floor', [number('num')], NUMBER, n => truncated(n.asNumber(), -1)),
  define('log', [number('num'), number('base')], NUMBER, (n, base) =>
    BigFloat.fromDouble(Math.log(double(n)) / Math.log(double(base))),
  ),
  define('pow', [number('num'), number('power')], NUMBER, (n, exponent) =>
    BigFloat.fromDouble(power(double(n), double(exponent))),
  ),
  define('signum', [number('num')], NUMBER, n => integer(Math.sign(whole(n)))),
  best('max', comparison => comparison > 0),
  best('min', comparison => comparison < 0),
  define('parseint', [any('number'), number('base')], NUMBER, (text, base) => {
    if (text.type.kind !== 'string') throw new FunctionError(`first argument must be a string, not ${friendlyName(text.type)}`, 0)
    const radix = base.asNumber().isInteger ? base.asNumber().toDouble() : 0
    if (radix < 2 || radix > 62) throw new FunctionError('base must be a whole number between 2 and 62 inclusive', 1)
    const parsed = parseInteger(text.asString(), radix)
    if (parsed === undefined)
      throw new FunctionError(`cannot parse ${JSON.stringify(text.asString())} as a base ${radix} integer`, 0)
    return integer(parsed)
  }),
  define('range', [many(number('params'))], listOf(NUMBER), (...params) => range(params)),
  define('sum', [any('list')], NUMBER, sum),
]

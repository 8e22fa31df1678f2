/** The short way to declare a function: parameters, result and body; callFunction does the rest. */
import { BigFloat } from '../values/big-float'
import { ConversionError } from '../values/convert'
import { JsonError } from '../values/json'
import { BOOL, DYNAMIC, listOf, NUMBER, STRING, type Type } from '../values/type'
import { Value } from '../values/value'
import { FunctionError, type LanguageFunction, type Parameter } from './function'

interface Declared extends Parameter {
  readonly many?: boolean
}
type Options = Omit<Parameter, 'name' | 'type'>

export const parameter = (name: string, type: Type, options: Options = {}): Declared => ({ name, type, ...options })
export const string = (name: string, options?: Options): Declared => parameter(name, STRING, options)
export const number = (name: string, options?: Options): Declared => parameter(name, NUMBER, options)
export const strings = (name: string): Declared => parameter(name, listOf(STRING), INSIDE)
export const any = (name: string, options?: Options): Declared => parameter(name, DYNAMIC, options)
/** The last parameter, taken any number of times. */
export const many = (declared: Declared): Declared => ({ ...declared, many: true })
/** For lists and maps that are only rearranged: elements may be unknown. */
export const INSIDE: Options = { allowUnknownInside: true }

/** What a body may return: plain results become values. */
type Result = Value | string | boolean | BigFloat
/** The type of the result, for arguments that may be unknown; 'call' when only a call can tell. */
type ResultType = Type | 'call' | ((...args: Value[]) => Type)

export function define(
  name: string,
  parameters: readonly Declared[],
  result: ResultType,
  body: (...args: Value[]) => Result,
): LanguageFunction {
  const call = (args: readonly Value[]): Value => {
    try {
      return lift(body(...args))
    } catch (error) {
      throw asFunctionError(error)
    }
  }
  return {
    name,
    parameters: parameters.filter(each => !each.many),
    variadic: parameters.find(each => each.many),
    resultType: args => {
      if (result === 'call') return args.every(arg => arg.isWhollyKnown) ? call(args).type : DYNAMIC
      return typeof result === 'function' ? result(...args) : result
    },
    neverNull: typeof result === 'object',
    call,
  }
}

/** A function of text alone. */
export const defineText = (
  name: string,
  parameters: readonly string[],
  body: (...texts: string[]) => string | boolean,
): LanguageFunction =>
  define(
    name,
    parameters.map(each => string(each)),
    /^(starts|ends)with$|contains$/.test(name) ? BOOL : STRING,
    (...args) => body(...args.map(arg => arg.asString())),
  )

function lift(result: Result): Value {
  if (result instanceof Value) return result
  if (result instanceof BigFloat) return Value.number(result)
  return typeof result === 'string' ? Value.string(result) : Value.bool(result)
}

/** Numbers without a value, text that is no number and the like are the caller's mistakes, not ours. */
function asFunctionError(error: unknown): unknown {
  const mistake = error instanceof RangeError || error instanceof ConversionError || error instanceof JsonError
  return mistake ? new FunctionError(error.message) : error
}

const LARGEST = 2 ** 63

/** An argument that must be an integer. */
export function whole(value: Value, prefix = ''): number {
  const n = value.asNumber()
  if (!n.isInteger || Math.abs(n.toDouble()) >= LARGEST)
    throw new FunctionError(`${prefix}value must be a whole number, between -9223372036854775808 and 9223372036854775807`)
  return n.toDouble()
}

export const integer = (n: number | bigint): Value => Value.number(BigFloat.fromInteger(n))

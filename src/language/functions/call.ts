/** A call as every function gets it: arguments counted, converted, null and unknown dealt with, before its own code runs. */
import { ConversionError, convert } from '../values/convert'
import { Value } from '../values/value'
import { FunctionError, type LanguageFunction, type Parameter } from './function'

/** Throws FunctionError; its `argument` says which one is to blame. Not for functions with `special`. */
export function callFunction(fn: LanguageFunction, args: readonly Value[]): Value {
  checkCount(fn, args.length)
  const converted = args.map((arg, i) => prepare(parameterAt(fn, i)!, arg, i))
  const stopped = converted.some((arg, i) => stops(parameterAt(fn, i)!, arg))
  return stopped ? Value.unknown(fn.resultType(converted)) : fn.call(converted)
}

/** The parameter that takes the argument at this place, from 0. */
export const parameterAt = (fn: LanguageFunction, index: number): Parameter | undefined => fn.parameters[index] ?? fn.variadic

function checkCount(fn: LanguageFunction, count: number): void {
  const expected = fn.parameters.length
  const missing = fn.parameters[count]
  if (missing)
    throw new FunctionError(
      `Function "${fn.name}" expects ${fn.variadic ? 'at least ' : ''}${expected} argument(s). Missing value for "${missing.name}".`,
    )
  if (count > expected && !fn.variadic) throw new FunctionError(`Function "${fn.name}" expects only ${expected} argument(s).`)
}

function prepare(parameter: Parameter, arg: Value, index: number): Value {
  if (arg.isNull && !parameter.allowNull) throw new FunctionError('argument must not be null', index)
  try {
    return convert(arg, parameter.type)
  } catch (error) {
    if (error instanceof ConversionError) throw new FunctionError(error.message, index)
    throw error
  }
}

function stops(parameter: Parameter, arg: Value): boolean {
  if (parameter.allowUnknown) return false
  return parameter.allowUnknownInside ? !arg.isKnown : !arg.isWhollyKnown
}

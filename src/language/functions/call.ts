/** A call as every function gets it: arguments counted, converted, null and unknown dealt with, before its own code runs. */
import { ConversionError, convert } from '../values/convert'
import { Value } from '../values/value'
import { FunctionError, type LanguageFunction, type Parameter } from './function'

/** Throws FunctionError; its `argument` says which one is to blame. Not for functions with `special`. */
export function callFunction(fn: LanguageFunction, args: readonly Value[]): Value {
  checkCount(fn, args.length)
  return callConverted(
    fn,
    args.map((arg, i) => convertArgument(fn, arg, i)),
  )
}

/** With as many arguments as it takes, each from `convertArgument`. */
export function callConverted(fn: LanguageFunction, converted: readonly Value[]): Value {
  let stopped = false
  for (let i = 0; i < converted.length; i++) {
    const arg = converted[i]!
    const parameter = parameterAt(fn, i)!
    if (arg.isNull && !parameter.allowNull) throw new FunctionError('argument must not be null', i)
    if (!arg.isKnown && arg.type.kind === 'dynamic' && !parameter.allowDynamic) return Value.unknown()
    stopped ||= stops(parameter, arg)
  }
  return stopped ? Value.unknown(fn.resultType(converted), fn.neverNull) : fn.call(converted)
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

/** Throws FunctionError. */
export function convertArgument(fn: LanguageFunction, arg: Value, index: number): Value {
  try {
    return convert(arg, parameterAt(fn, index)!.type)
  } catch (error) {
    if (error instanceof ConversionError) throw new FunctionError(error.message, index)
    throw error
  }
}

function stops(parameter: Parameter, arg: Value): boolean {
  if (parameter.allowUnknown) return false
  return parameter.allowUnknownInside ? !arg.isKnown : !arg.isWhollyKnown
}

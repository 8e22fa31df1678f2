/** What a function of the language is: parameters declared once, null, unknown and conversion handled for all of them alike. */

import type { Expression } from '../body'
import type { Checked } from '../diagnostic'
import type { EvalContext } from '../eval-context'
import type { Type } from '../values/type'
import type { Value } from '../values/value'

export interface Parameter {
  readonly name: string
  /** Arguments are converted to it before `call`; `dynamic` takes any. */
  readonly type: Type
  readonly allowNull?: boolean
  /** Without it an unknown argument makes the result unknown without a call. */
  readonly allowUnknown?: boolean
  /** The argument itself must be known, but a list or map with unknown elements is welcome. */
  readonly allowUnknownInside?: boolean
  /** Without it an argument of which not even the type is known leaves the type of the result open. */
  readonly allowDynamic?: boolean
}

export interface LanguageFunction {
  readonly name: string
  readonly parameters: readonly Parameter[]
  readonly variadic?: Parameter
  /** The type of the result for these arguments (values may be unknown); throws FunctionError when they do not fit. */
  resultType(args: readonly Value[]): Type
  /** An unknown result of it is at least not null. */
  readonly neverNull?: boolean
  /** Throws FunctionError for bad input. */
  call(args: readonly Value[]): Value
  /** Set for `try`, `can`, `convert` and `templatefile`-like functions that get syntax instead of values. */
  readonly special?: (args: readonly Expression[], context: EvalContext) => Checked<Value>
}

/** A mistake in the arguments; `argument` counts from 0 when one of them is to blame. */
export class FunctionError extends Error {
  constructor(
    message: string,
    readonly argument?: number,
  ) {
    super(message)
  }
}

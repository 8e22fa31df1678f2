/** What a variable is given becomes what it demands. */
import { failed, ok } from '../../language/collector'
import type { Checked } from '../../language/diagnostic'
import type { Range } from '../../language/source'
import type { TypeConstraint } from '../../language/type-expression'
import { ConversionError, convert } from '../../language/values/convert'
import { DYNAMIC, type Type } from '../../language/values/type'
import type { Value } from '../../language/values/value'

export const constraintOf = (type: Type): TypeConstraint => ({ type, applyDefaults: value => value })
export const UNCONSTRAINED = constraintOf(DYNAMIC)

/** Undefined when it does not fit; `summary` and `sentence` say of what the value is. */
export function convertTo(
  value: Value,
  { type, applyDefaults }: TypeConstraint,
  range: Range,
  summary: string,
  sentence: string,
): Checked<Value | undefined> {
  try {
    return ok(convert(applyDefaults(value), type))
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error
    return failed(undefined, summary, `${sentence}: ${error.message}.`, range)
  }
}

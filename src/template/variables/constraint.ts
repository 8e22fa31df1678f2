/** The type a variable demands, and the conversion of what it is given. */
import type { Expression } from '../../language/body'
import { Collector, ok } from '../../language/collector'
import type { Checked } from '../../language/diagnostic'
import type { Range } from '../../language/source'
import { parseTypeConstraint } from '../../language/type-expression'
import { ConversionError, convert } from '../../language/values/convert'
import { DYNAMIC, type Type } from '../../language/values/type'
import type { Value } from '../../language/values/value'

export interface Constraint {
  readonly type: Type
  /** Fills in what `optional(type, default)` gives before the value is converted. */
  applyDefaults(value: Value): Value
}

export const constraintOf = (type: Type): Constraint => ({ type, applyDefaults: value => value })
export const UNCONSTRAINED = constraintOf(DYNAMIC)

export function parseConstraint(expression: Expression): Checked<Constraint> {
  const findings = new Collector()
  const { type, applyDefaults } = findings.take(parseTypeConstraint(expression))
  return findings.done({ type, applyDefaults })
}

/** Undefined when it does not fit; `summary` and `sentence` say of what the value is. */
export function convertTo(
  value: Value,
  { type, applyDefaults }: Constraint,
  range: Range,
  summary: string,
  sentence: string,
): Checked<Value | undefined> {
  try {
    return ok(convert(applyDefaults(value), type))
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error
    const findings = new Collector()
    findings.error(summary, `${sentence}: ${error.message}.`, range)
    return findings.done(undefined)
  }
}

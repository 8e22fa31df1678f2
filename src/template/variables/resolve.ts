/** From declarations and assignments to the one value of every variable. */
import { Collector } from '../../language/collector'
import { type Checked, hasErrors } from '../../language/diagnostic'
import type { EvalContext } from '../../language/eval-context'
import type { Range } from '../../language/source'
import { Value } from '../../language/values/value'
import type { Assignment } from './assignments'
import { convertTo } from './constraint'
import type { Variable } from './declarations'
import { validate } from './validation'

interface Settings {
  /** Inspect and console look at templates whose variables have no value yet. */
  readonly tolerateUnset?: boolean
  readonly functions: NonNullable<EvalContext['functions']>
}

/** A variable without a usable value is unknown, so that what reads it is not blamed too. */
export function resolveVariables(
  variables: ReadonlyMap<string, Variable>,
  assignments: readonly Assignment[],
  settings: Settings,
): Checked<ReadonlyMap<string, Value>> {
  const findings = new Collector()
  const last = new Map(assignments.map(assignment => [assignment.name, assignment]))
  const values = new Map<string, Value>()
  for (const variable of variables.values())
    values.set(
      variable.name,
      findings.take(resolve(variable, last.get(variable.name), settings)) ?? Value.unknown(variable.constraint.type),
    )
  return findings.done(values)
}

function resolve(variable: Variable, assignment: Assignment | undefined, settings: Settings): Checked<Value | undefined> {
  const findings = new Collector()
  const value = assignment ? findings.take(assigned(variable, assignment)) : variable.default
  if (value === undefined) {
    if (!assignment && !settings.tolerateUnset && !variable.invalidDefault) unset(variable, findings)
    return findings.done(undefined)
  }
  if (hasErrors(findings.diagnostics)) return findings.done(undefined)
  const range: Range | undefined = assignment?.range
  findings.addAll(validate(variable, value, range, settings.functions))
  return findings.done(value)
}

function assigned(variable: Variable, assignment: Assignment): Checked<Value | undefined> {
  const findings = new Collector()
  const given = findings.take(assignment.evaluate(variable))
  if (hasErrors(findings.diagnostics)) return findings.done(undefined)
  const sentence = `The value for "${variable.name}" from ${assignment.origin} does not fit the variable's type`
  return findings.done(
    findings.take(convertTo(given, variable.constraint, assignment.range, 'Invalid value for variable', sentence)),
  )
}

function unset({ name, range, whole }: Variable, findings: Collector): void {
  const detail = `Variable "${name}" has no value. Give it one with -var ${name}=…, in a file named by -var-file, in the environment as PKR_VAR_${name}, or as a default.`
  findings.error(`Unset variable "${name}"`, detail, range, { within: whole })
}

/** `validation` blocks: rules of the author for what a variable may hold. */
import type { Block, Expression } from '../../language/body'
import { Collector } from '../../language/collector'
import { contentOf } from '../../language/content'
import { type Checked, type Diagnostic, hasErrors } from '../../language/diagnostic'
import type { EvalContext } from '../../language/eval-context'
import type { Range } from '../../language/source'
import { ConversionError, convert } from '../../language/values/convert'
import { BOOL } from '../../language/values/type'
import { Value } from '../../language/values/value'

export interface Validation {
  readonly condition: Expression
  readonly message: string
  readonly range: Range
}

const SCHEMA = {
  attributes: [
    { name: 'condition', required: true },
    { name: 'error_message', required: true },
  ],
  blocks: [],
}

/** Undefined when the rule itself is wrong. */
export function readValidation(variable: string, block: Block): Checked<Validation | undefined> {
  const findings = new Collector()
  const { attributes } = findings.take(contentOf(block.body, SCHEMA))
  const condition = attributes.get('condition')?.expression
  const text = attributes.get('error_message')?.expression
  if (condition) findings.addAll(wrongReferences(variable, condition))
  const message = text && findings.take(readMessage(text))
  if (!condition || message === undefined || hasErrors(findings.diagnostics)) return findings.done(undefined)
  return findings.done({ condition, message, range: condition.range })
}

function wrongReferences(variable: string, condition: Expression): readonly Diagnostic[] {
  const findings = new Collector()
  let asks = false
  for (const { root, steps, range } of condition.variables()) {
    const [step] = steps
    const name = step?.kind === 'attribute' ? step.name : step?.key.type.kind === 'string' ? step.key.asString() : undefined
    if (root === 'var' && name === variable) asks = true
    else
      findings.error(
        'Invalid reference in variable validation',
        `The condition for variable "${variable}" can only refer to the variable itself, using var.${variable}.`,
        range,
        { context: condition.range },
      )
  }
  if (!asks && findings.diagnostics.length === 0)
    findings.error(
      'Invalid variable validation condition',
      `The condition for variable "${variable}" must refer to var.${variable} in order to test incoming values.`,
      condition.range,
    )
  return findings.diagnostics
}

function readMessage(expression: Expression): Checked<string | undefined> {
  const findings = new Collector()
  const value = findings.take(expression.evaluate({}))
  if (hasErrors(findings.diagnostics)) return findings.done(undefined)
  const text = value.state === 'known' && value.type.kind === 'string' ? value.asString() : ''
  const summary = 'Invalid validation error message'
  if (text === '') findings.error(summary, 'The message must be a text that is not empty.', expression.range)
  else if (!isSentence(text))
    findings.error(
      summary,
      'The message must be at least one full sentence: it starts with an uppercase letter and ends with a period, question mark or exclamation mark.',
      expression.range,
    )
  return findings.done(text)
}

/** Scripts without letter case are welcome too. */
const isSentence = (text: string): boolean => !/^\p{Ll}/u.test(text) && /[.?!]$/.test(text)

/** `assigned` is where the value comes from, for the reader to look at. */
export function validate(
  variable: { readonly name: string; readonly validations: readonly Validation[]; readonly range: Range },
  value: Value,
  assigned: Range | undefined,
  functions: NonNullable<EvalContext['functions']>,
): readonly Diagnostic[] {
  if (variable.validations.length === 0) return []
  const findings = new Collector()
  const own = Value.object([[variable.name, value]])
  const context: EvalContext = { variables: new Map([['var', own]]), functions }
  for (const rule of variable.validations) {
    const result = findings.take(rule.condition.evaluate(context))
    const verdict = findings.take(toVerdict(result, rule))
    if (verdict === false)
      findings.error(
        'Invalid value for variable',
        `${rule.message} This was checked by the validation rule of variable "${variable.name}" at ${rule.range.file}:${rule.range.start.line}.`,
        assigned ?? variable.range,
      )
  }
  return findings.diagnostics
}

function toVerdict(result: Value, rule: Validation): Checked<boolean | undefined> {
  const findings = new Collector()
  const fail = (reason: string) =>
    findings.error('Invalid variable validation result', `The condition must be true or false: ${reason}.`, rule.range)
  if (!result.isKnown) return findings.done(undefined)
  try {
    if (result.isNull) fail('it is null')
    else return findings.done(convert(result, BOOL).asBool())
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error
    fail(error.message)
  }
  return findings.done(undefined)
}

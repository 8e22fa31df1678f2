/** Functions of expressions rather than values: they see a failure before it becomes an error, or a type that is no value. */
import type { Expression } from '../../body'
import { Collector, failed, ok } from '../../collector'
import { type Checked, type Diagnostic, hasErrors } from '../../diagnostic'
import { parseTypeConstraint } from '../../type-expression'
import { ConversionError, convert } from '../../values/convert'
import { BOOL, DYNAMIC } from '../../values/type'
import { Value } from '../../values/value'
import { any, many } from '../define'
import { FunctionError, type LanguageFunction } from '../function'

function declare(
  name: string,
  parameters: readonly ReturnType<typeof any>[],
  special: LanguageFunction['special'],
): LanguageFunction {
  return {
    name,
    parameters: parameters.filter(each => !each.many),
    variadic: parameters.find(each => each.many),
    resultType: () => DYNAMIC,
    call: () => {
      throw new FunctionError(`${name} takes expressions`)
    },
    special,
  }
}

/** The first that evaluates without error. An unknown one may still fail once it is known, so the result is unknown then. */
const tryEach: LanguageFunction['special'] = (args, context) => {
  const problems: string[] = []
  for (const arg of args) {
    const { value, diagnostics } = arg.evaluate(context)
    if (!hasErrors(diagnostics)) return { value: value.isWhollyKnown ? value : Value.unknown(), diagnostics }
    problems.push(...diagnostics.filter(each => each.severity === 'error').map(describe))
  }
  const why =
    args.length === 0
      ? 'at least one argument is required'
      : `no expression succeeded:\n${problems.join('\n')}\nAt least one expression must produce a successful result`
  const range = args[0]?.range ?? { file: '', start: { line: 1, column: 1, byte: 0 }, end: { line: 1, column: 1, byte: 0 } }
  return failed(Value.unknown(), 'Error in function call', `Call to function "try" failed: ${why}.`, range)
}

function describe({ summary, detail, subject }: Diagnostic): string {
  const place = subject ? ` (at ${subject.file}:${subject.start.line},${subject.start.column}-${subject.end.column})` : ''
  return `- ${summary}${place}${detail ? `\n  ${detail}` : ''}`
}

const can: LanguageFunction['special'] = ([arg], context) => {
  const { value, diagnostics } = arg!.evaluate(context)
  if (hasErrors(diagnostics)) return ok(Value.bool(false))
  return ok(value.isWhollyKnown ? Value.bool(true) : Value.unknown(BOOL))
}

function convertTo([given, wanted]: readonly [Expression, Expression], evaluated: Checked<Value>): Checked<Value> {
  const found = new Collector()
  const value = found.take(evaluated)
  const { type, applyDefaults } = found.take(parseTypeConstraint(wanted))
  if (hasErrors(found.diagnostics)) return found.done(Value.unknown())
  try {
    return found.done(convert(applyDefaults(value), type))
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error
    found.error('Invalid function argument', `Invalid value for "value" parameter: ${error.message}.`, given.range)
    return found.done(Value.unknown(type))
  }
}

export const specialFunctions: readonly LanguageFunction[] = [
  declare('try', [many(any('expressions'))], tryEach),
  declare('can', [any('expression')], can),
  declare('convert', [any('value'), any('type')], (args, context) => convertTo([args[0]!, args[1]!], args[0]!.evaluate(context))),
]

/** `variable` and `variables` blocks: what inputs a template has, with their types, defaults and rules. */
import type { Attribute, Block, Expression } from '../../language/body'
import { Collector, ok } from '../../language/collector'
import { contentOf } from '../../language/content'
import { type Checked, hasErrors } from '../../language/diagnostic'
import type { EvalContext } from '../../language/eval-context'
import { envFunction } from '../../language/functions'
import type { Range } from '../../language/source'
import { between } from '../../language/span'
import { parseTypeConstraint, type TypeConstraint } from '../../language/type-expression'
import type { Type } from '../../language/values/type'
import type { Value } from '../../language/values/value'
import { constraintOf, convertTo, UNCONSTRAINED } from './constraint'
import { readValidation, type Validation } from './validation'

export interface Variable {
  readonly name: string
  readonly constraint: TypeConstraint
  readonly default?: Value
  /** It has a default that is wrong and already reported, so it is not called unset. */
  readonly invalidDefault: boolean
  readonly description?: string
  readonly sensitive: boolean
  /** The default of a sensitive variable as it is written, also when it does not fit the type. */
  readonly secretDefault?: Value
  readonly validations: readonly Validation[]
  /** A text from the command line or the environment is taken as it is; otherwise it is an expression. */
  readonly takesText: boolean
  readonly range: Range
  readonly whole: Range
}

const NAME = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u
const SCHEMA = {
  attributes: [{ name: 'type' }, { name: 'default' }, { name: 'description' }, { name: 'sensitive' }],
  blocks: [{ type: 'validation', labels: [] }],
}

/** A default may only call `env`. */
export const defaultContext = (environment: Readonly<Record<string, string | undefined>>): EvalContext => {
  const env = envFunction(environment)
  return { functions: new Map([[env.name, env]]) }
}

export function readVariables(blocks: readonly Block[], defaults: EvalContext): Checked<ReadonlyMap<string, Variable>> {
  const findings = new Collector()
  const variables = new Map<string, Variable>()
  const declare = (variable: Variable) => {
    const before = variables.get(variable.name)
    if (!before) variables.set(variable.name, variable)
    else
      findings.error(
        'Duplicate variable',
        `Variable "${variable.name}" is already declared at ${before.range.file}:${before.range.start.line}.`,
        variable.range,
      )
  }
  for (const block of blocks) {
    if (block.type === 'variable') declare(findings.take(readVariable(block, defaults)))
    else
      for (const attribute of findings.take(block.body.justAttributes()).values())
        declare(findings.take(shorthand(attribute, defaults)))
  }
  return findings.done(variables)
}

/** `variables { region = "us-east-1" }` */
function shorthand(attribute: Attribute, defaults: EvalContext): Checked<Variable> {
  const findings = new Collector()
  const value = findings.take(evaluateDefault(attribute.expression, UNCONSTRAINED, defaults))
  const constraint = value ? inferred(value) : UNCONSTRAINED
  return findings.done({
    name: attribute.name,
    constraint,
    default: value,
    invalidDefault: value === undefined,
    sensitive: false,
    validations: [],
    takesText: takesText(constraint.type, value),
    range: attribute.range,
    whole: attribute.range,
  })
}

function readVariable(block: Block, defaults: EvalContext): Checked<Variable> {
  const findings = new Collector()
  const name = block.labels[0] ?? ''
  if (!NAME.test(name))
    findings.error(
      'Invalid variable name',
      'A name must start with a letter or underscore and may contain only letters, digits, underscores, and dashes.',
      block.labelRanges[0] ?? block.definitionRange,
    )
  const { attributes, blocks } = findings.take(contentOf(block.body, SCHEMA))
  const typeGiven = attributes.get('type')
  const declared = typeGiven && findings.take(parseTypeConstraint(typeGiven.expression))
  const defaultGiven = attributes.get('default')
  const value = defaultGiven && findings.take(evaluateDefault(defaultGiven.expression, declared ?? UNCONSTRAINED, defaults))
  const constraint = declared ?? (value ? inferred(value) : UNCONSTRAINED)
  const sensitive = findings.take(literal(attributes.get('sensitive'), 'bool')) === true
  return findings.done({
    name,
    constraint,
    default: value,
    invalidDefault: defaultGiven !== undefined && value === undefined,
    description: findings.take(literal(attributes.get('description'), 'string')) as string | undefined,
    sensitive,
    secretDefault: sensitive ? defaultGiven?.expression.evaluate(defaults).value : undefined,
    validations: blocks.flatMap(each => findings.take(readValidation(name, each)) ?? []),
    takesText: takesText(constraint.type, declared ? undefined : value),
    range: block.definitionRange,
    whole: between(block.definitionRange, block.body.missingItemRange),
  })
}

/** Without a type the default's own is the type, but an empty collection says nothing of its elements. */
function inferred(value: Value): TypeConstraint {
  const { type } = value
  const empty =
    value.state === 'known' &&
    ((type.kind === 'tuple' && type.elements.length === 0) || (type.kind === 'object' && type.attributes.size === 0))
  return empty ? UNCONSTRAINED : constraintOf(type)
}

const takesText = (type: Type, untypedDefault: Value | undefined): boolean =>
  type.kind === 'string' ||
  type.kind === 'number' ||
  (type.kind === 'dynamic' && (untypedDefault === undefined || untypedDefault.type.kind === 'dynamic'))

function evaluateDefault(expression: Expression, constraint: TypeConstraint, context: EvalContext): Checked<Value | undefined> {
  const findings = new Collector()
  const reference = expression.variables()[0]
  if (reference) {
    findings.error(
      'Variables not allowed',
      'A default must be a constant, though it may call env("NAME"). For a value made of others declare a local.',
      reference.range,
      { context: expression.range },
    )
    return findings.done(undefined)
  }
  const value = findings.take(expression.evaluate(context))
  if (hasErrors(findings.diagnostics)) return findings.done(undefined)
  const converted = findings.take(
    convertTo(
      value,
      constraint,
      expression.range,
      'Invalid default value for variable',
      'This default value does not fit the type',
    ),
  )
  return findings.done(converted)
}

/** `description` and `sensitive` are constants. */
function literal(attribute: Attribute | undefined, kind: 'string' | 'bool'): Checked<string | boolean | undefined> {
  if (!attribute) return ok(undefined)
  const findings = new Collector()
  const value = findings.take(attribute.expression.evaluate({}))
  if (value.state === 'known') {
    const wanted = findings.take(
      convertTo(
        value,
        constraintOf(kind === 'bool' ? { kind: 'bool' } : { kind: 'string' }),
        attribute.expression.range,
        'Unsuitable value',
        `"${attribute.name}" does not take this`,
      ),
    )
    if (wanted) return findings.done(kind === 'bool' ? wanted.asBool() : wanted.asString())
  }
  return findings.done(undefined)
}

/** Where the values of variables come from: the environment, variable files, the command line. Later ones win. */

import type { Attribute } from '../../language/body'
import { Collector, failed } from '../../language/collector'
import { type Checked, hasErrors } from '../../language/diagnostic'
import { didYouMean } from '../../language/did-you-mean'
import { parseExpression, parseFile } from '../../language/hcl/index'
import { parseJson } from '../../language/json/index'
import type { Range } from '../../language/source'
import { decodeSource } from '../../language/source-text'
import { Value } from '../../language/values/value'
import { readVariableFiles, type TemplateFiles, type TextFile } from '../files'
import type { Variable } from './declarations'

export interface Assignment {
  readonly name: string
  /** How the user knows it, for messages: `-var`, `PKR_VAR_region`, a file's name. */
  readonly origin: string
  readonly range: Range
  /** As it was typed, where it was. */
  readonly text?: string
  evaluate(variable: Variable): Checked<Value>
}

const ENVIRONMENT_PREFIX = 'PKR_VAR_'

/** All assignments, weakest first: environment, files beside the template, files by name, command line. */
export async function gatherAssignments(
  request: AssignmentSources,
  variables: ReadonlyMap<string, Variable>,
): Promise<Checked<readonly Assignment[]>> {
  const findings = new Collector()
  const named = findings.take(await readVariableFiles(request.variableFiles ?? [], request.workingDirectory))
  const files = [...request.files.variables, ...named]
  for (const { file, text } of files) request.sources.set(file, decodeSource(text, file).text)
  const fromFiles = files.flatMap(file => findings.take(fromFile(file)))
  const given = (request.variables ?? []).map(({ name, text }) => fromText(name, text, '-var'))
  const declared = findings.take(checkDeclared([...fromFiles, ...given], variables, request.warnUndeclared ?? false))
  return findings.done([...fromEnvironment(request.environment, variables), ...declared])
}

export interface AssignmentSources {
  readonly files: TemplateFiles
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly variableFiles?: readonly string[]
  readonly variables?: readonly { readonly name: string; readonly text: string }[]
  readonly warnUndeclared?: boolean
  readonly workingDirectory: string
  readonly sources: Map<string, string>
}

/** Those of variables that are not declared are none of ours: the environment is shared. */
const fromEnvironment = (
  environment: Readonly<Record<string, string | undefined>>,
  variables: ReadonlyMap<string, Variable>,
): readonly Assignment[] =>
  Object.entries(environment)
    .filter(([key]) => key.startsWith(ENVIRONMENT_PREFIX) && variables.has(key.slice(ENVIRONMENT_PREFIX.length)))
    .map(([key, text]) => fromText(key.slice(ENVIRONMENT_PREFIX.length), text ?? '', key))

/** The text is its own source file, so that messages can show it. */
function fromText(name: string, text: string, origin: string): Assignment {
  const file = textFile(name, origin)
  const range: Range = { file, start: { line: 1, column: 1, byte: 0 }, end: { line: 1, column: 1, byte: 0 } }
  return {
    name,
    origin,
    range,
    text,
    evaluate(variable) {
      if (variable.takesText) return { value: Value.string(text), diagnostics: [] }
      const findings = new Collector()
      const expression = findings.take(parseExpression(text, file))
      const [reference] = expression.variables()
      if (hasErrors(findings.diagnostics)) return findings.done(Value.unknown())
      if (reference)
        return failed(
          Value.unknown(),
          'Variables not allowed',
          `The value of "${name}" is read as an expression, because the variable is not a string; a text in it needs quotes.`,
          reference.range,
        )
      return expression.evaluate({})
    },
  }
}

const textFile = (name: string, origin: string): string => (origin === '-var' ? `<-var ${name}>` : `<${origin}>`)

/** A variable file: HCL, or JSON when its name ends so. */
function fromFile({ file, text }: TextFile): Checked<readonly Assignment[]> {
  const findings = new Collector()
  const body = findings.take(file.endsWith('.json') ? parseJson(text, file) : parseFile(text, file))
  const { blocks } = body.partialContent({ attributes: [], blocks: [{ type: 'variable', labels: ['name'] }] }).value
  for (const block of blocks)
    findings.error(
      'Variable declaration in a variable file',
      `A variable file gives values: ${block.labels[0] ?? 'name'} = "…". Declarations stand in files that end in .pkr.hcl.`,
      block.definitionRange,
    )
  if (blocks.length > 0) return findings.done([])
  return findings.done([...findings.take(body.justAttributes()).values()].map(attribute => fromAttribute(attribute, file)))
}

const fromAttribute = (attribute: Attribute, file: string): Assignment => ({
  name: attribute.name,
  origin: file,
  range: attribute.expression.range,
  evaluate: () => attribute.expression.evaluate({}),
})

/** What is not declared: on the command line a mistake, in a file a warning where the caller wants one. */
function checkDeclared(
  assignments: readonly Assignment[],
  variables: ReadonlyMap<string, Variable>,
  warn: boolean,
): Checked<readonly Assignment[]> {
  const findings = new Collector()
  const declared = assignments.filter(({ name, origin, range }) => {
    if (variables.has(name)) return true
    const hint = didYouMean(name, variables.keys())
    const advice = `Declare it with a block in the template: variable "${name}" {}.`
    if (origin === '-var')
      findings.add({
        severity: 'error',
        summary: 'Undefined -var variable',
        detail: `The template has no variable "${name}".${hint || ` ${advice}`}`,
      })
    else if (warn)
      findings.add({
        severity: 'warning',
        summary: 'Undefined variable',
        detail: `"${name}" is set, but the template has no such variable.${hint || ` ${advice}`}`,
        subject: range,
      })
    return false
  })
  return findings.done(declared)
}

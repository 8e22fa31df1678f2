/** `locals` and `local` blocks: named expressions, evaluated in the order of their dependencies wherever they stand. */
import type { Block, Expression, Traversal } from '../language/body'
import { Collector } from '../language/collector'
import { type Checked, hasErrors } from '../language/diagnostic'
import { didYouMean } from '../language/did-you-mean'
import type { EvalContext } from '../language/eval-context'
import type { Range } from '../language/source'
import { convert } from '../language/values/convert'
import { BOOL } from '../language/values/type'
import { Value } from '../language/values/value'
import { inOrder } from './dependencies'

export interface Local {
  readonly name: string
  readonly expression: Expression
  readonly sensitive: boolean
  readonly range: Range
}

const NONE: readonly Local[] = []
const SCHEMA = { attributes: [{ name: 'expression', required: true }, { name: 'sensitive' }], blocks: [] }

export function readLocals(blocks: readonly Block[]): Checked<ReadonlyMap<string, Local>> {
  const findings = new Collector()
  const locals = new Map<string, Local>()
  const declare = (local: Local) => {
    const before = locals.get(local.name)
    if (!before) locals.set(local.name, local)
    else
      findings.error(
        'Duplicate local definition',
        `Local "${local.name}" is already defined at ${before.range.file}:${before.range.start.line}.`,
        local.range,
      )
  }
  for (const block of blocks) {
    if (block.type === 'locals')
      for (const { name, expression, nameRange } of findings.take(block.body.justAttributes()).values())
        declare({ name, expression, sensitive: false, range: nameRange })
    else {
      const local = findings.take(readLocal(block))
      if (local) declare(local)
    }
  }
  return findings.done(locals)
}

/** `local "password" { expression = …, sensitive = true }` */
function readLocal(block: Block): Checked<Local | undefined> {
  const findings = new Collector()
  const { attributes } = findings.take(block.body.content(SCHEMA))
  const expression = attributes.get('expression')?.expression
  if (!expression) return findings.done(undefined)
  const given = attributes.get('sensitive')?.expression
  const sensitive = given ? findings.take(given.evaluate({})) : Value.bool(false)
  const known = sensitive.state === 'known' && (sensitive.type.kind === 'bool' || sensitive.type.kind === 'string')
  if (given && !known && !hasErrors(findings.diagnostics))
    findings.error('Unsuitable value', 'sensitive is true or false.', given.range)
  return findings.done({
    name: block.labels[0] ?? '',
    expression,
    sensitive: known && convert(sensitive, BOOL).asBool(),
    range: block.definitionRange,
  })
}

/** `outer` holds all but `local`. A local that cannot be evaluated is unknown, so that what reads it is not blamed too. */
export function evaluateLocals(locals: ReadonlyMap<string, Local>, outer: EvalContext): Checked<ReadonlyMap<string, Value>> {
  const findings = new Collector()
  const references = new Map(
    [...locals.values()].map(local => [local, local.expression.variables().filter(({ root }) => root === 'local')]),
  )
  const needs = new Map([...references].map(([local, reads]) => [local, dependencies(local, reads, locals)]))
  const dependenciesOf = (local: Local) => needs.get(local)!
  const { order, cycles } = inOrder(locals.values(), dependenciesOf)
  for (const cycle of cycles)
    findings.error(
      'Circular local definition',
      `${cycle.map(({ name }) => `local.${name}`).join(' needs ')}. None of them can be evaluated; break the circle.`,
      cycle[0]!.range,
    )
  const values = new Map([...locals.keys()].map(name => [name, Value.unknown()]))
  for (const local of order) {
    const seen = dependenciesOf(local).map(({ name }): [string, Value] => [name, values.get(name)!])
    const own = new Map([['local', Value.object(seen)]])
    const result = local.expression.evaluate({ parent: outer, variables: own })
    if (hasErrors(result.diagnostics)) findings.add(...undeclared(references.get(local)!, locals, result))
    else {
      findings.take(result)
      values.set(local.name, result.value)
    }
  }
  return findings.done(values)
}

/** Only what it reads, so that a context is as small as the expression; `local` as a whole needs all others. */
function dependencies(local: Local, references: readonly Traversal[], locals: ReadonlyMap<string, Local>): readonly Local[] {
  if (references.length === 0) return NONE
  const names = references.map(firstName)
  if (names.includes(undefined)) return [...locals.values()].filter(each => each !== local)
  return [...new Set(names)].flatMap(name => locals.get(name!) ?? [])
}

function firstName({ steps: [step] }: Traversal): string | undefined {
  if (step?.kind === 'attribute') return step.name
  return step?.key.state === 'known' && step.key.type.kind === 'string' ? step.key.asString() : undefined
}

/** The evaluator knows only the locals that the expression reads; here all of them are known, for a better message. */
function undeclared(references: readonly Traversal[], locals: ReadonlyMap<string, Local>, result: Checked<Value>) {
  const findings = new Collector()
  for (const reference of references) {
    const name = firstName(reference)
    if (name !== undefined && !locals.has(name))
      findings.error('Undefined local', `There is no local "${name}".${didYouMean(name, locals.keys())}`, reference.range)
  }
  return findings.diagnostics.length > 0 ? findings.diagnostics : result.diagnostics
}

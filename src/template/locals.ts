/** `locals` and `local` blocks: named expressions. */
import type { Block, Expression } from '../language/body'
import { Collector, ok } from '../language/collector'
import { contentOf } from '../language/content'
import { type Checked, hasErrors } from '../language/diagnostic'
import type { Range } from '../language/source'
import { convert } from '../language/values/convert'
import { BOOL } from '../language/values/type'
import { Value } from '../language/values/value'

export interface Local {
  readonly name: string
  readonly expression: Expression
  readonly sensitive: boolean
  readonly range: Range
}

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
    else declare(findings.take(readLocal(block)))
  }
  return findings.done(locals)
}

/** `local "password" { expression = …, sensitive = true }` */
function readLocal(block: Block): Checked<Local> {
  const findings = new Collector()
  const { attributes } = findings.take(contentOf(block.body, SCHEMA))
  // Without one, that is the mistake; who reads the local makes none.
  const expression = attributes.get('expression')?.expression ?? unknownAt(block.definitionRange)
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

const unknownAt = (range: Range): Expression => ({ range, evaluate: () => ok(Value.unknown()), variables: () => [] })

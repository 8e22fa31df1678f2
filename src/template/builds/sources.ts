/** `source` blocks, and the uses that builds make of them. */

import type { Attribute, Block, Body } from '../../language/body'
import { Collector, ok } from '../../language/collector'
import { type Checked, hasErrors } from '../../language/diagnostic'
import { didYouMean, suggestion } from '../../language/did-you-mean'
import { expandDynamicBlocks } from '../../language/dynamic-blocks'
import type { EvalContext } from '../../language/eval-context'
import type { Range } from '../../language/source'
import { convert } from '../../language/values/convert'
import { listOf, STRING } from '../../language/values/type'
import { listed } from '../../lib/listed'
import { mergedBody } from '../merged-body'
import { elementRange } from '../places'

export interface SourceBlock {
  readonly type: string
  readonly name: string
  readonly body: Body
  readonly range: Range
  readonly typeRange: Range
}

/** One source of one build: `name` is what the build calls it, `source.name` what its block does. */
export interface SourceUse {
  readonly source: SourceBlock
  readonly name: string
  /** How `only` and `except` of provisioners call it. */
  readonly reference: string
  /** The build's name, without that of its build block. */
  readonly title: string
  readonly body: Body
  readonly range: Range
  /** The build has no source, which was said; the mistakes in its other parts are still to be found. */
  readonly isStandIn?: boolean
}

const NAME = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u

/** By `type.name`. */
export function readSources(blocks: readonly Block[], context: EvalContext): Checked<ReadonlyMap<string, SourceBlock>> {
  const findings = new Collector()
  const sources = new Map<string, SourceBlock>()
  for (const { labels, labelRanges, body, definitionRange } of blocks) {
    const [type = '', name = ''] = labels
    const before = sources.get(`${type}.${name}`)
    const expanded = expandDynamicBlocks(body, context)
    if (!NAME.test(name))
      findings.error(
        'Invalid source name',
        'A name must start with a letter or underscore and may contain only letters, digits, underscores, and dashes.',
        labelRanges[1] ?? definitionRange,
        { context: definitionRange },
      )
    if (before)
      findings.error(
        'Duplicate source block',
        `Source "${type}" "${name}" is already declared at ${before.range.file}:${before.range.start.line}. Their types or names must differ.`,
        definitionRange,
      )
    else
      sources.set(`${type}.${name}`, {
        type,
        name,
        body: expanded,
        range: definitionRange,
        typeRange: labelRanges[0] ?? definitionRange,
      })
  }
  return findings.done(sources)
}

/** Of `sources = […]` first, then of `source` blocks, each in the order of the file. */
export function readSourceUses(
  list: Attribute | undefined,
  blocks: readonly Block[],
  sources: ReadonlyMap<string, SourceBlock>,
  context: EvalContext,
): Checked<readonly SourceUse[]> {
  const findings = new Collector()
  const references = list ? findings.take(readList(list, context)) : []
  const listed = references.flatMap((reference, i) => {
    const source = findings.take(lookUp(reference, sources, elementRange(list!.expression, i)))
    return source ? [named(source, source.name, source.body, source.range)] : []
  })
  const extended = blocks.flatMap(block => findings.take(readUse(block, sources)) ?? [])
  const uses = [...listed, ...extended]
  return findings.done(uses.length > 0 ? uses : meantBy([...references, ...blocks.map(block => block.labels[0] ?? '')], sources))
}

/** Where only the name is misspelt, the rest of the build is read with the source that was meant: its mistakes are told too. */
function meantBy(references: readonly string[], sources: ReadonlyMap<string, SourceBlock>): readonly SourceUse[] {
  const names = references.map(reference => suggestion(reference.replace(/^source\./, ''), sources.keys()))
  const source = names.map(name => name && sources.get(name)).find(found => found)
  return source ? [named(source, source.name, source.body, source.range)] : []
}

export function standIn(body: Body, range: Range): SourceUse {
  const source = { type: '', name: '', body, range, typeRange: range }
  return { ...named(source, '', body, range), isStandIn: true }
}

function named(source: SourceBlock, name: string, body: Body, range: Range): SourceUse {
  const reference = `${source.type}.${name}`
  return { source, name, reference, title: reference, body, range }
}

function readList({ expression, range }: Attribute, context: EvalContext): Checked<readonly string[]> {
  const findings = new Collector()
  const evaluated = findings.take(expression.evaluate(context))
  if (hasErrors(findings.diagnostics) || !evaluated.isWhollyKnown || evaluated.isNull) return findings.done([])
  try {
    return findings.done(
      convert(evaluated, listOf(STRING))
        .elements()
        .map(each => each.asString()),
    )
  } catch (error) {
    findings.error(
      'Invalid sources',
      `sources is a list of texts like "source.type.name": ${(error as Error).message}.`,
      expression.range,
      { context: range },
    )
    return findings.done([])
  }
}

/** `source.type.name` or `type.name`. */
function lookUp(reference: string, sources: ReadonlyMap<string, SourceBlock>, range: Range): Checked<SourceBlock | undefined> {
  const findings = new Collector()
  const parts = reference.split('.')
  const [type, name] = parts.length === 3 ? parts.slice(1) : parts
  if (parts.length < 2 || parts.length > 3 || !NAME.test(type!) || !NAME.test(name!)) {
    findings.error('Invalid source reference', `"${reference}" is not of the form source.type.name or type.name.`, range)
    return findings.done(undefined)
  }
  const key = `${type}.${name}`
  const source = sources.get(key)
  if (!source) {
    const known = [...sources.keys()]
    const declared = known.length > 0 ? ` Declared are: ${listed(known)}.` : ''
    const detail = `There is no source "${type}" "${name}".${didYouMean(key, known) || declared}`
    findings.error('Unknown source', detail, range, { missing: [type!, name!] })
  }
  return findings.done(source)
}

/** `source "type.name" { name = "other", … }` adds to the source; its name must be a constant. */
function readUse(block: Block, sources: ReadonlyMap<string, SourceBlock>): Checked<SourceUse | undefined> {
  const findings = new Collector()
  const source = findings.take(lookUp(block.labels[0] ?? '', sources, block.labelRanges[0] ?? block.definitionRange))
  const { attributes, remain } = findings.take(block.body.partialContent({ attributes: [{ name: 'name' }], blocks: [] }))
  const name = findings.take(constantText(attributes.get('name')))
  if (!source) return findings.done(undefined)
  return findings.done(named(source, name ?? source.name, mergedBody(source.body, remain, 'add'), block.definitionRange))
}

function constantText(attribute: Attribute | undefined): Checked<string | undefined> {
  if (!attribute) return ok(undefined)
  const findings = new Collector()
  const value = findings.take(attribute.expression.evaluate({}))
  if (hasErrors(findings.diagnostics)) return findings.done(undefined)
  if (value.state === 'known' && value.type.kind === 'string' && value.asString() !== '') return findings.done(value.asString())
  findings.error('Invalid name', 'The name of a source in a build must be a constant text.', attribute.expression.range, {
    context: attribute.range,
  })
  return findings.done(undefined)
}

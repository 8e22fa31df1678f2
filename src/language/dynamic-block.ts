/** What one `dynamic` block says, and the blocks it stands for. */
import type { Attribute, Block, BodyContent, Expression } from './body'
import { Collector } from './collector'
import { contentOf } from './content'
import type { Checked } from './diagnostic'
import type { EvalContext } from './eval-context'
import { isIterable, itemsOf } from './hcl/expressions/for'
import { type Iteration, nextIteration, scopeOf } from './iteration'
import { asKeyword, asList } from './static'
import { ConversionError, convert } from './values/convert'
import { STRING } from './values/type'
import { friendlyName } from './values/type-text'
import { Value } from './values/value'

interface Generated {
  readonly block: Block
  readonly iteration: Iteration
}

const SCHEMA = {
  attributes: [{ name: 'for_each', required: true }, { name: 'iterator' }, { name: 'labels' }],
  blocks: [{ type: 'content', labels: [] }],
}

/** `labelNames` are those of the generated type, undefined when nobody knows the type. With an unknown `for_each` there is one block, of which nothing is known. */
export function generateBlocks(
  dynamic: Block,
  labelNames: readonly string[] | undefined,
  context: EvalContext,
  outer: Iteration | undefined,
): Checked<readonly Generated[]> {
  const found = new Collector()
  const spec = found.take(contentOf(dynamic.body, SCHEMA))
  const content = found.take(theContent(spec.blocks, dynamic))
  const forEach = spec.attributes.get('for_each')?.expression
  const iterator = found.take(iteratorName(spec.attributes.get('iterator'), dynamic.labels[0]!))
  const items = forEach && found.take(itemsFor(forEach, scopeOf(context, outer)))
  const labels = found.take(labelExpressions(spec, labelNames, dynamic))
  if (!content || !items || !labels || iterator === undefined) return found.done([])
  const generated = items.flatMap(([key, value]) => {
    const iteration = nextIteration(outer, iterator, key, value)
    const evaluated = found.take(evaluateLabels(labels, scopeOf(context, iteration)))
    const texts = labelNames ? evaluated : (evaluated ?? [])
    const labelRanges = labels.map(({ range }) => range)
    return texts
      ? [{ block: { ...dynamic, type: dynamic.labels[0]!, labels: texts, labelRanges, body: content.body }, iteration }]
      : []
  })
  return found.done(generated)
}

function theContent([first, second]: readonly Block[], dynamic: Block): Checked<Block | undefined> {
  const found = new Collector()
  if (!first) {
    const detail = 'A dynamic block needs a "content" block, which holds the body of each block it generates.'
    found.error('Missing dynamic content block', detail, dynamic.body.missingItemRange)
  } else if (second)
    found.error('Extraneous dynamic content block', 'A dynamic block has one "content" block.', second.definitionRange)
  return found.done(first)
}

function iteratorName(attribute: Attribute | undefined, blockType: string): Checked<string | undefined> {
  const found = new Collector()
  if (!attribute) return found.done(blockType)
  const name = asKeyword(attribute.expression)
  if (name === undefined)
    found.error('Invalid dynamic iterator name', 'The iterator is a single name without quotes.', attribute.expression.range)
  return found.done(name)
}

function itemsFor(expression: Expression, context: EvalContext): Checked<readonly (readonly [Value, Value])[] | undefined> {
  const found = new Collector()
  const value = found.take(expression.evaluate(context))
  if (found.diagnostics.length > 0) return found.done(undefined)
  const wrong = (detail: string) => found.error('Invalid dynamic for_each value', detail, expression.range)
  if (value.isNull) wrong('for_each cannot be null. For no blocks give it an empty list.')
  else if (value.type.kind !== 'dynamic' && !isIterable(value.type))
    wrong(`for_each needs a list, set or map, and a ${friendlyName(value.type)} is none.`)
  else return found.done(value.isKnown ? itemsOf(value) : [[Value.unknown(), Value.unknown()]])
  return found.done(undefined)
}

function labelExpressions(
  spec: BodyContent,
  expected: readonly string[] | undefined,
  dynamic: Block,
): Checked<readonly Expression[] | undefined> {
  const found = new Collector()
  const attribute = spec.attributes.get('labels')
  const labels = attribute ? asList(attribute.expression) : []
  const range = attribute?.expression.range ?? dynamic.definitionRange
  const type = dynamic.labels[0]!
  const names = expected ?? labels?.map(() => '') ?? []
  if (!labels) found.error('Invalid dynamic block labels', 'The labels must be a list in brackets.', range)
  else if (labels.length > names.length) {
    const detail = `Blocks of type "${type}" have ${names.length === 0 ? 'no' : names.length} label(s).`
    found.error('Extraneous dynamic block label', detail, labels[names.length]!.range)
  } else if (labels.length < names.length) {
    const detail = `Blocks of type "${type}" have ${names.length} label(s) (${names.join(', ')}): give them in "labels".`
    found.error('Insufficient dynamic block labels', detail, range)
  }
  return found.done(labels?.length === names.length ? labels : undefined)
}

function evaluateLabels(labels: readonly Expression[], context: EvalContext): Checked<readonly string[] | undefined> {
  const found = new Collector()
  const texts = labels.map(label => found.take(evaluateLabel(label, context)))
  return found.done(texts.every(text => text !== undefined) ? texts : undefined)
}

function evaluateLabel(expression: Expression, context: EvalContext): Checked<string | undefined> {
  const found = new Collector()
  const value = found.take(expression.evaluate(context))
  if (found.diagnostics.length > 0) return found.done(undefined)
  const wrong = (detail: string) => found.error('Invalid dynamic block label', detail, expression.range)
  try {
    const text = convert(value, STRING)
    if (text.state === 'known') return found.done(text.asString())
    wrong(text.isNull ? 'A label cannot be null.' : 'A label must be known when the template is read.')
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error
    wrong(`A label must be a string: ${error.message}.`)
  }
  return found.done(undefined)
}

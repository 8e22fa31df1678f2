/** `dynamic` blocks, as `terraform validate` accepts and refuses them. */
import type { Block, Body, BodySchema } from '../../src/language/body'
import { expandDynamicBlocks } from '../../src/language/dynamic-blocks'
import type { EvalContext } from '../../src/language/eval-context'
import { parseFile } from '../../src/language/hcl'
import { parseJson } from '../../src/language/json'
import { toJson } from '../../src/language/values/json'
import { listOf, STRING } from '../../src/language/values/type'
import { Value } from '../../src/language/values/value'
import { evaluate } from '../helpers/evaluate'

const context: EvalContext = {
  variables: new Map([
    ['list', evaluate('["p", "q"]').value],
    ['map', evaluate('{ k = { sizes = [1, 2] } }').value],
    ['later', Value.unknown(listOf(STRING))],
  ]),
}
const schema: BodySchema = {
  attributes: [{ name: 'v' }],
  blocks: [
    { type: 'disk', labels: [] },
    { type: 'named', labels: ['name'] },
  ],
}

interface Shown {
  readonly type: string
  readonly labels: readonly string[]
  readonly v?: string
  readonly blocks?: readonly Shown[]
}

function show(body: Body): { blocks: Shown[]; summaries: string[] } {
  const { value, diagnostics } = body.content(schema)
  const summaries = diagnostics.map(({ summary }) => summary)
  const shown = value.blocks.map(({ type, labels, body: inner }: Block) => {
    const { value: content } = inner.content(schema)
    const evaluated = content.attributes.get('v')?.expression.evaluate(context)
    summaries.push(...(evaluated?.diagnostics ?? []).map(({ summary }) => summary))
    const nested = show(inner)
    summaries.push(...nested.summaries)
    const v = evaluated && (evaluated.value.isKnown ? toJson(evaluated.value) : 'unknown')
    return { type, labels, ...(v !== undefined && { v }), ...(nested.blocks.length > 0 && { blocks: nested.blocks }) }
  })
  return { blocks: shown, summaries }
}

const expand = (text: string) => show(expandDynamicBlocks(parseFile(text, 'test.hcl').value, context))

test('one block for each item, in place, among those written out', () => {
  expect(
    expand('disk { v = 0 }\ndynamic "disk" {\n for_each = list\n content { v = "${disk.key}${disk.value}" }\n}\ndisk { v = 9 }')
      .blocks,
  ).toEqual([
    { type: 'disk', labels: [], v: '0' },
    { type: 'disk', labels: [], v: '"0p"' },
    { type: 'disk', labels: [], v: '"1q"' },
    { type: 'disk', labels: [], v: '9' },
  ])
})

test('labels and a name for the iterator', () => {
  expect(
    expand('dynamic "named" {\n for_each = list\n iterator = it\n labels = ["x-${it.value}"]\n content {\n v = it.key\n }\n}')
      .blocks,
  ).toEqual([
    { type: 'named', labels: ['x-p'], v: '0' },
    { type: 'named', labels: ['x-q'], v: '1' },
  ])
})

test('nested: the inner one sees the outer iterator', () => {
  const text = `dynamic "disk" {
    for_each = map
    content {
      dynamic "named" {
        for_each = disk.value.sizes
        labels   = [disk.key]
        content { v = named.value }
      }
    }
  }`
  const inner = ['1', '2'].map(v => ({ type: 'named', labels: ['k'], v }))
  expect(expand(text).blocks).toEqual([{ type: 'disk', labels: [], blocks: inner }])
})

test('with an unknown for_each there is one block of which nothing is known', () => {
  expect(expand('dynamic "disk" {\n for_each = later\n content { v = 1 }\n}')).toEqual({
    blocks: [{ type: 'disk', labels: [], v: 'unknown' }],
    summaries: [],
  })
})

test('JSON has them too', () => {
  const text = '{"dynamic": {"disk": {"for_each": "${list}", "content": {"v": "${disk.value}"}}}}'
  expect(show(expandDynamicBlocks(parseJson(text, 'x.json').value, context)).blocks.map(({ v }) => v)).toEqual(['"p"', '"q"'])
})

test.each([
  ['dynamic "disc" {\n for_each = []\n content {}\n}', 'Unsupported block type'],
  ['dynamic "disk" {\n content {}\n}', 'Missing required argument'],
  ['dynamic "disk" {\n for_each = null\n content {}\n}', 'Invalid dynamic for_each value'],
  ['dynamic "disk" {\n for_each = 1\n content {}\n}', 'Invalid dynamic for_each value'],
  ['dynamic "disk" {\n for_each = []\n}', 'Missing dynamic content block'],
  ['dynamic "disk" {\n for_each = []\n content {}\n content {}\n}', 'Extraneous dynamic content block'],
  ['dynamic "disk" {\n for_each = []\n labels = ["x"]\n content {}\n}', 'Extraneous dynamic block label'],
  ['dynamic "named" {\n for_each = []\n content {}\n}', 'Insufficient dynamic block labels'],
  ['dynamic "named" {\n for_each = [1]\n labels = [null]\n content {}\n}', 'Invalid dynamic block label'],
  ['dynamic "disk" {\n for_each = [1]\n iterator = "x"\n content {}\n}', 'Invalid dynamic iterator name'],
  ['dynamic "disk" {\n for_each = [1]\n content { v = dsk.value }\n}', 'Unknown variable'],
])('%j', (text, summary) => expect(expand(text).summaries).toEqual([summary]))

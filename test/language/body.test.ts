/** Bodies of both syntaxes answer a schema alike. */
import type { Body, BodySchema } from '../../src/language/body'
import type { Diagnostic } from '../../src/language/diagnostic'
import { parseFile } from '../../src/language/hcl'
import { parseJson } from '../../src/language/json'
import { toJson } from '../../src/language/values/json'

const words = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ summary, subject }) => `${subject!.start.line}:${subject!.start.column} ${summary}`)

const schema: BodySchema = {
  attributes: [{ name: 'region', required: true }, { name: 'tags' }],
  blocks: [
    { type: 'filter', labels: [] },
    { type: 'source', labels: ['type', 'name'] },
  ],
}

/** What the schema finds in a body, as plain data. */
function contentOf(body: Body) {
  const { value, diagnostics } = body.content(schema)
  const attributes = [...value.attributes].map(([name, { expression }]) => [
    name,
    toJson(expression.evaluate({ variables: new Map() }).value),
  ])
  return { attributes, blocks: value.blocks.map(({ type, labels }) => [type, ...labels]), diagnostics: words(diagnostics) }
}

const native = (text: string) => parseFile(text, 'test.hcl').value
const json = (text: string) => parseJson(text, 'test.json').value

test('both syntaxes have the same content', () => {
  const expected = {
    attributes: [
      ['region', '"eu"'],
      ['tags', '{"a":1,"b":[true,null]}'],
    ],
    blocks: [['filter'], ['filter'], ['source', 'null', 'x'], ['source', 'null', 'y']],
    diagnostics: [],
  }
  expect(
    contentOf(
      native('region = "eu"\ntags = { a = 1, b = [true, null] }\nfilter {}\nfilter {}\nsource "null" "x" {}\nsource null y {}'),
    ),
  ).toEqual(expected)
  expect(
    contentOf(
      json(
        '{"//": "x", "region": "eu", "tags": {"a": 1, "b": [true, null]}, "filter": [{}, {}], "source": {"null": [{"x": {}}, {"y": {}}]}}',
      ),
    ),
  ).toEqual(expected)
})

test.each<[string, string[]]>([
  ['', ['1:1 Missing required argument']],
  ['region = 1\nregin = 2', ['2:1 Unsupported argument']],
  ['region = 1\nfilte {}', ['2:1 Unsupported block type']],
  ['region = 1\nfilter "x" {}', ['2:8 Extraneous label for filter']],
  ['region = 1\nsource "x" {}', ['2:11 Missing name for source']],
  ['region = 1\nfilter = 1', ['2:1 Unsupported argument']],
  ['region {}', ['1:10 Missing required argument', '1:1 Unsupported block type']],
])('%j', (text, diagnostics) => expect(contentOf(native(text)).diagnostics).toEqual(diagnostics))

test.each<[string, string[]]>([
  ['{}', ['1:2 Missing required argument']],
  ['{"region": 1, "regin": 2}', ['1:15 Extraneous JSON object property']],
  ['{"region": 1, "filter": 1}', ['1:25 Incorrect JSON value type']],
  ['{"region": 1, "source": {"x": 1}}', ['1:31 Incorrect JSON value type', '1:31 Missing block label'].slice(0, 1)],
  ['{"region": 1, "source": {}}', ['1:25 Missing block label']],
  ['{"region": 1, "region": 2}', ['1:15 Duplicate argument']],
  ['{"region": 1, "filter": null}', []],
])('%j', (text, diagnostics) => expect(contentOf(json(text)).diagnostics).toEqual(diagnostics))

test('hints name what may have been meant', () => {
  const details = (text: string) =>
    native(text)
      .content(schema)
      .diagnostics.map(({ detail }) => detail)
  expect(details('region = 1\nregoin = 2')[0]).toContain('Did you mean "region"?')
  expect(details('region = 1\nfilter = 2')[0]).toContain('leave the equals sign out')
  expect(details('region = 1\ntags {}')[0]).toContain('write an equals sign')
})

test.each([
  ['native', native('region = 1\nextra = 2\nfilter {}\nother {}')],
  ['json', json('{"region": 1, "extra": 2, "filter": {}, "other": {}}')],
])('what the schema does not name remains: %s', (_, body) => {
  const { value, diagnostics } = body.partialContent(schema)
  expect(diagnostics).toEqual([])
  const rest = value.remain.content({ attributes: [{ name: 'extra' }], blocks: [{ type: 'other', labels: [] }] })
  expect(rest.diagnostics).toEqual([])
  expect([...rest.value.attributes.keys(), ...rest.value.blocks.map(({ type }) => type)]).toEqual(['extra', 'other'])
  expect(value.remain.content({ attributes: [], blocks: [] }).diagnostics).toHaveLength(2)
})

test('just attributes: a block is a mistake', () => {
  const { value, diagnostics } = native('a = 1\nb {}\nc = 2').justAttributes()
  expect([...value.keys()]).toEqual(['a', 'c'])
  expect(words(diagnostics)).toEqual(['2:1 Unexpected "b" block'])
})

test('an attribute whose value is broken is there, and unknown', () => {
  const { value } = native('region = 1 +\ntags = 2').content(schema)
  expect([...value.attributes.keys()]).toEqual(['region', 'tags'])
  expect(value.attributes.get('region')!.expression.evaluate({}).value.isKnown).toBe(false)
})

/** Data sources among locals: order, what is read when, and what stays unknown. */
import { any, block, text, textMap } from '../../src/language/options/spec'
import { listOf, mapOf, NUMBER, STRING } from '../../src/language/values/type'
import { Failure } from '../../src/model/failure'
import type { DataSource } from '../../src/model/plugin'
import type { LoadInput } from '../../src/template/load-plan'
import { plugins } from '../helpers/plugins'
import { load, shown } from '../helpers/template'

const options = {
  input: text('Input.'),
  fail: text('Why it fails.'),
  secret: text('A secret that it learns.'),
  wait: text('Milliseconds.'),
  more: textMap('More.'),
  nested: block({ inner: any('Anything.') }, 'A block.'),
} as const

let calls: string[]
let atOnce: number
beforeEach(() => {
  calls = []
  atOnce = 0
})

const echo: DataSource<typeof options> = {
  type: 'echo',
  summary: 'Echoes.',
  options,
  outputs: {
    output: { type: STRING, doc: 'The input.' },
    letters: { type: listOf(STRING), doc: 'Its letters.' },
    length: { type: NUMBER, doc: 'Its length.' },
    more: { type: mapOf(STRING), doc: 'More.' },
    nothing: { type: STRING, doc: 'Null.' },
  },
  check: given => (given.input === 'bad' ? [{ option: 'input', summary: 'Bad input' }] : []),
  async read({ input = '', fail, secret, wait, more = {}, nested }, context) {
    calls.push(input)
    const running = calls.length
    if (wait) await new Promise(resolve => setTimeout(resolve, Number(wait)))
    atOnce = Math.max(atOnce, calls.length - running + 1)
    context.signal.throwIfAborted()
    if (fail) throw new Failure('failed', fail, { advice: 'Try harder.' })
    if (secret) context.secret(secret)
    return { output: input + (nested ? '+' : ''), letters: [...input], length: input.length, more, nothing: undefined }
  },
}

const dataSources = { echo } as unknown as Record<string, DataSource>

async function contentOf(expression: string, blocks: string, input: Partial<LoadInput> = { askOutside: true }) {
  const template = `${blocks}
source "file" "x" {
  target  = "x"
  content = ${expression}
}
build {
  sources = ["file.x"]
}
`
  const { plan, diagnostics, sensitive, context } = await load(template, { plugins: { ...plugins, dataSources }, ...input })
  const { content } = plan?.builds[0]?.source.options.value ?? {}
  return { content, messages: diagnostics.map(shown), sensitive, context, plan }
}

const data = (name: string, body: string) => `data "echo" "${name}" {\n${body}\n}\n`

test.each<[string, string, string]>([
  ['data.echo.a.output', data('a', 'input = "one"'), 'one'],
  [
    'jsonencode(data.echo.a)',
    data('a', 'input = "ab"\nmore = { k = "v" }'),
    '{"length":2,"letters":["a","b"],"more":{"k":"v"},"nothing":null,"output":"ab"}',
  ],
  ['data.echo.a.output', `locals {\n  x = upper("y")\n}\n${data('a', 'input = local.x')}`, 'Y'],
  ['local.x', `locals {\n  x = "<\${data.echo.a.output}>"\n}\n${data('a', 'input = "one"')}`, '<one>'],
  [
    'data.echo.c.output',
    data('c', 'input = "${data.echo.b.output}c"') + data('b', 'input = "${data.echo.a.output}b"') + data('a', 'input = "a"'),
    'abc',
  ],
  [
    'local.end',
    `locals {\n  end = local.middle\n  middle = data.echo.b.length + 1\n  start = data.echo.a.letters[0]\n}\n${data('a', 'input = "xyz"')}${data('b', 'input = "${local.start}!"')}`,
    '3',
  ],
  [
    'join(",", [for name, each in data.echo : "${name}=${each.output}"])',
    data('a', 'input = "1"') + data('b', 'input = "2"'),
    'a=1,b=2',
  ],
  ['local.all', `locals {\n  all = join(",", keys(data.echo))\n}\n${data('a', 'input = "1"')}${data('b', 'input = "2"')}`, 'a,b'],
  ['data.echo.a.output', data('a', 'input = "{{ upper `x` }}"'), 'X'],
  ['data.echo.a.output', data('a', 'input = "in a block: "\nnested {\n  inner = 1\n}'), 'in a block: +'],
  [
    'data.echo.a.output',
    data(
      'a',
      'input = "dynamic"\ndynamic "nested" {\n  for_each = data.echo.b.letters\n  content {\n    inner = nested.value\n  }\n}',
    ) + data('b', 'input = "x"'),
    'dynamic+',
  ],
  ['data["echo"]["a"]["output"]', data('a', 'input = "one"'), 'one'],
])('%s', async (expression, blocks, value) => {
  expect(await contentOf(expression, blocks)).toMatchObject({ content: value, messages: [] })
})

test('each is asked once, also when locals and builds read it often', async () => {
  const blocks = `${data('a', 'input = "one"')}locals {\n  x = data.echo.a.output\n  y = data.echo.a.output\n}\n`
  await contentOf('"${local.x}${local.y}${data.echo.a.output}"', blocks)
  expect(calls).toEqual(['one'])
})

test('what does not need each other is asked side by side', async () => {
  const names = ['a', 'b', 'c']
  const blocks = names.map(name => data(name, `input = "${name}"\nwait = "20"`)).join('')
  const last = data('last', 'input = join("", [data.echo.a.output, data.echo.b.output, data.echo.c.output])')
  expect((await contentOf('data.echo.last.output', last + blocks)).content).toBe('abc')
  expect(calls).toEqual(['a', 'b', 'c', 'abc'])
  expect(atOnce).toBe(3)
})

test('unless it is wanted nothing is asked, and what is unknown has the right shape', async () => {
  const blocks = `${data('a', 'input = "one"')}${data('b', 'input = data.echo.a.output')}locals {\n  x = data.echo.b.length + 1\n  l = [for each in data.echo.b.letters : upper(each)]\n}\n`
  const found = await contentOf('"${local.x}${local.l[0]}"', blocks, {})
  expect(found).toMatchObject({ content: '<unknown>', messages: [] })
  expect(calls).toEqual([])
  // Mistakes are found all the same.
  const wrong = await contentOf('data.echo.a.outptu', data('a', 'input = "one"'), {})
  expect(wrong.messages).toEqual([expect.stringMatching(/^error 7:\d+ Unsupported attribute: .*outptu/)])
})

test.each<[string, string, readonly (string | RegExp)[]]>([
  ['of an argument', data('a', 'inptu = "x"'), [/^error 2:1 Unsupported argument.*"inptu".*"input"/]],
  ['of the plugin’s rules', data('a', 'input = "bad"'), ['error 2:9 Bad input']],
  ['of the type', 'data "ehco" "a" {}\n', [/^error 1:6 Unknown data source type: .*Did you mean "echo"/]],
  [
    'of a second one',
    data('a', '') + data('a', ''),
    ['error 4:1 Duplicate data source: Data source "echo" "a" is already declared.'],
  ],
  [
    'of a circle',
    `locals {\n  x = data.echo.a.output\n}\n${data('a', 'input = data.echo.b.output')}${data('b', 'input = local.x')}`,
    [
      'error 4:1 Circular definition: data.echo.a needs data.echo.b needs local.x needs data.echo.a. None of them can be evaluated; break the circle.',
    ],
  ],
  ['of itself', data('a', 'input = data.echo.a.output'), [/Circular definition: data.echo.a needs data.echo.a\./]],
  [
    'of a name',
    'locals {\n  x = data.echo.b.output\n}\n',
    [/^error 2:\d+ Undefined data source: There is no data source "echo" "b"\./],
  ],
])('mistakes %s, whether asked or not', async (_, blocks, messages) => {
  for (const askOutside of [true, false]) {
    const found = await contentOf('"x"', blocks, { askOutside })
    expect(found.messages).toEqual(
      messages.map(message => (typeof message === 'string' ? message : expect.stringMatching(message))),
    )
    expect(calls).toEqual([])
  }
})

test('a template with mistakes asks for nothing', async () => {
  const { messages } = await contentOf('data.echo.a.output', `variable "unset" {}\n${data('a', 'input = "x"')}`)
  expect(messages).toEqual([expect.stringMatching(/Unset variable/)])
  expect(calls).toEqual([])
})

test('one that cannot be read is named with its reason, and what needs it is not blamed and not asked', async () => {
  const blocks = `${data('a', 'fail = "The well is dry"')}${data('b', 'input = data.echo.a.output')}${data('c', 'input = "c"')}`
  const { messages, plan } = await contentOf('data.echo.b.output', blocks)
  expect(messages).toEqual(['error 1:1 Data source not read: "echo" "a": The well is dry. Try harder.'])
  expect(plan).toBeUndefined()
  expect(calls.sort()).toEqual(['', 'c'])
})

test('what depends on a variable without a value is left unknown', async () => {
  const blocks = `variable "v" {\n  type = string\n}\n${data('a', 'input = var.v')}`
  const found = await contentOf('data.echo.a.output', blocks, { askOutside: true, tolerateUnset: true })
  expect(found).toMatchObject({ content: '<unknown>', messages: [] })
  expect(calls).toEqual([])
})

test('secrets that are learnt appear nowhere', async () => {
  const blocks = `${data('a', 'secret = "xyzzy"\ninput = "xyzzy"')}`
  const { plan, sensitive } = await contentOf('data.echo.a.output', blocks)
  expect(sensitive).toContain('xyzzy')
  expect(JSON.stringify(plan)).not.toContain('xyzzy')
  const failing = await contentOf('data.echo.b.output', `${blocks}${data('b', 'fail = data.echo.a.output')}`)
  expect(failing.messages).toEqual(['error 5:1 Data source not read: "echo" "b": <sensitive>. Try harder.'])
})

test('an interruption ends the reading', async () => {
  const stop = new AbortController()
  const loading = contentOf('"x"', data('a', 'wait = "30"'), { askOutside: true, signal: stop.signal })
  setTimeout(() => stop.abort(new Error('enough')), 5)
  await expect(loading).rejects.toThrow('enough')
})

test('in JSON syntax too', async () => {
  const template = {
    locals: { x: '${data.echo.a.output}' },
    data: { echo: { a: { input: 'json', nested: { inner: 1 } } } },
    source: { file: { x: { target: 'x', content: '${local.x}' } } },
    build: [{ sources: ['file.x'] }],
  }
  const { plan, diagnostics } = await load(
    { 't.pkr.json': JSON.stringify(template) },
    { plugins: { ...plugins, dataSources }, askOutside: true },
  )
  expect(diagnostics.map(shown)).toEqual([])
  expect(plan?.builds[0]?.source.options.value.content).toBe('json+')
})

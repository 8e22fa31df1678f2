import { load, shown } from '../helpers/template'

type Json = { readonly [key: string]: unknown }
const legacy = (template: Json | string, input: Parameters<typeof load>[1] = {}) =>
  load({ 't.json': typeof template === 'string' ? template : JSON.stringify(template, null, 2) }, { path: 't.json', ...input })
const file = (options: Json, rest: Json = {}) => ({ ...rest, builders: [{ type: 'file', target: 'out', ...options }] })
const NULL = { type: 'null', communicator: 'none' }
const given = (values: Readonly<Record<string, string>>) => ({
  variables: Object.entries(values).map(([name, text]) => ({ name, text })),
})

const content = async (template: Json, input?: Parameters<typeof load>[1]) => {
  const loaded = await legacy(template, input)
  expect(loaded.diagnostics.map(shown)).toEqual([])
  return loaded.plan?.builds[0]?.source.options.value.content
}
const messages = async (template: Json | string, input?: Parameters<typeof load>[1]) =>
  (await legacy(template, input)).diagnostics.map(shown)

/** Each was seen with Packer 1.6.6's file builder. */
describe('weakly typed options', () => {
  test.each<[unknown, string]>([
    ['x', 'x'],
    [true, '1'],
    [false, '0'],
    [1.5, '1.5'],
    [42, '42'],
    [2 ** 63, '9223372036854776000'],
    [1e21, '1000000000000000000000'],
  ])('content %p', async (value, expected) => {
    expect(await content(file({ content: value }))).toBe(expected)
  })

  test.each<[Json, Json]>([
    [
      { ssh_pty: 'T', ssh_port: '0x16' },
      { ssh_pty: true, ssh_port: 22 },
    ],
    [
      { ssh_pty: '1', ssh_port: 22 },
      { ssh_pty: true, ssh_port: 22 },
    ],
    [{ ssh_pty: 0 }, { ssh_pty: false }],
    [{ ssh_pty: null }, { ssh_pty: false }],
    [{ ssh_timeout: '90s' }, { ssh_timeout: 90_000 }],
  ])('%j', async (options, expected) => {
    const { plan, diagnostics } = await legacy({ builders: [{ ...NULL, ...options }] })
    expect(diagnostics.map(shown)).toEqual([])
    expect(plan?.builds[0]?.source.communicator).toMatchObject(expected)
  })

  test.each<[unknown, readonly string[]]>([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    ['echo a,echo b', ['echo a', 'echo b']],
    [
      ['a', 1],
      ['a', '1'],
    ],
    [5, ['5']],
  ])('inline %j', async (inline, expected) => {
    const { plan } = await legacy({ builders: [NULL], provisioners: [{ type: 'shell', inline }] })
    expect(plan?.builds[0]?.provisioners[0]?.options.preview.value.inline).toEqual(expected)
  })
})

/** The left side was given to Packer 1.6.6, the right side came out. */
describe('interpolation', () => {
  const variables = { b: 'x', c: '{{.Foo}}', d: '{{user `b`}}', e: '{{env `HOME`}}!{{user `d`}}' }
  const startedAt = new Date('2026-11-22T09:06:08Z')
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['{{user `b`}}', {}, 'x'],
    ['{{ user `e` }}', {}, '/root!x'],
    ['{{user `d`}}', { b: '{{timestamp}}' }, '1795338368'],
    ['{{user `c`}}', {}, '{{.Foo}}'],
    ['{{user `d`}}', { b: '{{user `c`}}' }, '{{.Foo}}'],
    ['{{user `b`}}', { b: '{{user `nope`}}' }, '{{user `nope`}}'],
    ['{{user `b`}}', { b: '{{env `HOME`}}' }, '/root'],
    ['[{{user `zork`}}]', {}, '[]'],
    ['{{user `zork`}}', { zork: '5' }, '5'],
    ['{{`{{build_name}}`}}', {}, '{{build_name}}'],
    ['{{printf `%03d` 5}} {{if eq build_name `file`}}A{{else}}B{{end}}', {}, '005 A'],
    [
      '{{ isotime `Mon Jan 2 15:04:05 MST 2006` }} {{strftime `%Y-%m-%d`}} {{ split `a.b.c` `.` 1}}',
      {},
      'Sun Nov 22 09:06:08 UTC 2026 2026-11-22 b',
    ],
    ['{{ replace `a` `b` 1 `banana` }} {{ replace_all `a` `b` `banana` }} {{ `abc` | upper | lower }}', {}, 'bbnana bbnbnb abc'],
    ['{{ .BuildName }}', {}, '<no value>'],
    ['{{ packer_version }} {{ build_type }}', {}, '1.16.0 file'],
  ])('%s with %j', async (text, values, expected) => {
    const input = { ...given(values), environment: { HOME: '/root' }, startedAt }
    expect(await content(file({ content: text }, { variables }), input)).toBe(expected)
  })

  test.each<[string, string]>([
    ['{{foo `HOME`}}', 'foo'],
    ['{{env `HOME`}}', 'env'],
    ['{{ sed `s/a/b/` `abc` }}', 'sed'],
    ['{{ split `a.b.c` `.` 7}}', 'no part 7'],
    ['{{ upper `a` `b` }}', 'want 1 got 2'],
    ['{{ upper 1 }}', 'expected string; found 1'],
    ['{{ isotime `2006` `01` }}', 'wrong number of args for isotime'],
    ['{{ upper }}', 'upper'],
    ['plain {{ and }} braces', 'and'],
    ['{{{user `b`}}', '{'],
  ])('%s is refused', async (text, reason) => {
    const [message, ...others] = await messages(file({ content: text }))
    expect(others).toEqual([])
    expect(message).toMatch(/^error 6:18 Invalid value: Inappropriate value for "content": /)
    expect(message).toContain(reason)
  })

  test('a template is where it is', async () => {
    const { plan } = await legacy(file({ content: '{{template_dir}}={{pwd}}' }))
    expect(plan?.builds[0]?.source.options.value.content).toMatch(/^(\/.+)=\1$/)
  })
})

describe('variables', () => {
  test('a file beats the template, the command line beats both', async () => {
    const template = file({ content: '{{user `a`}}{{user `b`}}{{user `c`}}' }, { variables: { a: '1', b: '1', c: '1' } })
    const files = { 't.json': JSON.stringify(template), 'one.json': '{"b":"2","c":"2"}', 'two.json': '{"c":"3","other":"x"}' }
    const input = { path: 't.json', variableFiles: ['one.json', 'two.json'], ...given({ a: '9' }) }
    expect((await load(files, input)).plan?.builds[0]?.source.options.value.content).toBe('923')
  })

  test('null in a file of variables is an empty text, and beats the template', async () => {
    const template = file({ content: '[{{user `a`}}{{user `b`}}]' }, { variables: { a: null, b: '1' } })
    const files = { 't.json': JSON.stringify(template), 'v.json': '{"a":null,"b":null}' }
    const loaded = await load(files, { path: 't.json', variableFiles: ['v.json'] })
    expect(loaded.diagnostics.map(shown)).toEqual([])
    expect(loaded.plan?.builds[0]?.source.options.value.content).toBe('[]')
  })

  test('a number in a file of variables', async () => {
    const files = { 't.json': JSON.stringify(file({})), 'v.json': '{"a":5}' }
    expect((await load(files, { path: 't.json', variableFiles: ['v.json'] })).diagnostics.map(shown)).toEqual([
      'error 1:6 Text expected: The value of "a" must be a text in quotes.',
    ])
  })

  test('null demands a value', async () => {
    expect(await messages(file({}, { variables: { a: null } }))).toEqual([
      'error 3:5 Unset variable "a": Variable "a" is required, because its default is null. Set it with -var a=… or in a -var-file.',
    ])
    expect(await content(file({ content: '{{user `a`}}' }, { variables: { a: null } }), given({ a: 'x' }))).toBe('x')
  })

  test('a circle, and what is not a text', async () => {
    expect(await messages(file({}, { variables: { a: '{{user `b`}}', b: '{{user `a`}}', c: 5 } }))).toEqual([
      expect.stringMatching(/^error 3:5 Variable not rendered: "a": .*variable "b" itself needs others\.$/),
      expect.stringMatching(/^error 4:5 Variable not rendered: "b": .*variable "a" itself needs others\.$/),
      'error 5:10 Text expected: The default of "c" must be a text in quotes.',
    ])
  })

  test('sensitive ones are listed and covered', async () => {
    const template = file({ content: '{{user `a`}}' }, { variables: { a: 'hunter2' }, 'sensitive-variables': ['a'] })
    const { plan, sensitive } = await legacy(template)
    expect(sensitive).toEqual(['hunter2'])
    expect(JSON.stringify(plan)).not.toContain('hunter2')
  })
})

describe('builds', () => {
  const builders = [
    { ...NULL, name: 'zz' },
    { type: 'file', target: 'x' },
    { ...NULL, name: 'a{{user `n`}}' },
  ]
  const template = {
    variables: { n: '5' },
    builders,
    'post-processors': ['manifest', [{ type: 'compress', name: 'squeeze' }, { type: 'manifest' }]],
  }

  test.each<[string[], string[], string[], number]>([
    [[], [], ['null.a5', 'file', 'null.zz'], 0],
    [['zz'], [], ['null.zz'], 0],
    [['zz', 'file'], [], ['file', 'null.zz'], 0],
    [['null.zz'], [], [], 1],
    [['*'], [], [], 1],
    [[], ['a5'], ['file', 'null.zz'], 0],
  ])('only %j except %j', async (only, except, expected, warnings) => {
    const { plan, diagnostics } = await legacy(template, { only, except })
    expect(plan?.builds.map(({ name }) => name)).toEqual(expected)
    expect(diagnostics.map(({ severity }) => severity)).toEqual(Array(warnings).fill('warning'))
  })

  test('chains of post-processors in their three forms', async () => {
    const { plan } = await legacy({
      ...template,
      'post-processors': ['manifest', { type: 'compress', keep_input_artifact: true }, ['compress', { type: 'manifest' }]],
    })
    expect(
      plan?.builds[0]?.postProcessors.map(chain => chain.map(({ type, keepInputArtifact }) => [type, keepInputArtifact])),
    ).toEqual([
      [['manifest', undefined]],
      [['compress', true]],
      [
        ['compress', undefined],
        ['manifest', undefined],
      ],
    ])
    const except = await legacy(template, { except: ['squeeze'] })
    expect(except.plan?.builds[0]?.postProcessors).toHaveLength(1)
  })

  test('only, except and override speak of builders by name', async () => {
    const provisioners = [
      { type: 'shell', inline: ['a'], only: ['zz'] },
      { type: 'shell', inline: ['b'], except: ['zz'], pause_before: '1s', max_retries: '{{user `n`}}', timeout: '5s' },
      { type: 'shell', inline: ['c'], override: { zz: { inline: ['z'] } } },
    ]
    const { plan, diagnostics } = await legacy({ ...template, provisioners })
    expect(diagnostics.map(shown)).toEqual([])
    const inline = plan?.builds.map(build => build.provisioners.map(({ options }) => options.preview.value.inline))
    expect(inline).toEqual([
      [['b'], ['c']],
      [['b'], ['c']],
      [['a'], ['z']],
    ])
    expect(plan?.builds[0]?.provisioners[0]).toMatchObject({ pauseBefore: 1000, maxRetries: 5, timeout: 5000 })
  })

  test('values of the build arrive when it runs', async () => {
    const { plan } = await legacy({
      builders: [NULL],
      provisioners: [{ type: 'shell', inline: ['{{build `ID`}} {{build_name}}'] }],
    })
    const options = plan!.builds[0]!.provisioners[0]!.options
    expect(options.preview.value.inline).toEqual(['<unknown> null'])
    expect(options.resolve({ ID: 'i-1' }).value.value.inline).toEqual(['i-1 null'])
  })
})

const mistakes: readonly [string, string][] = [
  [
    '{"builders":[{"type":"null","communicator":"none"}],"zork":1,"_comment":"x"}',
    'error 1:53 Unknown root level key: "zork" is none of a template\'s keys. A comment\'s key begins with an underscore.',
  ],
  ['{"builders":[{"type":"null","communicator":"none","type":"T"}]}', 'error 1:51 Duplicate key'],
  ['{"builders":[{"communicator":"none"}]}', 'error 1:14 Missing type: This builder has no "type".'],
  [
    '{"builders":[{"type":"file","target":"a"},{"type":"file","target":"a"}]}',
    'error 1:51 Duplicate builder: Another builder has the name "file" too. Give this one a "name" of its own.',
  ],
  ['{"provisioners":[]}', 'error 1:1 No builders: A template needs at least one builder: "builders": [{ "type": "…" }].'],
  [
    '{"builders":[{"type":"nul"}]}',
    'error 1:22 Unknown source type: No source "nul" is built in. Did you mean "null"? Built in are: amazon-ebs, file, null.',
  ],
  [
    '{"builders":[{"type":"null","communicator":"none","ssh_ptty":true}]}',
    'error 1:51 Unknown configuration key: "ssh_ptty" is not expected here. Did you mean "ssh_pty"?',
  ],
  [
    '{"builders":[{"type":"null","communicator":"none","ssh_pty":"yes"}]}',
    'error 1:61 Invalid value: Inappropriate value for "ssh_pty": a bool is required.',
  ],
  [
    '{"builders":[{"type":"null","communicator":"none"}],"post-processors":["manifes"]}',
    'error 1:72 Unknown post-processor type: No post-processor "manifes" is built in. Did you mean "manifest"? Built in are: compress, manifest, shell-local.',
  ],
  [
    '{"builders":[{"type":"null","communicator":"none"}],"post-processors":[["manifest",5]]}',
    'error 1:84 Invalid post-processor: A post-processor is an object with a "type".',
  ],
  [
    '{"builders":[{"type":"null","communicator":"none"}],"post-processors":[{"type":"manifest","only":["q"]}]}',
    'error 1:99 No such source: "q" is no source of this build, so the condition never applies to it. The sources are: null.',
  ],
  [
    '{"builders":[{"type":"null","communicator":"none"}],"provisioners":[{"type":"shell","inline":"x","pause_before":"x"}]}',
    'error 1:113 Invalid value: Inappropriate value for "pause_before": time: invalid duration "x".',
  ],
  [
    '{"min_packer_version":"2.0.0","builders":[{"type":"null","communicator":"none"}]}',
    'error 1:23 Unsupported Packer version: This template wants Packer 2.0.0 or newer; templates are read here as Packer 1.16.0 reads them.',
  ],
  ['[]', 'error 1:1 Not a template: A template is a JSON object: { "builders": [ … ] }.'],
  ['{"builders":[{"type":"null","communicator":"none"},]}', 'error 1:51 Trailing comma in array'],
]

test.each(mistakes)('%s', async (template, message) => {
  const found = await messages(template)
  expect(found).toHaveLength(1)
  expect(found[0]?.startsWith(message) ? message : found[0]).toBe(message)
})

test('user variables in late options are filled in now, the rest when it is run', async () => {
  const { plan } = await legacy({
    variables: { sudo: 'sudo -E' },
    builders: [NULL],
    provisioners: [{ type: 'shell', inline: ['x'], execute_command: '{{ .Vars }} {{user `sudo`}} {{ .Path }}' }],
  })
  expect(plan?.builds[0]?.provisioners[0]?.options.preview.value.execute_command).toBe('{{ .Vars }} sudo -E {{ .Path }}')
})

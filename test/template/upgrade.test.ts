/** What hcl2_upgrade writes is valid, and comes to the plan of the JSON template it was made of. */
import { plugins } from '../../src/catalog'
import type { LoadInput } from '../../src/template/load-plan'
import { upgradeTemplate } from '../../src/template/upgrade/upgrade'
import { seeded } from '../helpers/random-expression'
import { randomLegacyTemplate } from '../helpers/random-legacy'
import { load, shown } from '../helpers/template'

const NOW = new Date('2024-05-06T07:08:09Z')

const upgraded = (template: object, annotate = false): string => {
  const { value, diagnostics } = upgradeTemplate({ text: JSON.stringify(template), file: 't.json', plugins, annotate })
  if (value === undefined) throw new Error(diagnostics.map(shown).join('\n'))
  return value
}

/** Builds by the name of their source, without what only tells where something was written. */
function comparable(plan: unknown): unknown {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, each]) => (key === 'range' || each === undefined ? [] : [[key, strip(each)]])),
    )
  }
  const { builds } = JSON.parse(JSON.stringify(plan).replace(/ingot-template-\w+/g, 'folder')) as {
    builds: { name: string; source: { name: string } }[]
  }
  return builds.map(({ name: _, ...build }) => strip(build)).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

async function plans(template: object, input: Partial<LoadInput> = {}) {
  const common = { plugins, startedAt: NOW, environment: { HOME_LIKE: '/home/x' }, ...input }
  const json = await load({ 't.json': JSON.stringify(template) }, { ...common, path: 't.json' })
  const hcl = await load({ 't.pkr.hcl': upgraded(template) }, { ...common, path: 't.pkr.hcl' })
  const errors = [...json.diagnostics, ...hcl.diagnostics].filter(({ severity }) => severity === 'error').map(shown)
  return { json, hcl, errors }
}

async function expectSamePlan(template: object, input: Partial<LoadInput> = {}): Promise<void> {
  const { json, hcl, errors } = await plans(template, input)
  expect({ errors, text: errors.length > 0 ? upgraded(template) : '' }).toEqual({ errors: [], text: '' })
  expect(comparable(hcl.plan)).toEqual(comparable(json.plan))
}

const file = (content: unknown, more: object = {}) => ({ type: 'file', name: 'f', target: 'out', content, ...more })
const local = { type: 'shell-local', inline: ['true'] }

describe('texts', () => {
  test.each<[string, string]>([
    ['plain', '"plain"'],
    ['{{user `a`}}', 'var.a'],
    ['x-{{ user `a` }}-y', '"x-${var.a}-y"'],
    ['{{ user "a" }}', 'var.a'],
    ['${var.x} %{if} $ %', '"$${var.x} %%{if} $ %"'],
    ['a "quoted" \\ back\nline\ttab', '"a \\"quoted\\" \\\\ back\\nline\\ttab"'],
    ['{{timestamp}}', 'local.timestamp'],
    ['{{isotime}}', 'local.isotime'],
    ['{{isotime `20060102`}}', 'local.isotime'],
    ['{{strftime `%Y`}}', 'local.strftime'],
    ['{{build_name}}/{{build_type}}', '"{{build_name}}/{{build_type}}"'],
    ['{{template_dir}}', 'abspath(path.root)'],
    ['{{pwd}}', 'path.cwd'],
    ['{{packer_version}}', 'packer.version'],
    ['{{uuid}}', 'uuidv4()'],
    ['{{upper `x`}}', 'upper("x")'],
    ['{{user `a` | upper | lower}}', 'lower(upper(var.a))'],
    ['{{lower (user `a`)}}', 'lower(var.a)'],
    ['{{split `a.b` `.` 1}}', 'split(".", "a.b")[1]'],
    ['{{replace_all `a` `b` `banana`}}', 'replace("banana", "a", "b")'],
    ['{{replace `a` `b` -1 `banana`}}', 'replace("banana", "a", "b")'],
    ['{{replace `a` `b` 1 `banana`}}', '"{{replace `a` `b` 1 `banana`}}"'],
    ['{{replace_all `/a/` `b` (user `a`)}}', '"{{replace_all `/a/` `b` (`${var.a}`)}}"'],
    ['{{ .Vars }} {{.Path}}', '"{{ .Vars }} {{.Path}}"'],
    ['a {{- user `a` -}} b', '"a {{- `${var.a}` -}} b"'],
    ['{{if eq build_type `file`}}{{user `a`}}{{end}}', '"{{if eq build_type `file`}}${var.a}{{end}}"'],
    ['{{if eq (user `a`) `v`}}yes{{end}}', '"{{if eq (`${var.a}`) `v`}}yes{{end}}"'],
    ['{{`{{build_name}}`}}', '"{{`{{build_name}}`}}"'],
    ['{{user `a` | clean_resource_name}}', '"{{`${var.a}` | clean_resource_name}}"'],
    ["{{/* user `a` it's */}}", '"{{/* user `a` it\'s */}}"'],
    ['{{template_dir | len}}', '"{{`${abspath(path.root)}` | len}}"'],
    ['{{user `late` | upper}}', '"{{`${local.late}` | upper}}"'],
  ])('%s', (text, code) => {
    const variables = { a: 'v', late: 'x{{timestamp}}' }
    const line = /^ {2}content = (.*)$/m.exec(upgraded({ variables, builders: [file(text)] }))
    expect(line?.[1]).toBe(code)
  })

  test('a value stays the same when it is planned', async () => {
    const texts = [
      '{{user `a`}}',
      '${x} %{y} "q" \\ \n',
      '{{timestamp}} {{isotime}} {{isotime `2006`}}',
      '{{`{{build_name}}`}}',
      '{{user `c`}}',
    ]
    for (const text of texts)
      await expectSamePlan({
        variables: { a: '${v}', b: '{{user `a`}}!', c: '{{env `HOME_LIKE`}}/{{user `b`}}' },
        builders: [file(text)],
      })
  })
})

describe('variables', () => {
  const template = {
    variables: { plain: 'p', made: '{{user `plain`}}-{{env `HOME_LIKE`}}', secret: 's3cret', 'odd name': 'o', needed: null },
    'sensitive-variables': ['secret'],
    builders: [file('{{user `made`}} {{user `secret`}} {{user `odd name`}} {{user `needed`}} [{{user `nobody`}}]')],
  }

  test.each<[string, Record<string, string>]>([
    ['needed only', { needed: 'n' }],
    ['one that others are made of', { needed: 'n', plain: 'other' }],
    ['one that is made of others', { needed: 'n', made: 'given' }],
  ])('%s', async (_, given) => {
    await expectSamePlan(template, { variables: Object.entries(given).map(([name, text]) => ({ name, text })) })
  })

  test('without what is needed both are invalid', async () => {
    const { json, hcl } = await plans(template)
    expect([json, hcl].map(({ diagnostics }) => diagnostics.map(({ summary }) => summary))).toEqual([
      ['Unset variable "needed"'],
      ['Unset variable "needed"'],
    ])
  })

  test('what is sensitive stays so, also when it is made of others', async () => {
    const made = { ...template, variables: { ...template.variables, secret: '{{user `plain`}}-secret' } }
    const { hcl } = await plans(made, { variables: [{ name: 'needed', text: 'n' }] })
    expect(hcl.sensitive).toContain('p-secret')
  })

  test('secrets of services are asked for by functions', () => {
    const text = upgraded({
      variables: { a: '{{vault `/p` `k`}}', b: '{{consul_key `k`}}', c: '{{aws_secretsmanager `n`}}' },
      builders: [file('x')],
    })
    expect(text).toContain('vault("/p", "k")')
    expect(text).toContain('consul_key("k")')
    expect(text).toContain('aws_secretsmanager("n", null)')
  })
})

describe('components', () => {
  test('weak types become those that HCL demands', async () => {
    await expectSamePlan({
      variables: { regions: 'eu-west-1,eu-west-2', none: '' },
      builders: [
        {
          type: 'amazon-ebs',
          region: 'us-east-1',
          ami_name: 'web',
          source_ami: 'ami-1',
          instance_type: 't3.micro',
          ssh_username: 'u',
          ssh_port: '22',
          EBS_Optimized: 'True',
          force_deregister: 1,
          ami_regions: '{{user `regions`}}',
          ami_users: '{{user `none`}}',
          ami_groups: 'all',
          tags: [{ A: 'a' }, { B: 5 }],
          launch_block_device_mappings: { device_name: '/dev/sda1', volume_size: '8', delete_on_termination: 'true' },
        },
      ],
    })
  })

  test('names of builders are kept, also those that are none in HCL', async () => {
    const builders = [
      file('1 {{build_name}} {{build_name | len}}', { name: 'a b.c' }),
      file('2', { name: 'file' }),
      { type: 'null', communicator: 'none' },
    ]
    const provisioners = [
      { ...local, only: ['a b.c'] },
      { ...local, except: ['file', 'null'] },
      { ...local, override: { 'a b.c': { inline: ['other'] }, null: { inline: ['none'] } } },
    ]
    const { json, hcl, errors } = await plans({ builders, provisioners })
    expect(errors).toEqual([])
    expect(hcl.plan?.builds.map(({ name }) => name).sort()).toEqual(['file.a b.c', 'file.file', 'null.null'])
    expect(upgraded({ builders })).toContain('"1 ${"a b.c"} {{`${"a b.c"}` | len}}"')
    const steps = ({ plan }: typeof hcl) =>
      plan?.builds
        .map(({ source, provisioners }) => [source.type, provisioners.map(({ options }) => options.preview.value.inline)])
        .sort()
    expect(steps(hcl)).toEqual(steps(json))
  })

  test('a builder that is named by a variable is told by it, where HCL has another name', async () => {
    const { hcl, json, errors } = await plans({
      variables: { n: 'web' },
      builders: [file('{{build_name}} {{build_name | upper}}', { name: '{{user `n`}}-{{user `n`}}' })],
      provisioners: [
        {
          ...local,
          inline: ['{{build_name}}'],
          override: { '{{user `n`}}-{{user `n`}}': { environment_vars: ['A={{build_name}}'] } },
        },
      ],
    })
    expect(errors).toEqual([])
    const told = ({ plan }: typeof hcl) =>
      plan?.builds.map(({ source, provisioners }) => [
        source.options.value.content,
        provisioners.map(({ options: { preview } }) => [preview.value.inline, preview.value.environment_vars]),
      ])
    expect(told(hcl)).toEqual([['web-web WEB-WEB', [[['web-web'], ['A=web-web']]]]])
    expect(told(json)).toEqual(told(hcl))
  })

  test('post-processors keep their chains', () => {
    const text = upgraded({
      builders: [file('x')],
      'post-processors': ['manifest', ['manifest', { type: 'manifest', keep_input_artifact: true }]],
    })
    expect(text.match(/post-processors? .*\{/g)).toEqual([
      'post-processor "manifest" {',
      'post-processors {',
      'post-processor "manifest" {',
      'post-processor "manifest" {',
    ])
  })

  test('an image filter becomes a data source, with what leads to the cloud', () => {
    const text = upgraded({
      variables: { region: 'r' },
      builders: [
        {
          type: 'amazon-ebs',
          name: 'web',
          region: '{{user `region`}}',
          source_ami_filter: { filters: { name: 'ubuntu*' }, owners: 'self,amazon', most_recent: 'true' },
        },
      ],
    })
    expect(text).toContain('source_ami = data.amazon-ami.web.id')
    expect(/data "amazon-ami" "web" \{\n(.*?)\n\}/s.exec(text)?.[1]?.replace(/ +/g, ' ')).toBe(
      ' filters = {\n name = "ubuntu*"\n }\n owners = ["self", "amazon"]\n most_recent = true\n region = var.region',
    )
  })

  test('an image filter beside an image stays where it is: the image has to match it, or may be empty', () => {
    const source_ami_filter = { filters: { name: 'ubuntu*' }, owners: ['self'] }
    const text = upgraded({
      variables: { id: '' },
      builders: [{ type: 'amazon-ebs', name: 'web', source_ami: '{{user `id`}}', source_ami_filter }],
    })
    expect(text).toMatch(/source_ami += var\.id/)
    expect(text).toContain('source_ami_filter {')
    expect(text).not.toContain('data "amazon-ami"')
  })

  test('plugins are required, versions kept, comments and descriptions too', () => {
    const text = upgraded({
      _comment: 'ours\nalone',
      description: 'What it is for',
      min_packer_version: '1.6.0',
      builders: [file('x'), { type: 'amazon-ebs' }, { type: 'vsphere-iso' }],
      provisioners: [{ type: 'ansible' }],
    })
    expect(text.startsWith('# ours\n# alone\n')).toBe(true)
    expect(text).toContain('description = "What it is for"')
    expect(text).toContain('required_version = ">= 1.6.0"')
    expect(text.match(/source {2}= "github.*"/g)).toEqual(
      ['amazon', 'vsphere', 'ansible'].map(name => `source  = "github.com/hashicorp/${name}"`),
    )
  })

  test('what nobody knows is kept, with a comment and a warning', () => {
    const template = { builders: [file('a {{frobnicate `x`}} b')] }
    const { value, diagnostics } = upgradeTemplate({ text: JSON.stringify(template), file: 't.json', plugins })
    expect(value).toMatch(/# TODO: "frobnicate" .*\nsource "file" "f" \{\n.*\n {2}content = "a \{\{frobnicate `x`\}\} b"/)
    expect(diagnostics.map(shown)).toEqual([expect.stringContaining('warning Not upgraded: "frobnicate"')])
  })

  test('a component that nobody knows is an error, and the file is written', () => {
    const { value, diagnostics } = upgradeTemplate({ text: '{"builders": [{"type": "zork"}]}', file: 't.json', plugins })
    expect(value).toContain('source "zork" "zork" {')
    expect(diagnostics.map(shown)).toEqual([expect.stringContaining('error 1:24 Unknown source type: "zork"')])
  })
})

test('mistakes of the JSON template are reported as such, and nothing is written', () => {
  const { value, diagnostics } = upgradeTemplate({ text: '{"builders": [], "bilders": 1}', file: 't.json', plugins })
  expect(value).toBeUndefined()
  expect(diagnostics.map(shown)).toEqual([
    expect.stringContaining('Unknown root level key'),
    expect.stringContaining('No builders'),
  ])
})

test('variables alone will do', () => {
  const text = upgraded({ variables: { a: null, b: '{{env `B`}}' }, 'sensitive-variables': ['b'] })
  expect(text).toMatch(/^variable "a" \{\n {2}type = string\n\}\n\nvariable "b" \{[^}]*env\("B"\)[^}]*sensitive = true\n\}\s*$/)
})

test('comments do not change what the template means', async () => {
  const template = {
    variables: { a: '{{timestamp}}' },
    builders: [file('{{user `a`}}')],
    provisioners: [local],
    'post-processors': ['manifest'],
  }
  const [bare, annotated] = [false, true].map(annotate => upgraded(template, annotate))
  const code = (text = '') =>
    text
      .replace(/^#.*\n/gm, '')
      .replace(/\n+/g, '\n')
      .trim()
  expect(code(annotated)).toBe(code(bare))
  expect(annotated?.match(/^#/gm)?.length).toBeGreaterThan(8)
})

test('random templates come to the same plan', async () => {
  const random = seeded(Number(process.env.SEED ?? 1))
  for (let i = 0; i < Number(process.env.COUNT ?? 60); i++) await expectSamePlan(randomLegacyTemplate(random))
})

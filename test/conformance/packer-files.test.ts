/** The same templates through Debian's Packer and through ours: what its file source writes is what our Plan says. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LoadInput, loadPlan } from '../../src/template/load-plan'
import { plugins } from '../helpers/plugins'
import { shown } from '../helpers/template'
import { describeWith } from '../helpers/tools'

type Files = Readonly<Record<string, string>>
type Input = Pick<LoadInput, 'only' | 'except' | 'variables' | 'variableFiles'> & {
  readonly environment?: Readonly<Record<string, string>>
}

/** What each target holds: by Packer, and by our Plan. */
async function both(files: Files, path: string, targets: readonly string[], input: Input = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-packer-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    mkdirSync(join(folder, 'out'))
    const environment = {
      PATH: process.env.PATH,
      HOME: folder,
      CHECKPOINT_DISABLE: '1',
      PACKER_NO_COLOR: '1',
      ...input.environment,
    }
    const { stdout, stderr } = spawnSync('packer', ['build', ...flags(input), path], {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
      timeout: 60_000,
    })
    const read = (target: string) =>
      existsSync(join(folder, 'out', target)) ? readFileSync(join(folder, 'out', target), 'utf8') : undefined
    const packer = Object.fromEntries(targets.map(target => [target, read(target)]))
    const { plan, diagnostics } = await loadPlan({ ...input, path, environment, plugins, workingDirectory: folder })
    const planned = new Map(plan?.builds.map(({ source: { options } }) => [options.value.target, options.value.content]))
    const ours = Object.fromEntries(targets.map(target => [target, planned.get(`out/${target}`)]))
    return {
      packer,
      ours,
      messages: diagnostics.filter(({ severity }) => severity === 'error').map(shown),
      output: stdout + stderr,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const flags = ({ only = [], except = [], variables = [], variableFiles = [] }: Input): readonly string[] => [
  ...(only.length > 0 ? [`-only=${only.join(',')}`] : []),
  ...(except.length > 0 ? [`-except=${except.join(',')}`] : []),
  ...variables.flatMap(({ name, text }) => ['-var', `${name}=${text}`]),
  ...variableFiles.flatMap(file => ['-var-file', file]),
]

const hclSource = (content: string, name: string) =>
  `source "file" "${name}" {\n  target  = "out/${name}"\n  content = ${content}\n}\n`
const hclBuild = (names: readonly string[], name?: string) =>
  `build {\n${name ? `  name = "${name}"\n` : ''}  sources = ${JSON.stringify(names.map(each => `source.file.${each}`))}\n}\n`

const declarations = `
variable "text" {
  default = "default"
}
variable "typed" {
  type    = string
  default = "typed default"
}
variable "count" {
  type    = number
  default = 3
}
variable "flag" {
  default = true
}
variable "list" {
  type    = list(string)
  default = ["a", "b"]
}
variable "tags" {
  type    = map(string)
  default = { b = 2, a = "one" }
}
variable "home" {
  default = env("HOME_LIKE")
}
variables {
  short = "shorthand"
}
locals {
  chained = "\${local.base}-\${var.text}"
  base    = upper(var.typed)
  joined  = join(",", concat(var.list, [local.chained]))
  nested  = { list = var.list, n = var.count + 1 }
}
locals {
  other = "second block \${local.nested.n}"
}
`

const contents = [
  'var.text',
  `"\${var.typed}|\${var.count}|\${var.flag}|\${var.short}|\${var.home}"`,
  'join(",", var.list)',
  `"\${var.tags["a"]}\${var.tags.b}"`,
  'local.chained',
  'local.joined',
  'jsonencode(local.nested)',
  'local.other',
  'var.count',
  'var.flag',
  'length(var.list) > 2 ? "many" : "few"',
  `"\${path.root} \${abspath(path.cwd) == path.cwd}"`,
  '"{{build_name}} {{build_type}}"',
  '"{{ `q` | upper | lower }} {{ split `a.b.c` `.` 1 }} {{ .Nothing }}"',
  '"{{ replace_all `a` `b` `banana` }} {{ replace `a` `b` 1 `banana` }}"',
  '"{{ if eq build_name `s17` }}yes{{ else }}no{{ end }} {{ printf `%05d|%q` 42 `x` }}"',
  `<<EOT\n  kept {{ isotime \`2006\` | len }}\n%{ for x in var.list ~}\n- \${x}\n%{ endfor ~}\nEOT\n`,
  '<<-EOT\n    flushed\n      more\n    EOT\n',
  '"$${escaped} %%{too}"',
]

describeWith(['packer'], 'HCL2 templates give what Packer gives', () => {
  const names = contents.map((_, i) => `s${i}`)
  const template = declarations + contents.map((content, i) => hclSource(content, `s${i}`)).join('') + hclBuild(names)
  const variables = (values: Readonly<Record<string, string>>) => ({
    variables: Object.entries(values).map(([name, text]) => ({ name, text })),
  })

  test.each<[string, Input, Files]>([
    ['defaults', {}, {}],
    [
      'environment',
      {
        environment: { PKR_VAR_text: 'from env', PKR_VAR_list: '["e"]', PKR_VAR_count: '7', PKR_VAR_nope: 'x', HOME_LIKE: '/h' },
      },
      {},
    ],
    [
      'command line',
      variables({ text: '["literal"]', typed: 'a=b', count: '1e3', flag: 'false', list: '["x", 5]', tags: '{a="q", b="r"}' }),
      {},
    ],
    [
      'automatic files',
      { environment: { PKR_VAR_text: 'env' } },
      {
        'a.auto.pkrvars.hcl': 'text = "auto a"\ncount = "9"\n',
        'b.auto.pkrvars.hcl': 'text = "auto b"\nshort = "s"\n',
        'c.auto.pkrvars.json': '{"list": ["json"]}',
      },
    ],
    [
      'files by name',
      { variableFiles: ['two.pkrvars.hcl', 'one.json'], ...variables({ short: 'cli' }) },
      {
        'one.json': '{"text": "one", "short": "no"}',
        'two.pkrvars.hcl': 'text = "two"\ntyped = "two"\nlist = ["v"]\n',
        'z.auto.pkrvars.hcl': 'text = "auto"\n',
      },
    ],
  ])('%s', async (_, input, more) => {
    const { packer, ours, messages, output } = await both({ 't.pkr.hcl': template, ...more }, '.', names, input)
    expect(messages).toEqual([])
    expect(Object.values(packer).filter(text => text === undefined).length ? output : '').toBe('')
    expect(ours).toEqual(packer)
  })

  test('a single file loads no automatic files', async () => {
    const { packer, ours } = await both({ 't.pkr.hcl': template, 'a.auto.pkrvars.hcl': 'text = "auto"\n' }, 't.pkr.hcl', names)
    expect(ours).toEqual(packer)
    expect(ours.s0).toBe('default')
  })
})

describeWith(['packer'], '-only and -except select what Packer selects', () => {
  const names = ['a', 'b', 'ab', 'b-c']
  const hcl = names.map(name => hclSource('"x"', name)).join('') + hclBuild(['a', 'ab'], 'first') + hclBuild(['b', 'b-c'])
  const json = JSON.stringify({ builders: names.map(name => ({ type: 'file', name, content: 'x', target: `out/${name}` })) })
  const patterns = [
    '*',
    'file.*',
    'first.*',
    '*.a',
    '*a*',
    'file.?',
    '*.[ab]',
    '*.[!a]',
    'first.file.a',
    'file.b-c',
    'a',
    'b*',
    'nothing',
  ]

  test.each(patterns.flatMap(pattern => [[{ only: [pattern] }], [{ except: [pattern] }]]))('%j', async input => {
    for (const [file, text] of [['t.pkr.hcl', hcl] as const, ['t.json', json] as const]) {
      const { packer, ours } = await both({ [file]: text }, file, names, input)
      expect({ file, ...ours }).toEqual({ file, ...packer })
    }
  })
})

const legacyContents: readonly unknown[] = [
  'plain',
  true,
  false,
  5,
  1.5,
  1e21,
  2 ** 63,
  1e-7,
  null,
  '{{user `b`}}',
  '{{user `d`}} {{ user `e` }}',
  '{{user `c`}}',
  '[{{user `zork`}}]',
  '{{`{{build_name}}`}}',
  '{{printf `%03d` 5}} {{if eq build_type `file`}}A{{else}}B{{end}}',
  '{{ split `a.b.c` `.` 1}} {{ build_name }}',
  '{{ replace `a` `b` 1 `banana` }} {{ replace_all `a` `b` `banana` }} {{ `abc` | upper | lower }}',
  '{{ .BuildName }}{{/* a comment */}}',
  'a {{- ` trimmed ` -}} b',
  '{{ $x := `v` }}{{ $x }}{{ with `w` }}{{ . }}{{ end }}',
  "{{ len `abc` }} {{ index `abc` 1 }} {{ html `<a>` }} {{ urlquery `a b` }} {{ js `it's` }}",
  '{{ and true `x` }} {{ or `` `y` }} {{ not true }} {{ lt 1 2 }} {{ ne `a` `b` }}',
  '{{ print 1 2 `a` `b` 3 }} {{ println `x` }}',
  '{{template_dir | len | lt 1}} {{ pwd | len | lt 1 }}',
]

describeWith(['packer'], 'legacy JSON templates give what Packer gives', () => {
  const names = legacyContents.map((_, i) => `l${i}`)
  const builders = legacyContents.map((content, i) => ({ type: 'file', name: `l${i}`, target: `out/l${i}`, content }))
  const variables = { b: 'x', c: '{{.Foo}}', d: '{{user `b`}}', e: '{{env `HOME_LIKE`}}!{{user `d`}}' }
  const template = JSON.stringify({ _comment: 'ours', variables, builders }, null, 2)

  test.each<[string, Input]>([
    ['defaults', { environment: { HOME_LIKE: '/h' } }],
    [
      'given',
      {
        variables: [
          { name: 'b', text: '{{user `c`}}' },
          { name: 'zork', text: 'z' },
        ],
      },
    ],
    ['nonsense given', { variables: [{ name: 'b', text: '{{user `nope`}}' }] }],
    ['environment given', { variables: [{ name: 'b', text: '{{env `HOME_LIKE`}}' }], environment: { HOME_LIKE: '/h' } }],
    ['files', { variableFiles: ['one.json', 'two.json'], variables: [{ name: 'c', text: 'cli' }] }],
  ])('%s', async (_, input) => {
    const more = { 'one.json': '{"b": "one", "c": "one"}', 'two.json': '{"b": "two", "zork": "two"}' }
    const { packer, ours, messages, output } = await both({ 't.json': template, ...more }, 't.json', names, input)
    expect(messages).toEqual([])
    expect(Object.values(packer).filter(text => text === undefined).length ? output : '').toBe('')
    const given = Object.fromEntries(Object.entries(ours).map(([name, text]) => [name, text ?? '']))
    expect(given).toEqual(packer)
  })
})

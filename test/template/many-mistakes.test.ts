/** Files with many independent mistakes: each is named once, at its line and column, in one run. A mark ‹…› is where one is expected. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plugins } from '../../src/catalog'
import type { LoadInput } from '../../src/template/load-plan'
import { type Files, load, shown } from '../helpers/template'

interface Marked {
  readonly text: string
  readonly places: readonly string[]
}

/** `‹` is taken out, and where it stood a mistake is expected. */
function unmark(marked: string): Marked {
  const places: string[] = []
  const lines = marked.split('\n').map((line, row) => {
    let clean = line
    for (let at = clean.indexOf('‹'); at >= 0; at = clean.indexOf('‹')) {
      clean = clean.slice(0, at) + clean.slice(at + 1)
      places.push(`${row + 1}:${at + 1}`)
    }
    return clean
  })
  return { text: lines.join('\n'), places }
}

async function expectMistakes(marked: string, summaries: readonly string[], input: Partial<LoadInput> = {}, file = 't.pkr.hcl') {
  const { text, places } = unmark(marked)
  const { diagnostics } = await load({ [file]: text }, { path: file, plugins, ...input })
  const found = diagnostics.map(({ subject, summary }) => `${subject?.start.line}:${subject?.start.column} ${summary}`)
  expect(found.sort()).toEqual(places.map((place, i) => `${place} ${summaries[i]}`).sort())
}

const BUILD = 'build {\n  sources = ["null.n"]\n}\nsource "null" "n" {\n  communicator = "none"\n}\n'

const tables: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a little of everything',
    `variable "a" {
  type    = ‹sting
  default = 1
}
variable "b" {
  default = ‹var.a
}
locals {
  c = ‹upcase("x")
  d = var‹.missing
  e = upper(1, ‹2)
}
source "amazon-ebs" "x" {
  region        = "us-east-1"
  ami_name      = "web"
  source_ami    = "ami-1"
  instance_type = "t3.micro"
  ssh_username  = "u"
  ‹ebs_optimised = true
  force_deregister = ‹"maybe"
}
‹bild {
}
build {
  sources = ["amazon-ebs.x", ‹"amazon-ebs.y"]
  provisioner ‹"shel" {
  }
}
`,
    [
      'Invalid type specification',
      'Variables not allowed',
      'Call to unknown function',
      'Undefined variable',
      'Too many function arguments',
      'Unsupported argument',
      'Invalid value',
      'Unsupported block type',
      'Unknown source',
      'Unknown provisioner type',
    ],
  ],
  [
    'missing things',
    `source "file" "f" {
  content = "x"
‹}
‹source "null" "n" {
  ssh_host     = "h"
  ssh_password = "some password"
}
variable "v" {
  default = "x"
  validation {
    condition = var.v != ""
  ‹}
}
local "l" {
‹}
build {
  sources = ["file.f", "null.n"]
  ‹provisioner "shell" {
  }
  provisioner "file" {
    source = "t.pkr.hcl"
  ‹}
}
`,
    [
      'Missing required argument',
      'Missing ssh_username',
      'Missing required argument',
      'Missing required argument',
      'One of inline, script and scripts has to be set',
      'Missing required argument',
    ],
  ],
  [
    'syntax',
    `locals {
  a = [1, 2
  ‹b = 3
}
variable "x" {
  default = "fine"
}
locals {
  c = 1 +‹
  d = ‹= 2
  e = local‹.nope
}
${BUILD}`,
    ['Missing item separator', 'Invalid expression', 'Invalid expression', 'Undefined local'],
  ],
  [
    'names given twice',
    `variable "v" {
  default = 1
}
‹variable "v" {
  default = 2
}
variables {
  ‹v = 3
}
locals {
  l = 1
  ‹l = 2
}
‹local "l" {
  expression = 3
}
source "null" "n" {
  communicator = "none"
}
‹source "null" "n" {
  communicator = "none"
}
data "null" "d" {
  input = "1"
}
‹data "null" "d" {
  input = "2"
}
build {
  sources = ["null.n"]
}
`,
    [
      'Duplicate variable',
      'Duplicate variable',
      'Attribute redefined',
      'Duplicate local definition',
      'Duplicate source block',
      'Duplicate data source',
    ],
  ],
  [
    'circles',
    `locals {
  ‹a = local.b
  b = local.c
  c = local.a
  ‹own = local.own
  fine = upper("x")
}
locals {
  after = "\${local.a} is not blamed"
  ‹one = local.two
  two = [local.one]
}
${BUILD}`,
    ['Circular local definition', 'Circular local definition', 'Circular local definition'],
  ],
  [
    'validation rules',
    `variable "one" {
  default = "x"
  validation {
    condition     = ‹local.l == "x"
    error_message = "Must be x."
  }
  validation {
    condition     = var.one == "x"
    error_message = ‹"must be x"
  }
  validation {
    condition     = var.one == "x"
    error_message = ‹""
  }
  validation {
    condition     = ‹var.one
    error_message = "Must be x."
  }
}
‹variable "two" {
  default = "y"
  validation {
    condition     = var.two == "x"
    error_message = "Must be x."
  }
}
locals {
  l = "x"
}
${BUILD}`,
    [
      'Invalid reference in variable validation',
      'Invalid validation error message',
      'Invalid validation error message',
      'Invalid variable validation result',
      'Invalid value for variable',
    ],
  ],
  [
    'meta-arguments',
    `source "null" "n" {
  communicator = "none"
}
build {
  sources = ["null.n"]
  provisioner "shell-local" {
    inline       = ["true"]
    pause_before = ‹"soon"
    timeout      = ‹[1]
    max_retries  = ‹1.5
    only         = ["null.n", ‹"null.m"]
    except       = ‹[‹"null.o"]
    override = {
      ‹m = { inline = ["x"] }
      n = { ‹inlin = ["x"] }
    }
  }
  post-processor "manifest" {
    keep_input_artifact = ‹"perhaps"
    ‹pause_before = "1s"
  }
  error-cleanup-provisioner "shell-local" {
    inline = ["true"]
  }
  ‹error-cleanup-provisioner "shell-local" {
    inline = ["true"]
  }
}
`,
    [
      'Invalid value',
      'Invalid value',
      'Invalid value',
      'No such source',
      "Both 'only' and 'except'",
      'No such source',
      'No such source',
      'Unsupported argument',
      'Invalid value',
      'Unsupported argument',
      'Duplicate error-cleanup-provisioner',
    ],
  ],
  [
    'the packer block',
    `packer {
  required_version = ‹">= 99"
  required_plugins {
    a = ‹"1.0"
    b = ‹{
      version = "1"
    }
    c = ‹{
      source  = "github.com/x/c"
      version = "one"
    }
  }
  ‹plugins {
  }
}
${BUILD}`,
    [
      'Unsupported Packer version',
      'Invalid required_plugins entry',
      'Invalid required_plugins entry',
      'Invalid version constraint',
      'Unsupported block type',
    ],
  ],
  [
    'the second layer',
    `source "file" "f" {
  target  = ‹"{{ broken"
  content = ‹"{{ nofunction }}"
}
source "file" "g" {
  target  = ‹"{{ split \`a\` \`b\` 7 }}"
  content = "{{ .Missing }} {{ user \`x\` }}"
}
build {
  sources = ["file.f", "file.g"]
}
`,
    ['Invalid value', 'Invalid value', 'Invalid value'],
  ],
]

test.each(tables)('%s', async (_, marked, summaries) => {
  await expectMistakes(marked, summaries)
})

/** `=== .extension title` begins a file; what each place is blamed for is not compared. */
const files = readFileSync(join(__dirname, 'many-mistakes.txt'), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map(part => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1, -1)] as const)

test.each(files)('%s: each mistake once, and none that only follows', async (title, marked) => {
  const { text, places } = unmark(marked)
  const file = `t${title.split(' ')[0]}`
  const { diagnostics } = await load({ [file]: text }, { path: file, plugins })
  const found = diagnostics.map(each => ({
    place: `${each.subject?.start.line}:${each.subject?.start.column}`,
    said: shown(each),
  }))
  expect(found.sort((a, b) => (a.place < b.place ? -1 : 1))).toEqual(
    [...places].sort().map(place => ({ place, said: expect.any(String) })),
  )
})

test('in JSON syntax too', async () => {
  const marked = `{
  "variable": { "a": { "type": ‹"sting", "default": 1 } },
  "locals": { "b": "\${‹upcase(1)}", "c": "\${var‹.nope}" },
  ‹"sauce": {},
  "source": { "null": { "n": { "communicator": "none", ‹"ssh_prot": 1 } } },
  "build": { "sources": ["null.n", ‹"null.m"] }
}
`
  await expectMistakes(
    marked,
    [
      'Invalid type specification',
      'Call to unknown function',
      'Undefined variable',
      'Extraneous JSON object property',
      'Extraneous JSON object property',
      'Unknown source',
    ],
    {},
    't.pkr.json',
  )
})

test('in legacy JSON too', async () => {
  const marked = `{
  ‹"bilders": [],
  "variables": { ‹"need": null, "n": ‹5, ‹"bad": "{{ nofunction }}" },
  "builders": [
    { "type": "null", "communicator": "none", ‹"ssh_prot": 1 },
    { "type": "file", "name": "f", "target": ‹"{{ broken", "content": "x" },
    { "type": ‹"fil" },
    { "type": "file", "name": ‹"f", "target": "x", "content": "y" }
  ],
  "provisioners": [{ "type": "shell-local", "inline": "true", "only": [‹"g"], "pause_before": ‹"soon" }]
}
`
  await expectMistakes(
    marked,
    [
      'Unknown root level key',
      'Unset variable "need"',
      'Text expected',
      'Variable not rendered',
      'Unknown configuration key',
      'Invalid value',
      'Unknown source type',
      'Duplicate builder',
      'No such source',
      'Invalid value',
    ],
    {},
    't.json',
  )
})

describe('values for variables', () => {
  const template = `variable "n" {
  type = number
}
variable "list" {
  type = list(string)
}
variable "object" {
  type = object({ a = string, b = optional(number, 5) })
}
variable "rule" {
  validation {
    condition     = length(var.rule) > 3
    error_message = "Too short."
  }
}
${BUILD}`

  const messages = async (files: Files, input: Partial<LoadInput>) => {
    const { diagnostics } = await load({ 't.pkr.hcl': template, ...files }, { plugins, warnUndeclared: true, ...input })
    return diagnostics.map(each => `${each.subject?.file ?? ''} ${shown(each)}`)
  }

  test('every wrong one is named with where it comes from', async () => {
    const found = await messages(
      { 'v.pkrvars.hcl': 'n = "five"\nlist = {}\nobject = { b = 1 }\nrule = "abc"\nnobody = 1\n' },
      { path: 't.pkr.hcl', variableFiles: ['v.pkrvars.hcl'] },
    )
    expect(found).toEqual([
      expect.stringMatching(/^v\.pkrvars\.hcl error 1:5 Invalid value for variable: .*a number is required/),
      expect.stringMatching(/^v\.pkrvars\.hcl error 2:8 Invalid value for variable: /),
      expect.stringMatching(/^v\.pkrvars\.hcl error 3:10 Invalid value for variable: .*"a" is required/),
      expect.stringMatching(/^v\.pkrvars\.hcl error 4:8 Invalid value for variable: Too short\./),
      expect.stringMatching(/^v\.pkrvars\.hcl warning 5:10 Undefined variable: "nobody"/),
    ])
  })

  test('-var and the environment', async () => {
    const given = { n: 'x', list: '[1', object: '{ a = var.n }', rule: 'ab', nobody: '1', lisst: '[]' }
    const found = await messages({}, { variables: Object.entries(given).map(([name, text]) => ({ name, text })) })
    expect(found).toEqual([
      expect.stringMatching(/^ error Undefined -var variable: The template has no variable "nobody"\./),
      expect.stringMatching(/^ error Undefined -var variable: .*Did you mean "list"\?/),
      expect.stringMatching(/^<-var n> error 1:1 Invalid value for variable: .*a number is required/),
      expect.stringMatching(/^<-var list> error 1:1 Unterminated tuple constructor expression/),
      expect.stringMatching(/^<-var object> error 1:7 Variables not allowed/),
      expect.stringMatching(/^<-var rule> error 1:1 Invalid value for variable: Too short\./),
    ])
  })

  test('files that are none, or hold what they must not', async () => {
    const found = await messages(
      { 'a.pkrvars.hcl': 'n = \n', 'b.json': '{"n": }', 'c.pkrvars.hcl': 'variable "x" {\n}\n', 'd.txt': 'x' },
      { variableFiles: ['a.pkrvars.hcl', 'b.json', 'c.pkrvars.hcl', 'd.txt', 'missing.hcl'] },
    )
    expect(found.slice(0, 5)).toEqual([
      expect.stringMatching(/^ error Unknown kind of variable file: "d\.txt"/),
      expect.stringMatching(/^ error Variable file not read: "missing\.hcl"/),
      expect.stringMatching(/^a\.pkrvars\.hcl error 1:\d /),
      expect.stringMatching(/^b\.json error 1:\d /),
      expect.stringMatching(/^c\.pkrvars\.hcl error 1:1 Variable declaration in a variable file/),
    ])
  })

  test('all that have no value are named at once', async () => {
    const found = await messages({}, {})
    expect(found.map(text => text.replace(/:.*/s, ''))).toEqual([
      't.pkr.hcl error 1',
      't.pkr.hcl error 4',
      't.pkr.hcl error 7',
      't.pkr.hcl error 10',
    ])
  })
})

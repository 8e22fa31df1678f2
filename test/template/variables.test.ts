import { toPlain } from '../../src/language/options/plain'
import { load, NULL_BUILD, shown } from '../helpers/template'

const output = (expression: string) => `
source "file" "x" {
  target = ${expression}
}
build {
  sources = ["file.x"]
}
`
const target = (loaded: Awaited<ReturnType<typeof load>>) => {
  expect(loaded.diagnostics.map(shown)).toEqual([])
  return loaded.plan?.builds[0]?.source.options.value.target
}

describe('where a value comes from', () => {
  const files = {
    't.pkr.hcl': `variable "v" {\n  default = "default"\n}\n${output('var.v')}`,
    'a.auto.pkrvars.hcl': 'v = "auto a"',
    'b.auto.pkrvars.hcl': 'v = "auto b"',
    'a.auto.pkrvars.json': '{"v": "auto json"}',
    'one.pkrvars.hcl': 'v = "one"',
    'two.json': '{"v": "two"}',
  }
  const environment = { PKR_VAR_v: 'environment', PKR_VAR_other: 'ignored' }
  const only = (...names: (keyof typeof files)[]) => Object.fromEntries(names.map(name => [name, files[name]]))

  test.each<[string, Parameters<typeof load>, string]>([
    ['the default', [only('t.pkr.hcl')], 'default'],
    ['the environment over the default', [only('t.pkr.hcl'), { environment }], 'environment'],
    ['automatic files over the environment', [only('t.pkr.hcl', 'a.auto.pkrvars.hcl'), { environment }], 'auto a'],
    ['the last automatic file', [only('t.pkr.hcl', 'a.auto.pkrvars.hcl', 'b.auto.pkrvars.hcl')], 'auto b'],
    ['automatic JSON over automatic HCL', [files, { environment }], 'auto json'],
    ['a file by name over automatic ones', [files, { variableFiles: ['one.pkrvars.hcl'] }], 'one'],
    ['the last file by name, languages mixed', [files, { variableFiles: ['one.pkrvars.hcl', 'two.json'] }], 'two'],
    ['the same the other way round', [files, { variableFiles: ['two.json', 'one.pkrvars.hcl'] }], 'one'],
    [
      'the command line over all',
      [files, { environment, variableFiles: ['two.json'], variables: [{ name: 'v', text: 'x' }] }],
      'x',
    ],
    ['the last of the command line', [files, { variables: ['a', 'b'].map(text => ({ name: 'v', text })) }], 'b'],
    ['no automatic files for a single file', [files, { path: 't.pkr.hcl', environment }], 'environment'],
  ])('%s', async (_, [given, input], expected) => {
    expect(target(await load(given, input))).toBe(expected)
  })
})

describe('how a text is read', () => {
  test.each<[string, string, string]>([
    ['type = string', '["x"]', '["x"]'],
    ['type = string', `\${upper("x")}`, `\${upper("x")}`],
    ['type = number', '42', '42'],
    ['type = bool', 'true', 'true'],
    ['type = list(string)', '["a", 1]', '["a","1"]'],
    ['type = map(number)', '{ a = 1 }', '{"a":1}'],
    ['default = "x"', 'a "b"', 'a "b"'],
    ['default = 5', '6', '6'],
    ['default = true', 'false', 'false'],
    ['default = []', '["b"]', '["b"]'],
    ['default = { a = 1 }', '{ a = 2 }', '{"a":2}'],
    ['', '[1]', '[1]'],
  ])('%s given %s', async (declaration, text, expected) => {
    const template = `variable "v" {\n${declaration}\n}\n`
    for (const input of [{ variables: [{ name: 'v', text }] }, { environment: { PKR_VAR_v: text } }]) {
      const loaded = await load(template + NULL_BUILD, input)
      expect(loaded.diagnostics.map(shown)).toEqual([])
      const value = toPlain(loaded.variables.get('v')!)
      expect(typeof value === 'string' ? value : JSON.stringify(value)).toBe(expected)
    }
  })
})

const given = (text: string) => ({ variables: [{ name: 'v', text }] })

const mistakes: readonly [string, string, Parameters<typeof load>[1], string[]][] = [
  [
    'no value',
    'variable "v" {}',
    {},
    [
      'error 1:1 Unset variable "v": Variable "v" has no value. Give it one with -var v=…, in a file named by -var-file, in the environment as PKR_VAR_v, or as a default.',
    ],
  ],
  [
    'a text that is no number',
    'variable "v" {\n type = number\n}',
    given('x'),
    [
      'error 1:1 Invalid value for variable: The value for "v" from -var does not fit the variable\'s type: a number is required.',
    ],
  ],
  [
    'a reference',
    'variable "v" {\n type = bool\n}',
    given('x'),
    [
      'error 1:1 Variables not allowed: The value of "v" is read as an expression, because the variable is not a string; a text in it needs quotes.',
    ],
  ],
  [
    'undeclared on the command line',
    'variable "value" {\n default = 1\n}',
    { variables: [{ name: 'valeu', text: '1' }] },
    ['error Undefined -var variable: The template has no variable "valeu". Did you mean "value"?'],
  ],
  [
    'a function in a default',
    'variable "v" {\n default = upper("x")\n}',
    {},
    ['error 2:12 Call to unknown function: There is no function named "upper".'],
  ],
  [
    'another variable in a default',
    'variable "a" {\n default = 1\n}\nvariable "v" {\n default = var.a\n}',
    {},
    [
      'error 5:12 Variables not allowed: A default must be a constant, though it may call env("NAME"). For a value made of others declare a local.',
    ],
  ],
  [
    'declared twice',
    'variable "v" {\n default = 1\n}\nvariables {\n v = 2\n}',
    {},
    ['error 5:2 Duplicate variable: Variable "v" is already declared at t.pkr.hcl:1.'],
  ],
  [
    'a default of another type',
    'variable "v" {\n type = number\n default = "x"\n}',
    {},
    ['error 3:12 Invalid default value for variable: This default value does not fit the type: a number is required.'],
  ],
  [
    'no kind of file',
    'variable "v" {\n default = 1\n}',
    { variableFiles: ['x.txt', 'none.hcl'] },
    [
      'error Unknown kind of variable file: "x.txt" must end in .hcl or .json, so that its language is known.',
      'error Variable file not read: "none.hcl" could not be read: there is no such file.',
    ],
  ],
]

describe('mistakes', () => {
  test.each(mistakes)('%s', async (_, declaration, input, expected) => {
    const { plan, diagnostics } = await load(declaration + NULL_BUILD, input)
    expect(diagnostics.map(shown)).toEqual(expected)
    expect(plan).toBeUndefined()
  })

  test('what a file sets and the template lacks is worth a warning where the caller asks for it', async () => {
    const files = { 't.pkr.hcl': `variable "region" {\n  default = 1\n}${NULL_BUILD}`, 'v.hcl': 'regoin = 1\n' }
    expect((await load(files, { variableFiles: ['v.hcl'] })).diagnostics).toEqual([])
    const { plan, diagnostics } = await load(files, { variableFiles: ['v.hcl'], warnUndeclared: true })
    expect(diagnostics.map(shown)).toEqual([
      'warning 1:10 Undefined variable: "regoin" is set, but the template has no such variable. Did you mean "region"?',
    ])
    expect(plan).toBeDefined()
  })

  test('a variable file that declares', async () => {
    const { diagnostics } = await load({ 't.pkr.hcl': NULL_BUILD, 'v.hcl': 'variable "x" {\n}\n' }, { variableFiles: ['v.hcl'] })
    expect(diagnostics.map(({ summary }) => summary)).toEqual(['Variable declaration in a variable file'])
  })
})

describe('validation', () => {
  const rule = (condition: string, message = 'Too short.') =>
    `variable "v" {\n  default = "x"\n  validation {\n    condition = ${condition}\n    error_message = "${message}"\n  }\n}\n${NULL_BUILD}`

  test.each<[string, string, string[]]>([
    ['kept', rule('length(var.v) > 0'), []],
    [
      'broken',
      rule('length(var.v) > 3'),
      [
        'error 1:1 Invalid value for variable: Too short. This was checked by the validation rule of variable "v" at t.pkr.hcl:4.',
      ],
    ],
    [
      'of another variable',
      rule('length(var.v) > 0 || local.x'),
      [
        'error 4:38 Invalid reference in variable validation: The condition for variable "v" can only refer to the variable itself, using var.v.',
      ],
    ],
    [
      'of nothing',
      rule('true'),
      [
        'error 4:17 Invalid variable validation condition: The condition for variable "v" must refer to var.v in order to test incoming values.',
      ],
    ],
    [
      'without a sentence',
      rule('length(var.v) > 0', 'too short'),
      [
        'error 5:21 Invalid validation error message: The message must be at least one full sentence: it starts with an uppercase letter and ends with a period, question mark or exclamation mark.',
      ],
    ],
    [
      'with an empty message',
      rule('length(var.v) > 0', ''),
      ['error 5:21 Invalid validation error message: The message must be a text that is not empty.'],
    ],
  ])('%s', async (_, template, expected) => {
    expect((await load(template)).diagnostics.map(shown)).toEqual(expected)
  })

  test('the value that is used is checked, and its place is shown', async () => {
    const { diagnostics } = await load(
      { 't.pkr.hcl': rule('length(var.v) > 0'), 'v.hcl': 'v = ""\n' },
      { variableFiles: ['v.hcl'] },
    )
    expect(diagnostics[0]?.subject).toMatchObject({ file: 'v.hcl', start: { line: 1, column: 5 } })
  })
})

test('env is for defaults, and unset is empty', async () => {
  const template = `variable "v" {\n  default = "\${env("HOME")}:\${env("NOPE")}"\n}\n${output('var.v')}`
  expect(target(await load(template, { environment: { HOME: '/root' } }))).toBe('/root:')
})

test('what is sensitive is listed and never told', async () => {
  const template = `
variable "password" {
  sensitive = true
  default   = "hunter2-line one\\nline two"
}
variable "plain" {
  type      = number
  sensitive = true
}
local "derived" {
  expression = "derived-from-nothing"
  sensitive  = true
}
source "file" "x" {
  content = "\${var.password}\${local.derived}"
  target  = "x"
}
build {
  sources = ["file.x"]
}
`
  const { plan, sensitive } = await load(template, { variables: [{ name: 'plain', text: '12345' }] })
  expect(sensitive).toEqual(['hunter2-line one\nline two', 'derived-from-nothing', 'hunter2-line one', 'line two', '12345'])
  expect(JSON.stringify(plan)).toContain('<sensitive><sensitive>')
  expect(JSON.stringify(plan)).not.toContain('hunter2')
  const { diagnostics } = await load(template, { variables: [{ name: 'plain', text: 'my-secret' }] })
  expect(diagnostics.map(({ summary }) => summary)).toEqual(['Invalid value for variable'])
})

test('sensitive options are listed, and what smoke tests hold is covered where it is printed', async () => {
  const files = {
    't.pkr.hcl': `variable "token" {
  sensitive = true
  default   = "t0ken"
}
source "null" "x" {
  communicator = "ssh"
  ssh_username = "u"
  ssh_password = "pa55word"
}
build {
  sources = ["null.x"]
}
`,
    't.ingot.hcl': 'smoke_test "a" {\n  inline      = ["curl -H $T"]\n  environment = { T = var.token }\n}\n',
  }
  const { plan, sensitive } = await load(files)
  expect([...sensitive].sort()).toEqual(['pa55word', 't0ken'])
  expect(plan?.builds[0]?.smokeTests[0]?.environment).toEqual({ T: 't0ken' })
  expect(JSON.stringify(plan)).not.toMatch(/t0ken|pa55word/)
})

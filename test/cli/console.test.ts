/** The console: results as Packer prints them, errors that do not end it, and the dialogue with a person. */
import { PassThrough } from 'node:stream'
import { converse } from '../../src/cli/console-dialogue'
import { isUnfinished } from '../../src/cli/console-session'
import { inFolder, ingot, packer } from '../helpers/cli'
import { describeWith } from '../helpers/tools'

const template = `
variable "text" { default = "str" }
variable "number" { default = 1.50 }
variable "list" { default = ["a", "b"] }
variable "object" { default = { a = 1, b = "x" } }
variable "map" {
  type    = map(string)
  default = { a = 1, b = "x" }
}
variable "secret" {
  default   = "top-secret\\nsecond \\"line\\""
  sensitive = true
}
variable "unset" {}
variable "given" { default = "no" }
locals {
  joined = "loc-\${var.text}"
  nested = [1, 2, { q = 1 }]
}
source "null" "x" { communicator = "none" }
build {
  sources = ["null.x"]
}
`
const legacy = JSON.stringify({
  variables: { a: 'A', b: '{{user `a`}}!', hidden: 'hush-hush', required: null },
  'sensitive-variables': ['hidden'],
  builders: [{ type: 'null', communicator: 'none' }],
})

let place: ReturnType<typeof inFolder>
beforeAll(() => {
  place = inFolder({ 't.pkr.hcl': template, 't.json': legacy, 'values.pkrvars.hcl': 'given = "file"\n' })
})
afterAll(() => place.done())

const hcl = ['-config-type=hcl2']
const expressions = [
  ...['1', '1.5', '1/3', '1e20', '1e21', 'pow(2,100)', '-0', '0.1+0.2', '1/3*3 == 1', 'floor(0.29*100)', '1/0', '1e1000'],
  ...['9223372036854775807', '9223372036854775808', '-9223372036854775809', '123456789.5', '1234567.5', '0.0001', '0.00001'],
  ...['"a"', '"a\\"b\\n"', '"x${1/3}"', '"x${1e21}"', '"x${pow(2,100)+0}"', '"${1/3}"', 'true', 'null', '"é"'],
  ...['[1,2]', '[]', '{}', '{a=1,b="x"}', '[1,"a",true,null,{x=[]}]', '{a=null}', '[[],[[]],{},{a={}}]', '{a={b={c=[{}]}}}'],
  ...['{ "a b" = 1, "c\\"d" = "\\n\\t\\\\ é ☃ \\u0001" }', '["\\u007f\\u0080\\u00a0\\u200b\\ue000😀"]', '[1/3,1e21,1e-7]'],
  ...['convert([2,1,1], set(number))', 'convert([], list(string))', 'convert({a=1}, map(string))', 'jsonencode(1/3)'],
  ...['upper("x")', 'try(nope, 1)', '', '  ', '{for k, v in {a=1}: v => k}', 'cidrsubnet("10.0.0.0/8", 8, 2)'],
]
const mistakes = ['# nothing', 'nope', '1+', 'upper(1', 'tolist([1])', 'var.nope', '"open', '[1', 'data.x.y.z']

describeWith(['packer'], 'what Packer prints for one line', () => {
  test.each(expressions)('%s', async line => {
    const { status, stdout } = packer(['console', ...hcl], `${line}\n`)
    const ours = await ingot(['console', ...hcl], line)
    expect({ ...ours, stdout: ours.stdout || '\n' }).toEqual({ status, stdout, stderr: '' })
  })

  test.each(mistakes)('%s is refused', async line => {
    const ours = await ingot(['console', ...hcl], line)
    expect({ status: ours.status, stdout: ours.stdout }).toEqual({
      status: packer(['console', ...hcl], `${line}\n`).status,
      stdout: '',
    })
    expect(ours.stderr).toMatch(/^Error: .*\n {2}on <console-input>:1:\d+\n/)
  })

  test.each([
    ...[
      'var.text',
      'var.number',
      'var.list',
      'var.object',
      'var.map',
      'var.unset',
      '[var.unset]',
      'var',
      'local',
      'local.joined',
    ],
    ...['local.nested', 'path.root', 'path.cwd', '"${var.secret}x"', 'var.secret', 'source', 'upper(local.joined)'],
  ])('of a template: %s', async line => {
    const { status, stdout } = packer(['console', '.'], `${line}\n`)
    expect(await ingot(['console', '.'], line)).toEqual({ status, stdout, stderr: '' })
  })

  test.each([
    ['-var=given=cli'],
    ['--var', 'given=cli=2'],
    ['-var-file=values.pkrvars.hcl'],
    ['-var-file', 'values.pkrvars.hcl', '-var', 'given=wins'],
  ])('values: %j', async (...flags) => {
    const args = ['console', ...flags, 't.pkr.hcl']
    const { status, stdout } = packer(args, 'var.given\n')
    expect(await ingot(args, 'var.given')).toEqual({ status, stdout, stderr: '' })
  })

  test('the list of variables, but for what is sensitive', async () => {
    const { stdout } = packer(['console', '.'], 'variables\n')
    const hidden = stdout.replace(/(?<=var\.secret: )".*"/, '"<sensitive>"')
    expect(await ingot(['console', '.'], 'variables')).toEqual({ status: 0, stdout: hidden, stderr: '' })
  })

  test.each([
    ...['{{user `a`}}', 'x{{user `b`}}y', '{{user `hidden`}}', '{{user `nope`}}', '{{timestamp | len}}', 'plain', '1+1', ''],
    ...['{{upper `x`}}', '{{split `a-b` `-` 1}}', '{{.Foo}}', '{{uuid | len}}', '{{template_dir}}', '{{pwd}}'],
  ])('of a legacy template: %s', async line => {
    const args = ['console', '-var', 'required=1', 't.json']
    const { status, stdout } = packer(args, `${line}\n`)
    const ours = await ingot(args, line)
    expect({ ...ours, stdout: ours.stdout || '\n' }).toEqual({ status, stdout, stderr: '' })
  })

  test.each(['{{upper `x`}}', '{{user `v`}}', '{{timestamp | len}}'])('without a template: %s', async line => {
    const { status, stdout } = packer(['console', '-var', 'v=w'], `${line}\n`)
    expect(await ingot(['console', '-var', 'v=w'], line)).toEqual({ status, stdout, stderr: '' })
  })
})

test('every result is printed; a mistake does not end it and is the exit status', async () => {
  const { status, stdout, stderr } = await ingot(['console', '.'], '1\r\nvar.nope\nvar.text\n\n[1]\nexit\n5\n')
  expect({ status, stdout }).toEqual({ status: 1, stdout: '1\nstr\n[\n  1,\n]\n' })
  expect(stderr).toContain('nope')
})

test.each(['{{build_name}}', '{{build_type}}', '{{env `HOME`}}', '{{nope}}', '{{'])('legacy: %s is a mistake', async line => {
  const { status, stdout, stderr } = await ingot(['console', 't.json'], line)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^Error: Interpolation error\n {2}\S/)
})

test.each([
  ['1+1', '2\n'],
  ['"x${1/3 * 3}"', 'x1\n'],
  ['[for n in [1] : {v = {n = n}}]', '[\n  {\n    "v" = {\n      "n" = 1\n    }\n  },\n]\n'],
  ['{{upper `x`}}', 'X\n'],
])('without a template and a language, %s is understood for what it is', async (line, stdout) => {
  expect(await ingot(['console'], line)).toEqual({ status: 0, stdout, stderr: '' })
})

test('without a template there is no folder to name', async () => {
  expect((await ingot(['console'], '{{template_dir}}')).stderr).toContain('template_dir is known only in a build')
})

test('nothing sensitive is printed, not inside of collections, JSON, or errors', async () => {
  const lines = [
    '[var.secret]',
    'jsonencode(var.secret)',
    '{a = {b = var.secret}}',
    'var',
    'split("\\n", var.secret)',
    'var.secret + 1',
  ]
  const { stdout, stderr } = await ingot(['console', '.'], lines.join('\n'))
  expect(stdout + stderr).not.toMatch(/top-secret|second/)
  expect(stdout).toContain('<sensitive>')
})

test('errors of locals are told, and do not keep from asking', async () => {
  const broken = inFolder({ 'b.pkr.hcl': 'locals {\n  a = nope\n  b = 2\n}\n' })
  try {
    expect(await ingot(['console', '.'], 'local.b')).toMatchObject({
      status: 0,
      stdout: '2\n',
      stderr: expect.stringContaining('nope'),
    })
  } finally {
    broken.done()
  }
})

test.each([
  [['console', 'absent.pkr.hcl'], /absent\.pkr\.hcl/],
  [['console', '-var', 'nope=1', '.'], /nope/],
  [['console', '.', '.'], /2 were named/],
  [['console', '-config-type=yaml'], /none of json, hcl2/],
])('%j is 2', async (args, message) => {
  const { status, stderr } = await ingot(args, '1')
  expect(status).toBe(2)
  expect(stderr).toMatch(message)
})

test('-format json: results and mistakes in one document', async () => {
  const { status, stdout, stderr } = await ingot(['console', '-format', 'json', ...hcl], '[1]\nnope\n')
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({
    command: 'console',
    results: ['[\n  1,\n]'],
    diagnostics: [{ severity: 'error', summary: 'Unknown variable', snippet: 'nope' }],
  })
})

describe('with a person', () => {
  test.each<[string, boolean]>([
    ['1', false],
    ['[', true],
    ['[1,\n{a = "]"', true],
    ['[1,\n{a = "]"}]', false],
    ['"["', false],
    ['[ # ]', true],
    ['upper(<<E', true],
    ['upper(<<E\ntext )', true],
    ['upper(<<-E\ntext\n  E\n)', false],
    [')', false],
    ['"\\"["', false],
  ])('%j waits for more: %p', (text, unfinished) => expect(isUnfinished(text)).toBe(unfinished))

  test('a prompt, another one while brackets are open, the arrow up, and an end', async () => {
    const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { columns: 80 })]
    const asked: string[] = []
    let shown = ''
    output.on('data', chunk => {
      shown += chunk
    })
    const end = converse({ input, output: Object.assign(output, { isTTY: true }) }, async text => {
      asked.push(text)
      return text !== 'exit'
    })
    input.write('1+1\n[2,\n3]\n')
    input.write('\u001b[A\u001b[A\u001b[A\n')
    input.write('exit\nlater\n')
    await end
    expect(asked).toEqual(['1+1', '[2,\n3]', '1+1', 'exit'])
    expect(shown).toContain('> ')
    expect(shown).toContain('. ')
  })

  test('lines that come while one is being answered wait for their turn', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    output.resume()
    const order: string[] = []
    const end = converse({ input, output }, async text => {
      order.push(`${text} asked`)
      await new Promise(setImmediate)
      order.push(`${text} answered`)
      return text !== 'exit'
    })
    input.end('1\n2\nexit\n3\n')
    await end
    expect(order).toEqual(['1', '2', 'exit'].flatMap(text => [`${text} asked`, `${text} answered`]))
  })

  test('an answer that could not be waited for ends it', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    output.resume()
    const end = converse({ input, output }, () => Promise.reject(new Error('interrupted')))
    input.write('1\n')
    await expect(end).rejects.toThrow('interrupted')
  })

  test('Ctrl-C drops what was begun, and ends it when nothing was', async () => {
    const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true, columns: 80 })]
    output.resume()
    const asked: string[] = []
    const end = converse({ input, output }, async text => asked.push(text) > 0)
    input.write('[1,\n')
    input.write('\u0003')
    input.write('2\n')
    input.write('\u0003')
    await end
    expect(asked).toEqual(['2'])
  })

  test('Ctrl-C while an answer is awaited gives up that and what was typed ahead, and the next line is asked', async () => {
    const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true, columns: 80 })]
    output.resume()
    const asked: string[] = []
    const end = converse({ input, output }, (text, signal) => {
      asked.push(text)
      if (text !== 'slow') return Promise.resolve(true)
      // Only now is there something to give up; it never answers, only notices the signal.
      setImmediate(() => input.write('ahead\n\u0003next\n\u0004'))
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    })
    input.write('slow\n')
    await end
    expect(asked).toEqual(['slow', 'next'])
  })
})

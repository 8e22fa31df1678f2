/** `-format json`: one document on stdout, whatever the command and however it ends; nothing sensitive in it, nor in text. */
import { wantsJson } from '../../src/cli/command'
import { inFolder, ingot } from '../helpers/cli'

const template = `
variable "number" {
  type      = number
  sensitive = true
}
variable "fixed" {
  type      = number
  sensitive = true
  default   = "canary-default"
}
variable "lines" {
  sensitive = true
  default   = <<E
canary-first "quoted" line
canary-second line
E
}
variable "checked" {
  type      = string
  sensitive = true
  default   = "x"
  validation {
    condition     = var.checked == "x"
    error_message = "Only x will do here."
  }
}
locals {
  json = jsonencode({ a = var.lines, b = nope })
  sum  = "\${var.lines}" + 1
}
source "null" "x" {
  communicator = "none"
  ssh_host     = var.lines
}
build {
  name    = var.lines
  sources = ["source.null.x"]
  provisioner "shell-local" {
    inline       = [var.lines]
    pause_before = var.lines
    timeout      = "canary-first \\"quoted\\" line"
  }
}
`
const legacy = JSON.stringify({
  variables: { hidden: '', shown: '' },
  'sensitive-variables': ['hidden'],
  builders: [{ type: 'null', communicator: 'none' }],
})
const good = 'source "null" "x" {\n  communicator = "none"\n}\nbuild {\n  sources = ["null.x"]\n}\n'

let place: ReturnType<typeof inFolder>
beforeAll(() => {
  place = inFolder({
    'bad/t.pkr.hcl': template,
    'good/t.pkr.hcl': good,
    'legacy.json': legacy,
    'refused.pkrvars.hcl': 'number = "canary-file"\nchecked = "canary-rule"\n',
    'unread.pkrvars.hcl': 'checked = "canary-open\nnumber = = "canary-twice"\n',
    'unread.json': '{"checked": "canary, and more", "number": canary-bare }',
    'legacy-refused.json': '{"hidden": 47110815, "shown": "x"}',
    'legacy-unread.json': '{"hidden": "canary-open, here',
    'undeclared.pkrvars.hcl': 'nobodys = 1\n',
  })
})
afterAll(() => place.done())

describe('nothing sensitive in a diagnostic', () => {
  test.each<[string, readonly string[], NodeJS.ProcessEnv]>([
    ['defaults', ['bad'], {}],
    ['the command line', ['-var', 'number=canary-cli', '-var', 'checked=canary-cli', 'bad'], {}],
    ['the environment', ['bad'], { PKR_VAR_number: 'canary-env', PKR_VAR_checked: 'canary-env' }],
    ['values that do not fit', ['-var-file=refused.pkrvars.hcl', 'bad'], {}],
    ['HCL that cannot be read', ['-var-file=unread.pkrvars.hcl', 'bad'], {}],
    ['JSON that cannot be read', ['-var-file=unread.json', 'bad'], {}],
    ['numbers in a legacy file', ['-var-file=legacy-refused.json', 'legacy.json'], {}],
    ['a legacy file that cannot be read', ['-var-file=legacy-unread.json', 'legacy.json'], {}],
  ])('%s', async (_, args, environment) => {
    for (const how of [['-format=text'], ['-format=json'], ['-machine-readable']]) {
      const { status, stdout, stderr } = await ingot(['validate', ...how, ...args], '', environment)
      expect(status).toBe(2)
      expect(stdout + stderr).not.toMatch(/canary|quoted" |quoted\\" |47110815/)
      expect(stdout + stderr).toContain('<sensitive>')
    }
  })
})

test('a diagnostic: where, in lines, columns and bytes, and the source', async () => {
  const text = `# é\n${good.replace('"none"', 'nope')}`
  const { stdout, stderr } = await ingot(['validate', '-format', 'json', '-config-type=hcl2', '-'], text)
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({
    formatVersion: 1,
    command: 'validate',
    exitCode: 2,
    valid: false,
    errorCount: 1,
    warningCount: 0,
    diagnostics: [
      {
        severity: 'error',
        summary: 'Unknown variable',
        detail: expect.stringContaining('nope'),
        range: { filename: '<stdin>', start: { line: 3, column: 18, byte: 42 }, end: { line: 3, column: 22, byte: 46 } },
        snippet: '  communicator = nope',
      },
    ],
  })
})

test.each([
  [['validate', 'good'], 0, {}],
  [['validate', '-var-file=undeclared.pkrvars.hcl', 'good'], 0, { warningCount: 1, valid: true }],
  [['validate', 'absent'], 2, { valid: false, errorCount: 1 }],
  [['validate', '-nonsense', 'good'], 2, { diagnostics: [{ summary: 'Unknown flag -nonsense', detail: expect.any(String) }] }],
  [['plan', 'good'], 0, { plan: { formatVersion: 1, builds: [{ name: 'null.x' }] } }],
  [['inspect', 'good'], 0, { inspection: { language: 'hcl' } }],
  [['init', 'good'], 0, { needs: [{ what: 'source null', builtIn: true }] }],
  [['version'], 0, { version: expect.any(String) }],
  [['reference', 'null'], 0, { pages: expect.arrayContaining([expect.objectContaining({ path: 'sources/null.md' })]) }],
  [['nonsense'], 2, { errorCount: 1 }],
  [['build', '-only=nobody', 'good'], 2, { valid: false }],
  [['clean', '-state-dir', 'runs'], 0, { report: { runs: 0 } }],
] as const)('%j is one document', async (args, status, more) => {
  const [command, ...rest] = args
  const printed = await ingot([command, '-format=json', ...rest])
  expect(printed.status).toBe(status)
  expect(JSON.parse(printed.stdout)).toMatchObject({ command, exitCode: status, ...more })
})

test('a build: the log on stderr, its report in the document', async () => {
  const { status, stdout, stderr } = await ingot(['build', '-format', 'json', '-state-dir', 'runs', 'good'])
  expect(status).toBe(0)
  expect(stderr).toContain("Build 'null.x' finished")
  const report = { outcome: 'done', builds: [{ name: 'null.x' }] }
  expect(JSON.parse(stdout)).toMatchObject({ command: 'build', valid: true, report })
})

test('an unknown format is refused, in text', async () => {
  const refused = await ingot(['validate', '-format=xml', 'good'])
  expect(refused).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('xml') })
})

test.each<[readonly string[], boolean]>([
  [['validate', '-format', 'json'], true],
  [['validate', '--format=json', '.'], true],
  [['validate', '-format=json', '-format=text'], false],
  [['sandbox', '--', 'aws', '--format', 'json'], false],
  [['validate', 'format', 'json'], false],
])('%j', (argv, expected) => expect(wantsJson(argv)).toBe(expected))

test('-machine-readable may stand in front of the command, as with Packer', async () => {
  const { stdout } = await ingot(['-machine-readable', 'version'])
  const lines = stdout.replace(/^\d+/gm, 'T')
  expect(lines).toMatch(/^T,,version,\d+\.\d+\.\d+\nT,,version-prelease,\nT,,version-commit,\nT,,ui,say,ingot /)
})

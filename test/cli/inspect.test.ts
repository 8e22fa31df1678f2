/** inspect, init and validate beside Packer, for templates as files, folders and standard input. */
import { inFolder, ingot, packer } from '../helpers/cli'
import { describeWith } from '../helpers/tools'

const hcl = `
variable "text" { default = "str" }
variable "list" { default = ["a", "b"] }
variable "secret" {
  default   = "top-secret\\nsecond line"
  sensitive = true
}
variable "unset" {}
locals {
  joined = "loc-\${var.text}"
  nested = [1, 2, { q = 1 }]
}
source "null" "x" { communicator = "none" }
source "file" "y" {
  target  = "out.txt"
  content = var.unset
}
build {
  name        = "first"
  description = "What it is for"
  sources     = ["source.null.x", "source.file.y"]
  provisioner "shell-local" { inline = ["true"] }
  post-processor "manifest" {}
  post-processors {
    post-processor "checksum" {}
    post-processor "compress" {}
  }
}
build {
  source "null.x" { name = "other" }
}
`
const legacy = JSON.stringify({
  description: '  What it is for,\nin two lines',
  variables: { 'a-long-name': 'A', b: '{{user `a-long-name`}}, {{env `HOME`}}', hidden: 'hush-hush', required: null },
  'sensitive-variables': ['hidden'],
  builders: [
    { type: 'null', communicator: 'none' },
    { type: 'file', name: 'zed', target: 'x', content: 'y' },
    { type: 'null', name: 'a' },
  ],
  provisioners: [
    { type: 'shell-local', inline: ['true'] },
    { type: 'shell-local', inline: ['true'], only: ['a'] },
  ],
  'post-processors': [['manifest', { type: 'checksum' }], 'compress'],
})
const bare = JSON.stringify({ builders: [{ type: 'nobodys', x: 1 }] })

let place: ReturnType<typeof inFolder>
beforeAll(() => {
  place = inFolder({
    'hcl/t.pkr.hcl': hcl,
    'legacy.json': legacy,
    'bare.json': bare,
    'more.pkrvars.hcl': 'nobodys = 1\n',
    'small/s.pkr.hcl':
      'source "null" "x" { communicator = "none" }\nsource "null" "y" { communicator = "none" }\n' +
      'build {\n  name = "n"\n  sources = ["null.x", "null.y"]\n  post-processor "manifest" { name = "list" }\n}\n',
    'var/v.pkr.hcl': 'variable "u" {}\nsource "null" "x" { communicator = "none" }\nbuild {\n  sources = ["null.x"]\n}\n',
    'bad/b.pkr.hcl': 'variable "u" {\n  type    = number\n  default = "x"\n}\n',
  })
})
afterAll(() => place.done())

/** Packer's times, its secrets, and its remark at the end of legacy templates left out. */
const comparable = (text: string) =>
  text
    .replace(/^\d+,/gm, '')
    .replaceAll('top-secret\\nsecond line', '<sensitive>')
    .replace(/^(,ui,say,\\n)?Note: [\s\S]*/m, '')
    .trimEnd()

describeWith(['packer'], 'inspect says what Packer says', () => {
  test.each([
    [['hcl']],
    [['-machine-readable', 'hcl']],
    [['hcl/t.pkr.hcl']],
    [['-var', 'text=other', 'hcl']],
    [['--var=unset=now', '--only=first.*', 'hcl']],
    [['small']],
    [['legacy.json']],
    [['-machine-readable', 'legacy.json']],
    [['-var', 'required=1', 'legacy.json']],
    [['bare.json']],
    [['-machine-readable', 'bare.json']],
  ])('%j', async args => {
    const { status, stdout } = packer(['inspect', ...args])
    const ours = await ingot(['inspect', ...args])
    expect({ ...ours, stdout: comparable(ours.stdout) }).toEqual({ status, stdout: comparable(stdout), stderr: '' })
  })

  test('a legacy template on standard input', async () => {
    const { status, stdout } = packer(['inspect', '-'], legacy)
    const ours = await ingot(['inspect', '-'], legacy)
    expect({ ...ours, stdout: comparable(ours.stdout) }).toEqual({ status, stdout: comparable(stdout), stderr: '' })
  })
})

describeWith(['packer'], 'validate accepts and refuses what Packer does', () => {
  test.each([
    [['small']],
    [['-only=n.null.x', 'small']],
    [['-only=nobody', 'small']],
    [['-except=nobody', 'small']],
    [['-except=list', '--only', '*.x,*.z', 'small']],
    [['-only=n.*', '-except=n.*', 'small']],
    [['-only=[', 'small']],
    [['-var', 'x=1', 'small']],
    [['-var', 'x', 'small']],
    [['-var-file=more.pkrvars.hcl', 'small']],
    [['-var-file=absent.json', 'small']],
    [['-var-file=legacy.txt', 'small']],
    [['-syntax-only', 'small']],
    [['-syntax-only', '-var', 'x=1', 'small']],
    [['-syntax-only', 'var']],
    [['-syntax-only', 'bad']],
    [['-syntax-only', 'bare.json']],
    [['var']],
    [['-var=u=1', 'var']],
    [['bad']],
    [['legacy.json']],
    [['-only=nobody', '-var', 'required=1', 'legacy.json']],
    [['-var', 'nobody=1', '-var', 'required=1', '-only=null', 'legacy.json']],
    [['bare.json']],
    [['absent']],
    [[]],
    [['small', 'small']],
    [['-nonsense', 'small']],
  ])('%j', async args => {
    const { status } = packer(['validate', ...args])
    const ours = await ingot(['validate', ...args])
    expect({ args, valid: ours.status === 0, said: ours.stderr }).toEqual({ args, valid: status === 0, said: ours.stderr })
  })

  test('a legacy template on standard input', async () => {
    const flags = ['-var', 'required=1', '-only=null', '-']
    expect(packer(['validate', ...flags], legacy).status).toBe(0)
    expect(await ingot(['validate', ...flags], legacy)).toMatchObject({ status: 0, stderr: '' })
  })

  test('machine-readable: an error is an error, a warning is said', async () => {
    const kinds = (text: string) =>
      [...text.matchAll(/^\d+,,ui,(\w+),(Error|Warning|The)/gm)].map(([, kind, word]) => [kind, word])
    for (const args of [
      ['-machine-readable', 'bad'],
      ['-machine-readable', '-var-file=more.pkrvars.hcl', 'small'],
    ]) {
      const { stdout } = await ingot(['validate', ...args])
      expect(kinds(stdout).filter(([, word]) => word !== 'The')).toEqual(kinds(packer(['validate', ...args]).stdout))
    }
  })
})

test.each([['validate'], ['plan'], ['inspect'], ['console'], ['init']])(
  '%s - reads HCL2 with -config-type=hcl2',
  async command => {
    const template = 'source "null" "x" {\n  communicator = "none"\n}\nbuild {\n  sources = ["null.x"]\n}\n'
    expect(await ingot([command, '-config-type=hcl2', '-'], template)).toMatchObject({ status: 0, stderr: '' })
    expect((await ingot([command, '-config-type=hcl2', '-'], 'source {')).stderr).toContain('<stdin>:1:')
  },
)

test('-no-warn-undeclared-var, -warn-on-undeclared-var=false', async () => {
  const args = ['-var-file=more.pkrvars.hcl', 'small']
  expect((await ingot(['validate', ...args])).stderr).toContain('Undefined variable')
  expect((await ingot(['validate', '-no-warn-undeclared-var', ...args])).stderr).toBe('')
  expect((await ingot(['validate', '--warn-on-undeclared-var=false', ...args])).stderr).toBe('')
})

test('inspect -format json: declarations and values, nothing sensitive', async () => {
  const { stdout } = await ingot(['inspect', '-format', 'json', 'hcl'])
  expect(stdout).not.toContain('top-secret')
  expect(JSON.parse(stdout)).toMatchObject({
    command: 'inspect',
    valid: true,
    inspection: {
      language: 'hcl',
      variables: [
        { name: 'text', required: false, sensitive: false, value: 'str' },
        { name: 'list' },
        { name: 'secret', sensitive: true, value: '<sensitive>' },
        { name: 'unset', required: true, value: '<unknown>' },
      ],
      locals: { joined: 'loc-str' },
      builds: [{ name: 'first', sources: [{ type: 'null', name: 'x' }, { type: 'file' }] }, { name: '' }],
    },
  })
})

describe('init', () => {
  const needing = (plugins: string, provisioner: string) =>
    `packer {\n  required_plugins {\n${plugins}  }\n}\nsource "amazon-ebs" "x" {}\nbuild {\n  sources = ["amazon-ebs.x"]\n  provisioner "${provisioner}" {}\n}\n`
  const amazon = '    amazon = {\n      source  = "github.com/hashicorp/amazon"\n      version = ">= 1.0.0"\n    }\n'
  const other = '    happycloud = {\n      source  = "github.com/happy/happycloud"\n      version = ">= 1.0.0"\n    }\n'

  test('all there: 0, and what brings what', async () => {
    const { status, stdout, stderr } = await ingot(['init', '-config-type=hcl2', '-upgrade', '-'], needing(amazon, 'shell'))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^Built in: plugin amazon \(github.com\/hashicorp\/amazon\): .*source amazon-ebs/m)
    expect(stdout).toMatch(/^Built in: provisioner shell$/m)
  })

  test('missing: 1, each with a sentence', async () => {
    const { status, stdout } = await ingot(['init', '-force', '-config-type=hcl2', '-'], needing(amazon + other, 'shel'))
    expect(status).toBe(1)
    expect(stdout).toMatch(/^Missing: {2}plugin happycloud \(github.com\/happy\/happycloud\): nothing of it/m)
    expect(stdout).toMatch(/^Missing: {2}provisioner shel: Did you mean "shell"\?/m)
    expect(stdout).not.toContain('nothing to download')
  })

  test('legacy templates have needs too', async () => {
    expect(await ingot(['init', 'legacy.json'])).toMatchObject({ status: 0 })
    expect(await ingot(['init', 'bare.json'])).toMatchObject({ status: 1, stdout: expect.stringContaining('source nobodys') })
  })

  test('what cannot be read is 2', async () => expect((await ingot(['init', 'absent'])).status).toBe(2))
})

import { load, NULL_BUILD, shown } from '../helpers/template'

const types = (loaded: Awaited<ReturnType<typeof load>>) => {
  expect(loaded.diagnostics.map(shown)).toEqual([])
  return JSON.parse(JSON.stringify(loaded.plan?.builds, (key, value) => (key === 'range' ? undefined : value)))
}

test('the same template in both syntaxes of HCL is the same plan', async () => {
  const hcl = `
variable "cmds" {
  type    = list(string)
  default = ["a", "b"]
}
locals {
  hi = "hi \${var.cmds[0]}"
}
source "null" "x" {
  communicator = "none"
}
build {
  name    = "n"
  sources = ["null.x"]
  provisioner "shell" {
    inline = concat(var.cmds, [local.hi])
    override = {
      x = { valid_exit_codes = [0, 1] }
    }
  }
  post-processors {
    post-processor "compress" {
      output = "a"
    }
    post-processor "manifest" {
    }
  }
}
`
  const json = {
    '//': 'a comment',
    variable: { cmds: { type: 'list(string)', default: ['a', 'b'] } },
    locals: { hi: `hi \${var.cmds[0]}` },
    source: { null: { x: { communicator: 'none' } } },
    build: {
      name: 'n',
      sources: ['null.x'],
      provisioner: [{ shell: { inline: `\${concat(var.cmds, [local.hi])}`, override: { x: { valid_exit_codes: [0, 1] } } } }],
      'post-processors': [{ 'post-processor': [{ compress: { output: 'a' } }, { manifest: {} }] }],
    },
  }
  const [first, second] = [types(await load(hcl)), types(await load({ 't.pkr.json': JSON.stringify(json) }))]
  expect(first[0].provisioners[0].options.inline).toEqual(['a', 'b', 'hi a'])
  expect(second).toEqual(first)
})

test('dynamic blocks write provisioners, sources and options', async () => {
  const loaded = await load(`
variable "cmds" {
  default = ["a", "b"]
}
source "null" "x" {
  communicator = "none"
}
source "amazon-ebs" "y" {
  region       = "r"
  ami_name     = "n"
  source_ami   = "ami-1"
  ssh_username = "u"
  dynamic "launch_block_device_mappings" {
    for_each = { sda = 8, sdb = 16 }
    iterator = disk
    content {
      device_name = disk.key
      volume_size = disk.value
    }
  }
}
build {
  sources = ["amazon-ebs.y"]
  dynamic "source" {
    for_each = ["one", "two"]
    labels   = ["null.x"]
    content {
      name = source.value
    }
  }
  dynamic "provisioner" {
    for_each = var.cmds
    labels   = ["shell"]
    content {
      inline = ["echo \${provisioner.value} \${provisioner.key}"]
    }
  }
}
`)
  const builds = types(loaded)
  expect(builds.map((build: { name: string }) => build.name)).toEqual(['amazon-ebs.y', 'null.one', 'null.two'])
  expect(builds[1].provisioners.map((each: { options: { inline: string[] } }) => each.options.inline)).toEqual([
    ['echo a 0'],
    ['echo b 1'],
  ])
  expect(builds[0].source.options.launch_block_device_mappings).toEqual([
    { device_name: 'sda', volume_size: 8 },
    { device_name: 'sdb', volume_size: 16 },
  ])
})

test('types with optional attributes get their defaults', async () => {
  const loaded = await load(
    `variable "v" {
  type = object({ name = string, size = optional(number, 8), tags = optional(map(string)) })
}
source "file" "x" {
  target  = var.v.name
  content = "\${var.v.size} \${var.v.tags == null}"
}
build {
  sources = ["file.x"]
}
`,
    { variables: [{ name: 'v', text: '{ name = "n" }' }] },
  )
  expect(types(loaded)[0].source.options).toEqual({ target: 'n', content: '8 true' })
})

test('only the syntax: no values are asked for, no names looked up', async () => {
  const template = `
variable "unset" {
}
locals {
  x = local.nope
}
source "nulll" "x" {
}
build {
  sources = ["nulll.y"]
}
`
  const { plan, diagnostics } = await load(template, { syntaxOnly: true })
  expect([plan, diagnostics]).toEqual([undefined, []])
  const legacy = { 't.json': '{"variables":{"a":null},"builders":[{"type":"nulll","zork":1}]}' }
  expect((await load(legacy, { path: 't.json', syntaxOnly: true })).diagnostics).toEqual([])
  const broken = { 't.json': '{"builders":[{"type":"null"}]]', 't.pkr.hcl': 'variable "x" {\n  typo = 1\n}\n' }
  for (const path of ['t.json', 't.pkr.hcl']) expect((await load(broken, { path, syntaxOnly: true })).diagnostics).not.toEqual([])
})

test('blocks that have no effect are pointed out', async () => {
  const { plan, diagnostics } = await load(`
communicator "ssh" "x" {
}
hcp_packer_registry {
  bucket_name = "x"
}
${NULL_BUILD.replace('sources', 'hcp_packer_registry {\n  }\n  sources')}`)
  expect(diagnostics.map(({ severity, summary, subject }) => [severity, summary, subject?.start.line])).toEqual([
    ['warning', 'Block without effect', 2],
    ['warning', 'Block without effect', 4],
    ['warning', 'Block without effect', 12],
  ])
  expect(plan).toBeDefined()
})

test('data sources that are not built in are named, and what reads them is not blamed', async () => {
  const { diagnostics } = await load(`
data "amazon-ami" "base" {
  owners = ["self"]
}
source "file" "x" {
  target = data.amazon-ami.base.id
}
build {
  sources = ["file.x"]
}
`)
  expect(diagnostics.map(shown)).toEqual([
    'error 2:6 Unknown data source type: No data source "amazon-ami" is built in. It belongs to the plugin "github.com/hashicorp/amazon", and plugins of Packer cannot be loaded. Built in are: none.',
  ])
})

import { load, NULL_BUILD, shown } from '../helpers/template'

const messages = async (template: string) => (await load(template)).diagnostics.map(shown)

test('independent mistakes of one file are all named, each at its place', async () => {
  const template = `packer {
  required_version = ">= 99.0"
}
variable "region" {
  type = sting
}
locals {
  name = var.regoin
  size = 1 +
}
source "file" "x" {
  taget = "y"
}
biuld {
}
build {
  sources = ["file.x", "file.z"]
  provisioner "ansible" {
  }
}
`
  const found = (await load(template, { variables: [{ name: 'region', text: 'x' }] })).diagnostics
  expect(found.map(({ subject, summary }) => `${subject?.start.line}:${subject?.start.column} ${summary}`)).toEqual([
    expect.stringMatching(/^9:\d+ /),
    '2:22 Unsupported Packer version',
    '5:10 Invalid type specification',
    '8:13 Undefined variable',
    '12:3 Unsupported argument',
    '14:1 Unsupported block type',
    '17:24 Unknown source',
    '18:15 Unknown provisioner type',
  ])
})

test('what the parser had to leave out is not missed a second time', async () => {
  const template = `locals {
  a = = 1
  b = local.a
}
source "file" "x" {
  target "out"
}
build {
  sources = ["file.x"]
}
`
  expect((await messages(template)).filter(text => /Undefined|Missing required/.test(text))).toEqual([])
})

describe('the packer block', () => {
  const packer = (content: string) => `packer {\n${content}\n}\n${NULL_BUILD}`
  test.each<[string, string[]]>([
    ['required_version = ">= 1.7.0, < 2.0"', []],
    ['required_version = "~> 1.16.0"', []],
    [
      'required_version = "1.6.6"',
      [
        'error 2:20 Unsupported Packer version: This template wants Packer 1.6.6; templates are read here as Packer 1.16.0 reads them.',
      ],
    ],
    ['required_version = "latest"', [expect.stringContaining('error 2:20 Invalid required_version')]],
    ['required_plugins {\n amazon = {\n source = "github.com/hashicorp/amazon"\n version = ">= 1"\n }\n}', []],
    ['required_plugins {\n amazon = "1.0.0"\n}', [expect.stringContaining('error 3:11 Invalid required_plugins entry')]],
    [
      'required_plugins {\n amazon = {\n version = ">= 1"\n }\n}',
      ['error 3:11 Invalid required_plugins entry: "amazon" needs both source and version, as texts.'],
    ],
    [
      'required_plugin {\n}',
      [
        'error 2:1 Unsupported block type: Blocks of type "required_plugin" are not expected here. Did you mean "required_plugins"?',
      ],
    ],
  ])('%s', async (content, expected) => {
    expect(await messages(packer(content))).toEqual(expected)
  })

  test('a plugin that is needed is named with what needs it', async () => {
    const template = `packer {
  required_plugins {
    proxmox = {
      source  = "github.com/hashicorp/proxmox"
      version = ">= 1"
    }
  }
}
source "proxmox-iso" "x" {
}
build {
  sources = ["proxmox-iso.x"]
}
`
    expect(await messages(template)).toEqual([
      'error 9:8 Unknown source type: No source "proxmox-iso" is built in. It belongs to the plugin "github.com/hashicorp/proxmox", and plugins of Packer cannot be loaded. Built in are: amazon-ebs, file, null.',
    ])
  })
})

const ebs = (content: string) => `source "amazon-ebs" "x" {
${content}
}
build {
  sources = ["amazon-ebs.x"]
}
`
const FULL = 'region = "r"\nami_name = "n"\nsource_ami = "ami-1"\nssh_username = "u"\n'

describe('options of a source', () => {
  test.each<[string, string[]]>([
    [FULL, []],
    [`${FULL}ebs_optimized = "yes"`, ['error 6:17 Invalid value: Inappropriate value for "ebs_optimized": a bool is required.']],
    [`${FULL}ebs_optimized = "true"\nssh_port = "22"\nami_regions = null`, []],
    [`${FULL}spot_price = "auto"`, ['error 6:14 Unsupported option: "spot_price": use spot_instances.']],
    [`${FULL}ssh_interface = "public_ip"`, ['warning 6:17 Deprecated option: "ssh_interface": use ssh_address.']],
    [
      `${FULL}ami_virtualization_type = "xen"`,
      ['error 6:27 Invalid value: Inappropriate value for "ami_virtualization_type": "xen" is not one of "hvm", "paravirtual".'],
    ],
    [
      `${FULL}comunicator = "ssh"`,
      ['error 6:1 Unsupported argument: An argument named "comunicator" is not expected here. Did you mean "communicator"?'],
    ],
    ['region = "r"\nami_name = "n"\nssh_username = "u"', ['error 1:1 No source image: Set source_ami or source_ami_filter.']],
    [`${FULL}source_ami_filter {\n owners = ["self"]\n}`, ['warning 7:11 Two source images']],
    [
      `${FULL}source_ami_filter {\n most_recent = true\n}`,
      [expect.stringContaining('Missing required argument: The argument "owners"')],
    ],
    [
      `${FULL}source_ami_filter {\n owners = ["a"]\n}\nsource_ami_filter {\n owners = ["b"]\n}`,
      [expect.stringContaining('error 9:1 Duplicate block')],
    ],
    [
      `${FULL}secret_key = ["very", "secret"]`,
      ['error 6:14 Invalid value: Inappropriate value for "secret_key": its value, which is sensitive, does not fit.'],
    ],
    [`${FULL}tags = [1]`, ['error 6:8 Invalid value: Inappropriate value for "tags": map of string required.']],
    [`${FULL}region = "again"`, [expect.stringContaining('6:1')]],
    [`${FULL}user_data = "{{ timestamp }"`, [expect.stringContaining('6:1')]],
    ['region = "{{ broken"\nami_name = "n"\nsource_ami = "ami-1"\n', [expect.stringContaining('error 2:10 Invalid value')]],
  ])('%s', async (content, expected) => {
    expect(await messages(ebs(content))).toEqual(expected)
  })

  test('a plan prints what is set, and neither what is sensitive nor what is unset', async () => {
    const { plan } = await load(
      ebs(
        `${FULL}secret_key = "s3cr3t"\nssh_password = "pa55"\ntags = { Name = "{{ .SourceAMI }}" }\nlaunch_block_device_mappings {\n device_name = "/dev/sda1"\n}`,
      ),
    )
    const [build] = JSON.parse(JSON.stringify(plan)).builds
    expect(build.source.options).toEqual({
      region: 'r',
      ami_name: 'n',
      source_ami: 'ami-1',
      secret_key: '<sensitive>',
      tags: { Name: '{{ .SourceAMI }}' },
      launch_block_device_mappings: [{ device_name: '/dev/sda1' }],
      ami_virtualization_type: 'hvm',
    })
    expect(build.source.communicator).toMatchObject({ communicator: 'ssh', ssh_username: 'u', ssh_password: '<sensitive>' })
    expect(plan?.builds[0]?.source.communicator.ssh_password).toBe('pa55')
    expect(Object.isFrozen(plan) && Object.isFrozen(plan?.builds) && Object.isFrozen(plan?.builds[0]?.source.options.value)).toBe(
      true,
    )
  })
})

test('options for which only some sources have a use', async () => {
  expect(await messages('source "file" "x" {\n target = "x"\n ssh_port = 1\n}\nbuild {\n sources = ["file.x"]\n}\n')).toEqual([
    'error 3:2 Unsupported argument: An argument named "ssh_port" is not expected here.',
  ])
})

test('duplicate sources, unknown references, builds without any', async () => {
  const template = `source "file" "x" {
  target = "x"
}
source "file" "x" {
}
build {
  sources = ["file", "a.b.c.d", "files.x"]
}
build {
}
`
  expect(await messages(template)).toEqual([
    'error 4:1 Duplicate source block: Source "file" "x" is already declared at t.pkr.hcl:1. Their types or names must differ.',
    'error 7:14 Invalid source reference: "file" is not of the form source.type.name or type.name.',
    'error 7:22 Invalid source reference: "a.b.c.d" is not of the form source.type.name or type.name.',
    'error 7:33 Unknown source: There is no source "files" "x". Did you mean "file.x"?',
    'error 9:1 Missing source: A build needs at least one source: sources = ["source.type.name"].',
  ])
})

test('a build whose source is misspelt is read with the one that was meant', async () => {
  const template = `
source "file" "x" {
  contnt = "x"
  target = "y"
}
build {
  sources = ["source.file.xx"]
  provisioner "shel" {}
  post-processor "manifest" {
    output = ["m.json"]
  }
}
`
  expect((await messages(template)).map(line => line.split(':').slice(0, 2).join(':'))).toEqual([
    'error 3:3 Unsupported argument',
    'error 7:14 Unknown source',
    'error 8:15 Unknown provisioner type',
    'error 10:14 Invalid value',
  ])
})

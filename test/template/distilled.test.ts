/** What templates in public repositories were found to do, each in a few lines of ours: legal ones load, others say why and where. */
import { plugins } from '../../src/catalog'
import { upgradeTemplate } from '../../src/template/upgrade/upgrade'
import { load, NULL_BUILD, shown } from '../helpers/template'

const found = async (files: Parameters<typeof load>[0], input: Parameters<typeof load>[1] = {}) =>
  (await load(files, { plugins, ...input })).diagnostics.map(shown)

const EBS = `
  ami_name      = "abc"
  region        = "eu-west-1"
  instance_type = "t3.micro"
  source_ami    = "ami-12345678"
`
const ebsWith = (more: string) => `source "amazon-ebs" "x" {${EBS}${more}}\nbuild {\n  sources = ["amazon-ebs.x"]\n}\n`

const accepted: Readonly<Record<string, string>> = {
  'WinRM options where the communicator is another': ebsWith('ssh_username = "u"\nwinrm_timeout = "5m"\nwinrm_insecure = true\n'),
  'a source block that no build uses, of a plugin nobody has': 'source "nobody" "x" {\n  a = var.nowhere\n}\n',
  'options of a whole object from a local': `locals {
  mapping = { device_name = "/dev/xvda", volume_size = 4, delete_on_termination = true }
}
source "amazon-ebs" "x" {${EBS}
  ssh_username = "u"
  dynamic "launch_block_device_mappings" {
    for_each = [local.mapping]
    content {
      device_name           = launch_block_device_mappings.value.device_name
      volume_size           = launch_block_device_mappings.value.volume_size
      delete_on_termination = launch_block_device_mappings.value.delete_on_termination
    }
  }
}
build {
  sources = ["amazon-ebs.x"]
}
`,
  'a network only if it is given': ebsWith('ssh_username = "u"\nvpc_id = "" != "" ? "vpc-1" : null\nsubnet_id = ""\n'),
  'user data and keys that a data source tells': `data "http" "x" {
  url = "http://localhost/"
}
source "amazon-ebs" "x" {${EBS}
  ssh_username         = "u"
  user_data_file       = data.http.x.body
  ssh_private_key_file = data.http.x.body
}
build {
  sources = ["amazon-ebs.x"]
  provisioner "file" {
    sources     = [data.http.x.body]
    destination = "/tmp/"
  }
  provisioner "shell" {
    script = data.http.x.body
  }
  provisioner "ansible" {
    playbook_file = "\${data.http.x.body}/site.yml"
  }
  provisioner "ansible-local" {
    playbook_file = data.http.x.body
    galaxy_file   = data.http.x.body
  }
  post-processor "shell-local" {
    scripts = ["\${data.http.x.body}.sh"]
  }
}
`,
}

test.each(Object.entries(accepted))('%s', async (_, template) => {
  expect(await found(template)).toEqual([])
})

test('a path of a variable without value is not looked for', async () => {
  const template = `variable "artifacts" {}\n${NULL_BUILD.replace(/}\n$/, '  provisioner "file" {\n    source      = var.artifacts\n    destination = "/tmp/"\n  }\n}\n')}`
  expect(await found(template)).toEqual([expect.stringMatching(/^error 1:1 Unset variable "artifacts"/)])
})

test('WinRM wants a user', async () => {
  expect(await found(ebsWith('communicator = "winrm"\nwinrm_username = "a"\nwinrm_use_ssl = true\n'))).toEqual([])
  const template = ebsWith('communicator = "winrm"\nwinrm_password = "a-long-one"\nwinrm_use_ssl = true\n')
  expect(await found(template)).toEqual([expect.stringMatching(/^error 1:1 Missing winrm_username: winrm_username must be/)])
})

test('every missing component in the order of the file, and mistakes in their arguments with it', async () => {
  const template = `build {
  sources = ["docker.x"]
  provisioner "hcp-sbom" {
    inline = [local.scirpt, build.ImageSha256]
  }
  provisioner "shell" {
    inline = ["echo \${build.ImageSha256}"]
  }
  provisioner "chef-solo" {
    run_list = [var.role]
  }
  post-processors {
    post-processor "docker-tag" {}
    post-processor "docker-push" {}
  }
}
locals {
  script = "x"
}
source "docker" "x" {
  image = var.image
}
`
  const named = (await found(template)).map(text => text.replace(/ Built in are.*/s, ''))
  const ofPlugin = (name: string) =>
    ` It belongs to the plugin "github.com/hashicorp/${name}", and plugins of Packer cannot be loaded.`
  expect(named).toEqual([
    expect.stringMatching(/^error 3:15 Unknown provisioner type: No provisioner "hcp-sbom" is built in\./),
    'error 4:20 Undefined local: There is no local "scirpt". Did you mean "script"?',
    `error 9:15 Unknown provisioner type: No provisioner "chef-solo" is built in.${ofPlugin('chef')}`,
    'error 10:20 Undefined variable: There is no variable "role". Declare it with a block: variable "role" {}.',
    `error 13:20 Unknown post-processor type: No post-processor "docker-tag" is built in.${ofPlugin('docker')}`,
    `error 14:20 Unknown post-processor type: No post-processor "docker-push" is built in.${ofPlugin('docker')}`,
    `error 20:8 Unknown source type: No source "docker" is built in.${ofPlugin('docker')}`,
    'error 21:14 Undefined variable: There is no variable "image". Declare it with a block: variable "image" {}.',
  ])
})

test('a misspelt component is not taken for another one of its plugin', async () => {
  expect(await found(NULL_BUILD.replace(/}\n$/, '  provisioner "ansible-lcal" {}\n}\n'))).toEqual([
    expect.stringMatching(/^error 7:15 .* is built in\. Did you mean "ansible-local"\? Built in are: /),
  ])
})

test.each([
  ['ami_description = "of {{ .SourceAMI"', /"ami_description": .*unclosed action/],
  ['tags = { From = "{{ sourceami }}" }', /"tags": .*function "sourceami" not defined/],
])('what is rendered only when the image is made can be rendered then: %s', async (line, message) => {
  expect(await found(ebsWith(`ssh_username = "u"\n${line}\n`))).toEqual([expect.stringMatching(message)])
})

test('an override in legacy JSON may name its builder by a user variable', async () => {
  const template = {
    variables: { name: 'one' },
    builders: [
      { type: 'null', name: '{{user `name`}}', communicator: 'none' },
      { type: 'null', name: 'two', communicator: 'none' },
    ],
    provisioners: [{ type: 'shell-local', inline: ['true'], override: { '{{user `name`}}': { inline: ['false'] } } }],
  }
  const { plan, diagnostics } = await load({ 't.json': JSON.stringify(template) }, { plugins, path: 't.json' })
  expect(diagnostics.map(shown)).toEqual([])
  expect(plan?.builds.map(({ source, provisioners: [first] }) => [source.name, first?.options.preview.value.inline])).toEqual([
    ['one', ['false']],
    ['two', ['true']],
  ])
})

test('upgraded, a sensitive variable that nobody declared stays sensitive', () => {
  const template = {
    'sensitive-variables': ['password'],
    builders: [{ type: 'null', ssh_host: 'h', ssh_username: 'u', ssh_password: '{{user `password`}}' }],
  }
  const { value } = upgradeTemplate({ text: JSON.stringify(template), file: 't.json', plugins })
  expect(value).toMatch(/variable "password" {\n {2}type {6}= string\n {2}default {3}= ""\n {2}sensitive = true\n}/)
})

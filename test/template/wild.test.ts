/** Constructs that people's templates have, in small: what is built in validates, and what is not is named once, where it stands. */
import { plugins } from '../../src/catalog'
import { type Files, load, shown } from '../helpers/template'

const messages = async (files: Files | string) => (await load(files, { plugins })).diagnostics.map(shown)

test('sources, provisioners and post-processors generated from a file', async () => {
  const template = `
locals {
  images = { for name, image in yamldecode(file("images.yaml")): name => image if length(image.actions) > 0 }
}
source null base {
  communicator = "none"
}
build {
  name = "images"
  dynamic "source" {
    for_each = local.images
    iterator = I
    labels   = ["null.base"]
    content {
      name = I.key
    }
  }
  dynamic "provisioner" {
    for_each = { for name, image in local.images: name => image if contains(image.actions, "build") }
    iterator = I
    labels   = ["shell-local"]
    content {
      only             = ["null.\${I.key}"]
      inline           = [for step in I.value.steps: "step \${step}"]
      environment_vars = ["NAME=\${I.key}", "TYPE=\${source.type}"]
    }
  }
  dynamic "post-processor" {
    for_each = { for name, image in local.images: name => image if contains(image.actions, "publish") }
    iterator = I
    labels   = ["shell-local"]
    content {
      only   = ["null.\${I.key}"]
      inline = ["publish \${I.key}"]
    }
  }
}
`
  const yaml = 'a-1: {actions: [build], steps: [x, w]}\nb-2: {actions: [publish]}\nc-3: {actions: []}\n'
  const { plan, diagnostics } = await load({ 't.pkr.hcl': template, 'images.yaml': yaml }, { plugins })
  expect(diagnostics.map(shown)).toEqual([])
  expect(
    plan?.builds.map(({ name, provisioners, postProcessors }) => [
      name,
      provisioners.map(({ options }) => options.preview.value.inline),
      postProcessors.flat().map(({ options }) => options.preview.value.inline),
    ]),
  ).toEqual([
    ['images.null.a-1', [['step x', 'step w']], []],
    ['images.null.b-2', [], [['publish b-2']]],
  ])
})

test('one source used twice, each time with what it lacked; lists that may be empty', async () => {
  const template = `
locals {
  test     = fileexists("no-such-file")
  settings = { scripts = local.test ? ["x.sh"] : [], inline = !local.test ? ["true"] : [], pp = { output = "m.json", strip_path = true } }
  env      = { "amazon-ebs" = ["A=1"], "null" = [] }
}
source "amazon-ebs" "common" {
  ami_name      = "\${source.name}-{{timestamp}}"
  instance_type = "t3.micro"
  region        = "eu-west-1"
  profile       = ""
  ssh_username  = "u"
  metadata_options {
    http_put_response_hop_limit = "1"
  }
  tags = { Base = "{{ .SourceAMIName }}", Tag = "{{ .SourceAMITags.Name }}" }
}
build {
  source "source.amazon-ebs.common" {
    name       = "one"
    source_ami = "ami-1"
  }
  source "sources.amazon-ebs.common" {
    name = "two"
    source_ami_filter {
      filters     = { name = "x*" }
      owners      = ["amazon"]
      most_recent = true
    }
  }
  provisioner "shell" {
    scripts          = local.settings.scripts
    inline           = local.settings.inline
    environment_vars = concat(["B=2"], local.env[source.type])
  }
  post-processor "manifest" {
    output      = local.settings.pp.output
    strip_path  = local.settings.pp.strip_path
    custom_data = { fingerprint = packer.versionFingerprint, build = build.PackerRunUUID }
  }
  hcp_packer_registry {
    bucket_name = "b"
    build_labels = { time = timestamp() }
  }
}
`
  const { plan, diagnostics } = await load(template, { plugins })
  expect(diagnostics.map(shown)).toEqual([expect.stringMatching(/^warning 41:3 Block without effect/)])
  expect(plan?.builds.map(({ name, source }) => [name, source.options.value.ami_name])).toEqual([
    ['amazon-ebs.one', expect.stringMatching(/^one-\d{10}$/)],
    ['amazon-ebs.two', expect.stringMatching(/^two-\d{10}$/)],
  ])
})

test('what is missing is named, and nothing else', async () => {
  const template = `
data "git-commit" "head" {
}
locals {
  id = substr(data.git-commit.head.hash, 0, 7)
}
source "nobody-iso" "box" {
  vm_name = local.id
  disks {
    size = data.git-commit.head.size
  }
}
source "null" "n" {
  communicator = "none"
}
build {
  sources = ["nobody-iso.box", "null.n"]
  provisioner "nobody-shell" {
    inline = ["echo \${local.id} \${build.Whatever}"]
  }
  provisioner "shell-local" {
    inline = ["echo \${local.id}"]
  }
  post-processors {
    post-processor "nobody-box" {
      output = "\${source.name}.box"
    }
    post-processor "manifest" {
    }
  }
}
`
  const named = (await messages(template)).map(text => text.replace(/ is built in.*/s, ''))
  expect(named.sort()).toEqual(
    [
      'error 18:15 Unknown provisioner type: No provisioner "nobody-shell"',
      'error 25:20 Unknown post-processor type: No post-processor "nobody-box"',
      'error 2:6 Unknown data source type: No data source "git-commit"',
      'error 7:8 Unknown source type: No source "nobody-iso"',
    ].sort(),
  )
})

test('folders of several files, with values beside them', async () => {
  const files = {
    'sources.pkr.hcl': 'source "file" "f" {\n  target  = "out"\n  content = "${var.a} ${local.b} ${path.root}"\n}\n',
    'variables.pkr.json': '{"variable": {"a": {"type": "string"}, "list": {"type": "list(string)", "default": []}}}',
    'build.pkr.hcl': 'build {\n  sources = ["file.f"]\n}\n',
    'locals.pkr.hcl': 'local "b" {\n  expression = join("+", var.list)\n  sensitive  = true\n}\n',
    'x.auto.pkrvars.hcl': 'a = "from file"\n',
    'y.auto.pkrvars.json': '{"list": ["p", "q"]}',
    'notes.txt': 'not ours',
  }
  const { plan, diagnostics, sensitive } = await load(files, { plugins })
  expect(diagnostics.map(shown)).toEqual([])
  expect(plan?.builds[0]?.source.options.value.content).toBe('from file p+q .')
  expect(sensitive).toContain('p+q')
})

test('continue_on_error is for HCL2, and reaches the plan', async () => {
  const template = `
source "null" "n" {
  communicator = "none"
}
build {
  sources = ["null.n"]
  provisioner "shell-local" {
    inline            = ["false"]
    continue_on_error = true
  }
}
`
  const { plan, diagnostics } = await load(template, { plugins })
  expect(diagnostics).toEqual([])
  expect(plan?.builds[0]?.provisioners[0]?.continueOnError).toBe(true)
})

test('a legacy template under the file name of another language is told once, and how to name it', async () => {
  const legacy = {
    variables: { a: '1' },
    builders: [{ type: 'null', communicator: 'none' }],
    provisioners: [{ type: 'shell-local' }],
  }
  const found = await messages({ 't.pkr.json': JSON.stringify(legacy, null, 2) })
  expect(found).toEqual([
    'error 5:3 Legacy template: Builders are of legacy templates, and the ending .pkr.json is of HCL2 in JSON. Rename this file so that it ends in .json alone.',
  ])
})

test('what another word of ours does in place of a component is said', async () => {
  const template = `
data "hcp-packer-version" "x" {}
source "null" "x" {
  communicator = "none"
}
build {
  sources = ["null.x"]
  provisioner "goss" {
    tests = ["goss.yaml"]
  }
  provisioner "hcp-sbom" {}
}
`
  expect((await messages(template)).map(text => text.replace(/ Built in are.*/s, ''))).toEqual([
    'error 2:6 Unknown data source type: No data source "hcp-packer-version" is built in. It asks the HCP Packer registry, a service of HashiCorp; the data source "amazon-ami" finds images without it.',
    'error 8:15 Unknown provisioner type: No provisioner "goss" is built in. A smoke_test block in a file *.ingot.hcl asks goss files, on a fresh machine from the image.',
    'error 11:15 Unknown provisioner type: No provisioner "hcp-sbom" is built in. Every build writes what is installed in its image as CycloneDX, without it.',
  ])
})

test('an option for Session Manager has no effect without it, and stops nobody', async () => {
  const found = await messages(`
source "amazon-ebs" "x" {
  ami_name         = "web"
  instance_type    = "t3.micro"
  region           = "eu-west-1"
  source_ami       = "ami-1"
  ssh_username     = "u"
  pause_before_ssm = "30m"
}
build {
  sources = ["amazon-ebs.x"]
}
`)
  expect(found).toEqual([
    'warning 8:22 Not through Session Manager: pause_before_ssm has no effect without ssh_interface = "session_manager".',
  ])
})

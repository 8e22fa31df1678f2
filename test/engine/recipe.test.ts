/** What changes a recipe, and what does not: with the plugins that there are, on templates as people write them. */
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plugins } from '../../src/catalog'
import { recipesOf } from '../../src/engine/recipe'
import { loadPlan } from '../../src/template/load-plan'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const template = `
variable "greeting" { default = "hello" }
variable "secret" {
  default   = "s3cret"
  sensitive = true
}
source "amazon-ebs" "web" {
  region     = "us-east-1"
  instance_type = "t3.small"
  ami_name   = "web-\${formatdate("YYYYMMDDhhmmss", timestamp())}"
  source_ami = "ami-1"
  ssh_username = "admin"
  ssh_timeout  = "5m"
  tags         = { source = "files", path = "/" }
}
build {
  sources = ["source.amazon-ebs.web"]
  provisioner "file" {
    source      = "\${path.root}/files/"
    destination = "/tmp"
  }
  provisioner "shell" {
    script           = "\${path.root}/install.sh"
    environment_vars = ["GREETING=\${var.greeting}"]
    max_retries      = 1
  }
  provisioner "file" {
    source      = "\${path.root}/single.conf"
    destination = "/tmp/"
  }
  provisioner "file" {
    source      = "/etc/"
    destination = "down"
    direction   = "download"
  }
  provisioner "ansible" {
    playbook_file   = "\${path.root}/ansible/site.yml"
    extra_arguments = ["--extra-vars", "@\${path.root}/extra.json"]
  }
  provisioner "ansible-local" {
    playbook_file = "\${path.root}/ansible/local.yml"
    role_paths    = ["\${path.root}/local-roles/common"]
  }
  post-processor "shell-local" {
    script = "\${path.root}/deploy.sh"
  }
}
`
const files: Record<string, string> = {
  't.pkr.hcl': template,
  't.ingot.hcl':
    'smoke_test "a" {\n  scripts = ["smoke/a.sh"]\n  goss {}\n  http {\n    port = 80\n  }\n}\npublish {\n  ssm_parameter = "/a"\n}\n',
  'smoke/goss.yaml': 'gossfile:\n  more.yaml: {}\n',
  'smoke/more.yaml': 'file:\n  /etc/x:\n    exists: true\n',
  'single.conf': 'x',
  'deploy.sh': 'echo deploy\n',
  'extra.json': '{}',
  'ansible/site.yml':
    '- hosts: all\n  vars_files: [../shared/vars.yml]\n  roles: [web]\n  tasks:\n    - import_tasks: more.yml\n    - copy: src=conf/a.conf dest=/etc/hosts\n',
  'ansible/more.yml': '- include_tasks: "deep/{{ which }}.yml"\n',
  'ansible/deep/x.yml': '[]',
  'ansible/conf/a.conf': 'a',
  'ansible/roles/web/tasks/main.yml':
    '- copy: src="{{ banner }}" dest=/etc/issue\n- template: {src: "{{ playbook_dir }}/../shared/tpl/{{ name }}.j2", dest: /x}\n- copy: {src: "{{ dir }}/b.conf"}\n',
  'ansible/roles/web/vars/main.yml': 'banner: ../../../../shared/banner.txt\n',
  'ansible/host_vars/default': 'dir: snippets\n',
  'ansible/snippets/b.conf': 'b',
  'ansible/roles/web/templates/deep/x.j2': 'x',
  'shared/banner.txt': 'welcome',
  'shared/tpl/one.j2': '1',
  'ansible/group_vars/all.yml': 'a: 1',
  'ansible/filter_plugins/f.py': '',
  'ansible/notes.txt': 'not read',
  'ansible/local.yml': '[]',
  'shared/vars.yml': 'x: 1',
  'local-roles/common/tasks/main.yml': '[]',
  'install.sh': 'echo 1\n',
  'files/one': '1',
  'files/deep/two': '2',
  'smoke/a.sh': 'true\n',
  'README.md': 'not read',
}

async function recipe(change: Record<string, string> = {}, more: { greeting?: string; after?(folder: string): void } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-recipe-'))
  folders.push(folder)
  for (const [name, text] of Object.entries({ ...files, ...change })) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text, { mode: 0o644 })
  }
  more.after?.(folder)
  const variables = more.greeting === undefined ? [] : [{ name: 'greeting', text: more.greeting }]
  const loaded = await loadPlan({ path: folder, environment: {}, plugins, variables, startedAt: new Date(0) })
  expect(loaded.diagnostics).toEqual([])
  return recipesOf(loaded.plan!, plugins).get('amazon-ebs.web')
}

test('the same in another folder, with comments, spaces, other order and files that nobody reads', async () => {
  const same = await recipe()
  expect(same).toMatch(/^[0-9a-f]{64}$/)
  expect(await recipe()).toBe(same)
  expect(await recipe({ 't.pkr.hcl': `# a comment\n\n${template.replaceAll('  ', '    ')}` })).toBe(same)
  expect(await recipe({}, { greeting: 'hello' })).toBe(same)
  const reordered = template
    .replace(/ {2}region {5}= "us-east-1"\n/, '')
    .replace('"ami-1"\n', '"ami-1"\n  region = "us-east-1"\n')
  expect(await recipe({ 't.pkr.hcl': reordered })).toBe(same)
})

test('the same a second later, though the name of the image has the time in it', async () => {
  const first = await recipe()
  await new Promise(done => setTimeout(done, 1050))
  expect(await recipe()).toBe(first)
})

type Change = Parameters<typeof recipe>
const edited = (from: string | RegExp, to: string): Change => {
  expect(template.replace(from, to)).not.toBe(template)
  return [{ 't.pkr.hcl': template.replace(from, to) }]
}
const after = (change: (folder: string) => void): Change => [{}, { after: change }]

test.each<[string, () => Change]>([
  ['a file that nobody reads', () => [{ 'README.md': 'changed', 'more.txt': '', 'ansible/notes.txt': 'changed' }]],
  ['what running it writes', () => [{ 'ansible/site.retry': 'x', 'ansible/filter_plugins/__pycache__/f.pyc': 'x' }]],
  [
    'what a former run wrote',
    () => [{ 'images.auto.tfvars.json': '{}', 'ingot-report.json': '{}', 'amazon-ebs.web.cdx.json': '{}' }],
  ],
  ...[
    'access_key = "AKIA0123456789ABCDEF"\n  secret_key = "very-secret"\n  token = "a-token"',
    'profile = "other"',
    'mfa_code = "123456"',
    'shared_credentials_file = "/tmp/none"',
    'assume_role {\n    role_arn = "arn:aws:iam::123456789012:role/x"\n  }',
    'custom_endpoint_ec2 = "http://127.0.0.1:1"\n  insecure_skip_tls_verify = true',
    'max_retries = 3\n  aws_polling {\n    max_attempts = 9\n  }',
  ].map((options): [string, () => Change] => [
    `how to get at the cloud: ${options.split(' ')[0]}`,
    () => edited('"ami-1"\n', `"ami-1"\n  ${options}\n`),
  ]),
  [
    'how long a connection may take',
    () => edited('ssh_timeout  = "5m"', 'ssh_timeout  = "6m"\n  ssh_bastion_host = "b"\n  ssh_bastion_agent_auth = true'),
  ],
  ['how often a provisioner is tried', () => edited('max_retries      = 1', 'max_retries      = 2\n    timeout = "1h"')],
  ['a secret', () => edited('"s3cret"', '"other"')],
  ['the name of a script', () => [{ 't.pkr.hcl': template.replace('install.sh', 'setup.sh'), 'setup.sh': files['install.sh']! }]],
  [
    'the name of a folder whose content is uploaded',
    () => [
      { 't.pkr.hcl': template.replace('/files/"', '/stuff/"') },
      { after: folder => renameSync(join(folder, 'files'), join(folder, 'stuff')) },
    ],
  ],
  ['a parameter that is written', () => [{ 't.ingot.hcl': files['t.ingot.hcl']!.replace('"/a"', '"/b"') }]],
  ['a manifest', () => edited('  post-processor "shell', '  post-processor "manifest" {}\n  post-processor "shell')],
  ['a mode that git does not keep', () => after(folder => chmodSync(join(folder, 'files/one'), 0o600))],
])('the same: %s', async (_case, change) => {
  expect(await recipe(...change())).toBe(await recipe())
})

test.each<[string, () => Change]>([
  ...[
    ...['install.sh', 'files/deep/two', 'single.conf', 'smoke/a.sh', 'smoke/more.yaml', 'deploy.sh', 'extra.json'],
    ...[
      'ansible/more.yml',
      'ansible/conf/a.conf',
      'ansible/deep/x.yml',
      'ansible/roles/web/tasks/main.yml',
      'ansible/group_vars/all.yml',
      ...[
        'ansible/roles/web/vars/main.yml',
        'ansible/host_vars/default',
        'ansible/snippets/b.conf',
        'ansible/roles/web/templates/deep/x.j2',
      ],
      ...['shared/banner.txt', 'shared/tpl/one.j2'],
    ],
    ...['ansible/filter_plugins/f.py', 'ansible/local.yml', 'shared/vars.yml', 'local-roles/common/tasks/main.yml'],
  ].map((name): [string, () => Change] => [`a byte of ${name}`, () => [{ [name]: `${files[name]} ` }]]),
  ['a new file among those uploaded', () => [{ 'files/three': '' }]],
  ['a new task of a role', () => [{ 'ansible/roles/web/tasks/more.yml': '' }]],
  ['a file that may be run', () => after(folder => chmodSync(join(folder, 'files/one'), 0o755))],
  [
    'a link instead of a file',
    () =>
      after(folder => {
        rmSync(join(folder, 'files/one'))
        symlinkSync('deep/two', join(folder, 'files/one'))
      }),
  ],
  ['a variable', () => [{}, { greeting: 'hi' }]],
  ['an option', () => edited('us-east-1', 'eu-west-1')],
  ['a tag', () => edited('path = "/"', 'path = "/x"')],
  ['who provisions', () => edited('"admin"', '"debian"')],
  ['keys that are removed', () => edited('ssh_timeout  =', 'ssh_clear_authorized_keys = true\n  ssh_timeout  =')],
  ['a trailing slash', () => edited('files/"', 'files"')],
  [
    'the name of a file that keeps it',
    () => [{ 't.pkr.hcl': template.replace('single.conf', 'other.conf'), 'other.conf': files['single.conf']! }],
  ],
  [
    'the order of provisioners',
    () => {
      const [first, second] = [...template.matchAll(/ {2}provisioner [\s\S]*?\n {2}\}\n/g)].map(([text]) => text)
      return [{ 't.pkr.hcl': template.replace(first! + second!, second! + first!) }]
    },
  ],
  ['a question from here', () => [{ 't.ingot.hcl': files['t.ingot.hcl']!.replace('80', '81') }]],
  ['a post-processor less', () => edited(/\n {2}post-processor [\s\S]*?\n {2}\}/, '')],
])('another: %s', async (_case, change) => {
  expect(await recipe(...change())).not.toBe(await recipe())
})

test('a link that leads back to where it lies ends', async () => {
  expect(
    await recipe(
      {},
      {
        after: folder => {
          symlinkSync('..', join(folder, 'files/deep/up'))
          symlinkSync('..', join(folder, 'ansible/roles/up'))
        },
      },
    ),
  ).toMatch(/^[0-9a-f]{64}$/)
})

/** What changes a recipe, and what does not. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recipesOf } from '../../src/engine/recipe'
import { loadPlan } from '../../src/template/load-plan'
import { plugins } from '../helpers/plugins'

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
  ami_name   = "web-\${formatdate("YYYYMMDDhhmmss", timestamp())}"
  source_ami = "ami-1"
  ssh_username = "admin"
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
  }
}
`
const files: Record<string, string> = {
  't.pkr.hcl': template,
  't.ingot.hcl': 'smoke_test "a" {\n  scripts = ["smoke/a.sh"]\n}\n',
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
  return recipesOf(loaded.plan!).get('amazon-ebs.web')
}

test('the same in another folder, with comments, spaces, other order and files that nobody reads', async () => {
  const same = await recipe()
  expect(same).toMatch(/^[0-9a-f]{64}$/)
  expect(await recipe()).toBe(same)
  expect(await recipe({ 't.pkr.hcl': `# a comment\n\n${template.replaceAll('  ', '    ')}` })).toBe(same)
  expect(await recipe({ 'README.md': 'changed', 'more.txt': '' })).toBe(same)
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

test.each<[string, Parameters<typeof recipe>]>([
  ['a byte of a script', [{ 'install.sh': 'echo 2\n' }]],
  ['a byte of an uploaded file', [{ 'files/deep/two': '3' }]],
  ['a new file among them', [{ 'files/three': '' }]],
  ['a file that may be run', [{}, { after: folder => chmodSync(join(folder, 'files/one'), 0o755) }]],
  ['a smoke test', [{ 'smoke/a.sh': 'false\n' }]],
  ['a variable', [{}, { greeting: 'hi' }]],
  ['an option', [{ 't.pkr.hcl': template.replace('us-east-1', 'eu-west-1') }]],
  ['a trailing slash', [{ 't.pkr.hcl': template.replace('files/"', 'files"') }]],
])('another: %s', async (_case, change) => {
  expect(await recipe(...change)).not.toBe(await recipe())
})

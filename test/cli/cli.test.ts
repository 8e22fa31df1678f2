/** The command line as a process: what it prints where, and its exit status. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { version } from '../../src/model/version'
import { type Ended, ended, printed, startSource } from '../helpers/source-process'

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-cli-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

const start = (cwd: string, ...args: string[]) =>
  startSource('src/cli/main.ts', args, { cwd, env: { PATH: process.env.PATH, HOME: cwd, INGOT_STATE_DIR: join(cwd, 'runs') } })
const ingot = (cwd: string, ...args: string[]): Promise<Ended> => ended(start(cwd, ...args))

/** All that a run left in its folder. */
const runFiles = (cwd: string) => {
  const [run = ''] = readdirSync(join(cwd, 'runs'))
  return {
    names: readdirSync(join(cwd, 'runs', run)).sort(),
    read: (name: string) => readFileSync(join(cwd, 'runs', run, name), 'utf8'),
  }
}

const canary = 'canary-9f8e7d "6c"'
const template = `
variable "secret" {
  sensitive = true
}
variable "exit" {
  default = 0
}
source "null" "a" {
  communicator = "none"
}
source "file" "f" {
  target  = "out/made.txt"
  content = "made"
}
build {
  sources = ["source.null.a", "source.file.f"]
  provisioner "shell-local" {
    only             = ["null.a"]
    environment_vars = ["SECRET=\${var.secret}"]
    inline = [
      "echo plain $SECRET; printf '%s' \\"$SECRET\\" | base64; printf 'can'; sleep 0.1; printf 'ary-9f8e7d \\"6c\\"\\n'",
      "echo on stderr >&2",
      "exit \${var.exit}",
    ]
  }
  post-processor "manifest" {}
}
`
const withSecret = ['-var', `secret=${canary}`]

test('plan: the whole plan as JSON, without what is sensitive', async () => {
  const { status, stdout, stderr } = await ingot(folderWith({ 'a.pkr.hcl': template }), 'plan', ...withSecret, '.')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const plan = JSON.parse(stdout)
  expect(plan).toMatchObject({ formatVersion: 1, template: '.', builds: [{ name: 'null.a' }, { name: 'file.f' }] })
  expect(stdout).not.toContain('canary')
})

test('build: done, everything told, no secret anywhere', async () => {
  const cwd = folderWith({ 'a.pkr.hcl': template })
  const { status, stdout, stderr } = await ingot(cwd, 'build', ...withSecret, '.')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const lines = stdout.split('\n')
  expect(lines).toContain('    null.a: plain <sensitive>')
  expect(lines).toContain('==> null.a: on stderr')
  expect(lines).toContainEqual(expect.stringMatching(/^Build 'file\.f' finished after /))
  expect(lines).toContain('--> file.f: Stored file: out/made.txt')
  expect(lines).toContainEqual(expect.stringMatching(/^Manifest +.*packer-manifest\.json$/))
  expect(existsSync(join(cwd, 'images.auto.tfvars.json'))).toBe(false)

  const { names, read } = runFiles(cwd)
  expect(names).toEqual(['log.txt', 'report.json'])
  expect(JSON.parse(read('report.json'))).toMatchObject({
    outcome: 'done',
    exitCode: 0,
    builds: [{ name: 'null.a' }, { name: 'file.f' }],
  })
  const manifest = JSON.parse(readFileSync(join(cwd, 'packer-manifest.json'), 'utf8'))
  expect(manifest.last_run_uuid).toBe(JSON.parse(read('report.json')).run.uuid)
  const everything = [stdout, read('log.txt'), read('report.json')].join()
  for (const form of ['canary', 'ary-9f8e7d', Buffer.from(canary).toString('base64').slice(0, 20)])
    expect(everything).not.toContain(form)
})

test('build: one that fails is 1, the others are finished, and -machine-readable counts it', async () => {
  const cwd = folderWith({ 'a.pkr.hcl': template })
  const { status, stdout } = await ingot(cwd, 'build', '--machine-readable', ...withSecret, '-var=exit=3', '.')
  expect(status).toBe(1)
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map(line => line.replace(/^\d+,/, ''))
  expect(lines).toContain(',error-count,1')
  expect(lines).toContainEqual(expect.stringMatching(/^null\.a,error,.*status 3/))
  expect(lines).toContain('file.f,artifact,0,id,File')
  expect(lines.every(line => line.split(',').length >= 3)).toBe(true)
})

test('an interrupt: the running script is stopped, its clean-up runs, a second signal changes nothing, 130', async () => {
  const slow = `
source "null" "a" { communicator = "none" }
build {
  sources = ["source.null.a"]
  provisioner "shell-local" { inline = ["echo begun; sleep 60"] }
  error-cleanup-provisioner "shell-local" { inline = ["sleep 0.5; echo tidied"] }
}`
  const cwd = folderWith({ 'a.pkr.hcl': slow })
  const child = start(cwd, 'build', '.')
  const end = ended(child)
  await printed(child, '    null.a: begun')
  child.kill('SIGINT')
  await printed(child, 'error-cleanup-provisioner')
  child.kill('SIGTERM')
  const { status, stdout } = await end
  expect(status).toBe(130)
  expect(stdout).toContain('    null.a: tidied')
  expect(stdout).toContain('Still cleaning up')
  expect(stdout).toContain('interrupted by SIGINT')
  expect(runFiles(cwd).names).not.toContain('journal.jsonl')
})

test('a reader that goes away does not stop a build', async () => {
  const cwd = folderWith({ 'a.pkr.hcl': template })
  const child = start(cwd, 'build', ...withSecret, '.')
  child.stdout?.destroy()
  const { status } = await ended(child)
  expect(status).toBe(0)
  expect(existsSync(join(cwd, 'packer-manifest.json'))).toBe(true)
})

test('a broken template: every mistake with its place and its line, on stderr, 2', async () => {
  const broken = 'source "null" "a" {\n  communicatr = "none"\n}\nbuild {\n  sources = ["source.null.b"]\n}\n'
  const cwd = folderWith({ 'a.pkr.hcl': broken })
  for (const verb of ['validate', 'build', 'plan']) {
    const { status, stdout, stderr } = await ingot(cwd, verb, '.')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('a.pkr.hcl:5:')
    expect(stderr).toContain('sources = ["source.null.b"]')
    expect(stderr).toContain('Error: ')
  }
  expect(existsSync(join(cwd, 'runs'))).toBe(false)
})

test.each([
  [['validate', '-syntax-only', '.'], 0, /^The configuration is valid\.\n$/, /^$/],
  [['build', '-forse', '.'], 2, /^$/, /^Error: Unknown flag -forse\nDid you mean -force\?\n$/],
  [['build'], 2, /^$/, /No template was named/],
  [['build', 'a', 'b'], 2, /^$/, /2 were named: a, b/],
  [['build', 'absent'], 2, /^$/, /absent/],
  [['build', '-var', 'x', '.'], 2, /^$/, /-var x has no value/],
  [['build', '-only=nobody', ...withSecret, '.'], 2, /^$/, /nobody|build/i],
  [['build', '-debug', ...withSecret, '.'], 2, /^$/, /-debug waits for Enter/],
  [['bild'], 2, /^$/, /There is no command "bild"[\s\S]*Did you mean "build"/],
  [[], 2, /^$/, /Usage: ingot COMMAND/],
  [['help'], 0, /build +Bakes[\s\S]*sandbox/, /^$/],
  [['build', '-help'], 0, /-on-error CHOICE/, /^$/],
  [['version'], 0, new RegExp(`^ingot ${version.replaceAll('.', '\\.')}\n$`), /^$/],
  [['clean'], 0, /Nothing was left behind/, /^$/],
  [['clean', '-run', 'ingot-x'], 2, /^$/, /There is no journal of ingot-x/],
] as const)('ingot %j is %d', async (args, status, stdout, stderr) => {
  const result = await ingot(folderWith({ 'a.pkr.hcl': template }), ...args)
  expect(result.stderr).toMatch(stderr)
  expect(result.stdout).toMatch(stdout)
  expect(result.status).toBe(status)
})

test('the version is the package’s', () => {
  const { version: ofPackage } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'))
  expect(version).toBe(ofPackage)
})

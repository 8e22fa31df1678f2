/** Scripts on this machine, side by side with Packer's shell-local. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { none } from '../../../src/communicators/none'
import { type LocalOptions, localOptions } from '../../../src/platforms/scripts/local-options'
import { shellLocal } from '../../../src/provisioners/shell-local'
import { withDefaults } from '../../helpers/defaults'
import { provisionContext } from '../../helpers/provision'
import { describeWith } from '../../helpers/tools'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-local-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(options: Partial<LocalOptions>, signal?: AbortSignal) {
  const communicator = await none.connect({ host: '' }, {} as never, {} as never)
  const provisioned = provisionContext(communicator, signal && { signal })
  await shellLocal.provision(withDefaults(localOptions, options), provisioned.context)
  return provisioned
}

const probe = [
  'echo "$VALUE" | od -An -tx1',
  'env | grep -e ^PACKER_BUILD | sort',
  'cat; echo stdin ended',
  'tr "\\0" " " < /proc/$PPID/cmdline | sed "s#/tmp/[^ ]*#SCRIPT#g"; echo',
  'ls -l "$0" | cut -c1-10',
  'head -1 "$0"',
  'echo oops >&2',
]
const VALUE = 'it\'s "so" $HOME ü\nnl'

describeWith(['packer'], 'beside Packer', () => {
  test.each([
    ['by default', '', {}],
    [
      'own command',
      `execute_command = ["/bin/sh", "-c", "X=1 {{.Vars}} sh {{.Script}}"]`,
      { execute_command: ['/bin/sh', '-c', 'X=1 {{.Vars}} sh {{.Script}}'] },
    ],
    ['own format', `env_var_format = "VALUE=fixed %s='%s' "`, { env_var_format: "VALUE=fixed %s='%s' " }],
  ])('%s', async (_name, hcl, options) => {
    const template = join(folder, 't.pkr.hcl')
    writeFileSync(
      template,
      `source "null" "x" {
  communicator = "none"
}
build {
  sources = ["source.null.x"]
  provisioner "shell-local" {
    inline = ${JSON.stringify(probe)}
    environment_vars = [${JSON.stringify(`VALUE=${VALUE}`)}]
    ${hcl}
  }
}
`,
    )
    const stdout = await new Promise<string>(resolve =>
      execFile(
        'packer',
        ['build', '-color=false', template],
        { env: { ...process.env, CHECKPOINT_DISABLE: '1' } },
        (_error, text) => resolve(text),
      ),
    )
    const theirs = stdout.split('\n').flatMap(line => /^(?:==> | {4})null\.x: (?!Running)(.*)/.exec(line)?.[1] ?? [])
    const ours = await run({ inline: probe, environment_vars: [`VALUE=${VALUE}`], ...options })
    expect(ours.output.map(line => line.slice(8)).sort()).toEqual(theirs.sort())
  })
})

test('a script is run by its path, and has to be executable', async () => {
  const script = join(folder, 'script.sh')
  writeFileSync(script, '#!/bin/sh\necho ran "$0"\n', { mode: 0o755 })
  expect((await run({ script })).stdout()).toBe(`ran ${script}`)
  writeFileSync(join(folder, 'plain.sh'), 'true\n', { mode: 0o644 })
  await expect(run({ script: join(folder, 'plain.sh') })).rejects.toThrow(/status 126/)
})

test('command is one line of a script', async () => {
  expect((await run({ command: 'echo one && echo two' })).stdout()).toBe('one\ntwo')
})

test('the temporary script is gone, whatever happened, and has its extension', async () => {
  const before = readdirSync(tmpdir())
  await expect(run({ inline: ['basename "$0" >&2', 'exit 7'], tempfile_extension: 'py' })).rejects.toThrow(/status 7/)
  expect(readdirSync(tmpdir()).filter(name => name.startsWith('ingot-shell-local-') && !before.includes(name))).toEqual([])
  expect((await run({ inline: ['basename "$0"'], tempfile_extension: '.x' })).stdout()).toBe('script.x')
})

test('only_on another system: nothing happens', async () => {
  const { output, said } = await run({ inline: ['echo no'], only_on: ['windows'] })
  expect(output).toEqual([])
  expect(said.join()).toMatch(/Skipped: only for windows/)
})

test('an interruption ends all that the script has started', async () => {
  const pidFile = join(folder, 'pid')
  const controller = new AbortController()
  const running = run(
    { inline: [`sleep 600 & echo $! > ${pidFile}.new; mv ${pidFile}.new ${pidFile}`, 'wait'] },
    controller.signal,
  )
  running.catch(() => undefined)
  while (!existsSync(pidFile)) await new Promise(resolve => setTimeout(resolve, 20))
  controller.abort(new Error('enough'))
  await expect(running).rejects.toThrow('enough')
  expect(runs(readFileSync(pidFile, 'utf8').trim())).toBe(false)
})

test('a program that is not there', async () => {
  await expect(run({ inline: ['true'], execute_command: ['/no/such/shell', '{{.Script}}'] })).rejects.toThrow(
    /there is no such program/,
  )
})

test.each<readonly [string, Partial<LocalOptions>, readonly RegExp[]]>([
  ['fine', { inline: ['true'] }, []],
  ['a command is fine', { command: 'true' }, []],
  ['nothing', {}, [/One of inline, script and scripts/]],
  ['command and inline', { command: 'true', inline: ['true'] }, [/Only one of command and inline/]],
  ['unknown system', { inline: ['true'], only_on: ['beos'] }, [/Not a system: beos/]],
  ['empty execute_command', { inline: ['true'], execute_command: [] }, [/names no program/]],
])('check: %s', (_name, options, expected) => {
  const problems = shellLocal.check!(withDefaults(localOptions, options))
  expect(problems.map(problem => problem.summary)).toEqual(expected.map(pattern => expect.stringMatching(pattern)))
})

/** A process that has ended but that nobody has asked for yet does not run. */
function runs(pid: string): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

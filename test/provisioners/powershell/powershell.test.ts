/** The powershell provisioner over WinRM: what reaches the machine, as Packer would have it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { powershell } from '../../../src/provisioners/powershell'
import { type PowershellOptions, powershellOptions } from '../../../src/provisioners/powershell/options'
import { withDefaults } from '../../helpers/defaults'
import { provisionContext } from '../../helpers/provision'
import { describeWith } from '../../helpers/tools'
import { type OpenedWinrm, openWinrm, packerOn, stable } from '../../helpers/winrm/open'

let opened: OpenedWinrm
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-powershell-'))
  opened = await openWinrm()
})
afterAll(async () => {
  expect(opened.host.windows.unknown).toEqual([])
  expect(opened.host.openShells()).toBe(0)
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

async function run(options: Partial<PowershellOptions>, overrides = {}) {
  const { commands } = opened.host.windows
  commands.length = 0
  const provisioned = provisionContext(opened.communicator, overrides)
  await powershell.provision(withDefaults(powershellOptions, options), provisioned.context)
  return { ...provisioned, commands: commands.filter(line => !line.includes('-EncodedCommand')).map(stable) }
}

const values: readonly (readonly [string, string])[] = [
  ['plain', 'value'],
  ['single quotes', "it's 'quoted'"],
  ['double quotes', 'say "hi"'],
  ['dollars and backticks', '$HOME ${PATH} $(id) `id` `n'],
  ['newlines', 'one\ntwo\n\nthree'],
  ['backslashes', 'C:\\path\\n \\\\'],
  ['percent signs', '100%s %% %TEMP% %d'],
  ['equals signs', 'a=b=c'],
  ['words of the shells', '; | & > < ( ) { } @ # ~ ^ !'],
  ['spaces at both ends', '  x  '],
]

describe('the environment arrives as it was meant', () => {
  const show = '[Console]::Write([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($env:VALUE)))'
  const more: typeof values = [
    ['unicode', 'grüße ☃ 日本'],
    ['typographic quotes', '“a” „b‟ ‘c’'],
  ]

  test.each([...values, ...more])('%s', async (_name, value) => {
    const { stdout } = await run({ inline: [show], environment_vars: [`VALUE=${value}`] })
    expect(Buffer.from(stdout(), 'base64').toString()).toBe(value)
    const elevated = await run({ inline: [show], env: { VALUE: value }, elevated_user: 'SYSTEM' })
    expect(Buffer.from(elevated.stdout(), 'base64').toString()).toBe(value)
  })

  test('with what every script is told', async () => {
    const { stdout } = await run({ inline: ['"$env:PACKER_BUILD_NAME $env:PACKER_BUILDER_TYPE"'] })
    expect(stdout()).toBe('x null')
  })
})

/** As Packer 1.6.6 was seen to do it; the names of files differ in every run. */
const PLACE = 'c:/Windows/Temp/packer-ps-env-vars-UUID.ps1'
const SILENT =
  "if (Test-Path variable:global:ProgressPreference){set-variable -name variable:global:ProgressPreference -value 'SilentlyContinue'}"
const observed: readonly (readonly [string, Partial<PowershellOptions>, string])[] = [
  [
    'by default',
    {},
    `powershell -executionpolicy bypass "& { ${SILENT};. ${PLACE}; &'c:/Windows/Temp/script-UUID.ps1'; exit $LastExitCode }"`,
  ],
  [
    'with a policy and debug_mode',
    { execution_policy: 'remotesigned', debug_mode: 1 },
    `powershell -executionpolicy remotesigned "& { ${SILENT};Set-PsDebug -Trace 1;. ${PLACE}; &'c:/Windows/Temp/script-UUID.ps1'; exit $LastExitCode }"`,
  ],
  [
    'with paths of its own',
    { remote_path: 'c:/Windows/Temp/y.ps1', remote_env_var_path: 'c:/Windows/Temp/env.ps1' },
    `powershell -executionpolicy bypass "& { ${SILENT};. c:/Windows/Temp/env.ps1; &'c:/Windows/Temp/y.ps1'; exit $LastExitCode }"`,
  ],
  [
    'with a command of its own',
    { execute_command: 'powershell -file {{.Path}} {{.Vars}}' },
    `powershell -file c:/Windows/Temp/script-UUID.ps1 ${PLACE}`,
  ],
]

const hclOf = (options: object): string =>
  Object.entries(options)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    .join('\n')

describe('the command line is the one that Packer was seen to use', () => {
  test.each(observed)('%s', async (_name, options, line) => {
    expect((await run({ inline: ['exit 0'], ...options })).commands).toEqual([line])
  })

  test('execution_policy = "none" is for a shell that is PowerShell', async () => {
    const { windows } = opened.host
    windows.answer({ pattern: /^& \{.*bare\.ps1/ })
    const options = { inline: ['exit 0'], execution_policy: 'none', remote_path: 'c:/Windows/Temp/bare.ps1' } as const
    expect((await run(options)).commands[0]).toMatch(/^& \{ .* exit \$LastExitCode \}$/)
  })

  test('use_pwsh', async () => {
    expect((await run({ inline: ['exit 0'], use_pwsh: true })).commands[0]).toMatch(/^pwsh -executionpolicy bypass "& \{ /)
  })
})

describeWith(['packer'], 'powershell beside Packer', () => {
  test.each(observed)(
    '%s',
    async (_name, options, line) => {
      const { windows } = opened.host
      windows.commands.length = 0
      const { status } = await packerOn(opened.host, `provisioner "powershell" {\ninline = ["exit 0"]\n${hclOf(options)}\n}`)
      expect(status).toBe(0)
      expect(windows.commands.map(stable)).toContain(line)
    },
    60_000,
  )

  test('the environment is the same, but for characters beyond ASCII, which Packer spoils', async () => {
    const show = [
      'Get-ChildItem env: | ForEach-Object { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("$($_.Name)=$($_.Value)")) }',
    ]
    const names = values.map(([, value], at) => `V${at}=${value}`)
    const vars = names
      .map(entry =>
        JSON.stringify(entry)
          .replaceAll('${', () => '$${')
          .replaceAll('%{', '%%{'),
      )
      .join(', ')
    const hcl = `provisioner "powershell" {\ninline = [${show.map(line => JSON.stringify(line))}, "exit 0"]\nenvironment_vars = [${vars}]\n}`
    const packer = await packerOn(opened.host, hcl)
    const ours = await run({ inline: show, environment_vars: names })
    const theirs = packer.output.filter(line => /^[\w+/]+=*$/.test(line) && Buffer.from(line, 'base64').includes('='))
    expect(ours.stdout().split('\n').sort()).toEqual(theirs.sort())
    expect(theirs.length).toBeGreaterThan(values.length)
  }, 60_000)

  test('a script arrives byte for byte', async () => {
    const script = join(folder, 'dos.ps1')
    const bytes = Buffer.from('Write-Output "é"\r\n# no end')
    writeFileSync(script, bytes)
    const options = { script, skip_clean: true, remote_path: 'c:/Windows/Temp/kept.ps1' }
    const { files } = opened.host.windows
    await packerOn(opened.host, `provisioner "powershell" {\n${hclOf(options)}\n}`)
    expect(files.read(options.remote_path)).toEqual(bytes)
    files.remove(options.remote_path)
    await run(options)
    expect(files.read(options.remote_path)).toEqual(bytes)
  }, 60_000)
})

describe('how it ends', () => {
  test.each([
    [['exit 3'], /inline script ended with status 3; valid is 0/],
    [['throw "the reason"'], /ended with status 1/],
    [['cmd /c exit 4'], /ended with status 4/],
    [['No-SuchCommand'], /ended with status 1/],
  ])('%j fails', async (inline, message) => {
    await expect(run({ inline })).rejects.toThrow(message)
  })

  test('the error carries the last output, in plain words', async () => {
    const error = await run({ inline: ['throw "the reason"'] }).catch(caught => caught)
    expect(error.details.evidence).toContain('the reason')
    expect(error.details.evidence).not.toContain('CLIXML')
  })

  test('valid_exit_codes', async () => {
    await run({ inline: ['exit 3010'], valid_exit_codes: [0, 3010] })
  })

  test('nothing stays on the machine, also of a script that fails', async () => {
    const { files } = opened.host.windows
    const before = files.files()
    await run({ inline: ['exit 1'], environment_vars: ['SECRET=x'] }).catch(() => undefined)
    expect(files.files()).toEqual(before)
  })

  test('pause_after', async () => {
    const began = Date.now()
    await run({ inline: ['exit 0'], pause_after: 300 })
    expect(Date.now() - began).toBeGreaterThan(290)
  })

  test('a script that is cancelled is ended over there', async () => {
    const stop = new AbortController()
    const running = run(
      { inline: ['Write-Output begun', 'Start-Sleep 60'] },
      { signal: stop.signal, output: () => stop.abort(new Error('enough')) },
    )
    await expect(running).rejects.toThrow('enough')
    expect(opened.host.requests.some(({ action }) => action === 'Signal')).toBe(true)
  })
})

describe('as another user', () => {
  const user = { elevated_user: 'vagrant', elevated_password: `v'a$g&r"änt` }

  beforeAll(() => {
    opened.host.windows.users.vagrant = user.elevated_password
  })

  test('a scheduled task with all rights runs it, and goes', async () => {
    const { windows } = opened.host
    const before = windows.files.files()
    const { stdout } = await run({ ...user, inline: ['"I am $env:USERNAME, grüße"', 'exit 5'], valid_exit_codes: [5] })
    expect(stdout()).toBe('I am vagrant, grüße')
    expect(windows.scheduler.history.at(-1)).toMatchObject({ user: 'vagrant', highest: true, logonType: 1, result: 5 })
    expect(windows.scheduler.tasks.size).toBe(0)
    expect(windows.files.files()).toEqual(before)
  })

  test('its password is in no command line and no file', async () => {
    const { windows } = opened.host
    await run({ ...user, inline: ['exit 0'], skip_clean: true })
    const kept = windows.files.files().map(path => windows.files.read(path)!.toString())
    const told = [...windows.commands, ...windows.scripts, ...windows.elevated, ...kept].join('\n')
    for (const form of ['v', 'r"änt'].map(part => user.elevated_password.slice(user.elevated_password.indexOf(part))))
      expect(told).not.toContain(form)
    for (const path of windows.files.files()) windows.files.remove(path)
  })

  test('a wrong one is told in the words of Windows', async () => {
    const error = await run({ ...user, elevated_password: 'other', inline: ['exit 0'] }).catch(caught => caught)
    expect(error.details.evidence).toContain('The user name or password is incorrect')
  })

  test('a service account has none', async () => {
    await run({ elevated_user: 'SYSTEM', inline: ['exit 0'] })
    expect(opened.host.windows.scheduler.history.at(-1)).toMatchObject({ user: 'SYSTEM', logonType: 5 })
  })

  test('the task of a script that is cancelled is ended', async () => {
    const stop = new AbortController()
    const cancelled = run(
      { ...user, inline: ['Write-Output begun', 'Start-Sleep 60'] },
      { signal: stop.signal, output: () => stop.abort(new Error('enough')) },
    )
    await expect(cancelled).rejects.toThrow('enough')
    expect(opened.host.windows.scheduler.history.at(-1)!.stop!.signal.aborted).toBe(true)
    expect(opened.host.windows.scheduler.tasks.size).toBe(0)
    for (const path of opened.host.windows.files.files()) opened.host.windows.files.remove(path)
  })
})

describe('mistakes in the template', () => {
  test.each<readonly [string, Partial<PowershellOptions>, readonly RegExp[]]>([
    ['fine', { inline: ['exit 0'] }, []],
    ['nothing', {}, [/One of inline, script and scripts/]],
    ['no such file', { scripts: ['nope.ps1'] }, [/nope\.ps1 cannot be used: there is no such file/]],
    ['a password for nobody', { inline: ['x'], elevated_password: 'p' }, [/elevated_password is of use with elevated_user only/]],
  ])('%s', (_name, options, expected) => {
    const problems = powershell.check!(withDefaults(powershellOptions, options))
    expect(problems.map(problem => problem.summary)).toEqual(expected.map(pattern => expect.stringMatching(pattern)))
  })
})

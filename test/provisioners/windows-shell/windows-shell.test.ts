/** The windows-shell provisioner over WinRM, beside Packer's. */
import { windowsShell } from '../../../src/provisioners/windows-shell'
import { type WindowsShellOptions, windowsShellOptions } from '../../../src/provisioners/windows-shell/options'
import { withDefaults } from '../../helpers/defaults'
import { provisionContext } from '../../helpers/provision'
import { describeWith } from '../../helpers/tools'
import { type OpenedWinrm, openWinrm, packerOn } from '../../helpers/winrm/open'

let opened: OpenedWinrm

beforeAll(async () => {
  opened = await openWinrm()
})
afterAll(async () => {
  expect(opened.host.windows.unknown).toEqual([])
  expect(opened.host.openShells()).toBe(0)
  await opened.close()
})

const ours = (lines: readonly string[]) => lines.filter(line => !/-EncodedCommand|winrmcp/.test(line))

async function run(options: Partial<WindowsShellOptions>) {
  const { commands } = opened.host.windows
  commands.length = 0
  const provisioned = provisionContext(opened.communicator)
  await windowsShell.provision(withDefaults(windowsShellOptions, options), provisioned.context)
  return { ...provisioned, commands: ours(commands) }
}

/** As Packer 1.6.6 was seen to do it. */
const observed: readonly (readonly [string, Partial<WindowsShellOptions>, string])[] = [
  ['by default', {}, 'set "PACKER_BUILDER_TYPE=null" && set "PACKER_BUILD_NAME=x" && "c:/Windows/Temp/script.bat"'],
  [
    'with variables',
    { environment_vars: [`A=say "hi" %TEMP% it's ^ 100%`, 'B=a=b'] },
    `set "A=say "hi" %TEMP% it's ^ 100%" && set "B=a=b" && set "PACKER_BUILDER_TYPE=null" && set "PACKER_BUILD_NAME=x" && "c:/Windows/Temp/script.bat"`,
  ],
  [
    'with a command, a format and a path of its own',
    {
      execute_command: 'cmd /c {{.Vars}} {{.Path}} arg',
      env_var_format: 'set %s=%s&& ',
      remote_path: 'c:/Windows/Temp/own.bat',
      environment_vars: ['A=1'],
    },
    'cmd /c set A=1&& set PACKER_BUILDER_TYPE=null&& set PACKER_BUILD_NAME=x&&  c:/Windows/Temp/own.bat arg',
  ],
]

describe('the command line is the one that Packer was seen to use', () => {
  test.each(observed)('%s', async (_name, options, line) => {
    expect((await run({ inline: ['@exit /b 0'], ...options })).commands).toEqual([line])
  })
})

describeWith(['packer'], 'windows-shell beside Packer', () => {
  test('in one build', async () => {
    const { commands } = opened.host.windows
    commands.length = 0
    const blocks = observed.map(([, options]) => {
      const given = Object.entries(options).map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
      return `provisioner "windows-shell" {\ninline = ["@exit /b 0"]\n${given.join('\n').replaceAll('%{', '%%{')}\n}`
    })
    expect((await packerOn(opened.host, blocks.join('\n'))).status).toBe(0)
    expect(ours(commands)).toEqual(observed.map(([, , line]) => line))
  }, 60_000)
})

describe('what happens', () => {
  test('the script sees its variables; it stays where it was put, as with Packer', async () => {
    const { stdout } = await run({ inline: ['@echo off', 'echo %A% by %PACKER_BUILD_NAME%'], env: { A: 'two words' } })
    expect(stdout()).toBe('two words by x')
    expect(opened.host.windows.files.read('c:/Windows/Temp/script.bat')!.toString()).toBe(
      '@echo off\necho %A% by %PACKER_BUILD_NAME%\n',
    )
  })

  test('its end is judged', async () => {
    await expect(run({ inline: ['@exit /b 3'] })).rejects.toThrow(/inline script ended with status 3; valid is 0/)
    await run({ inline: ['@exit /b 3'], valid_exit_codes: [0, 3] })
  })

  test('a line break in a value is refused, as nothing would run', () => {
    const problems = windowsShell.check!(
      withDefaults(windowsShellOptions, { inline: ['x'], environment_vars: ['A=1\n2'], env: { B: 'x\r\ny' } }),
    )
    expect(problems.map(({ option, summary }) => `${option}: ${summary}`)).toEqual([
      'environment_vars: The value of A has a line break, which cmd.exe does not take in a command',
      'env: The value of B has a line break, which cmd.exe does not take in a command',
    ])
  })
})

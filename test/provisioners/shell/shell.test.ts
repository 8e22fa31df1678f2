/** The shell provisioner over a real server, side by side with Packer's. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { shell } from '../../../src/provisioners/shell'
import { type ShellOptions, shellOptions } from '../../../src/provisioners/shell/options'
import { withDefaults } from '../../helpers/defaults'
import { linkProxy } from '../../helpers/link-proxy'
import { type Opened, open } from '../../helpers/open-ssh'
import { packerBuild } from '../../helpers/packer'
import { provisionContext } from '../../helpers/provision'
import { type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

let server: Sshd
let opened: Opened
let folder: string

function group(name: string, tools: readonly string[], tests: () => void): void {
  describeWith(['sshd', ...tools], `shell: ${name}`, () => {
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'ingot-shell-'))
      server = await startSshd()
      opened = await open(server)
    })
    afterAll(async () => {
      await opened.communicator.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    })
    tests()
  })
}

async function run(options: Partial<ShellOptions>, communicator = opened.communicator, overrides = {}) {
  const provisioned = provisionContext(communicator, overrides)
  await shell.provision(withDefaults(shellOptions, options), provisioned.context)
  return provisioned
}

const values: readonly (readonly [string, string])[] = [
  ['plain', 'value'],
  ['empty', ''],
  ['single quotes', "it's 'quoted'"],
  ['double quotes', 'say "hi"'],
  ['newlines', 'one\ntwo\n\nthree\n'],
  ['dollars and backticks', '$HOME ${PATH} $(id) `id`'],
  ['backslashes', 'C:\\path\\n \\\\'],
  ['unicode', 'grüße ☃ 日本'],
  ['equals signs', 'a=b=c'],
  ['shell words', '; rm -rf "$nothing" & | > < * ? ~ #x'],
  ['percent signs', '100%s %% %d'],
  ['spaces at both ends', '  x  '],
]

group('the environment arrives byte for byte', ['packer'], () => {
  const show = 'printf "%s" "$VALUE" | od -An -tx1 | tr -d " \\n"'

  test.each(values)('%s', async (_name, value) => {
    const { stdout } = await run({ inline: [show], environment_vars: [`VALUE=${value}`] })
    expect(Buffer.from(stdout(), 'hex').toString()).toBe(value)
    const byFile = await run({ inline: [show], env: { VALUE: value }, use_env_var_file: true })
    expect(Buffer.from(byFile.stdout(), 'hex').toString()).toBe(value)
  })

  test('and is the same as with Packer', async () => {
    const names = values.map(([, value], index) => [`V${index}`, value] as const)
    const lines = ['env -0 | sort -z | tr "\\0\\n" "\\n|" | grep -v -e ^SSH_ -e ^_=']
    const vars = names.map(([name, value]) => JSON.stringify(`${name}=${value}`).replaceAll('${', () => '$${')).join(', ')
    const packer = await packerBuild(
      server,
      `provisioner "shell" {\n  inline = ${JSON.stringify(lines)}\n  environment_vars = [${vars}]\n}`,
    )
    const ours = await run({ inline: lines, environment_vars: names.map(([name, value]) => `${name}=${value}`) })
    expect(ours.stdout().split('\n').sort()).toEqual(packer.output.filter(line => /^[A-Z_0-9a-z]+=/.test(line)).sort())
  })
})

group('what the script sees', ['packer'], () => {
  const probe = [
    'echo "name $0" | sed "s/[0-9][0-9]*/N/"',
    'echo "arguments $#"',
    'ls -l "$0" | cut -c1-10',
    'cat "$0" | head -1',
    'cat; echo "stdin ended"',
    'case $- in *e*) echo stops at errors ;; esac',
    'echo to-stderr >&2',
    'printf "10%%\\r100%%\\n"',
  ]

  const parent = 'tr "\\0" " " < /proc/$PPID/cmdline | sed "s/[0-9][0-9]*/N/g"; echo'

  test.each([
    ['by default', '', {}],
    ['with an environment file', 'use_env_var_file = true', { use_env_var_file: true }],
    [
      'with an own command',
      `execute_command = "A=1 {{.Vars}} sh '{{.Path}}' a b"`,
      { execute_command: `A=1 {{.Vars}} sh '{{.Path}}' a b` },
    ],
    ['elsewhere', 'remote_folder = "/var/tmp"\n remote_file = "own.sh"', { remote_folder: '/var/tmp', remote_file: 'own.sh' }],
  ])('is as with Packer: %s', async (_name, hcl, options) => {
    const inline = 'execute_command' in options ? [...probe, parent] : probe
    const lines = JSON.stringify(inline).replaceAll('%{', '%%{')
    const packer = await packerBuild(server, `provisioner "shell" {\n  inline = ${lines}\n  ${hcl}\n}`)
    const ours = await run({ inline, ...options })
    // Packer's command lines end with a line end, which the last line of the probe shows.
    const theirs = packer.output.filter(line => line !== '' && !/^(Using|Waiting|Connected|Provisioning)/.test(line))
    const seen = ours.output.map(line => line.slice(8)).filter(line => line !== '')
    expect(seen.sort()).toEqual(theirs.sort())
  })

  test('lines with a shebang of their own keep it', async () => {
    const { stdout } = await run({ inline: ['#!/bin/bash', 'echo "${BASH_VERSION:+bash}"', 'head -1 "$0"'] })
    expect(stdout()).toBe('bash\n#!/bin/bash')
  })

  test('inline_shebang', async () => {
    const { stdout } = await run({ inline: ['echo "${BASH_VERSION:+bash}"'], inline_shebang: '/bin/bash -u' })
    expect(stdout()).toBe('bash')
  })
})

group('files and their traces', [], () => {
  test('Windows line ends become Unix ones, unless binary', async () => {
    const script = join(folder, 'dos.sh')
    writeFileSync(script, '#!/bin/sh\r\necho "one"\r\necho two')
    const { stdout } = await run({ script })
    expect(stdout()).toBe('one\ntwo')
    await expect(run({ script, binary: true })).rejects.toThrow(/ended with status/)
  })

  test('very long lines and bytes that are not UTF-8 pass', async () => {
    const script = join(folder, 'long.sh')
    writeFileSync(
      script,
      Buffer.concat([
        Buffer.from(`#!/bin/sh\nX='${'y'.repeat(100_000)}'\necho \${#X}; printf '`),
        Buffer.from([0xe9]),
        Buffer.from("' | od -An -tx1\n"),
      ]),
    )
    expect((await run({ script })).stdout()).toBe('100000\n e9')
  })

  test('scripts run in order and leave nothing behind', async () => {
    const scripts = ['a', 'b', 'c'].map(name => {
      const path = join(folder, `${name}.sh`)
      writeFileSync(path, `echo ${name}\n`)
      chmodSync(path, 0o600)
      return path
    })
    const { stdout } = await run({ scripts, remote_folder: folder, remote_file: 'remote.sh', use_env_var_file: true })
    expect(stdout()).toBe('a\nb\nc')
    expect(readdirSync(folder).filter(name => /remote|varfile/.test(name))).toEqual([])
  })

  test('a script costs one channel, whoever wrote its command', async () => {
    const channels = () => server.log().match(/Starting session: (command|shell)/g)?.length ?? 0
    const count = async (options: Partial<ShellOptions>) => {
      const before = channels()
      await run(options)
      return channels() - before
    }
    expect(await count({ inline: ['true'] })).toBe(1)
    expect(await count({ inline: ['true'], execute_command: 'sh {{.Path}}' })).toBe(1)
    const script = join(folder, 'counted.sh')
    writeFileSync(script, 'true\n')
    expect(await count({ scripts: [script, script, script] })).toBe(3)
  })

  test('a script that fails leaves nothing behind either, variables least of all', async () => {
    await expect(run({ inline: ['exit 3'], remote_folder: folder, use_env_var_file: true })).rejects.toThrow(/status 3/)
    expect(readdirSync(folder).filter(name => /script|varfile/.test(name))).toEqual([])
  })

  test('skip_clean leaves script and variables, readable by nobody else', async () => {
    await run({ inline: ['true'], remote_folder: folder, remote_file: 'kept.sh', use_env_var_file: true, skip_clean: true })
    expect(existsSync(join(folder, 'kept.sh'))).toBe(true)
    const file = readdirSync(folder).find(name => /^varfile_\d+\.sh$/.test(name))!
    expect(readFileSync(join(folder, file), 'utf8')).toBe("export PACKER_BUILDER_TYPE='null'\nexport PACKER_BUILD_NAME='x'\n")
  })
})

/** Asks for the password on its input, forgets the environment unless told to keep it, and becomes another user where root runs the tests. */
const SUDO = `#!/bin/sh
keep=
while :; do
  case $1 in -S) ;; -E) keep=yes ;; *) break ;; esac
  shift
done
read -r password
[ "$password" = pass-w0rd ] || { echo 'sudo: 1 incorrect password attempt' >&2; exit 1; }
[ $keep ] || set -- env -i "PATH=$PATH" "$@"
[ "$(id -u)" = 0 ] && set -- setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
exec "$@"
`

group('sudo with a password on its input', ['packer', 'setpriv'], () => {
  const inline = ['id -u', 'printf "<%s>\\n" "$VALUE"', 'cat', 'echo input ended']
  const own = (command: string) => {
    writeFileSync(join(folder, 'sudo'), SUDO, { mode: 0o755 })
    return { inline, execute_command: command.replace('sudo', join(folder, 'sudo')), env: { VALUE: `it's $HOME` } }
  }

  test.each([
    ['that keeps the environment', `echo pass-w0rd | {{.Vars}} sudo -S -E sh -e '{{.Path}}'`],
    ['that is handed the environment', `echo pass-w0rd | sudo -S env {{.Vars}} sh -e '{{.Path}}'`],
  ])('%s runs the script as with Packer', async (_name, command) => {
    const options = own(command)
    const packer = await packerBuild(
      server,
      `provisioner "shell" {
  inline = ${JSON.stringify(inline).replaceAll('${', '$${')}
  execute_command = ${JSON.stringify(options.execute_command)}
  environment_vars = ["VALUE=it's $HOME"]
}`,
    )
    const { stdout } = await run(options)
    expect(stdout()).toBe(`${userInfo().uid === 0 ? 65534 : userInfo().uid}\n<it's $HOME>\ninput ended`)
    expect(packer.output.join('\n')).toContain(stdout())
  })

  test('a wrong one is told in the words of sudo, and not itself', async () => {
    const error = await run(own(`echo other-w0rd | sudo -S sh '{{.Path}}'`)).catch(caught => caught)
    expect(error.details.evidence).toContain('incorrect password attempt')
    expect(JSON.stringify([error.message, error.details])).not.toContain('w0rd')
  })
})

group('how it ends', [], () => {
  test.each([
    ['exit 3', /inline script ended with status 3; valid is 0/],
    ['kill -KILL $$', /was ended by SIGKILL \(status 137\)/],
    ['/no/such/program', /ended with status 127/],
  ])('%s fails', async (line, message) => {
    await expect(run({ inline: [line] })).rejects.toThrow(message)
  })

  test('the error carries the last output', async () => {
    const error = await run({ inline: ['echo the reason >&2', 'exit 1'] }).catch(caught => caught)
    expect(error.details.evidence).toContain('the reason')
  })

  test('valid_exit_codes', async () => {
    await run({ inline: ['exit 3'], valid_exit_codes: [3, 4] })
    await run({ inline: ['kill -KILL $$'], valid_exit_codes: [137] })
    await expect(run({ inline: ['true'], valid_exit_codes: [3] })).rejects.toThrow(/status 0; valid is 3/)
  })

  test('pause_after', async () => {
    const began = Date.now()
    await run({ inline: ['true'], pause_after: 400 })
    expect(Date.now() - began).toBeGreaterThan(390)
  })

  const breaking = async (options: Partial<ShellOptions>) => {
    const proxy = await linkProxy(server.port)
    const { communicator } = await open(server, { port: proxy.port })
    const context = { output: proxy.cut }
    try {
      return await run({ inline: ['echo before', 'sleep 5'], ...options }, communicator, context)
    } finally {
      await communicator.close()
      await proxy.stop()
    }
  }

  test('a connection that breaks is a failure, unless it is expected; the script is taken away over a new one', async () => {
    await expect(breaking({})).rejects.toThrow(/connection broke while inline script ran: nobody knows how it ended/)
    await breaking({ expect_disconnect: true, remote_folder: folder, remote_file: 'gone.sh' })
    expect(existsSync(join(folder, 'gone.sh'))).toBe(false)
    await breaking({ valid_exit_codes: [0, 2300218] })
  })
})

describe('mistakes in the template', () => {
  test.each<readonly [string, Partial<ShellOptions>, readonly RegExp[]]>([
    ['fine', { inline: ['true'] }, []],
    ['nothing', {}, [/One of inline, script and scripts/]],
    ['two', { inline: ['true'], script: __filename }, [/Only one of inline and script/]],
    ['no such file', { scripts: [__filename, 'nope.sh'] }, [/nope\.sh cannot be used: there is no such file/]],
    ['a folder', { script: __dirname }, [/it is a folder/]],
    ['no equals sign', { inline: ['true'], environment_vars: ['A=1', 'B', '=c'] }, [/NAME=value: B/, /NAME=value: =…/]],
  ])('%s', (_name, options, expected) => {
    const problems = shell.check!(withDefaults(shellOptions, options))
    expect(problems.map(problem => problem.summary)).toEqual(expected.map(pattern => expect.stringMatching(pattern)))
  })

  test('a secret in a wrong variable is not told', () => {
    const [problem] = shell.check!(withDefaults(shellOptions, { inline: ['x'], environment_vars: ['=s3cret'] }))
    expect(problem!.summary).not.toContain('s3cret')
  })
})

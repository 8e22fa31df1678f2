/** Servers as they are met: a template with scripts, files and a folder runs on each, or fails with the one right sentence. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Communicator, Reach } from '../../../src/model/communicator'
import type { CommunicatorOptions } from '../../../src/model/communicator-options'
import { file } from '../../../src/provisioners/file'
import { type FileOptions, fileOptions } from '../../../src/provisioners/file/options'
import { shell } from '../../../src/provisioners/shell'
import { type ShellOptions, shellOptions } from '../../../src/provisioners/shell/options'
import { withDefaults } from '../../helpers/defaults'
import { linkProxy } from '../../helpers/link-proxy'
import { open } from '../../helpers/open-ssh'
import { provisionContext } from '../../helpers/provision'
import { makeKey, type Sshd, type SshdSettings, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

const MEGABYTE = 1 << 20

interface Oddity {
  readonly name: string
  readonly settings?: (folder: string) => SshdSettings
  readonly link?: { readonly cutAfter?: number; readonly slowBanner?: number }
  readonly reach?: Partial<Reach>
  readonly options?: (folder: string) => Partial<CommunicatorOptions>
  /** Instead of a good end. */
  readonly fails?: RegExp
}

const odd: readonly Oddity[] = [
  {
    name: 'signatures of RSA by SHA-2 only',
    settings: folder => ({
      hostKeyType: 'rsa',
      config: ['PubkeyAcceptedAlgorithms rsa-sha2-512', 'HostKeyAlgorithms rsa-sha2-512', `AuthorizedKeysFile ${folder}/rsa.pub`],
    }),
    reach: { privateKey: undefined },
    options: folder => ({ ssh_private_key_file: `${folder}/rsa` }),
  },
  {
    name: 'certificates only',
    settings: folder => ({ config: [`TrustedUserCAKeys ${folder}/ca.pub`, 'AuthorizedKeysFile none'] }),
    reach: { privateKey: undefined },
    options: folder => ({ ssh_private_key_file: `${folder}/rsa`, ssh_certificate_file: `${folder}/rsa-cert.pub` }),
  },
  { name: 'one channel at a time', settings: () => ({ config: ['MaxSessions 1'] }) },
  { name: 'no SFTP', settings: () => ({ sftp: false }) },
  { name: 'no tar', settings: folder => ({ config: [`SetEnv PATH=${folder}/bin SHLVL=9`] }) },
  {
    name: 'neither SFTP nor tar',
    settings: folder => ({ sftp: false, config: [`SetEnv PATH=${folder}/bin SHLVL=9`] }),
    fails: /neither tar nor SFTP/,
  },
  { name: 'a terminal for everything', options: () => ({ ssh_pty: true }) },
  { name: 'a slow banner', link: { slowBanner: 3000 } },
  { name: 'a connection that is cut every 20 MB', link: { cutAfter: 20 * MEGABYTE } },
  { name: 'new keys after every megabyte', settings: () => ({ config: ['RekeyLimit 1M'] }) },
  { name: 'no room for new callers', settings: () => ({ config: ['MaxStartups 1:100:1'] }) },
  {
    name: 'one cipher, one MAC, one key exchange',
    settings: () => ({
      config: ['Ciphers aes128-ctr', 'MACs hmac-sha2-256-etm@openssh.com', 'KexAlgorithms ecdh-sha2-nistp256'],
    }),
  },
  { name: 'an old key exchange only', settings: () => ({ config: ['KexAlgorithms diffie-hellman-group14-sha1'] }) },
  { name: 'compression after log-in', settings: () => ({ config: ['Compression yes'] }) },
  {
    name: 'a login shell that greets before every command, and before SFTP',
    settings: folder => ({
      config: [loginShell(folder, 'greets', 'echo Welcome; echo; exec $server', 'echo Welcome; exec sh -c')],
    }),
  },
  {
    name: 'a login shell that takes no quoted text over several lines, as csh',
    settings: folder => ({
      config: [
        loginShell(
          folder,
          'csh',
          'exec $server',
          `case "$SSH_ORIGINAL_COMMAND" in *"$newline"*) echo "Unmatched '." >&2; exit 1 ;; esac; exec sh -c`,
        ),
      ],
    }),
  },
  {
    name: 'a login shell that lets nobody in',
    settings: folder => ({
      config: [loginShell(folder, 'nologin', 'echo no entry; exit 1', 'echo This account is not available.; exit 1; exec')],
    }),
    fails: /This account is not available/,
  },
  {
    name: 'no terminals, where one is asked for',
    settings: () => ({ config: ['PermitTTY no'] }),
    options: () => ({ ssh_pty: true }),
    fails: /gives out no terminals/,
  },
  { name: 'no sessions at all', settings: () => ({ config: ['MaxSessions 0'] }), fails: /lets us in, but opens no session/ },
  {
    name: 'a command of its own',
    settings: () => ({ config: ['ForceCommand internal-sftp'] }),
    fails: /script|connection broke|status/i,
  },
]

/** As `ForceCommand`: what runs for SFTP, and what a command is given to. */
function loginShell(folder: string, name: string, sftp: string, command: string): string {
  const path = join(folder, name)
  const script = `#!/bin/sh
server=$(ls /usr/lib/openssh/sftp-server /usr/libexec/openssh/sftp-server /usr/libexec/sftp-server 2> /dev/null)
newline='
'
case $SSH_ORIGINAL_COMMAND in internal-sftp) ${sftp} ;; esac
${command} "$SSH_ORIGINAL_COMMAND"
`
  writeFileSync(path, script, { mode: 0o755 })
  return `ForceCommand ${path}`
}

describeWith(['sshd', 'ssh-keygen'], 'odd servers', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ingot-odd-'))
    makeKey(join(folder, 'rsa'), 'rsa')
    makeKey(join(folder, 'ca'), 'ed25519')
    execFileSync('ssh-keygen', [
      '-q',
      '-s',
      join(folder, 'ca'),
      '-I',
      'bake',
      '-n',
      process.env.USER ?? 'root',
      join(folder, 'rsa.pub'),
    ])
    mkdirSync(join(folder, 'bin'))
    for (const program of ['sh', 'cat', 'chmod', 'rm', 'mkdir', 'bash', 'sha256sum', 'test', 'sleep'])
      copyFileSync(
        execFileSync('sh', ['-c', `command -v ${program} | grep / || echo /usr/bin/${program}`], { encoding: 'utf8' }).trim(),
        join(folder, 'bin', program),
      )
    mkdirSync(join(folder, 'tree', 'inner'), { recursive: true })
    for (let count = 0; count < 20; count++) writeFileSync(join(folder, 'tree', 'inner', `${count}`), `file ${count}\n`)
    writeFileSync(join(folder, 'large'), Buffer.alloc(30 * MEGABYTE, 'large '))
    writeFileSync(join(folder, 'medium'), Buffer.alloc(2 * MEGABYTE, 'medium '))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function bake(communicator: Communicator, target: string, large: string): Promise<string> {
    const { context, stdout } = provisionContext(communicator)
    const script = (given: Partial<ShellOptions>) => shell.provision(withDefaults(shellOptions, given), context)
    const bring = (source: string, destination: string, direction: FileOptions['direction'] = 'upload') =>
      file.provision(withDefaults(fileOptions, { source, destination, direction }), context)
    await script({ inline: [`mkdir -p ${target}`, 'echo first'] })
    await bring(large, `${target}/large`)
    await bring(`${join(folder, 'tree')}/`, `${target}/tree`)
    await script({ inline: [`cat ${target}/tree/inner/7`, 'echo "$WORD"'], environment_vars: ["WORD=it's"] })
    await bring(`${target}/large`, `${target}/back/large`, 'download')
    await bring('/proc/version', `${target}/back/version`, 'download')
    await bring(`${target}/tree/`, `${target}/back/`, 'download')
    await bring(`${target}/tree/inner/1*`, `${target}/back/found`, 'download')
    return stdout()
  }

  function compare(target: string, large: string): void {
    const same = (one: string, other: string) => expect(readFileSync(one).equals(readFileSync(other))).toBe(true)
    for (const place of [target, join(target, 'back')]) same(join(place, 'large'), large)
    same(join(target, 'back', 'version'), '/proc/version')
    same(join(target, 'back', 'tree', 'inner', '19'), join(folder, 'tree', 'inner', '19'))
    expect(readdirSync(join(target, 'back', 'found'))).toHaveLength(11)
  }

  test.each(odd.map(each => [each.name, each] as const))(
    '%s',
    async (_, { settings, link, reach, options, fails }) => {
      const target = mkdtempSync(join(folder, 'target-'))
      const server = await startSshd(settings?.(folder))
      const proxy = link && (await linkProxy(server.port, link))
      const { communicator } = await open(server, { ...reach, ...(proxy && { port: proxy.port }) }, options?.(folder))
      const large = join(folder, link?.cutAfter ? 'large' : 'medium')
      const done = await bake(communicator, target, large).catch((error: Error) => error)
      await communicator.close()
      await proxy?.stop()
      await server.stop()
      if (fails) {
        expect(done).toBeInstanceOf(Error)
        return expect((done as Error).message).toMatch(fails)
      }
      if (done instanceof Error) throw done
      expect(done.replace(/^Welcome\n/gm, '')).toBe("first\nfile 7\nit's")
      compare(target, large)
    },
    60_000,
  )

  test('one that restarts in the middle', async () => {
    const target = mkdtempSync(join(folder, 'target-'))
    const first = await startSshd()
    const { communicator } = await open(first, {}, { ssh_timeout: 20_000 })
    const { context, stdout } = provisionContext(communicator)
    const script = (given: Partial<ShellOptions>) => shell.provision(withDefaults(shellOptions, given), context)
    let second: Sshd | undefined
    const restart = async () => {
      const stay = join(folder, 'host')
      execFileSync('cp', ['-r', first.folder, stay])
      await first.stop()
      await new Promise(resolve => setTimeout(resolve, 1500))
      execFileSync('cp', ['-r', stay, first.folder])
      second = await startSshd({ port: first.port, folder: first.folder })
    }
    const rebooting = script({ inline: ['echo rebooting', 'sleep 60'], expect_disconnect: true })
    while (!stdout().includes('rebooting')) await new Promise(resolve => setTimeout(resolve, 50))
    await restart()
    await rebooting
    await script({ inline: [`touch ${target}/after`, 'echo after'], start_retry_timeout: 20_000 })
    expect(stdout()).toBe('rebooting\nafter')
    await communicator.close()
    await second?.stop()
    rmSync(first.folder, { recursive: true, force: true })
  }, 60_000)
})

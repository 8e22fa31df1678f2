/** Who is trusted: machines whose key the console tells, machines that known_hosts knows, and nobody in between. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Server } from 'ssh2'
import { MachineKeys, type MachineTrust } from '../../../src/communicators/ssh/host-keys'
import { knownHosts } from '../../../src/communicators/ssh/known-hosts'
import { makeSshKeyPair } from '../../../src/lib/ssh-key'
import { failure, open } from '../../helpers/open-ssh'
import { ended, startSource } from '../../helpers/source-process'
import { type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

let folder: string
let right: string
let wrong: string
const blob = (line: string) => Buffer.from(line.split(' ')[1]!, 'base64')
const block = (line: string) =>
  `junk\r\n-----BEGIN SSH HOST KEY KEYS-----\r\n${line}\r\n-----END SSH HOST KEY KEYS-----\r\nlogin:`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-host-keys-'))
  right = (await makeSshKeyPair('ed25519', 'right')).publicKey
  wrong = (await makeSshKeyPair('ed25519', 'wrong')).publicKey
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a machine that the build launched', () => {
  const said: string[] = []
  const keys = (trust: Partial<MachineTrust>) =>
    new MachineKeys({
      pinned: [],
      choice: 'auto',
      signal: new AbortController().signal,
      say: text => said.push(text),
      patience: { milliseconds: 60, pause: 10 },
      ...trust,
    })
  const fingerprints = (line: string) => {
    writeFileSync(join(folder, 'k.pub'), line)
    const printed = execFileSync('ssh-keygen', ['-lf', join(folder, 'k.pub')], { encoding: 'utf8' })
    return `-----BEGIN SSH HOST KEY FINGERPRINTS-----\n${printed}-----END SSH HOST KEY FINGERPRINTS-----\n`
  }

  test.each<[string, () => Partial<MachineTrust>, RegExp | undefined, RegExp | undefined]>([
    ['pinned and right', () => ({ pinned: [right] }), undefined, undefined],
    ['pinned and wrong', () => ({ pinned: [wrong] }), /it shows host key SHA256:\S+, not SHA256/, undefined],
    [
      'pinned wrong, right on the console',
      () => ({ pinned: [wrong], console: async () => block(right) }),
      undefined,
      /on the machine's console/,
    ],
    [
      'pin and wrong, whatever the console says',
      () => ({ pinned: [wrong], choice: 'pin', console: async () => block(right) }),
      /not SHA256/,
      undefined,
    ],
    ['pin and nothing pinned', () => ({ choice: 'pin' }), /no host key could be handed over/, undefined],
    ['pinned wrong, nothing on the console', () => ({ pinned: [wrong], console: async () => '' }), /not SHA256/, undefined],
    ['console: right', () => ({ choice: 'console', console: async () => block(right) }), undefined, /on the machine's console/],
    ['console: wrong', () => ({ choice: 'console', console: async () => block(wrong) }), /not SHA256/, undefined],
    [
      'console: an older boot had another key',
      () => ({ choice: 'console', console: async () => block(wrong) + block(right) }),
      undefined,
      /console/,
    ],
    ['console: fingerprints only', () => ({ choice: 'console', console: async () => fingerprints(right) }), undefined, /console/],
    [
      'console: nothing yet',
      () => ({ choice: 'console', console: async () => 'booting' }),
      /does not show its host keys yet/,
      undefined,
    ],
    ['auto: nothing to go by', () => ({ console: async () => undefined }), undefined, /trusted on first use/],
    [
      'trust, although the console says otherwise',
      () => ({ choice: 'trust', console: async () => block(wrong) }),
      undefined,
      /trusted on first use/,
    ],
  ])('%s', async (_, trust, refusal, aloud) => {
    said.length = 0
    const known = keys(trust())
    const outcome = await known.refuse(blob(right))
    expect(outcome?.sentence ?? '').toMatch(refusal ?? /^$/)
    expect(said.join()).toMatch(aloud ?? /^$/)
    if (outcome) return
    expect(await known.refuse(blob(right))).toBeUndefined()
    expect((await known.refuse(blob(wrong)))?.final).toBe(true)
  })

  test('the console is waited for', async () => {
    let looks = 0
    const console = async () => (++looks < 3 ? 'booting' : block(right))
    const patience = { milliseconds: 15_000, pause: 1 }
    expect(await keys({ choice: 'console', console, patience }).refuse(blob(right))).toBeUndefined()
    expect(looks).toBe(3)
  })
})

describeWith(['ssh-keygen'], 'a machine that was there before', () => {
  const judge = async (host: string, port: number, text: string, known_hosts: 'accept-new' | 'strict' | 'off' = 'accept-new') => {
    const file = join(folder, 'known_hosts')
    writeFileSync(file, text)
    const trust = { host_key: 'auto', known_hosts, known_hosts_file: file, proxy_jump: undefined } as const
    const said: string[] = []
    const keys = await knownHosts(
      host,
      port,
      trust,
      line => said.push(line),
      async () => undefined,
    )
    const refusal = await keys.refuse(blob(right))
    return { refusal, said: said.join(), after: readFileSync(file, 'utf8') }
  }
  /** As `ssh-keygen -H` writes it. */
  const hashed = (text: string): string => {
    const file = join(folder, 'to-hash')
    writeFileSync(file, text)
    execFileSync('ssh-keygen', ['-q', '-H', '-f', file], { stdio: 'ignore' })
    return readFileSync(file, 'utf8')
  }
  const key = (line: string) => line.split(' ').slice(0, 2).join(' ')

  test.each<[string, () => [string, number, string], RegExp | undefined]>([
    ['known', () => ['bake.example', 22, `bake.example ${key(right)}\n`], undefined],
    ['changed', () => ['bake.example', 22, `bake.example ${key(wrong)}\n`], /it shows host key .* not/],
    ['case does not matter', () => ['Bake.Example', 22, `bake.example ${key(wrong)}\n`], /not SHA256/],
    ['another port is another machine', () => ['bake.example', 2200, `bake.example ${key(wrong)}\n`], undefined],
    ['with its port', () => ['bake.example', 2200, `[bake.example]:2200 ${key(wrong)}\n`], /not SHA256/],
    ['hashed', () => ['bake.example', 22, hashed(`bake.example ${key(wrong)}\n`)], /not SHA256/],
    ['hashed with its port', () => ['bake.example', 2200, hashed(`[bake.example]:2200 ${key(wrong)}\n`)], /not SHA256/],
    ['by a pattern', () => ['bake.example', 22, `*.example,!bake.* ${key(right)}\n*.example ${key(wrong)}\n`], /not SHA256/],
    ['one of several', () => ['bake.example', 22, `a,bake.example ${key(wrong)}\nbake.example ${key(right)}\n`], undefined],
    ['revoked', () => ['bake.example', 22, `bake.example ${key(right)}\n@revoked * ${key(right)}\n`], /is revoked by .*:2/],
    [
      'the key of an authority is no host key',
      () => ['bake.example', 22, `@cert-authority *.example ${key(wrong)}\n`],
      undefined,
    ],
    ['remarks and rubbish', () => ['bake.example', 22, `# bake.example ${key(wrong)}\n\nbake.example\n`], undefined],
  ])('%s', async (_, given, refused) => {
    const { refusal } = await judge(...given())
    expect(refusal?.sentence ?? '').toMatch(refused ?? /^$/)
  })

  test('a new one is noted, and ssh-keygen finds it there', async () => {
    const { refusal, said, after } = await judge('bake.example', 2200, 'other ssh-ed25519 AAAA')
    expect(refusal).toBeUndefined()
    expect(said).toMatch(/is new and trusted on first use; it is noted in/)
    expect(after).toBe(`other ssh-ed25519 AAAA\n[bake.example]:2200 ${key(right)}\n`)
    const found = execFileSync('ssh-keygen', ['-F', '[bake.example]:2200', '-f', join(folder, 'known_hosts')], {
      encoding: 'utf8',
    })
    expect(found).toContain(key(right))
  })

  test('a key that is known without the port is known, as with OpenSSH; another one is new', async () => {
    const line = `bake.example ${key(right)}\n`
    const known = await judge('bake.example', 2200, line, 'strict')
    expect([known.refusal, known.said, known.after]).toEqual([undefined, '', line])
    const strict = await judge('bake.example', 2200, `bake.example ${key(wrong)}\n`, 'strict')
    expect(strict.refusal?.sentence).toMatch(/is not known/)
    const revoked = await judge('bake.example', 2200, `@revoked bake.example ${key(right)}\n`)
    expect(revoked.refusal?.sentence).toMatch(/is revoked by .*:1/)
  })

  test('a file that cannot be read does not count, and that is said', async () => {
    const said: string[] = []
    const trust = { host_key: 'auto', known_hosts: 'strict', known_hosts_file: folder, proxy_jump: undefined } as const
    const none = async () => undefined
    const keys = await knownHosts('bake.example', 22, trust, line => said.push(line), none)
    expect((await keys.refuse(blob(right)))?.sentence).toMatch(/is not known/)
    expect(said).toEqual([`${folder} does not count, as it cannot be read: it is a folder`])
  })

  test('an authority whose certificate the host does not show is said', async () => {
    const line = `@cert-authority *.example ${key(wrong)}\n`
    const { refusal, said } = await judge('bake.example', 22, line)
    expect(refusal).toBeUndefined()
    expect(said).toMatch(/trusted on first use; it is noted in .*; it shows no certificate of .*:1/)
    const strict = await judge('bake.example', 22, line, 'strict')
    expect(strict.refusal?.sentence).toMatch(/is not known; it shows no certificate of .*:1/)
  })

  test('strict takes no new one, off takes any; ports of this machine are not noted', async () => {
    const strict = await judge('bake.example', 22, '', 'strict')
    expect(strict.refusal?.sentence).toMatch(/is not known/)
    const off = await judge('bake.example', 22, `bake.example ${key(wrong)}\n`, 'off')
    expect(off.refusal).toBeUndefined()
    expect(off.said).toMatch(/without a look/)
    expect((await judge('127.0.0.1', 2200, '')).after).toBe('')
  })
})

describeWith(['sshd', 'ssh-keygen'], 'real servers', () => {
  let server: Sshd
  let bastion: Sshd
  beforeAll(async () => {
    ;[server, bastion] = await Promise.all([startSshd(), startSshd()])
  })
  afterAll(() => Promise.all([server.stop(), bastion.stop()]))

  const trust = (text: string) => {
    const known_hosts_file = join(folder, 'servers')
    writeFileSync(known_hosts_file, text)
    return { trust: { host_key: 'auto', known_hosts: 'accept-new', known_hosts_file, proxy_jump: undefined } } as const
  }
  const line = ({ port }: Sshd, { hostKey }: Sshd) => `[127.0.0.1]:${port} ${hostKey}\n`

  test('one that was there before shows another key: nothing is told to it', async () => {
    const error = await failure(server, { hostKeys: undefined }, trust(line(server, bastion)))
    expect(error.message).toMatch(/not the machine that was expected.*Nothing was told/)
    expect(error.details.advice).toMatch(/ssh-keygen -R '\[127\.0\.0\.1\]:\d+'/)
    expect(server.log()).not.toMatch(/userauth|Accepted|Failed/i)
  })

  test('so does a bastion host, and a machine behind one', async () => {
    const through = {
      ssh_bastion_host: '127.0.0.1',
      ssh_bastion_port: bastion.port,
      ssh_bastion_username: bastion.username,
      ssh_bastion_private_key_file: bastion.privateKeyFile,
    }
    const changed = await failure(server, {}, { ...through, ...trust(line(bastion, server)) })
    expect(changed.message).toMatch(/bastion host 127\.0\.0\.1 is not reached: it is not the machine that was expected/)
    const behind = await failure(server, { hostKeys: [bastion.hostKey] }, { ...through, ...trust(line(bastion, bastion)) })
    expect(behind.message).toMatch(/cannot reach .* by SSH: it is not the machine that was expected/)
    const { communicator } = await open(server, {}, { ...through, ...trust(line(bastion, bastion)) })
    expect(await communicator.run('true')).toEqual({ status: 0 })
    await communicator.close()
  })
})

describeWith(['nsenter', 'setpriv', 'sshd', 'ssh-keygen'], 'a bake on light machines with default settings', () => {
  const template = (more: string) => `
source "amazon-ebs" "web" {
  region        = "us-east-1"
  instance_type = "t3.small"
  ami_name      = "web"
  ssh_username  = "admin"
  ssh_timeout   = "60s"
  user_data     = "#!/bin/sh\\ntouch /opt/by-user-data\\n"
  source_ami_filter {
    filters     = { name = "debian-12-amd64-*" }
    owners      = ["136693071363"]
    most_recent = true
  }
  ${more}
}
build {
  sources = ["source.amazon-ebs.web"]
  provisioner "shell" {
    inline = ["test -f /opt/by-user-data", "cat /etc/ssh/ssh_host_ed25519_key.pub | sudo tee /opt/key-of-build"]
  }
}
`
  const own = `
smoke_test "the host key of the build stayed there" {
  inline = ["test -s /opt/key-of-build", "! grep -qF -f /opt/key-of-build /etc/ssh/ssh_host_ed25519_key.pub", "! grep -rqF -f /opt/key-of-build /var/lib/cloud"]
}
`
  async function bake(more: string, ...flags: string[]) {
    const cwd = mkdtempSync(join(folder, 'bake-'))
    mkdirSync(join(cwd, 'web'))
    writeFileSync(join(cwd, 'web', 'web.pkr.hcl'), template(more))
    writeFileSync(join(cwd, 'web', 'web.ingot.hcl'), own)
    const env = { PATH: process.env.PATH, HOME: cwd, XDG_CACHE_HOME: join(cwd, 'cache'), INGOT_STATE_DIR: join(cwd, 'runs') }
    const args = ['build', '-sandbox', '-sandbox-kind', 'light', ...flags, 'web']
    const end = await ended(startSource('src/cli/main.ts', args, { cwd, env }))
    return { ...end, cwd, knownHosts: existsSync(join(cwd, '.ssh', 'known_hosts')) }
  }

  test('nobody is trusted on first use, and the key does not stay in the image', async () => {
    const { status, stdout, knownHosts, cwd } = await bake('')
    expect({ status, said: status === 0 ? '' : stdout }).toEqual({ status: 0, said: '' })
    expect(stdout).not.toMatch(/trusted on first use|could not be removed/)
    expect(knownHosts).toBe(false)
    const find = (name: string) => execFileSync('find', [cwd, '-name', name], { encoding: 'utf8' }).trim().split('\n')
    const [key] = find('key-of-build').map(path => readFileSync(path, 'utf8').split(' ')[1]!)
    const inImages = find('ssh_host_ed25519_key.pub').filter(path => path.includes('/snapshots/'))
    expect(inImages).toHaveLength(1)
    expect(readFileSync(inImages[0]!, 'utf8')).toMatch(/^ssh-ed25519 /)
    expect(readFileSync(inImages[0]!, 'utf8')).not.toContain(key)
  }, 120_000)

  test('the console tells it, where that is asked for', async () => {
    const { status, stdout } = await bake('', '-host-keys', 'console')
    expect(status).toBe(0)
    expect(stdout).toMatch(/is the one on the machine's console/)
  }, 120_000)

  test('a man in the middle is refused before he hears anything of a login', async () => {
    const { privateKey } = await makeSshKeyPair('ed25519', 'mallory')
    const heard: string[] = []
    const mallory = new Server({ hostKeys: [privateKey] }, client => {
      client
        .on('error', () => undefined)
        .on('authentication', context => {
          heard.push(`${context.username} ${context.method}`)
          context.accept()
        })
    })
    await new Promise<void>(done => mallory.listen(0, '127.0.0.1', done))
    const { port } = mallory.address() as { port: number }
    const { status, stdout } = await bake(`ssh_host = "127.0.0.1"\n ssh_port = ${port}\n ssh_password = "canary"`)
    expect(status).toBe(1)
    expect(stdout).toMatch(/not the machine that was expected: it shows host key SHA256/)
    expect(heard).toEqual([])
    await new Promise<void>(done => mallory.close(() => done()))
  }, 120_000)

  test('the same template through a bastion host', async () => {
    const bastion = await startSshd()
    const { status, stdout } = await bake(`
  ssh_bastion_host             = "127.0.0.1"
  ssh_bastion_port             = ${bastion.port}
  ssh_bastion_username         = "${bastion.username}"
  ssh_bastion_private_key_file = "${bastion.privateKeyFile}"`)
    expect({ status, said: status === 0 ? '' : stdout }).toEqual({ status: 0, said: '' })
    await bastion.stop()
  }, 120_000)
})

/** Playbooks over the build's connection: real Ansible, real OpenSSH servers; and beside Packer, what the program is asked for. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { ansible } from '../../../src/provisioners/ansible'
import { galaxyRuns } from '../../../src/provisioners/ansible/galaxy'
import { type AnsibleOptions, ansibleOptions } from '../../../src/provisioners/ansible/options'
import { withDefaults } from '../../helpers/defaults'
import { open } from '../../helpers/open-ssh'
import { packerBuild } from '../../helpers/packer'
import { provisionContext } from '../../helpers/provision'
import { ended, startSource } from '../../helpers/source-process'
import { childrenOf, type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-ansible-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const optionsOf = (given: Partial<AnsibleOptions>) => withDefaults(ansibleOptions, { playbook_file: 'none.yml', ...given })

/** A playbook with a role, a file, a template and a handler, all for the folder `target`. */
function writePlaybook(place: string, facts = true): string {
  const role = join(place, 'roles', 'web')
  for (const part of ['tasks', 'files', 'templates', 'handlers', 'defaults']) mkdirSync(join(role, part), { recursive: true })
  writeFileSync(
    join(role, 'tasks', 'main.yml'),
    `- file: { path: "{{ target }}", state: directory }
- copy: { src: page.html, dest: "{{ target }}/page.html", mode: "0640" }
- template: { src: conf.j2, dest: "{{ target }}/conf" }
  notify: reload
- command: cat {{ target }}/page.html
  changed_when: false
  register: page
- debug: { msg: "page says {{ page.stdout }} on {{ inventory_hostname }} in {{ group_names | sort | join('+') }} by {{ packer_builder_type }}" }
`,
  )
  writeFileSync(join(role, 'files', 'page.html'), 'Grüße\n')
  writeFileSync(join(role, 'templates', 'conf.j2'), 'name={{ name_of_site }} build={{ packer_build_name }}\n')
  writeFileSync(join(role, 'defaults', 'main.yml'), 'name_of_site: site\n')
  writeFileSync(join(role, 'handlers', 'main.yml'), '- name: reload\n  command: touch {{ target }}/reloaded\n')
  const playbook = join(place, 'site.yml')
  writeFileSync(playbook, `- hosts: all\n  gather_facts: ${facts}\n  gather_subset: [min]\n  roles: [web]\n`)
  return playbook
}

const recap = (lines: readonly string[]) =>
  /ok=(\d+) +changed=(\d+) +unreachable=(\d+) +failed=(\d+)/.exec(lines.join('\n'))?.slice(1).map(Number)

describeWith(['ansible-playbook', 'sshd', 'ssh'], 'with real Ansible', () => {
  let server: Sshd
  let bastion: Sshd
  let playbook: string
  beforeAll(async () => {
    ;[server, bastion] = await Promise.all([startSshd(), startSshd()])
    playbook = writePlaybook(mkdtempSync(join(folder, 'play-')))
  })
  afterAll(() => Promise.all([server.stop(), bastion.stop()]))

  const play = async (given: Partial<AnsibleOptions>, options = {}, overrides = {}) => {
    const { communicator } = await open(server, {}, options)
    const provisioned = provisionContext(communicator, overrides)
    const error = await ansible.provision(optionsOf({ playbook_file: playbook, ...given }), provisioned.context).then(
      () => undefined,
      (failure: Error) => failure,
    )
    await communicator.close()
    return { ...provisioned, error }
  }

  test('through a bastion host, over a connection that Ansible could not open itself; nothing stays here', async () => {
    const through = {
      ssh_bastion_host: '127.0.0.1',
      ssh_bastion_port: bastion.port,
      ssh_bastion_username: bastion.username,
      ssh_bastion_private_key_file: bastion.privateKeyFile,
    }
    const target = join(folder, 'target')
    const given = {
      extra_arguments: ['-e', `target=${target}`],
      groups: ['web', 'db'],
      empty_groups: ['none'],
      host_alias: 'box',
    }
    // Other tests make folders of their own meanwhile; only names of ours count, and only those after this.
    const ours = () => readdirSync(tmpdir()).filter(name => /^ingot-ansible-\w{6}$|^packer-provisioner-ansible/.test(name))
    const before = ours()
    const { error, output, stdout } = await play(given, through)
    expect(error).toBeUndefined()
    expect(recap(output)).toEqual([7, 4, 0, 0])
    expect(stdout()).toMatch(/page says Gr(ü|\\u00fc)(ß|\\u00df)e on box in db\+web by null/)
    expect(readFileSync(join(target, 'conf'), 'utf8')).toBe('name=site build=x\n')
    expect(ours().filter(name => !before.includes(name))).toEqual([])
  }, 120_000)

  test('with use_proxy off Ansible connects by itself', async () => {
    const values = { Host: '127.0.0.1', Port: server.port, User: server.username, SSHPrivateKey: server.privateKey }
    const simple = join(folder, 'simple.yml')
    writeFileSync(simple, '- hosts: all\n  gather_facts: false\n  tasks: [{ command: echo there }]\n')
    const { error, output } = await play({ playbook_file: simple, use_proxy: false }, {}, { values })
    expect(error).toBeUndefined()
    expect(recap(output)).toEqual([1, 1, 0, 0])
  }, 60_000)

  test('a play that fails fails the build, with its last lines', async () => {
    const failing = join(folder, 'failing.yml')
    writeFileSync(failing, '- hosts: all\n  gather_facts: false\n  tasks: [{ command: "sh -c \'echo no luck; exit 3\'" }]\n')
    const { error } = await play({ playbook_file: failing, skip_version_check: true })
    expect(error).toMatchObject({ message: expect.stringMatching(/ansible-playbook ended with status 2/) })
    expect((error as { details?: { evidence?: string } }).details?.evidence).toMatch(/no luck/)
  }, 60_000)

  test('a cancelled play leaves nothing running on the machine', async () => {
    const slow = join(folder, 'slow.yml')
    writeFileSync(slow, `- hosts: all\n  gather_facts: false\n  tasks: [{ command: sleep 4321 }]\n`)
    const controller = new AbortController()
    const { communicator } = await open(server)
    const provisioned = provisionContext(communicator, { signal: controller.signal })
    const running = ansible.provision(optionsOf({ playbook_file: slow, skip_version_check: true }), provisioned.context)
    const sleeping = async () => {
      const chunks: Uint8Array[] = []
      await communicator.run('pgrep -fx "sleep 4321" || true', { onStdout: chunk => chunks.push(chunk) })
      return Buffer.concat(chunks).toString().trim() !== ''
    }
    while (!(await sleeping())) await new Promise(resolve => setTimeout(resolve, 100))
    controller.abort(new Error('enough'))
    await expect(running).rejects.toThrow('enough')
    const end = Date.now() + 10_000
    while ((await sleeping()) && Date.now() < end) await new Promise(resolve => setTimeout(resolve, 100))
    expect(await sleeping()).toBe(false)
    await communicator.close()
    expect(childrenOf(process.pid).length).toBeLessThan(10)
  }, 60_000)
})

describeWith(['packer', 'sshd'], 'what the program is asked for', () => {
  let server: Sshd
  let recorder: string
  beforeAll(async () => {
    server = await startSshd()
    recorder = join(folder, 'recorder')
    writeFileSync(
      recorder,
      `#!/bin/bash
[ "$*" = --version ] && exit
printf 'arg %s\\n' "$@"
env | grep ^ANSIBLE_ | sort
while [ $# -gt 0 ]; do [ "$1" = -i ] && sed 's/^/inventory /' "$2"; shift; done
pwd
`,
    )
    chmodSync(recorder, 0o755)
    writeFileSync(join(folder, 'play.yml'), '- hosts: all\n')
    writeFileSync(join(folder, 'requirements.yml'), '- src: x\n')
  })
  afterAll(() => server.stop())

  /** What differs from run to run, and what newer plugins write in other words than Packer 1.6.6. */
  const alike = (line: string) =>
    line
      .replace(/ansible_ssh_(host|user|port)=/g, 'ansible_$1=')
      .replace(/ansible_port=\d+/, 'ansible_port=N')
      .replace(/(private_key_file=).*/, '$1FILE')
      .replace(/^arg \S*packer-provisioner-ansible\w+$/, 'arg INVENTORY')
      .replace("arg '-o IdentitiesOnly=yes'", 'arg -o IdentitiesOnly=yes')

  test.each<[string, Partial<AnsibleOptions>]>([
    ['least', {}],
    [
      'most',
      {
        groups: ['web', 'db'],
        empty_groups: ['none'],
        host_alias: 'box',
        user: 'someone',
        extra_arguments: ['-v', '--extra-vars', 'a=b c="d e"'],
        ansible_env_vars: ['ANSIBLE_FOO=1'],
      },
    ],
    ['galaxy', { galaxy_force_install: true, roles_path: '/tmp/roles' }],
  ])(
    '%s: as Packer does',
    async (name, given) => {
      const galaxy = name === 'galaxy' ? { galaxy_file: join(folder, 'requirements.yml'), galaxy_command: recorder } : {}
      const options = { playbook_file: join(folder, 'play.yml'), command: recorder, ...galaxy, ...given }
      const hcl = (value: unknown) => JSON.stringify(value)
      const body = Object.entries(options).map(([key, value]) => `${key} = ${hcl(value)}`)
      const packer = await packerBuild(server, `provisioner "ansible" {\n skip_version_check = true\n ${body.join('\n')}\n}`)
      const { communicator } = await open(server)
      const { context, stdout } = provisionContext(communicator)
      await ansible.provision(optionsOf(options), context)
      await communicator.close()
      const theirs = packer.output.filter(
        line => /^(arg|inventory|ANSIBLE_|\/)/.test(line) && !line.startsWith('ANSIBLE_SCP_IF_SSH'),
      )
      expect(theirs.length).toBeGreaterThan(8)
      // Galaxy's run has our environment too.
      const ours = stdout().split('\n')
      const own = name === 'galaxy' ? withoutFirst(ours, 'ANSIBLE_HOST_KEY_CHECKING=False') : ours
      expect(own.map(alike)).toEqual(theirs.map(alike))
    },
    30_000,
  )

  const withoutFirst = (lines: readonly string[], line: string) => lines.filter((_, index) => index !== lines.indexOf(line))

  test('an inventory line of your own, beside group_vars, that stays', async () => {
    const place = mkdtempSync(join(folder, 'inventory-'))
    const { communicator } = await open(server)
    const { context, stdout } = provisionContext(communicator)
    const given = {
      playbook_file: join(folder, 'play.yml'),
      command: recorder,
      inventory_directory: place,
      keep_inventory_file: true,
      inventory_file_template: '{{ .HostAlias }} ansible_host={{ .Host }} ansible_user={{ .User }} x=1',
    }
    await ansible.provision(optionsOf(given), context)
    await communicator.close()
    expect(stdout()).toContain(`inventory default ansible_host=127.0.0.1 ansible_user=${userInfo().username} x=1`)
    expect(readdirSync(place)).toHaveLength(1)
  })

  test('a program that is not there', async () => {
    const { communicator } = await open(server)
    const { context } = provisionContext(communicator)
    const failing = ansible.provision(optionsOf({ playbook_file: join(folder, 'play.yml'), command: 'no-such-ansible' }), context)
    await expect(failing).rejects.toMatchObject({
      message: 'no-such-ansible could not be started: there is no such program',
      details: { advice: expect.stringContaining('Install Ansible') },
    })
    await communicator.close()
  })
})

test.each([
  ['- src: a\n', [['install', '-r', 'f', '-f', '-p', 'r']]],
  [
    'roles: []\ncollections: []\n',
    [
      ['install', '-r', 'f', '-f', '-p', 'r'],
      ['collection', 'install', '-r', 'f', '-f', '-p', 'c'],
    ],
  ],
  ['collections: [x.y]\n', [['collection', 'install', '-r', 'f', '-f', '-p', 'c']]],
  [': [', [['install', '-r', 'f', '-f', '-p', 'r']]],
])('requirements %p', (text, runs) => {
  const options = {
    galaxy_file: 'f',
    galaxy_force_install: true,
    galaxy_force_with_deps: undefined,
    roles_path: 'r',
    collections_path: 'c',
  }
  expect(galaxyRuns(options as never, text)).toEqual(runs)
})

test('what is missing is said before anything runs', () => {
  const summaries = (given: Partial<AnsibleOptions>) => ansible.check!(optionsOf(given)).map(problem => problem.summary)
  expect(summaries({ playbook_file: '/no/play.yml', galaxy_file: '/no/requirements.yml', ansible_env_vars: ['x'] })).toEqual([
    'playbook_file: there is no file /no/play.yml',
    'galaxy_file: there is no file /no/requirements.yml',
    'Not of the form NAME=value: x',
  ])
})

describeWith(['ansible-playbook', 'nsenter', 'setpriv', 'ssh'], 'a bake on light machines', () => {
  test('a playbook with roles; again changes nothing', async () => {
    const cwd = mkdtempSync(join(folder, 'bake-'))
    mkdirSync(join(cwd, 'web'))
    writePlaybook(cwd, false)
    // How modules get there and what facts say is proved above; here the play is what counts, twice.
    const provisioner = `
  provisioner "ansible" {
    playbook_file    = "site.yml"
    groups           = ["web"]
    extra_arguments  = ["-e", "target=/opt/site"]
    ansible_env_vars = ["ANSIBLE_PIPELINING=1"]
  }`
    writeFileSync(
      join(cwd, 'web', 'web.pkr.hcl'),
      `
source "amazon-ebs" "web" {
  region        = "us-east-1"
  instance_type = "t3.small"
  ami_name      = "web"
  ssh_username  = "root"
  source_ami_filter {
    filters     = { name = "debian-12-amd64-*" }
    owners      = ["136693071363"]
    most_recent = true
  }
}
build {
  sources = ["source.amazon-ebs.web"]
${provisioner}
${provisioner}
}
`,
    )
    writeFileSync(
      join(cwd, 'web', 'web.ingot.hcl'),
      'smoke_test "site" {\n inline = ["grep -x name=site\\\\ build=web /opt/site/conf"]\n}\n',
    )
    const env = { PATH: process.env.PATH, HOME: cwd, XDG_CACHE_HOME: join(cwd, 'cache'), INGOT_STATE_DIR: join(cwd, 'runs') }
    const { status, stdout } = await ended(
      startSource('src/cli/main.ts', ['build', '-sandbox', '-sandbox-kind', 'light', 'web'], { cwd, env }),
    )
    expect({ status, said: status === 0 ? '' : stdout }).toEqual({ status: 0, said: '' })
    expect([...stdout.matchAll(/ok=\d+ +changed=(\d+)/g)].map(found => found[1])).toEqual(['4', '0'])
    expect(existsSync('/opt/site')).toBe(false)
  }, 120_000)
})

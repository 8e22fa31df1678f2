/** Playbooks run on the machine: what is staged and asked for, beside Packer; and one with real Ansible. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ansibleLocal } from '../../../src/provisioners/ansible-local'
import { type AnsibleLocalOptions, ansibleLocalOptions } from '../../../src/provisioners/ansible-local/options'
import { withDefaults } from '../../helpers/defaults'
import { open } from '../../helpers/open-ssh'
import { packerBuild } from '../../helpers/packer'
import { provisionContext } from '../../helpers/provision'
import { type Sshd, startSshd } from '../../helpers/sshd'
import { describeWith } from '../../helpers/tools'

let folder: string
let server: Sshd

const write = (path: string, text: string): string => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}
const optionsOf = (given: Partial<AnsibleLocalOptions>) => withDefaults(ansibleLocalOptions, given)

async function provisioned(given: Partial<AnsibleLocalOptions>) {
  const { communicator } = await open(server)
  const run = provisionContext(communicator)
  const error = await ansibleLocal.provision(optionsOf(given), run.context).then(
    () => undefined,
    (failure: Error) => failure,
  )
  await communicator.close()
  return { ...run, error }
}

describeWith(['sshd', 'packer'], 'ansible-local', () => {
  let recorder: string
  beforeAll(async () => {
    server = await startSshd()
    folder = mkdtempSync(join(tmpdir(), 'ingot-ansible-local-'))
    recorder = write(
      join(folder, 'recorder'),
      `#!/bin/bash
printf 'arg %s\\n' "$@"
find . -type f | sort | sed 's/^/file /'
[ "$1" = install ] && exit
while [ $# -gt 0 ]; do [ "$1" = -i ] && sed 's/^/inventory /' "$2"; shift; done
`,
    )
    chmodSync(recorder, 0o755)
    write(join(folder, 'play.yml'), '- hosts: all\n')
    write(join(folder, 'second.yml'), '- hosts: all\n')
    write(join(folder, 'requirements.yml'), '- src: x\n')
    write(join(folder, 'own-inventory'), 'localhost\n')
    for (const file of ['all/a.txt', 'dir/b.txt', 'books/c.yml', 'roles/web/tasks/main.yml', 'gv/all.yml', 'hv/x.yml'])
      write(join(folder, file), 'x\n')
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const at = (name: string) => join(folder, name)

  /** Packer tells ssh's options as variables, by mistake; names of its inventories differ. */
  const alike = (line: string) =>
    line.replace(/ packer_http_addr=\S+ -o IdentitiesOnly=yes/, '').replace(/(packer-provisioner-ansible-local)\d+/, '$1')

  test.each<[string, () => Partial<AnsibleLocalOptions>]>([
    ['least', () => ({ playbook_file: at('play.yml') })],
    [
      'most',
      () => ({
        playbook_file: at('play.yml'),
        playbook_dir: at('all'),
        playbook_paths: [at('dir'), at('books')],
        role_paths: [at('roles/web')],
        group_vars: at('gv'),
        host_vars: at('hv'),
        inventory_groups: ['web', 'db'],
        extra_arguments: ['-v', '--extra-vars "a=b c=d"'],
      }),
    ],
    ['an inventory of its own', () => ({ playbook_file: at('play.yml'), inventory_file: at('own-inventory') })],
    ['several playbooks', () => ({ playbook_files: [at('play.yml'), at('second.yml')] })],
    ['galaxy', () => ({ playbook_file: at('play.yml'), galaxy_file: at('requirements.yml'), galaxy_command: recorder })],
  ])(
    '%s: as Packer does',
    async (_, given) => {
      const staging = at('staging')
      const options = { ...given(), command: recorder, staging_directory: staging, clean_staging_directory: true }
      const body = Object.entries(options).map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
      const packer = await packerBuild(server, `provisioner "ansible-local" {\n ${body.join('\n')}\n}`)
      expect(existsSync(staging)).toBe(false)
      const { stdout, error } = await provisioned(options)
      expect(error).toBeUndefined()
      expect(existsSync(staging)).toBe(false)
      const theirs = packer.output.filter(line => /^(arg|inventory|file) /.test(line))
      expect(theirs.length).toBeGreaterThan(5)
      expect(stdout().split('\n').map(alike)).toEqual(theirs.map(alike))
    },
    30_000,
  )

  test('the staging folder stays unless it is to go', async () => {
    await provisioned({ playbook_file: at('play.yml'), command: recorder, staging_directory: at('kept') })
    expect(readdirSync(at('kept')).sort()).toEqual(['packer-provisioner-ansible-local', 'play.yml'])
  })

  test('a machine without Ansible', async () => {
    const { error } = await provisioned({
      playbook_file: at('play.yml'),
      command: 'no-such-ansible',
      staging_directory: at('none'),
    })
    expect(error?.message).toBe('Ansible is not on the machine')
  })

  test('mistakes are said before anything runs', () => {
    const summaries = (given: Partial<AnsibleLocalOptions>) => ansibleLocal.check!(optionsOf(given)).map(({ summary }) => summary)
    expect(summaries({})).toEqual(['One of playbook_file and playbook_files has to be set'])
    expect(summaries({ playbook_file: '/no.yml', role_paths: [at('play.yml')] })).toEqual([
      'playbook_file: there is no file /no.yml',
      `role_paths: there is no folder ${at('play.yml')}`,
    ])
  })
})

describeWith(['sshd', 'ansible-playbook'], 'ansible-local with real Ansible', () => {
  test('a playbook with a role', async () => {
    server = await startSshd()
    const place = mkdtempSync(join(tmpdir(), 'ingot-ansible-local-'))
    write(join(place, 'web/tasks/main.yml'), '- debug: { msg: "{{ word }} of {{ packer_build_name }}" }\n')
    write(join(place, 'gv/all.yml'), 'word: greetings\n')
    const playbook = write(join(place, 'site.yml'), '- hosts: all\n  gather_facts: false\n  roles: [web]\n')
    const { stdout, error } = await provisioned({
      playbook_file: playbook,
      role_paths: [join(place, 'web')],
      group_vars: join(place, 'gv'),
      staging_directory: join(place, 'staging'),
    })
    expect(error).toBeUndefined()
    expect(stdout()).toMatch(/greetings of x/)
    await server.stop()
    rmSync(place, { recursive: true })
  }, 60_000)
})

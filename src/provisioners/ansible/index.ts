/** The provisioner `ansible`: playbooks run on this machine, over the connection that the build has. */
import { statSync } from 'node:fs'
import type { Problem, Provisioner } from '../../model/plugin'
import { filesRead } from './files-read'
import { type AnsibleOptions, ansibleOptions } from './options'

export const ansible: Provisioner<typeof ansibleOptions> = {
  type: 'ansible',
  summary: 'Runs an Ansible playbook on the machine, with the Ansible of this machine.',
  options: ansibleOptions,
  check,
  filesRead,
  provision: async (...how) => (await import('./provision')).provision(...how),
}

function check(options: AnsibleOptions): Problem[] {
  const files = ['playbook_file', 'galaxy_file', 'inventory_file', 'ssh_host_key_file', 'ssh_authorized_key_file'] as const
  const folders = ['inventory_directory'] as const
  return [
    ...files.filter(name => options[name] && !isThere(options[name], false)).map(name => missing(name, options[name]!, 'file')),
    ...folders
      .filter(name => options[name] && !isThere(options[name], true))
      .map(name => missing(name, options[name]!, 'folder')),
    ...options.ansible_env_vars
      .filter(entry => entry.indexOf('=') < 1)
      .map(entry => ({ option: 'ansible_env_vars', summary: `Not of the form NAME=value: ${entry}` })),
  ]
}

function isThere(path: string | undefined, folder: boolean): boolean {
  const stats = path ? statSync(path, { throwIfNoEntry: false }) : undefined
  return stats !== undefined && stats.isDirectory() === folder
}

const missing = (option: string, path: string, what: string): Problem => ({
  option,
  summary: `${option}: there is no ${what} ${path}`,
})

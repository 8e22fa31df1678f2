/** The provisioner `ansible-local`: playbooks run on the machine itself, by its own Ansible. */
import { statSync } from 'node:fs'
import type { Problem, Provisioner } from '../../model/plugin'
import { type AnsibleLocalOptions, ansibleLocalOptions } from './options'

export const ansibleLocal: Provisioner<typeof ansibleLocalOptions> = {
  type: 'ansible-local',
  summary: 'Brings an Ansible playbook to the machine and runs it there, with the Ansible of the machine.',
  options: ansibleLocalOptions,
  check,
  provision: async (...how) => (await import('./provision')).provision(...how),
}

function check(options: AnsibleLocalOptions): Problem[] {
  const { playbook_file: one, playbook_files: several = [] } = options
  const problems: Problem[] = []
  if (one && several.length > 0)
    problems.push({ option: 'playbook_files', summary: 'Only one of playbook_file and playbook_files can be set' })
  if (!one && several.length === 0) problems.push({ summary: 'One of playbook_file and playbook_files has to be set' })
  if (options.inventory_file && options.inventory_groups.length > 0)
    problems.push({ option: 'inventory_groups', summary: 'With inventory_file the groups are in that file' })
  const files = {
    playbook_file: [one],
    playbook_files: several,
    galaxy_file: [options.galaxy_file],
    inventory_file: [options.inventory_file],
  }
  const folders = {
    playbook_dir: [options.playbook_dir],
    playbook_paths: options.playbook_paths,
    role_paths: options.role_paths,
    collection_paths: options.collection_paths,
    group_vars: [options.group_vars],
    host_vars: [options.host_vars],
  }
  return [...problems, ...missing(files, false), ...missing(folders, true)]
}

function missing(given: Readonly<Record<string, readonly (string | undefined)[]>>, folder: boolean): Problem[] {
  return Object.entries(given).flatMap(([option, paths]) =>
    paths.flatMap(path => {
      const stats = path ? statSync(path, { throwIfNoEntry: false }) : undefined
      if (!path || stats?.isDirectory() === folder) return []
      return [{ option, summary: `${option}: there is no ${folder ? 'folder' : 'file'} ${path}` }]
    }),
  )
}

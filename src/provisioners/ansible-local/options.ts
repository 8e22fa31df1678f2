/** Options of the ansible-local provisioner, from the documentation of Packer's plugin of that name (1.1). */
import { flag, type OptionsOf, text, texts } from '../../language/options/spec'

export const ansibleLocalOptions = {
  playbook_file: text('The playbook, a file of this machine. It or playbook_files has to be set.'),
  playbook_files: texts('Several playbooks, run in this order; below the staging folder they keep their paths.'),
  playbook_dir: text('Folder whose content goes to the staging folder, for all that playbooks refer to.'),
  playbook_paths: texts('Folders that go to the folder playbooks in the staging folder, each under its own name.', {
    default: [],
  }),
  command: text('The command on the machine that runs playbooks.', {
    default: 'ANSIBLE_FORCE_COLOR=1 PYTHONUNBUFFERED=1 ansible-playbook',
  }),
  extra_arguments: texts('More arguments for it, as words of a shell.', { default: [] }),
  inventory_file: text('An inventory of your own.'),
  inventory_groups: texts('Groups of the made inventory that the machine is in.', { default: [] }),
  group_vars: text('Folder that becomes group_vars in the staging folder.'),
  host_vars: text('Folder that becomes host_vars in the staging folder.'),
  role_paths: texts('Folders of roles; each goes to the folder roles in the staging folder, under its own name.', {
    default: [],
  }),
  collection_paths: texts(
    'Folders of collections; each goes to the folder collections in the staging folder, under its own name.',
    {
      default: [],
    },
  ),
  galaxy_file: text('Requirements file of roles and collections that are installed on the machine before.'),
  galaxy_command: text('The command on the machine that installs them.', { default: 'ansible-galaxy' }),
  galaxy_roles_path: text('Where roles are installed to. The folder roles in the staging folder when unset.'),
  galaxy_collections_path: text('Where collections are installed to. The folder collections in the staging folder when unset.'),
  staging_directory: text('Folder on the machine. One with a unique name in /tmp/packer-provisioner-ansible-local when unset.'),
  clean_staging_directory: flag('Remove that folder at the end.', { default: false }),
} as const

export type AnsibleLocalOptions = OptionsOf<typeof ansibleLocalOptions>

/** Options of the ansible provisioner, from the documentation of Packer's plugin of that name (1.1). */
import { flag, number, type OptionsOf, text, texts } from '../../language/options/spec'

const keyType = (value: string) =>
  /^(rsa|ecdsa|ed25519)$/i.test(value) ? undefined : 'the kind of a key is RSA, ECDSA or ED25519'

const running = {
  playbook_file: text('The playbook, a file of this machine.', { required: true }),
  command: text('The program that runs playbooks.', { default: 'ansible-playbook' }),
  extra_arguments: texts('More arguments for the program.', { default: [] }),
  ansible_env_vars: texts(
    'Variables for the program, each as `NAME=value`. `ANSIBLE_HOST_KEY_CHECKING=False` unless set: it speaks to an adapter on this machine.',
    { default: [] },
  ),
  ansible_ssh_extra_args: texts('Arguments for the ssh that Ansible runs. `-o IdentitiesOnly=yes` when unset.'),
  user: text(
    '`ansible_user` of the host. With the adapter any name will do: whoever runs ingot. Without, the user of the communicator.',
  ),
  skip_version_check: flag('Do not look whether the program is there before it is needed.', { default: false }),
} as const

const inventory = {
  host_alias: text('Name of the machine in the inventory.', { default: 'default' }),
  groups: texts('Groups of the inventory that the machine is in.', { default: [] }),
  empty_groups: texts('Groups of the inventory that are empty.', { default: [] }),
  inventory_file: text('An inventory of your own, instead of the one that is made.'),
  inventory_file_template: text(
    'The line for the machine: `{{ .HostAlias }}`, `{{ .Host }}`, `{{ .User }}` and `{{ .Port }}` are known. ' +
      '`{{ .HostAlias }} ansible_host={{ .Host }} ansible_user={{ .User }} ansible_port={{ .Port }}` when unset.',
    { late: true },
  ),
  inventory_directory: text('Folder that the inventory is put into, such as one with group_vars.'),
  keep_inventory_file: flag('Leave the inventory where it is.', { default: false }),
} as const

const galaxy = {
  galaxy_file: text('Requirements file of roles and collections that are installed before.'),
  galaxy_command: text('The program that installs them.', { default: 'ansible-galaxy' }),
  galaxy_force_install: flag('Install them although they are there.', { default: false }),
  galaxy_force_with_deps: flag('The same, with what they depend on.', { default: false }),
  roles_path: text('Folder of this machine that roles are installed into.'),
  collections_path: text('Folder of this machine that collections are installed into.'),
} as const

const adapter = {
  use_proxy: flag(
    "Let Ansible speak through ingot's own connection, by an SSH server on this machine. Off: straight to the machine.",
    {
      default: true,
    },
  ),
  ansible_proxy_host: text('Where Ansible finds that server; it listens on loopback only.', { default: '127.0.0.1' }),
  local_port: number('Port of that server; a free one when unset.'),
  sftp_command: text('The command on the machine that speaks SFTP. Looked for when unset.'),
  ssh_host_key_file: text('Private host key of that server; one is made when unset.'),
  ssh_authorized_key_file: text('Public key that opens that server, when Ansible is to use a key of your own.'),
  adapter_key_type: text('Kind of the keys that are made for that server.', { default: 'ECDSA', check: keyType }),
  ansible_proxy_key_type: text('Older name of adapter_key_type.', {
    check: keyType,
    deprecated: 'Write adapter_key_type instead.',
  }),
  use_sftp: flag('Whether Ansible copies files by SFTP; off makes it use scp.', {
    deprecated: 'Leave it out: Ansible finds out by itself.',
  }),
  ansible_winrm_use_http: flag('Use HTTP with WinRM.', { unsupported: 'Machines are reached by SSH; WinRM is not built in.' }),
} as const

export const ansibleOptions = { ...running, ...inventory, ...galaxy, ...adapter } as const

export type AnsibleOptions = OptionsOf<typeof ansibleOptions>

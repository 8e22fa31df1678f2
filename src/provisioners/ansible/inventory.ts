/** The inventory that names the machine, as Packer writes it. */
import type { AnsibleOptions } from './options'

const LINE = '{{ .HostAlias }} ansible_host={{ .Host }} ansible_user={{ .User }} ansible_port={{ .Port }}\n'

type Render = (text: string, data: Readonly<Record<string, unknown>>) => string

export function inventoryText(
  options: Pick<AnsibleOptions, 'host_alias' | 'groups' | 'empty_groups' | 'inventory_file_template'>,
  { host, port, user }: { readonly host: string; readonly port: number; readonly user: string },
  render: Render,
): string {
  const data = { HostAlias: options.host_alias, Host: host, User: user, Port: port }
  const line = render(options.inventory_file_template ?? LINE, data).replace(/\n*$/, '\n')
  const groups = options.groups.map(group => `[${group}]\n${line}`)
  const empty = options.empty_groups.map(group => `[${group}]\n`)
  return [line, ...groups, ...empty].join('')
}

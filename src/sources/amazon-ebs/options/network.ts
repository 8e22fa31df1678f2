/** Where the build machine stands in the network and how it is reached. */
import { duration } from '../../../language/options/duration-option'
import { block, flag, number, text, textMap, texts } from '../../../language/options/spec'

const filters = textMap('Names and values of AWS’s own filters; several values are separated by commas.', { default: {} })

const port = (value: number) =>
  Number.isInteger(value) && value > 0 && value < 65536 ? undefined : 'a port is a number from 1 to 65535'

export const networkOptions = {
  vpc_id: text('VPC of the temporary security group and, without subnet_id, of the machine.'),
  vpc_filter: block({ filters }, 'Finds the VPC; exactly one must match.'),
  subnet_id: text('Subnet of the machine. Default: AWS’s choice in the default VPC.'),
  subnet_filter: block(
    {
      filters,
      most_free: flag('Of several, take the one with the most free addresses.', { default: false }),
      random: flag('Of several, take any.', { default: false }),
    },
    'Finds the subnet; exactly one must match unless most_free or random.',
  ),
  availability_zone: text('Zone of the machine.'),
  associate_public_ip_address: flag('Give the machine a public address. Unset: as the subnet says.'),
  security_group_id: text('Security group of the machine instead of a temporary one.'),
  security_group_ids: texts('Security groups of the machine instead of a temporary one.'),
  security_group_filter: block({ filters }, 'Finds the security groups of the machine.'),
  temporary_security_group_source_cidrs: texts(
    'Who may reach the machine’s port during the build. Default: this machine’s own address, if it can be found out.',
  ),
  temporary_security_group_source_public_ip: flag(
    'Only this machine’s public address may reach the port; it is an error when it cannot be found out.',
    { default: false },
  ),
  ssh_interface: text(
    'Which of the machine’s addresses to connect to, by WinRM too. Unset: the public one, or the private one without it. `session_manager`: none of them, but through Session Manager.',
    { oneOf: ['public_ip', 'private_ip', 'public_dns', 'private_dns', 'ipv6', 'session_manager', ''] },
  ),
  session_manager_port: number(
    'Port of this machine that leads to the machine’s SSH port while it is reached through Session Manager. Default: any free one.',
    { check: port },
  ),
  pause_before_ssm: duration('Time between the machine’s start and the session with it. Default: none; its agent is waited for.'),
  windows_password_timeout: duration(
    'How long to wait for the password that Windows makes when it starts for the first time, where winrm_password does not say it.',
    { default: '20m' },
  ),
} as const

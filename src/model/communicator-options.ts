/**
 * Options of every communicator, which a template writes into the source block. They stand here and not with a communicator,
 * because sources read them too (user name, port, interface) and siblings do not see each other.
 * From Packer's documentation of communicators; defaults as of 1.16.
 */
import { duration } from '../language/options/duration-option'
import { flag, number, type OptionsOf, text } from '../language/options/spec'

export const communicatorOptions = {
  communicator: text('How the machine is reached.', { oneOf: ['ssh', 'none', 'winrm'], default: 'ssh' }),
  pause_before_connecting: duration('Time between the first successful connection and the one that is used.'),
  ssh_host: text('The address to connect to, where the source does not know it.'),
  ssh_port: number('TCP port of the SSH server.', { default: 22 }),
  ssh_username: text('The user to log in as.'),
  ssh_password: text('Password, for servers without keys.', { sensitive: true }),
  ssh_private_key_file: text('Path of a private key that opens the machine; no temporary key is made then.'),
  ssh_timeout: duration('How long to wait for SSH to answer. 5 minutes when ssh_handshake_attempts is not set either.'),
  ssh_handshake_attempts: number('Failed authentications before giving up. 10 when ssh_timeout is not set either.'),
  ssh_pty: flag('Ask for a terminal for every command.', { default: false }),
} as const

export type CommunicatorOptions = OptionsOf<typeof communicatorOptions>

/**
 * Options of every communicator, which a template writes into the source block. They stand here and not with a communicator,
 * because sources read them too (user name, port, interface) and siblings do not see each other.
 * From Packer's documentation of communicators; defaults as of 1.16.
 */
import { duration } from '../language/options/duration-option'
import { flag, number, type OptionsOf, text, texts } from '../language/options/spec'
import { sshDestination } from '../lib/ssh-destination'

const port = (value: number) =>
  Number.isInteger(value) && value > 0 && value < 65536 ? undefined : 'a port is a number from 1 to 65535'
const positive = (value: number) =>
  Number.isInteger(value) && value >= 0 ? undefined : 'the number of attempts cannot be negative'

const connection = {
  ssh_host: text('The address to connect to, where the source does not know it or knows another one.'),
  ssh_port: number('TCP port of the SSH server.', { default: 22, check: port }),
  ssh_username: text('The user to log in as.'),
  ssh_timeout: duration('How long to wait for SSH to answer. 5 minutes when ssh_handshake_attempts is not set either.'),
  ssh_wait_timeout: duration('Older name of ssh_timeout.', { deprecated: 'Write ssh_timeout instead.' }),
  ssh_handshake_attempts: number('Refused log-ins before giving up. 10 when ssh_timeout is not set either; 0 is without end.', {
    check: positive,
  }),
  ssh_pty: flag('Ask for a terminal for every command, as some sudo configurations want it.', { default: false }),
  ssh_ciphers: texts('Ciphers to offer, in order of preference, by their OpenSSH names; others are not offered.'),
  ssh_key_exchange_algorithms: texts('Key exchanges to offer, in order of preference, by their OpenSSH names.'),
  ssh_keep_alive_interval: duration('Time between questions whether the server is still there; negative for none.', {
    default: '5s',
  }),
  ssh_read_write_timeout: duration('Give a connection up when nothing at all arrived for so long. Unset: never.'),
  ssh_file_transfer_method: text(
    'Accepted for compatibility: files go over SFTP where the server has it, else through a command.',
    {
      oneOf: ['scp', 'sftp'],
      default: 'scp',
    },
  ),
} as const

const credentials = {
  ssh_password: text('Password, for servers without keys; also the answer to a keyboard-interactive question.', {
    sensitive: true,
  }),
  ssh_private_key_file: text(
    'Path of a private key that opens the machine; no temporary key is made then. `~` is the home folder.',
  ),
  ssh_certificate_file: text('Path of the OpenSSH certificate that belongs to the key of ssh_private_key_file.'),
  ssh_keypair_name: text('Name of a key pair that the cloud already has; its private half is named by ssh_private_key_file.'),
  temporary_key_pair_name: text('Name of the temporary key pair in the cloud; one with a unique part when unset.'),
  temporary_key_pair_type: text('Kind of the temporary key. Unset: ed25519 where the source allows it.', {
    oneOf: ['rsa', 'ecdsa', 'ed25519', 'dsa'],
  }),
  temporary_key_pair_bits: number('Size of an rsa (4096) or ecdsa (521) temporary key; ed25519 has but one.'),
  ssh_clear_authorized_keys: flag('Remove the temporary public key from the machine when provisioning has ended.', {
    default: false,
  }),
  ssh_agent_auth: flag('Use the keys of the SSH agent that SSH_AUTH_SOCK names.', { default: false }),
  ssh_disable_agent_forwarding: flag('Accepted for compatibility: the agent is never forwarded to the machine.', {
    default: false,
  }),
} as const

const detours = {
  ssh_bastion_host: text('A host to connect through.'),
  ssh_bastion_port: number('TCP port of the SSH server of the bastion host.', { default: 22, check: port }),
  ssh_bastion_username: text('The user to log in as on the bastion host.'),
  ssh_bastion_password: text('Password for the bastion host.', { sensitive: true }),
  ssh_bastion_interactive: flag('Answer keyboard-interactive questions of the bastion host with its password.', {
    default: false,
  }),
  ssh_bastion_private_key_file: text('Path of a private key for the bastion host; ssh_private_key_file when unset.'),
  ssh_bastion_certificate_file: text('Path of the OpenSSH certificate that belongs to the key for the bastion host.'),
  ssh_bastion_agent_auth: flag('Use the keys of the SSH agent for the bastion host.', { default: false }),
  ssh_proxy_host: text('A SOCKS5 proxy to connect through; not together with a bastion host.'),
  ssh_proxy_port: number('TCP port of the SOCKS5 proxy.', { default: 1080, check: port }),
  ssh_proxy_username: text('User name for the SOCKS5 proxy.'),
  ssh_proxy_password: text('Password for the SOCKS5 proxy.', { sensitive: true }),
  ssh_local_tunnels: texts(
    'Ports of this machine that lead to places that the machine can reach, as with `ssh -L`: `3306:localhost:3306`.',
  ),
  ssh_remote_tunnels: texts(
    'Ports of the machine that lead to places that this machine can reach, as with `ssh -R`: `8443:git.example.com:443`.',
  ),
} as const

const winrm = {
  winrm_username: text('The user to log in as: of the machine itself, or `DOMAIN\\user`.'),
  winrm_password: text('Password of the user. Where a cloud can tell the one that Windows has made, it need not be set.', {
    sensitive: true,
  }),
  winrm_host: text('The address to connect to, where the source does not know it or knows another one.'),
  winrm_no_proxy: flag('Do not go through the proxy of the environment (HTTP_PROXY, HTTPS_PROXY).', { default: false }),
  winrm_port: number('TCP port of WinRM. Default: 5985, with winrm_use_ssl 5986.', { check: port }),
  winrm_timeout: duration(
    'How long to wait for WinRM to answer. 30 minutes when unset; after 10 in which it only refused the log-in it is given up then.',
  ),
  winrm_use_ssl: flag('Speak HTTPS. The certificate has to be trusted, see winrm_insecure.', { default: false }),
  winrm_insecure: flag('Take any certificate without a look.', { default: false }),
  winrm_use_ntlm: flag(
    'Log in by NTLM (version 2) instead of Basic: the password does not go over the network, and without winrm_use_ssl all that follows is encrypted by it.',
    { default: false },
  ),
} as const

export const communicatorOptions = {
  communicator: text('How the machine is reached.', { oneOf: ['ssh', 'none', 'winrm'], default: 'ssh' }),
  pause_before_connecting: duration('Time between the first successful connection and the one that is used.'),
  ...connection,
  ...credentials,
  ...detours,
  ...winrm,
} as const

export const hostKeyChoices = ['auto', 'pin', 'console', 'trust'] as const
export type HostKeyChoice = (typeof hostKeyChoices)[number]

const destinations = (values: readonly string[]) => {
  const wrong = values.find(value => !sshDestination(value))
  return wrong === undefined ? undefined : `"${wrong}" is not of the form user@host:port`
}

/** What Packer has no word for, so that it stands in `ssh { }` of `*.ingot.hcl`: how host keys are known, and ways of more than one bastion host. Defaults hold where there is no block. */
export const trustOptions = {
  host_key: text(
    'How the host key of a machine that the build launches is known before anything is told to it. `pin`: it is made here and handed ' +
      "over in the user data, for cloud-init. `console`: it is read from the machine's console output. `trust`: the first one is trusted " +
      'for the life of the build. `auto`: pinned; where the user data leaves no room read from the console; where that tells nothing trusted, ' +
      'which is said aloud.',
    { oneOf: hostKeyChoices, default: 'auto' },
  ),
  known_hosts: text(
    'Of machines that the build does not launch, and of bastion hosts. `accept-new`: a known key must not have changed, a new one is taken ' +
      'and noted. `strict`: only known keys. `off`: every key, without a look.',
    { oneOf: ['accept-new', 'strict', 'off'], default: 'accept-new' },
  ),
  known_hosts_file: text(
    "OpenSSH's list of known keys, for reading and writing. `~/.ssh/known_hosts` when unset; `/etc/ssh/ssh_known_hosts` is always read too.",
  ),
  proxy_jump: texts(
    'Hosts on the way to ssh_bastion_host, first to last, each as `user@host:port`; user and port may be missing. They are opened by what ' +
      'opens the bastion host, as its user unless they name one. Sources without a bastion host do not go this way.',
    { check: destinations },
  ),
} as const

export type TrustOptions = OptionsOf<typeof trustOptions>

export type CommunicatorOptions = OptionsOf<typeof communicatorOptions> & { readonly trust?: TrustOptions }

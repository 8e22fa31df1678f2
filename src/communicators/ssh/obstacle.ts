/** Why a machine cannot be reached, as one of a few kinds that a person can act on. */
import type { Refusal } from './host-keys'
import type { Tried } from './login'

export type ObstacleKind =
  | 'unknown host'
  | 'no route'
  | 'refused'
  | 'timed out'
  | 'closed'
  | 'not ssh'
  | 'algorithms'
  | 'host key'
  | 'authentication'
  | 'detour'

export class Obstacle extends Error {
  constructor(
    readonly kind: ObstacleKind,
    /** Completes "cannot reach X by SSH: …". */
    message: string,
    readonly advice?: string,
    /** Waiting does not help. */
    readonly final = false,
  ) {
    super(message)
  }
}

const FIREWALL =
  'Check the address, the security group or firewall, and that the machine boots far enough to start its SSH server.'

/** As node-ssh says it, with a code of its own, when the far side ends the connection without a word. */
const CLOSED = 'No response from server'

/** What the socket or ssh2 reported, in our words. `tried` is of the authentication of this attempt, `hostKey` of its host key check. */
export function obstacleOf(error: Error & { code?: unknown; level?: string }, tried?: Tried, hostKey?: Refusal): Obstacle {
  if (error instanceof Obstacle) return error
  if (hostKey) return hostKeyObstacle(hostKey)
  if (error.message === CLOSED) return closedObstacle(tried)
  switch (error.code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Obstacle('unknown host', 'the name of the host is not known', 'Check ssh_host and the name server.')
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return new Obstacle(
        'no route',
        'there is no route to it',
        'Is the address a private one? Choose another ssh_interface, or go through a bastion.',
      )
    case 'ECONNREFUSED':
      return new Obstacle(
        'refused',
        'the connection is refused: nothing listens on the port',
        'Does the image start an SSH server on this port? See ssh_port.',
      )
    case 'ETIMEDOUT':
      return new Obstacle('timed out', 'nothing answers', FIREWALL)
    case 'ECONNRESET':
    case 'EPIPE':
      return new Obstacle('closed', 'the connection is closed before SSH is ready', FIREWALL)
  }
  return protocolObstacle(error, tried)
}

export const stalled = () =>
  new Obstacle('timed out', 'the connection stands, but the SSH server does not go on with it', FIREWALL)

/** By what the two sides have nothing in common of. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /host key/i,
    'Host keys of the kinds ed25519, ecdsa and rsa are understood, certificates of hosts beside their plain keys: see HostKeyAlgorithms in its sshd_config.',
  ],
  [/MAC/, 'hmac-sha2-256, hmac-sha2-512 and hmac-sha1 are understood, also as -etm@openssh.com: see MACs in its sshd_config.'],
  [
    /cipher/,
    'AES in the modes ctr and gcm and chacha20-poly1305 are offered; older ones (aes256-cbc, 3des-cbc) when ssh_ciphers names them.',
  ],
  [
    /key exchange/,
    'curve25519, ecdh and Diffie-Hellman with SHA-2 are offered; older ones (diffie-hellman-group1-sha1) when ' +
      'ssh_key_exchange_algorithms names them. Those against quantum computers (sntrup761, mlkem768) are not understood: see KexAlgorithms in its sshd_config.',
  ],
]

function protocolObstacle(error: Error & { level?: string }, tried?: Tried): Obstacle {
  const { message, level } = error
  if (level === 'client-authentication' || /authentication methods failed|too many authentication/i.test(message)) {
    return authenticationObstacle(tried ?? { methods: [] }, /too many/i.test(message))
  }
  if (level === 'agent') {
    return new Obstacle(
      'authentication',
      `the SSH agent cannot be asked: ${message}`,
      'Is the process behind SSH_AUTH_SOCK alive?',
      true,
    )
  }
  if (/no matching|unsupported algorithm/i.test(message)) {
    const what = message.replace(/^Handshake failed: /, '')
    const advice = ADVICE.find(([kind]) => kind.test(what))?.[1]
    return new Obstacle('algorithms', `both sides have no algorithm in common: ${what}`, advice, true)
  }
  if (/Invalid identification|Protocol version|greeting/i.test(message)) {
    return new Obstacle('not ssh', 'what answers on the port is not an SSH server', 'See ssh_host and ssh_port.')
  }
  if (level === 'client-timeout' || /timed? ?out/i.test(message)) {
    return stalled()
  }
  return new Obstacle('closed', `the connection is closed before SSH is ready (${message})`, FIREWALL)
}

const SOMEBODY =
  'Somebody sits in between, or the address belongs to another machine now, or the machine made itself new host keys.'

const hostKeyObstacle = ({ sentence, advice = SOMEBODY, final }: Refusal) =>
  final
    ? new Obstacle('host key', `it is not the machine that was expected: ${sentence}. Nothing was told to it`, advice, true)
    : new Obstacle('host key', sentence, advice)

const offeredOf = ({ methods }: Tried) => methods.join(', then ') || 'nothing'

function closedObstacle(tried: Tried = { methods: [] }): Obstacle {
  if (tried.methods.length === 0) return new Obstacle('closed', 'the connection is closed before SSH is ready', FIREWALL)
  const said = tried.banner?.trim().split('\n').at(-1)
  return new Obstacle(
    'closed',
    `it ends the connection while we log in with ${offeredOf(tried)}${said ? `, and says: ${said}` : ''}`,
    'Does the machine still boot, or has the account expired? Its log of authentication knows.',
  )
}

function authenticationObstacle(tried: Tried, tooMany: boolean): Obstacle {
  const { methods, accepted, taken } = tried
  const offered = offeredOf(tried)
  if (taken) {
    const sentence = `it takes ${taken}, but then wants another proof (${accepted?.join(', ')})`
    return new Obstacle(
      'authentication',
      sentence,
      'See AuthenticationMethods in its sshd_config; a key and ssh_password can both be set.',
    )
  }
  if (tooMany) {
    const advice =
      'See MaxAuthTries in its sshd_config. Of an agent with many keys it hears only the first: leave the right one in it, or name that by ssh_private_key_file.'
    return new Obstacle('authentication', `it does not let us in with ${offered}, and ends after so many tries`, advice)
  }
  const takes = accepted && accepted.length > 0 ? ` (the server takes: ${accepted.join(', ')})` : ''
  const advice = methods.some(method => method.startsWith('key') || method.startsWith('certificate'))
    ? 'Wrong user or wrong key: see ssh_username (admin, ubuntu, ec2-user …, by image) and what the image does with its first public key.'
    : 'See ssh_username, ssh_password and ssh_private_key_file.'
  return new Obstacle('authentication', `it does not let us in with ${offered}${takes}`, advice)
}

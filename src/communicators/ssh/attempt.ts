/** One try to open a connection: over a stream that already stands, through key exchange and host key to authentication. */
import type { Duplex } from 'node:stream'
import { NodeSSH } from 'node-ssh'
import type { Algorithms, Client, ServerHostKeyAlgorithm } from 'ssh2'
import type { HostKeys, Refusal } from './host-keys'
import { authentication, type Login, type Tried } from './login'
import { type Obstacle, obstacleOf } from './obstacle'
import { bySha512, certified, plainly, present } from './shown-key'

/** One minute for key exchange and authentication, as Packer has it; emulated machines need seconds. */
const HANDSHAKE_MILLISECONDS = 60_000
/** Unanswered questions before a link counts as dead: two minutes at the default of one in 5 s. */
const UNANSWERED = 24

export interface LinkSettings {
  readonly login: Login
  readonly hostKeys: HostKeys
  readonly ciphers?: readonly string[]
  readonly keyExchanges?: readonly string[]
  /** Milliseconds; 0 for none. */
  readonly keepAlive: number
}

export interface Attempt {
  /** The far side said its first word: this attempt is the one to wait for. */
  readonly answered: Promise<void>
  /** Rejects with an Obstacle. */
  readonly ready: Promise<Client>
  abandon(): void
}

export function attempt(socket: Duplex, settings: LinkSettings): Attempt {
  const tried: Tried = { methods: [] }
  let refusal: Refusal | undefined
  const { key, certificate } = settings.login
  const shown = {
    certified: key && certificate && certified(key, certificate),
    bySha512: key?.type === 'ssh-rsa' ? bySha512(key) : undefined,
    plain: key && key.type !== 'ssh-rsa' ? plainly(key) : undefined,
  }
  const ssh = new NodeSSH()
  // NodeSSH stops listening for errors once it is connected; without a listener a reset would end the process.
  const connecting = ssh.connect({
    sock: socket,
    username: settings.login.username,
    authHandler: authentication(settings.login, tried, { certified: shown.certified?.key, bySha512: shown.bySha512?.key }),
    algorithms: algorithms(settings),
    readyTimeout: HANDSHAKE_MILLISECONDS,
    keepaliveInterval: settings.keepAlive,
    keepaliveCountMax: UNANSWERED,
    hostVerifier: (key: Buffer, verify: (right: boolean) => void) => {
      // While keys are exchanged anew data goes on: ssh2 is lost when the answer does not come at once.
      if (settings.hostKeys.isAccepted(key)) return true
      settings.hostKeys.refuse(key).then(
        found => {
          refusal = found
          verify(found === undefined)
        },
        () => verify(false),
      )
      return undefined as never
    },
  })
  const client = ssh.connection
  if (client)
    present(
      client,
      Object.values(shown).filter(form => form !== undefined),
    )
  // Not before ssh2 has paused the stream: a listener of ours would set it flowing past ssh2.
  const answered = new Promise<void>(resolve => socket.once('data', () => resolve()))
  client?.on('error', () => undefined)
  client?.on('banner', text => {
    tried.banner = text
  })
  const failed = (error: Error): Obstacle => {
    socket.destroy()
    return obstacleOf(error, tried, refusal)
  }
  const ready = connecting.then(
    () => client!,
    (error: Error) => Promise.reject(failed(error)),
  )
  ready.catch(() => undefined)
  return { answered, ready, abandon: () => socket.destroy() }
}

function algorithms({ ciphers, keyExchanges, hostKeys }: LinkSettings): Algorithms {
  return {
    // Images and packages do not get smaller, and ssh2 throws out of the blue where a compressed connection ends amid a write.
    compress: ['none'],
    ...(ciphers && { cipher: ciphers as unknown as Algorithms['cipher'] }),
    // Without a choice, last of all, the one of old servers that Packer offers as well.
    kex: (keyExchanges ?? { append: ['diffie-hellman-group14-sha1'], prepend: [], remove: [] }) as Algorithms['kex'],
    // Known kinds first, others after them: a server that shows another kind is then refused for its key and not for its kind.
    ...(hostKeys.preferred.length > 0 && { serverHostKey: preferring(hostKeys.preferred) }),
  }
}

const preferring = (types: readonly string[]) =>
  [...new Set([...types, ...HOST_KEY_TYPES])].filter(type => HOST_KEY_TYPES.includes(type)) as ServerHostKeyAlgorithm[]

/** What ssh2 can verify. */
const HOST_KEY_TYPES: readonly string[] = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'rsa-sha2-512',
  'rsa-sha2-256',
  'ssh-rsa',
]

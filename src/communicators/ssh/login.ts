/** What opens the machine: the methods of authentication, in the order in which they are tried. */
import type { AuthenticationType, AuthHandlerMiddleware, ParsedKey } from 'ssh2'
import type { Reach } from '../../model/communicator'
import type { CommunicatorOptions } from '../../model/communicator-options'
import { Failure } from '../../model/failure'
import { type Certificate, readCertificate } from './certificate'
import { fingerprint } from './host-keys'
import { parsePrivateKey, readPrivateKeyFile } from './private-key'

export interface Login {
  readonly username: string
  readonly agent?: string
  readonly key?: ParsedKey
  /** Of `key`; shown before the bare key is. */
  readonly certificate?: Certificate
  readonly password?: string
}

export async function loginOf(reach: Reach, options: CommunicatorOptions): Promise<Login> {
  const username = reach.username ?? options.ssh_username
  if (!username) {
    throw new Failure('invalid', 'ssh_username is not set: nobody knows as whom to log in', {
      advice: 'Set ssh_username in the source block.',
    })
  }
  return {
    username,
    agent: options.ssh_agent_auth ? agentSocket('ssh_agent_auth') : undefined,
    ...(await certifiedBy(await keyOf(reach, options), options.ssh_certificate_file, 'ssh_certificate_file')),
    password: options.ssh_password ?? reach.password,
  }
}

/** Undefined when the template names no bastion host. Without a key of its own it is opened by the machine's. */
export async function bastionLogin(options: CommunicatorOptions): Promise<Login | undefined> {
  if (!options.ssh_bastion_host) return undefined
  if (!options.ssh_bastion_username) {
    throw new Failure('invalid', 'ssh_bastion_host is set, but ssh_bastion_username is not')
  }
  const [file, option] = options.ssh_bastion_private_key_file
    ? [options.ssh_bastion_private_key_file, 'ssh_bastion_private_key_file']
    : [options.ssh_private_key_file, 'ssh_private_key_file']
  return {
    username: options.ssh_bastion_username,
    agent: options.ssh_bastion_agent_auth ? agentSocket('ssh_bastion_agent_auth') : undefined,
    ...(await certifiedBy(
      file ? await readPrivateKeyFile(file, option) : undefined,
      options.ssh_bastion_certificate_file,
      'ssh_bastion_certificate_file',
    )),
    password: options.ssh_bastion_password,
  }
}

async function keyOf(reach: Reach, options: CommunicatorOptions): Promise<ParsedKey | undefined> {
  if (options.ssh_private_key_file) return readPrivateKeyFile(options.ssh_private_key_file, 'ssh_private_key_file')
  return reach.privateKey ? parsePrivateKey(reach.privateKey, 'the temporary key') : undefined
}

async function certifiedBy(key: ParsedKey | undefined, file: string | undefined, option: string) {
  if (!file) return { key }
  if (!key) throw new Failure('invalid', `${option} is set, but the private key that it certifies is not`)
  return { key, certificate: await readCertificate(file, option, key) }
}

function agentSocket(option: string): string {
  const socket = process.env.SSH_AUTH_SOCK
  if (socket) return socket
  throw new Failure('invalid', `${option} is set, but SSH_AUTH_SOCK is not: there is no agent to ask`, {
    advice: 'Start one (eval "$(ssh-agent)"; ssh-add KEY), or name the key by ssh_private_key_file.',
  })
}

/** What was tried and what the server would have taken, for the sentence of a refusal. */
export interface Tried {
  readonly methods: string[]
  accepted?: readonly AuthenticationType[]
  /** The server took it, and wants another proof besides. */
  taken?: string
  /** What the server had to say meanwhile: that the account has expired, or the system is still booting. */
  banner?: string
}

/** The key as ssh2 does not show it by itself. */
interface KeyForms {
  readonly certified?: ParsedKey
  readonly bySha512?: ParsedKey
}

/** ssh2 asks it for the next method until it answers false. `none` is asked only when there is nothing else: it wastes an attempt. */
export function authentication(login: Login, tried: Tried, forms: KeyForms = {}): AuthHandlerMiddleware {
  const { username, agent, key, certificate, password } = login
  const methods = [
    agent !== undefined && ({ type: 'agent', username, agent, name: 'the keys of the agent' } as const),
    forms.certified && ({ type: 'publickey', username, key: forms.certified, name: `certificate "${certificate?.id}"` } as const),
    key && ({ type: 'publickey', username, key, name: `key ${fingerprint(key.getPublicSSH())}` } as const),
    key &&
      forms.bySha512 &&
      ({ type: 'publickey', username, key: forms.bySha512, name: `key ${fingerprint(key.getPublicSSH())}` } as const),
    password !== undefined && ({ type: 'password', username, password, name: 'a password' } as const),
    password !== undefined && ({ type: 'keyboard-interactive', username, prompt: answer(password), name: 'a password' } as const),
  ].filter(method => method !== false && method !== undefined)
  const queue = [...(methods.length > 0 ? methods : [{ type: 'none', username, name: 'nothing' } as const])]
  return (left, partial, next) => {
    if (left) tried.accepted = left
    if (partial) tried.taken = tried.methods.at(-1)
    const index = queue.findIndex(method => !left || left.includes(method.type))
    if (index < 0) return next(false as never)
    const [method] = queue.splice(index, 1)
    const { name, ...rest } = method!
    if (!tried.methods.includes(name)) tried.methods.push(name)
    next(rest)
  }
}

/** Every question is answered with the password, as Packer does: servers ask but one. */
const answer =
  (password: string) =>
  (_name: string, _text: string, _language: string, prompts: readonly unknown[], finish: (answers: string[]) => void) =>
    finish(prompts.map(() => password))

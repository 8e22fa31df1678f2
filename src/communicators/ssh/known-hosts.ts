/** Host keys of machines that were there before the build, as OpenSSH keeps them: the format is that of sshd(8), SSH_KNOWN_HOSTS FILE FORMAT. */
import { createHmac } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { isIPv4 } from 'node:net'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TrustOptions } from '../../model/communicator-options'
import { algorithmsOf, fingerprint, type HostKeys, keyType, type Refusal, unexpected } from './host-keys'

const GLOBAL = '/etc/ssh/ssh_known_hosts'

interface Entry {
  readonly marker?: string
  readonly type: string
  readonly key: string
  readonly where: string
}

/** `say` hears of keys that are new. */
export async function knownHosts(host: string, port: number, trust: TrustOptions | undefined, say: (text: string) => void) {
  const choice = trust?.known_hosts ?? 'accept-new'
  const own = ownFile(trust?.known_hosts_file)
  const name = (port === 22 ? host : `[${host}]:${port}`).toLowerCase()
  const entries = choice === 'off' ? [] : (await Promise.all([own, GLOBAL].map(file => entriesFor(name, file)))).flat()
  return new KnownHosts(name, entries, { choice, own, say, noted: !isLoopback(host) })
}

const ownFile = (given: string | undefined): string => {
  const home = process.env.HOME || homedir()
  if (!given) return join(home, '.ssh', 'known_hosts')
  return given.startsWith('~/') ? join(home, given.slice(2)) : given
}

/** A port of this machine belongs to another server tomorrow: what is known of it counts, but nothing is noted. */
const isLoopback = (host: string) => host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))

interface Settings {
  readonly choice: TrustOptions['known_hosts']
  readonly own: string
  readonly noted: boolean
  say(text: string): void
}

class KnownHosts implements HostKeys {
  readonly #name: string
  readonly #known: readonly Entry[]
  readonly #revoked: readonly Entry[]
  readonly #passedOver: string
  readonly #settings: Settings
  #accepted?: string

  constructor(name: string, entries: readonly Entry[], settings: Settings) {
    this.#name = name
    this.#settings = settings
    this.#known = entries.filter(({ marker }) => marker === undefined)
    // They vouch for certificates of hosts, which ssh2 does not ask for: the server shows its plain key instead.
    const [authority] = entries.filter(({ marker }) => marker === '@cert-authority')
    this.#passedOver = authority ? `; ${authority.where} is passed over: certificates of hosts are not understood` : ''
    this.#revoked = entries.filter(({ marker }) => marker === '@revoked')
  }

  get preferred(): readonly string[] {
    if (this.#accepted) return algorithmsOf(keyType(Buffer.from(this.#accepted, 'base64')))
    return this.#known.flatMap(({ type }) => algorithmsOf(type))
  }

  isAccepted(key: Buffer): boolean {
    return this.#accepted === key.toString('base64')
  }

  async refuse(key: Buffer): Promise<Refusal | undefined> {
    const text = key.toString('base64')
    const revoked = this.#revoked.find(entry => entry.key === text)
    if (revoked) return { sentence: `its host key ${fingerprint(key)} is revoked by ${revoked.where}`, final: true }
    if (this.#accepted) return this.#accepted === text ? undefined : unexpected(text, [this.#accepted])
    const refusal = this.#judge(key, text)
    if (refusal) return refusal
    if (!this.#known.some(entry => entry.key === text)) await this.#takeUp(key, text)
    this.#accepted = text
    return undefined
  }

  #judge(key: Buffer, text: string): Refusal | undefined {
    const { choice, own } = this.#settings
    if (choice === 'off' || this.#known.some(entry => entry.key === text)) return undefined
    if (this.#known.length > 0) {
      const where = [...new Set(this.#known.map(entry => entry.where))].join(', ')
      const advice = `Known from ${where}. If the machine has new host keys: ssh-keygen -R '${this.#name}'`
      return unexpected(
        text,
        [...new Set(this.#known.map(entry => entry.key))],
        `Somebody sits in between, or it was made anew. ${advice}`,
      )
    }
    if (choice === 'accept-new') return undefined
    const advice = `Note its key in ${own} (ssh-keyscan), or set ssh { known_hosts = "accept-new" } in an *.ingot.hcl file.`
    return { sentence: `its host key ${fingerprint(key)} is not known${this.#passedOver}`, advice, final: true }
  }

  async #takeUp(key: Buffer, text: string): Promise<void> {
    const { choice, own, noted, say } = this.#settings
    const what = `Host key ${keyType(key)} ${fingerprint(key)} of ${this.#name}`
    if (choice === 'off') return say(`${what} is taken without a look: known_hosts = "off"`)
    if (!noted) return say(`${what} is trusted on first use: known_hosts does not have it${this.#passedOver}`)
    const failure = await note(own, `${this.#name} ${keyType(key)} ${text}\n`).catch((error: Error) => error)
    const where = failure ? `it could not be noted: ${failure.message}` : `it is noted in ${own}`
    say(`${what} is new and trusted on first use; ${where}${this.#passedOver}`)
  }
}

async function note(file: string, line: string): Promise<undefined> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const before = await readFile(file, 'utf8').catch(() => '')
  await appendFile(file, before === '' || before.endsWith('\n') ? line : `\n${line}`, { mode: 0o600 })
}

async function entriesFor(name: string, file: string): Promise<readonly Entry[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.split(/\r?\n/).flatMap((line, index) => {
    const words = line.trim().split(/\s+/)
    const marker = words[0]?.startsWith('@') ? words.shift() : undefined
    const [hosts, type, key] = words
    if (!hosts || hosts.startsWith('#') || !type || !key || !matches(hosts, name)) return []
    return [{ ...(marker && { marker }), type, key, where: `${file}:${index + 1}` }]
  })
}

/** Patterns separated by commas, `!` in front refuses; or one hashed name, `|1|salt|hash`. */
function matches(hosts: string, name: string): boolean {
  if (hosts.startsWith('|1|')) {
    const [, , salt = '', hash] = hosts.split('|')
    return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash
  }
  const patterns = hosts.toLowerCase().split(',')
  const takes = (pattern: string) => wildcard(pattern).test(name)
  if (patterns.some(pattern => pattern.startsWith('!') && takes(pattern.slice(1)))) return false
  return patterns.some(pattern => !pattern.startsWith('!') && takes(pattern))
}

const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  )

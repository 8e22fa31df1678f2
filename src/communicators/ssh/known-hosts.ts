/** Host keys of machines that were there before the build, as OpenSSH keeps them: the format is that of sshd(8), SSH_KNOWN_HOSTS FILE FORMAT. */
import { createHmac } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { isIPv4 } from 'node:net'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TrustOptions } from '../../model/communicator-options'
import { parseCertificate } from './certificate'
import { vouched } from './host-certificate'
import { algorithmsOf, fingerprint, type HostKeys, keyType, type Refusal, unexpected } from './host-keys'

const GLOBAL = '/etc/ssh/ssh_known_hosts'

interface Entry {
  readonly marker?: string
  readonly type: string
  readonly key: string
  readonly where: string
}

/** `say` hears of keys that are new; `certificate` asks the host for its certificate, when an authority stands there. */
export async function knownHosts(
  host: string,
  port: number,
  trust: TrustOptions | undefined,
  say: (text: string) => void,
  certificate: () => Promise<Buffer | undefined>,
) {
  const choice = trust?.known_hosts ?? 'accept-new'
  const own = ownFile(trust?.known_hosts_file)
  const name = (port === 22 ? host : `[${host}]:${port}`).toLowerCase()
  const entries = choice === 'off' ? [] : (await Promise.all([own, GLOBAL].map(file => entriesFor(name, file)))).flat()
  return new KnownHosts(name, entries, { choice, own, say, certificate, host: host.toLowerCase(), noted: !isLoopback(host) })
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
  readonly host: string
  certificate(): Promise<Buffer | undefined>
  say(text: string): void
}

class KnownHosts implements HostKeys {
  readonly #name: string
  #known: readonly Entry[]
  readonly #revoked: readonly Entry[]
  /** They vouch for certificates of hosts. */
  readonly #authorities: readonly Entry[]
  /** What is known is what an authority has said. */
  #isVouchedFor = false
  readonly #settings: Settings
  #accepted?: string

  constructor(name: string, entries: readonly Entry[], settings: Settings) {
    this.#name = name
    this.#settings = settings
    this.#known = entries.filter(({ marker }) => marker === undefined)
    this.#authorities = entries.filter(({ marker }) => marker === '@cert-authority')
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
    const revoked = this.#revokes(key, 'its host key')
    if (revoked) return revoked
    if (this.#accepted) return this.#accepted === text ? undefined : unexpected(text, [this.#accepted])
    const refusal = (await this.#byCertificate(text)) ?? this.#judge(key, text)
    if (refusal) return refusal
    if (!this.#known.some(entry => entry.key === text)) await this.#takeUp(key, text)
    this.#accepted = text
    return undefined
  }

  #revokes(key: Buffer, what: string): Refusal | undefined {
    const revoked = this.#revoked.find(entry => entry.key === key.toString('base64'))
    return revoked && { sentence: `${what} ${fingerprint(key)} is revoked by ${revoked.where}`, final: true }
  }

  /** A key that an authority vouches for is known from then on. As with OpenSSH a certificate of another authority counts for nothing. */
  async #byCertificate(text: string): Promise<Refusal | undefined> {
    if (this.#authorities.length === 0 || this.#isVouchedFor || this.#known.some(entry => entry.key === text)) return undefined
    const blob = await this.#settings.certificate()
    const authority = blob && this.#authorities.find(({ key }) => key === parseCertificate(blob)?.authority.toString('base64'))
    if (!blob || !authority) return undefined
    const found = vouched(blob, this.#settings.host, (pattern, host) => wildcard(pattern).test(host))
    if (typeof found === 'string')
      return { sentence: `its certificate ${found}`, advice: `The authority is known from ${authority.where}.`, final: true }
    const revoked = this.#revokes(found.authority, 'the authority of its certificate') ?? this.#revokes(found.key, 'its host key')
    if (revoked) return revoked
    const key = found.key.toString('base64')
    const type = keyType(found.key)
    this.#known = [{ type, key, where: authority.where }]
    this.#isVouchedFor = true
    this.#settings.say(
      `Host key ${type} ${fingerprint(found.key)} is vouched for by ${authority.where}: certificate "${found.id}"`,
    )
    // A server with several keys shows this one when it is asked for its kind.
    return key === text ? undefined : { ...unexpected(text, [key]), final: false }
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
    return { sentence: `its host key ${fingerprint(key)} is not known${this.#without}`, advice, final: true }
  }

  /** Why no certificate helped. */
  get #without(): string {
    const [authority] = this.#authorities
    return authority ? `; it shows no certificate of ${authority.where}` : ''
  }

  async #takeUp(key: Buffer, text: string): Promise<void> {
    const { choice, own, noted, say } = this.#settings
    const what = `Host key ${keyType(key)} ${fingerprint(key)} of ${this.#name}`
    if (choice === 'off') return say(`${what} is taken without a look: known_hosts = "off"`)
    if (!noted) return say(`${what} is trusted on first use: known_hosts does not have it${this.#without}`)
    const failure = await note(own, `${this.#name} ${keyType(key)} ${text}\n`).catch((error: Error) => error)
    const where = failure ? `it could not be noted: ${failure.message}` : `it is noted in ${own}`
    say(`${what} is new and trusted on first use; ${where}${this.#without}`)
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

/** Host keys of machines that were there before the build, as OpenSSH keeps them. */
import { isIPv4 } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { TrustOptions } from '../../model/communicator-options'
import { parseCertificate } from './certificate'
import { vouched } from './host-certificate'
import { algorithmsOf, fingerprint, type HostKeys, keyType, type Refusal, unexpected } from './host-keys'
import { type Entry, entryFor, linesOf, note, wildcard } from './known-hosts-file'

const GLOBAL = '/etc/ssh/ssh_known_hosts'

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
  const plain = host.toLowerCase()
  const name = port === 22 ? plain : `[${plain}]:${port}`
  const files = choice === 'off' ? [] : await Promise.all([own, GLOBAL].map(file => linesOf(file, say)))
  const lines = files.flat()
  const entries = { here: lines.flatMap(entryFor(name)), anywhere: name === plain ? [] : lines.flatMap(entryFor(plain)) }
  return new KnownHosts(name, entries, { choice, own, say, certificate, host: plain, noted: !isLoopback(host) })
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

interface Entries {
  readonly here: readonly Entry[]
  /** Of a host at another port than 22: what stands there without a port. */
  readonly anywhere: readonly Entry[]
}

class KnownHosts implements HostKeys {
  readonly #name: string
  #known: readonly Entry[]
  /** As with OpenSSH a key that is known without the port is taken, and another one is only a new one. */
  readonly #alike: readonly Entry[]
  readonly #revoked: readonly Entry[]
  /** They vouch for certificates of hosts. */
  readonly #authorities: readonly Entry[]
  /** What is known is what an authority has said. */
  #isVouchedFor = false
  readonly #settings: Settings
  #accepted?: string

  constructor(name: string, { here, anywhere }: Entries, settings: Settings) {
    this.#name = name
    this.#settings = settings
    const marked = (wanted: string | undefined) => (each: Entry) => each.marker === wanted
    this.#known = here.filter(marked(undefined))
    this.#alike = anywhere.filter(marked(undefined))
    this.#authorities = here.filter(marked('@cert-authority'))
    this.#revoked = [...here, ...anywhere].filter(marked('@revoked'))
  }

  get preferred(): readonly string[] {
    if (this.#accepted) return algorithmsOf(keyType(Buffer.from(this.#accepted, 'base64')))
    const known = this.#known.length > 0 ? this.#known : this.#alike
    return known.flatMap(({ type }) => algorithmsOf(type))
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
    if (![...this.#known, ...this.#alike].some(entry => entry.key === text)) await this.#takeUp(key, text)
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
    if (choice === 'accept-new' || this.#alike.some(entry => entry.key === text)) return undefined
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

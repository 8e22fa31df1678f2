/** Who answers is checked before anything is told: host keys are pinned, read from the console, or the first one seen is kept for the life of the build. */
import { createHash } from 'node:crypto'
import { delay } from '../../lib/abort'
import type { HostKeyChoice } from '../../model/communicator-options'
import { keysOnConsole } from './console-keys'

export interface HostKeys {
  /** Kinds of keys to ask the server for first, so that it shows the one we know. */
  readonly preferred: readonly string[]
  /** It has been found right before. */
  isAccepted(key: Buffer): boolean
  /** Undefined when the key is the right one. */
  refuse(key: Buffer): Promise<Refusal | undefined>
}

export interface Refusal {
  /** Completes "it is not the machine that was expected: …", or stands alone where it is not `final`. */
  readonly sentence: string
  readonly advice?: string
  /** Another look will not change it. */
  readonly final: boolean
}

/** A console is written in its own time, and clouds hand it on with a delay. */
const CONSOLE = { milliseconds: 30_000, pause: 2000 }

export interface MachineTrust {
  /** In OpenSSH's public form (`ssh-ed25519 AAAA… comment`). */
  readonly pinned: readonly string[]
  readonly choice: HostKeyChoice
  readonly console?: (signal: AbortSignal) => Promise<string | undefined>
  readonly signal: AbortSignal
  /** Hears of a key that nobody told us to expect. */
  say(text: string): void
  readonly patience?: { readonly milliseconds: number; readonly pause: number }
}

/** Of a machine that the build launched. Once accepted, a key stays the only one. */
export class MachineKeys implements HostKeys {
  readonly #trust: MachineTrust
  readonly #pinned: readonly string[]
  #accepted?: string

  constructor(trust: MachineTrust) {
    this.#trust = trust
    this.#pinned = trust.pinned.flatMap(line => keyIn(line) ?? [])
  }

  get preferred(): readonly string[] {
    const known = this.#accepted ? [this.#accepted] : this.#pinned
    return known.flatMap(key => algorithmsOf(keyType(Buffer.from(key, 'base64'))))
  }

  isAccepted(key: Buffer): boolean {
    return this.#accepted === key.toString('base64')
  }

  async refuse(key: Buffer): Promise<Refusal | undefined> {
    const text = key.toString('base64')
    const refusal = this.#accepted ? this.#changed(text) : await this.#first(key, text)
    if (!refusal) this.#accepted = text
    return refusal
  }

  #changed(text: string): Refusal | undefined {
    return this.#accepted === text ? undefined : unexpected(text, [this.#accepted!])
  }

  async #first(key: Buffer, text: string): Promise<Refusal | undefined> {
    const { choice, say, console } = this.#trust
    if (this.#pinned.includes(text)) return undefined
    if (this.#pinned.length > 0 && (choice === 'pin' || !console)) return unexpected(text, this.#pinned, NOT_TAKEN_OVER)
    if (choice === 'pin') return { sentence: 'no host key could be handed over to it', advice: OTHERS, final: true }
    if (choice !== 'trust' && console) {
      const shown = await this.#onConsole()
      if (shown.some(each => each === text || each === fingerprint(key))) {
        say(`Host key ${keyType(key)} ${fingerprint(key)} is the one on the machine's console`)
        return undefined
      }
      if (shown.length > 0) return unexpected(text, shown)
      if (this.#pinned.length > 0) return unexpected(text, this.#pinned, NOT_TAKEN_OVER)
    }
    if (choice === 'console') return { sentence: 'its console does not show its host keys yet', advice: OTHERS, final: !console }
    say(`Host key ${keyType(key)} ${fingerprint(key)} is trusted on first use: nobody told us which one to expect`)
    return undefined
  }

  async #onConsole(): Promise<readonly string[]> {
    const { console, signal, patience = CONSOLE } = this.#trust
    const end = Date.now() + patience.milliseconds
    for (;;) {
      const keys = keysOnConsole((await console?.(signal).catch(() => undefined)) ?? '')
      if (keys.length > 0 || signal.aborted || Date.now() >= end) return keys
      await delay(patience.pause, signal).catch(() => undefined)
    }
  }
}

const OTHERS = 'Other ways to know it: ssh { host_key = "auto" } in an *.ingot.hcl file, or -host-keys.'
const NOT_TAKEN_OVER =
  'Somebody sits in between, or the image has no cloud-init that would take over the host key it was given: then set ' +
  'ssh { host_key = "console" } or "trust" in an *.ingot.hcl file, or -host-keys.'

export function unexpected(shown: string, expected: readonly string[], advice?: string): Refusal {
  const names = expected.map(key => (key.startsWith('SHA256:') ? key : fingerprint(Buffer.from(key, 'base64'))))
  const sentence = `it shows host key ${fingerprint(Buffer.from(shown, 'base64'))}, not ${names.join(' or ')}`
  return { sentence, advice, final: true }
}

/** The key in a line of OpenSSH's public form. */
const keyIn = (line: string): string | undefined => line.trim().split(/\s+/)[1]

export const fingerprint = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`

export const keyType = (key: Buffer): string => key.subarray(4, 4 + key.readUInt32BE(0)).toString('latin1')

export const algorithmsOf = (type: string): readonly string[] =>
  type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'] : type === '' ? [] : [type]

/**
 * Host keys that are made here and handed over to a new machine in its user data, so that who answers is known before anything
 * is told. cloud-init takes them (`ssh_keys`), and the user's own user data stays beside them, where its kind allows.
 */
import { gunzipSync, gzipSync } from 'node:zlib'
import { parse } from 'yaml'
import { makeSshKeyPair, type SshKeyPair } from '../../lib/ssh-key'
import { asFirstPart, isMultipart, multipart } from './multipart'

export interface HandedOver {
  readonly userData?: Buffer
  /** What the machine will show, in OpenSSH's public form; empty when nothing could be handed over. */
  readonly hostKeys: readonly string[]
  /** They are ours, and not the user's choice. */
  readonly temporary: boolean
  /** Why nothing could be handed over: completes "no host key is handed over: …". */
  readonly obstacle?: string
}

/** `limit`: bytes of user data that the platform takes. The user data that comes back is the given one when there is an obstacle. */
export async function handOverHostKeys(userData: Buffer | undefined, limit: number): Promise<HandedOver> {
  const isPacked = userData?.[0] === 0x1f && userData[1] === 0x8b
  const plain = isPacked ? unpacked(userData) : userData
  const without = (obstacle: string): HandedOver => ({ userData, hostKeys: [], temporary: false, obstacle })
  if (isPacked && !plain) return without('the user data cannot be unpacked')
  const text = plain?.toString('utf8') ?? ''
  if (!isForCloudInit(text)) return without('the user data is not for cloud-init')
  if (/\bssh_keys\b/.test(text)) {
    const chosen = await chosenKeys(text)
    return chosen.length > 0 ? { userData, hostKeys: chosen, temporary: false } : without('the user data sets ssh_keys itself')
  }
  // Where FIPS rules, OpenSSH knows no ed25519.
  const keys = await Promise.all([makeSshKeyPair('ed25519', 'ingot'), makeSshKeyPair('ecdsa', 'ingot', 256)])
  const merged = merge(text, plain, cloudConfig(keys))
  if (!merged) return without('the user data is a MIME message of an unusual form')
  const packed = isPacked || merged.length > limit ? gzipSync(merged) : merged
  if (packed.length > limit) return without(`the user data leaves no room for it (${limit} bytes)`)
  return { userData: packed, hostKeys: keys.map(key => key.publicKey), temporary: true }
}

/** The beginnings by which cloud-init knows its kinds; anything else is read by somebody else. */
const isForCloudInit = (text: string): boolean =>
  text.trim() === '' ||
  isMultipart(text) ||
  /^(#!|#cloud-config|#include|#cloud-boothook|#part-handler|#upstart-job|## template: *jinja)/.test(text)

function merge(text: string, plain: Buffer | undefined, config: string): Buffer | undefined {
  if (!plain || text.trim() === '') return Buffer.from(config)
  if (isMultipart(text)) {
    const first = asFirstPart(plain.toString('latin1'), config)
    return first === undefined ? undefined : Buffer.from(first, 'latin1')
  }
  return Buffer.from(appended(text, config) ?? multipart(plain, config))
}

/** One document is what the most parsers understand; it has to say what both say, else they stay two. */
function appended(text: string, config: string): string | undefined {
  if (!/^#cloud-config\s*\n/.test(text)) return undefined
  try {
    const body = config.slice(config.indexOf('\n') + 1)
    const both = `${text.replace(/\n*$/, '\n')}${body}`
    const [theirs, ours, merged] = [parse(text) ?? {}, parse(config), parse(both)] as object[]
    return JSON.stringify(merged) === JSON.stringify({ ...theirs, ...ours }) ? both : undefined
  } catch {
    return undefined
  }
}

const cloudConfig = (keys: readonly SshKeyPair[]): string => {
  const names = ['ed25519', 'ecdsa']
  const entries = keys.map(({ privateKey, publicKey }, index) => {
    const indented = privateKey.trimEnd().replace(/^/gm, '    ')
    return `  ${names[index]}_private: |\n${indented}\n  ${names[index]}_public: ${publicKey}\n`
  })
  return `#cloud-config\nssh_deletekeys: true\nssh_keys:\n${entries.join('')}`
}

/** Of user data that names host keys itself, as far as it can be read. */
async function chosenKeys(text: string): Promise<readonly string[]> {
  if (!text.startsWith('#cloud-config')) return []
  try {
    const { ssh_keys: keys = {} } = (parse(text) ?? {}) as { ssh_keys?: Readonly<Record<string, string>> }
    const { utils } = await import('ssh2')
    return Object.entries(keys).flatMap(([name, pem]) => {
      const parsed = name.endsWith('_private') ? utils.parseKey(pem) : undefined
      const key = Array.isArray(parsed) ? parsed[0] : parsed
      return key && !(key instanceof Error) ? `${key.type} ${key.getPublicSSH().toString('base64')}` : []
    })
  } catch {
    return []
  }
}

function unpacked(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes)
  } catch {
    return undefined
  }
}

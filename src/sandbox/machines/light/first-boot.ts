/** The little of cloud-init that a light machine has: host keys, authorized keys and scripts from user data, once per instance. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utils } from 'ssh2'
import { parse } from 'yaml'
import { makeSshKeyPair } from '../../../lib/ssh-key'
import type { InstanceMetadata } from '../machine-kind'
import { documentsOf } from '../user-data'

export interface Booted {
  /** OpenSSH PEM of the machine's ed25519 host key. */
  readonly hostKey: string
  readonly authorizedKeys: readonly string[]
  /** To run inside, when this is the instance's first boot. */
  readonly script?: string
}

export async function boot(disk: string, metadata: InstanceMetadata): Promise<Booted> {
  const cloud = join(disk, 'var/lib/cloud')
  const ssh = join(disk, 'etc/ssh')
  await Promise.all([cloud, ssh].map(folder => mkdir(folder, { recursive: true })))
  const seen = await readFile(join(cloud, 'instance-id'), 'utf8').catch(() => '')
  const isFirst = seen !== metadata.instanceId
  const documents = documentsOf(metadata.userData)
  // As cloud-init merges them by default: of two that say the same thing the later one holds.
  const config: CloudConfig = Object.assign({}, ...documents.filter(isConfig).map(cloudConfig))
  const keyFile = join(ssh, 'ssh_host_ed25519_key')
  if (isFirst) {
    const made = await makeSshKeyPair('ed25519', 'light')
    const { ed25519_private = made.privateKey, ed25519_public = publicOf(ed25519_private) } = config.ssh_keys ?? {}
    await writeFile(keyFile, ed25519_private, { mode: 0o600 })
    await writeFile(`${keyFile}.pub`, `${ed25519_public}\n`)
    await writeFile(join(cloud, 'instance-id'), metadata.instanceId)
  }
  return {
    hostKey: await readFile(keyFile, 'utf8'),
    authorizedKeys: [...metadata.publicKeys.map(key => key.openssh), ...(config.ssh_authorized_keys ?? [])],
    script: isFirst ? documents.find(document => document.startsWith('#!')) : undefined,
  }
}

const isConfig = (document: string): boolean => document.startsWith('#cloud-config')

interface CloudConfig {
  readonly ssh_keys?: { readonly ed25519_private?: string; readonly ed25519_public?: string }
  readonly ssh_authorized_keys?: readonly string[]
}

function publicOf(privateKey: string): string {
  const key = utils.parseKey(privateKey)
  return key instanceof Error ? '' : `${key.type} ${key.getPublicSSH().toString('base64')} light`
}

/** As cloud-init: what cannot be read is left out, and the machine boots all the same. */
function cloudConfig(text: string): CloudConfig {
  try {
    return (parse(text) ?? {}) as CloudConfig
  } catch {
    return {}
  }
}

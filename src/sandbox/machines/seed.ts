/** The disc from which cloud-init learns who the machine is (NoCloud: a file system labelled cidata). */
import { type DiscFile, isoImage } from '../../platforms/qemu/iso9660'
import type { InstanceMetadata } from './machine-kind'
import { documentsOf } from './user-data'

export interface SeedHints {
  /** The disk is as large as the image's: looking for room to grow into would find none, slowly. */
  readonly diskAsLargeAsImage: boolean
}

export function seedDisc(metadata: InstanceMetadata, hints: SeedHints): Uint8Array {
  const text = (name: string, content: string): DiscFile => ({ name, content: Buffer.from(content) })
  return isoImage('cidata', [
    text('meta-data', `${JSON.stringify(noCloudMetadata(metadata), undefined, 1)}\n`),
    { name: 'user-data', content: metadata.userData ?? new Uint8Array() },
    ...(hints.diskAsLargeAsImage ? [text('vendor-data', '#cloud-config\ngrowpart: {mode: "off"}\nresize_rootfs: false\n')] : []),
  ])
}

/** JSON is YAML. `instance-id` is what makes a machine from a baked image a first boot. */
export function noCloudMetadata(metadata: InstanceMetadata): Readonly<Record<string, unknown>> {
  return {
    'instance-id': metadata.instanceId,
    'local-hostname': metadata.hostname,
    'public-keys': metadata.publicKeys.map(key => key.openssh),
    ...(needsNoNetwork(metadata.userData) && { dsmode: 'local' }),
  }
}

/**
 * In `local` mode users and keys are set up before the network is, so SSH answers seconds earlier. Not when the user data fetches
 * something (#include) or runs commands early (bootcmd), which may expect the network as on EC2.
 */
export function needsNoNetwork(userData: Uint8Array | undefined): boolean {
  if (userData === undefined || userData.length === 0) return true
  const documents = documentsOf(userData)
  const harmless = (text: string) =>
    text.startsWith('#!') ||
    (text.startsWith('#cloud-config') &&
      !/^\s*(?:["']?(?:bootcmd|ca_certs|ca-certs|disk_setup|mounts|seed_random)["']?\s*:)/m.test(text))
  // Of what cannot be read nobody knows.
  return documents.length > 0 && documents.every(harmless)
}

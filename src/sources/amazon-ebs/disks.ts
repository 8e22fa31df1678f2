/** Disks in EC2's words. */
import type { BlockDeviceMapping, VolumeType } from '@aws-sdk/client-ec2'
import type { Options } from './options'

type Disk = Options['launch_block_device_mappings'][number]

export const mappings = (disks: readonly Disk[]): BlockDeviceMapping[] | undefined =>
  disks.length > 0 ? disks.map(mapping) : undefined

export function launchMappings(options: Options): BlockDeviceMapping[] | undefined {
  const hostDisks = options.no_ephemeral ? [...'abcdefghijklmnopqrstuvwxyz'].map(withoutHostDisk) : []
  const all = [...options.launch_block_device_mappings.map(mapping), ...hostDisks]
  return all.length > 0 ? all : undefined
}

const withoutHostDisk = (letter: string): BlockDeviceMapping => ({ DeviceName: `xvdc${letter}`, NoDevice: '' })

/** Others have none to choose, and EC2 refuses what names some; templates do, as Packer leaves them out. */
export const takesIops = ({ volume_type }: Disk): boolean => ['io1', 'io2', 'gp3'].includes(volume_type ?? '')

function mapping(disk: Disk): BlockDeviceMapping {
  const DeviceName = disk.device_name
  if (disk.no_device) return { DeviceName, NoDevice: '' }
  if (disk.virtual_name?.startsWith('ephemeral')) return { DeviceName, VirtualName: disk.virtual_name }
  return {
    DeviceName,
    VirtualName: disk.virtual_name || undefined,
    Ebs: {
      DeleteOnTermination: disk.delete_on_termination,
      Encrypted: disk.encrypted,
      Iops: (takesIops(disk) && disk.iops) || undefined,
      KmsKeyId: disk.kms_key_id || undefined,
      SnapshotId: disk.snapshot_id || undefined,
      Throughput: disk.throughput || undefined,
      VolumeSize: disk.volume_size || undefined,
      VolumeType: (disk.volume_type || undefined) as VolumeType | undefined,
    },
  }
}

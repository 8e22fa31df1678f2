/** Disks of the build machine and of the image. */
import { blocks, flag, number, text } from '../../../language/options/spec'

const device = {
  device_name: text('As the machine sees it, e.g. `/dev/sda1`.', { required: true }),
  delete_on_termination: flag('Whether the volume goes with a machine that is made from the image.', { default: false }),
  encrypted: flag('Encrypt the volume. Unset: as its snapshot or the account says.'),
  iops: number('I/O operations per second of io1, io2 and gp3.'),
  throughput: number('MiB per second of gp3.'),
  kms_key_id: text('KMS key to encrypt with; the account’s default key when unset.'),
  no_device: flag('Leave out a device that the source image has.', { default: false }),
  snapshot_id: text('Snapshot to begin with.'),
  virtual_name: text('`ephemeral0` … for a disk of the host.'),
  volume_size: number('Size in GiB.'),
  volume_type: text('Kind of volume: gp2, gp3, io1, io2, st1, sc1 or standard.'),
} as const

export const diskOptions = {
  launch_block_device_mappings: blocks(device, 'A disk of the build machine.'),
  ami_block_device_mappings: blocks(device, 'A disk of every machine that is made from the image.'),
  no_ephemeral: flag('Leave out all disks of the host from the image.', { default: false }),
} as const

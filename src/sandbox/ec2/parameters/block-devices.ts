/** Block device mappings as launching, imaging and registering take them: read, checked and laid over one another. */

import { Ec2Error, invalidValue } from '../protocol/error'
import { anyText, type Decoded, flag, ignoring, integer, list, oneOf, structure, text, unused } from '../protocol/shape'
import type { ImageMapping, VolumeSettings } from '../state/records'

const ebs = structure({
  DeleteOnTermination: flag,
  Iops: integer,
  SnapshotId: text,
  VolumeSize: integer,
  VolumeType: oneOf('standard', 'io1', 'io2', 'gp2', 'sc1', 'st1', 'gp3'),
  KmsKeyId: text,
  Throughput: integer,
  Encrypted: flag,
  ...ignoring('OutpostArn', 'AvailabilityZone', 'AvailabilityZoneId'),
  VolumeInitializationRate: unused(integer),
  EbsCardIndex: unused(integer),
})
const blockDevice = { DeviceName: text, VirtualName: text, NoDevice: anyText, Ebs: ebs }
export const blockDevices = list(structure(blockDevice))
export type BlockDevice = Decoded<typeof blockDevice>

/**
 * `base` with `given` laid over it: a device named in both takes what `given` says and keeps the rest; NoDevice takes it
 * away; a new one is added.
 */
export function overlay(base: readonly ImageMapping[], given: readonly BlockDevice[]): ImageMapping[] {
  const result = new Map(base.map(mapping => [mapping.deviceName, mapping]))
  for (const device of given) {
    if (!device.DeviceName) throw new Ec2Error('MissingParameter', 'The request must contain the parameter deviceName')
    if (device.NoDevice !== undefined) result.delete(device.DeviceName)
    else result.set(device.DeviceName, merged(result.get(device.DeviceName), device, device.DeviceName))
  }
  return [...result.values()]
}

function merged(before: ImageMapping | undefined, { VirtualName, Ebs }: BlockDevice, deviceName: string): ImageMapping {
  if (VirtualName !== undefined) return { deviceName, virtualName: VirtualName }
  if (!Ebs) throw new Ec2Error('InvalidBlockDeviceMapping', `Device ${deviceName} has neither ebs nor virtualName`)
  const sizeGiB = Ebs.VolumeSize ?? before?.sizeGiB
  if (Ebs.Encrypted === false && Ebs.KmsKeyId) throw invalidValue('KmsKeyId', Ebs.KmsKeyId, 'The volume is not encrypted.')
  if (Ebs.VolumeSize !== undefined && before?.sizeGiB !== undefined && Ebs.VolumeSize < before.sizeGiB && before.snapshotId)
    throw new Ec2Error(
      'InvalidBlockDeviceMapping',
      `Volume of size ${Ebs.VolumeSize}GB is smaller than snapshot '${before.snapshotId}', expect size >= ${before.sizeGiB}GB`,
    )
  return {
    deviceName,
    snapshotId: Ebs.SnapshotId ?? before?.snapshotId,
    sizeGiB,
    type: Ebs.VolumeType ?? before?.type,
    iops: Ebs.Iops ?? (Ebs.VolumeType ? undefined : before?.iops),
    throughput: Ebs.Throughput ?? (Ebs.VolumeType ? undefined : before?.throughput),
    encrypted: Ebs.Encrypted ?? (Ebs.KmsKeyId ? true : before?.encrypted),
    kmsKeyId: Ebs.KmsKeyId ?? before?.kmsKeyId,
    deleteOnTermination: Ebs.DeleteOnTermination ?? before?.deleteOnTermination,
  }
}

/** A mapping made definite. IOPS and throughput get the type's own defaults. */
export function volumeSettings(mapping: ImageMapping, snapshotGiB: number | undefined): VolumeSettings {
  const sizeGiB = mapping.sizeGiB ?? snapshotGiB
  if (sizeGiB === undefined || sizeGiB < 1)
    throw new Ec2Error('MissingParameter', `The request must contain the parameter size or snapshotId`)
  if (snapshotGiB !== undefined && sizeGiB < snapshotGiB)
    throw new Ec2Error(
      'InvalidBlockDeviceMapping',
      `Volume of size ${sizeGiB}GB is smaller than snapshot '${mapping.snapshotId}', expect size >= ${snapshotGiB}GB`,
    )
  const type = mapping.type ?? 'gp2'
  const provisioned = type === 'io1' || type === 'io2'
  if (provisioned && mapping.iops === undefined)
    throw new Ec2Error('MissingParameter', `The request must contain the parameter iops for a volume of type ${type}`)
  if (mapping.throughput !== undefined && type !== 'gp3')
    throw new Ec2Error('InvalidParameterCombination', `The parameter throughput is not supported for ${type} volumes.`)
  if (mapping.iops !== undefined && !provisioned && type !== 'gp3' && type !== 'gp2')
    throw new Ec2Error('InvalidParameterCombination', `The parameter iops is not supported for ${type} volumes.`)
  const usualIops = type === 'gp3' ? 3000 : type === 'gp2' ? Math.min(16000, Math.max(100, 3 * sizeGiB)) : undefined
  return {
    sizeGiB,
    type,
    iops: type === 'gp2' ? usualIops : (mapping.iops ?? usualIops),
    throughput: type === 'gp3' ? (mapping.throughput ?? 125) : undefined,
    encrypted: mapping.encrypted ?? false,
    kmsKeyId: mapping.encrypted ? mapping.kmsKeyId : undefined,
  }
}

export const mappingView = (mapping: ImageMapping) =>
  mapping.virtualName
    ? { deviceName: mapping.deviceName, virtualName: mapping.virtualName }
    : {
        deviceName: mapping.deviceName,
        ebs: {
          deleteOnTermination: mapping.deleteOnTermination ?? false,
          iops: mapping.type === 'gp2' ? undefined : mapping.iops,
          snapshotId: mapping.snapshotId,
          volumeSize: mapping.sizeGiB,
          volumeType: mapping.type,
          kmsKeyId: mapping.kmsKeyId,
          throughput: mapping.throughput,
          encrypted: mapping.encrypted ?? false,
        },
      }

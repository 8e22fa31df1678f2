/** Base images in the dress of their publisher's AMIs. */

import type { BaseImage } from '../../machines/machine-kind'
import { stableId } from './ids'
import type { Image } from './records'

export function publicImages(region: string, bases: readonly BaseImage[]): readonly Image[] {
  return bases.map(base => ({
    id: stableId('ami', `${region}/${base.name}`),
    name: base.name,
    description: base.description,
    ownerId: base.ownerId,
    creationDate: base.creationDate,
    state: 'available',
    architecture: base.architecture,
    platform: base.platform,
    rootDeviceName: base.rootDeviceName,
    mappings: [
      {
        deviceName: base.rootDeviceName,
        snapshotId: baseSnapshotId(region, base),
        sizeGiB: base.sizeGiB,
        type: 'gp2',
        encrypted: false,
        deleteOnTermination: true,
      },
    ],
    enaSupport: true,
    sriovNetSupport: 'simple',
    bootMode: 'legacy-bios',
    permissions: [{ group: 'all' }],
    productCodes: [],
    tags: {},
  }))
}

export const baseSnapshotId = (region: string, base: BaseImage) => stableId('snap', `${region}/${base.name}`)

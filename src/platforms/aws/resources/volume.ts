/** Volumes that a launch made with delete_on_termination = false: nobody else's, and nobody asked to keep them. */
import type { Ec2 } from '../connect'
import { whileRefused } from '../wait'
import { unlessGone } from './find'

const detaching = 5 * 60_000

export async function deleteVolume(ec2: Ec2, id: string, signal: AbortSignal): Promise<void> {
  await unlessGone(ec2, ['InvalidVolume.NotFound'], signal, () =>
    whileRefused(ec2, ['VolumeInUse', 'IncorrectState'], detaching, signal, () =>
      ec2.call('DeleteVolume', { VolumeId: id }, signal),
    ),
  )
}

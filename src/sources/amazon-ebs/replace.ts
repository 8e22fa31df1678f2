/**
 * force_deregister: an image takes over a name. Names are unique and cannot be changed, so the old image goes at the last moment
 * and the new one is registered under the name from snapshots that exist; when anything fails then, the old one comes back.
 */
import type { BuildContext } from '../../model/plugin'
import type { Ec2 } from '../../platforms/aws/connect'
import { canBeRegistered, type Former, registrationOf, remember } from '../../platforms/aws/registration'
import { unlessGone } from '../../platforms/aws/resources/find'
import { deleteSnapshot, type ImageRequest, image, restoreImage, snapshotsOf } from '../../platforms/aws/resources/image'
import type { Tags } from '../../platforms/aws/tags'
import { untilImageAvailable } from '../../platforms/aws/wait'
import { imagesNamed } from './name'
import type { Options } from './options'

/** For bringing the old image back, also when the run was interrupted. */
const undoMilliseconds = 60_000

/** The name-taking of one run in all its regions: done together, or undone together. */
export class Replacement {
  private readonly undo: ((signal: AbortSignal) => Promise<void>)[] = []
  private readonly former: { readonly ec2: Ec2; readonly image: Former['image'] }[] = []

  constructor(
    private readonly options: Options,
    private readonly context: BuildContext,
    private readonly tags: Tags,
  ) {}

  /** Returns the ID of the image that has the name now. */
  async take(ec2: Ec2, stagedId: string, signal: AbortSignal): Promise<string> {
    const staged = await untilImageAvailable(ec2, stagedId, { signal })
    const request = await this.successor(ec2, staged, signal)
    const old = await imagesNamed(ec2, this.options.ami_name, signal)
    for (const former of await Promise.all(old.map(each => remember(ec2, each, signal)))) await this.free(ec2, former, signal)
    const id = await this.context.keep(image(ec2), request)
    this.undo.push(limit => image(ec2).release(id, limit))
    await untilImageAvailable(ec2, id, { signal })
    return id
  }

  private async successor(ec2: Ec2, staged: Former['image'], signal: AbortSignal): Promise<ImageRequest> {
    const Name = this.options.ami_name
    if (canBeRegistered(staged)) return { tags: this.tags, register: await registrationOf(ec2, staged, Name, signal) }
    const copy = { Name, SourceImageId: staged.ImageId, SourceRegion: ec2.region, Description: staged.Description }
    return { tags: this.tags, copy }
  }

  private async free(ec2: Ec2, former: Former, signal: AbortSignal): Promise<void> {
    const { ImageId } = former.image
    this.context.say(`Replacing image ${ImageId} in ${ec2.region}, which has the name "${this.options.ami_name}"`)
    await unlessGone(ec2, ['InvalidAMIID.NotFound', 'InvalidAMIID.Unavailable'], signal, () =>
      ec2.call('DeregisterImage', { ImageId }, signal),
    )
    this.former.push({ ec2, image: former.image })
    this.undo.push(async limit => {
      const id = await restoreImage(ec2, former, limit)
      this.context.warn(`Image ${ImageId} in ${ec2.region} is back as ${id}: it could not be replaced`)
    })
  }

  /** Newest first; one that fails does not keep the others from it. */
  async takeBack(): Promise<void> {
    for (const step of this.undo.reverse())
      await step(AbortSignal.timeout(undoMilliseconds)).catch((error: Error) =>
        this.context.warn(`The replaced image could not be brought back, but its snapshots remain: ${error.message}`),
      )
  }

  /** force_delete_snapshot; what another image still uses stays. */
  async deleteFormerSnapshots(signal: AbortSignal): Promise<void> {
    if (!this.options.force_delete_snapshot) return
    for (const { ec2, image: old } of this.former)
      for (const snapshot of snapshotsOf(old))
        await deleteSnapshot(ec2, snapshot, signal).catch((error: Error) =>
          this.context.warn(`Snapshot ${snapshot} of the replaced image remains: ${error.message}`),
        )
  }
}

/** By which tag an image is known to be made of the same things on the same base image. */
import { createHash } from 'node:crypto'
import type { BuildContext } from '../../model/plugin'

export const fingerprintTag = 'ingot:fingerprint'

/** 64 hexadecimal digits; undefined when the recipe is not known. */
export function fingerprintOf({ build }: Pick<BuildContext, 'build'>, baseId: string): string | undefined {
  return build.recipe && createHash('sha256').update(`${build.recipe} ${baseId}`).digest('hex')
}

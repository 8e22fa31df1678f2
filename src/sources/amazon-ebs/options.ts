/** All that a template can say about an image on AWS, as Packer's users know it. */
import type { OptionsOf } from '../../language/options/spec'
import { accessOptions } from '../../platforms/aws/access-options'
import { diskOptions } from './options/disks'
import { imageOptions } from './options/image'
import { networkOptions } from './options/network'
import { runOptions } from './options/run'
import { tagOptions } from './options/tags'

export const options = {
  ...accessOptions,
  ...imageOptions,
  ...tagOptions,
  ...runOptions,
  ...diskOptions,
  ...networkOptions,
} as const

export type Options = OptionsOf<typeof options>
